import Diagnostics
import Records
import Values

/// What there is to do, in groups.
enum DueGroup: String, ChoiceValue {
  case meeting, opinion, decision, reply, notice, fund, term, card, consent, retention

  var chineseName: String {
    switch self {
    case .meeting: "会议"
    case .opinion: "意见"
    case .decision: "决议待办"
    case .reply: "异议答复"
    case .notice: "公示期满"
    case .fund: "筹款到期"
    case .term: "任期届满"
    case .card: "联系卡过期"
    case .consent: "同意待续"
    case .retention: "保存期满"
    }
  }

  /// The heading of the group.
  var heading: Localized {
    switch self {
    case .meeting: Localized("Meetings to be held", "应开的会议")
    case .opinion: Localized("Open opinions", "未办结的意见")
    case .decision: Localized("Decisions to be posted or carried out", "待公示、待执行的决议")
    case .reply: Localized("Objections to be answered", "待答复的异议")
    case .notice: Localized("Notices that end soon", "即将期满的公示")
    case .fund: Localized("Funds past their end", "已过收款期的筹款")
    case .term: Localized("Terms that end soon", "即将届满的任期")
    case .card: Localized("Cards that no longer tell the truth", "内容过期的联系卡")
    case .consent: Localized("Consents to be asked for again", "应再次征询的同意")
    case .retention: Localized("Kept long enough", "保存期满的信息")
    }
  }
}

/// One thing to do.
struct DueItem {
  /// In which group.
  let group: DueGroup
  /// The record concerned, if it is one.
  let record: Reference?
  /// What it is.
  let what: Localized
  /// Until when, where there is a day.
  let due: CalendarDate?
}

/// Everything that is due on a day. What it asks of the records does not grow with the number of residents.
struct DueItems {
  /// The items, group by group, the most urgent of each first.
  let items: [DueItem]
  private let reader: any RecordReader
  private let today: CalendarDate

  /// Looks what is due.
  init(in session: OfficeSession) throws {
    reader = session.store
    today = session.writer.today
    var items: [DueItem] = []
    for group in DueGroup.allCases {
      let found = try DueItems.items(of: group, session)
      items += found.enumerated().sorted { left, right in
        // What has no day waits behind what has one.
        (left.element.due?.ordinal ?? Int.max, left.offset) < (right.element.due?.ordinal ?? Int.max, right.offset)
      }.map(\.element)
    }
    self.items = items
  }

  /// Whether the day of an item has passed.
  func isOverdue(_ item: DueItem) -> Bool { item.due.map { $0 < today } ?? false }

  private static func items(of group: DueGroup, _ session: OfficeSession) throws -> [DueItem] {
    let store = session.store
    let today = session.writer.today
    let reminders = Profile.cn.reminders
    func item(_ record: Record, _ what: Localized, _ due: CalendarDate?) -> DueItem {
      DueItem(group: group, record: record.reference, what: what, due: due)
    }
    switch group {
    case .meeting:
      let called = try store.all(Meeting.kind, .equal(Meeting.status, .called))
      return called.filter { $0[Meeting.at].date <= today }.map {
        item($0, Localized(same: $0[Meeting.title]), $0[Meeting.at].date)
      }
    case .opinion:
      return try OpinionStatus.allCases.filter { $0 != .closed && $0 != .merged }.flatMap { status in
        try store.all(Opinion.kind, .equal(Opinion.status, status)).map { opinion in
          let text = opinion[Opinion.text]
          return item(
            opinion, Localized("\(status.rawValue): \(text)", "\(status.chineseName)：\(text)"),
            try Opinion.dueDay(of: opinion, in: store))
        }
      }
    case .decision:
      return try store.all(Motion.kind, .equal(Motion.outcome, .carried), .equal(Motion.done, nil)).compactMap {
        motion in
        if let day = try Motion.noticeDueDay(of: motion, on: today, in: store) {
          let text = Motion.wording(of: motion)
          return item(motion, Localized("to be posted: \(text)", "待公示：\(text)"), day)
        }
        guard let due = motion[Motion.due], try Motion.isInForce(motion, on: today, in: store) else { return nil }
        return item(motion, Localized(same: Motion.wording(of: motion)), due.last)
      }
    case .reply:
      return try store.all(Objection.kind, .equal(Objection.replied, nil)).map {
        let number = try store.get(Motion.kind, $0[Objection.motion])[Motion.number]
        return item(
          $0, Localized(same: "\(number) \($0[Objection.text])"), $0[Objection.date].adding(days: Profile.cn.replyDays))
      }
    case .notice:
      let hanging = try store.all(
        Motion.kind, Condition("notice-until", .greaterOrEqual, .date(today)),
        Condition("notice-until", .lessOrEqual, .date(today.adding(days: reminders.noticeDays))))
      return hanging.map { item($0, Localized(same: Motion.wording(of: $0)), $0[Motion.noticeUntil]) }
    case .fund:
      let past = try store.all(
        Fund.kind, .equal(Fund.closed, nil), Condition("until", .less, .date(today)))
      return past.filter { $0[Fund.until].last < today }.map {
        item($0, Localized(same: $0[Fund.title]), $0[Fund.until].last)
      }
    case .term: return try terms(session)
    case .card:
      return try StaleCards(on: today, in: store).cards.map { card in
        let name = session.label(of: card.posting[CardPosting.building])
        let place = card.posting[CardPosting.place]
        return item(card.posting, Localized("\(name), \(place)", "\(name)，\(place)"), nil)
      }
    case .consent:
      return try Consent.renewals(on: today, in: store).map { consent, day in
        let who = Consent.subject(of: consent).map { session.label(of: $0) } ?? ""
        let (datum, channel) = (consent[Consent.datum], consent[Consent.channel])
        return item(
          consent,
          Localized(
            "\(who): \(datum.rawValue), \(channel.rawValue)", "\(who)：\(datum.chineseName)、\(channel.chineseName)"),
          day)
      }
    case .retention:
      return try RetentionPlan(in: session.writer).counts.map { matter, count in
        DueItem(
          group: group, record: nil,
          what: Localized("\(matter.rawValue): \(count)", "\(matter.chineseName)：\(count) 条"), due: nil)
      }
    }
  }

  private static func terms(_ session: OfficeSession) throws -> [DueItem] {
    let today = session.writer.today
    let limit = today.adding(days: Profile.cn.termNoticeDays)
    let ending = try session.store.all(
      Appointment.kind, Condition("until", .greaterOrEqual, .date(today)),
      Condition("until", .lessOrEqual, .date(limit)))
    return try ending.filter { Appointment.isInForce($0, on: today) }.map { appointment in
      let name = try Appointment.personName(of: appointment, in: session.store)
      let place = [appointment[Appointment.building], appointment[Appointment.grid]].compactMap { $0 }
        .map { session.label(of: $0) }.joined()
      let role = appointment[Appointment.role]
      return DueItem(
        group: .term, record: appointment.reference,
        what: Localized("\(name), \(role.rawValue) of \(place)", "\(name)，\(place)\(role.chineseName)"),
        due: Appointment.lastDay(of: appointment))
    }
  }
}
