import Diagnostics
import Records
import Values

/// The notice that calls a meeting (会议通知): who is called, when and where, what will be decided, how many must come.
struct MeetingNotice {
  private let meeting: Record
  private let session: OfficeSession
  private let names: PublicNames

  init(of meeting: Record, _ session: OfficeSession) throws {
    self.meeting = meeting
    self.session = session
    names = try PublicNames(
      at: meeting, others: [meeting[Meeting.chair]], on: session.writer.today, in: session.store)
  }

  /// The document.
  func document() throws -> Document {
    let office = try Community.require(in: session.store)
    let bodies = meeting[Meeting.bodies].map { session.label(of: $0) }
    var page = Document(for: .board(meeting.reference, by: .minutes))
    page.add(.title(Localized("Notice of a meeting", "会议通知")))
    page.add(
      .paragraph(
        Localized(
          "To all members of \(bodies.joined(separator: " and ")):", "\(bodies.joined(separator: "、"))全体成员：")))
    page.add(
      .paragraph(
        Localized(
          "You are called to this meeting. Only what is on its agenda will be decided.", "请准时参加下列会议。会议只表决所列议题。")))
    var entries: [Document.Entry] = [
      .init(
        Localized("Meeting", "会议"),
        Localized(same: names.masked(meeting[Meeting.title]))
          + Localized(" (\(meeting[Meeting.sort].rawValue))", "（\(meeting[Meeting.sort].chineseName)）")),
      .init(Localized("When", "时间"), Localized(same: meeting[Meeting.at].exchangeText)),
    ]
    if let place = meeting[Meeting.place] {
      entries.append(.init(Localized("Where", "地点"), Localized(same: names.masked(place))))
    }
    if let chair = meeting[Meeting.chair] {
      entries.append(.init(Localized("Chair", "主持人"), Localized(same: names.masked(chair))))
    }
    page.add(.fields(entries))
    page.add(.heading(Localized("Agenda", "议程")))
    page.add(.table(try agenda()))
    page.add(.heading(Localized("Who must come", "法定人数")))
    page.add(.table(try quorums()))
    page.add(.rule)
    page.add(
      .fields([
        .init(Localized("Given by", "通知单位"), Localized(same: office[Community.name])),
        .init(Localized("On", "通知日期"), Localized(same: meeting[Meeting.called].exchangeText)),
        .init(Localized("Questions", "咨询电话"), Localized(same: office[Community.hotline])),
      ]))
    return page
  }

  private func agenda() throws -> Document.Table {
    let motions = try session.store.all(Motion.kind, .equal(Motion.meeting, meeting.reference))
    let rows = motions.map { motion -> [Localized] in
      let origin = motion[Motion.origin]
      return [
        Localized(same: motion[Motion.number]), Localized(same: names.masked(motion[Motion.text])),
        Localized(origin?.rawValue ?? "", origin?.chineseName ?? ""),
      ]
    }
    return Document.Table(
      [
        .init(Localized("no.", "编号")), .init(Localized("motion", "议题")), .init(Localized("put forward by", "动议事由")),
      ], rows)
  }

  private func quorums() throws -> Document.Table {
    let columns: [Document.Table.Column] = [
      .init(Localized("body", "组织")), .init(Localized("entitled", "应到"), isNumeric: true),
      .init(Localized("needed", "须到"), isNumeric: true), .init(Localized("carried by", "通过")),
      .init(Localized("proxies", "委托、书面")),
    ]
    let rows = try meeting[Meeting.bodies].map { reference -> [Localized] in
      let body = try session.record(reference)
      let (rule, terms, isLowered) = try Meeting.demands(on: body, at: meeting, in: session.store)
      let quorum = try Meeting.quorum(of: body, at: meeting, in: session.store).members
      let again =
        isLowered ? Localized(" (called again: too few came)", "（因人数不足再次召集）") : Localized(same: "")
      return [
        Localized(same: body[Body.name]) + again, Localized(same: "\(quorum.entitled)"),
        Localized(same: "\(quorum.needed)"), RuleText.passing(terms), others(rule, quorum.entitled),
      ]
    }
    return Document.Table(columns, rows)
  }

  /// Whether somebody who cannot come may vote all the same.
  private func others(_ rule: MeetingRule, _ members: Int) -> Localized {
    let proxies: Localized =
      switch rule.proxies.limit(of: members) {
      case 0: Localized("none", "不得委托")
      case nil: Localized("allowed", "可委托")
      case let limit?: Localized("\(limit) a holder", "可委托，每人至多受托 \(limit) 票")
      }
    return rule.writtenVotes ? proxies + Localized(", in writing", "，可书面") : proxies
  }
}
