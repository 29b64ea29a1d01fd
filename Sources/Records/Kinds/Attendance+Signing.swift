import Diagnostics
import Values

extension Attendance {
  /// Signs people in. Who is not on the roll comes as an observer or not at all; who is there already is refused, but
  /// one who gave a proxy or a vote in writing may come himself, which ends it.
  ///
  /// - Parameters:
  ///   - how: how they take part.
  ///   - holder: who votes for them, if they do by proxy.
  ///   - time: the time of day at which they came; now unless given.
  public static func signIn(
    _ residents: [Reference], at meeting: Record, as how: AttendanceMode = .inPerson, holder: Reference? = nil,
    time: TimeOfDay? = nil, in writer: RecordWriter
  ) throws {
    try Meeting.require(meeting, [.open])
    try Ballot.requireNoneUnderWay(at: meeting, in: writer.store)
    let moment = try Meeting.moment(time, at: meeting, in: writer)
    if holder != nil, how != .proxy {
      throw Diagnostic(
        .proxy, Localized("a holder is for members who vote by proxy", "受托人只用于委托表决"),
        hint: Localized("add mode=proxy", "请加 方式=委托"), subject: "holder")
    }
    let rolls = try Meeting.rolls(of: meeting, in: writer.store)
    try writer.together {
      for resident in residents {
        try leaveOther(resident, as: how, at: meeting, moment, in: writer)
        let own = rolls.filter { $0.members.contains(resident) }
        try check(resident, as: how, holder: holder, own, at: meeting, in: writer.store)
        var attendance = Record(kind)
        attendance[self.meeting] = meeting.reference
        attendance[self.resident] = resident
        attendance[signedIn] = moment
        attendance[mode] = how
        attendance[self.holder] = holder
        try writer.add(attendance)
      }
    }
  }

  /// Signs people out; who is not there is refused. The votes that they hold for others count no more.
  public static func signOut(
    _ residents: [Reference], of meeting: Record, time: TimeOfDay? = nil, in writer: RecordWriter
  ) throws {
    try Meeting.require(meeting, [.open])
    try Ballot.requireNoneUnderWay(at: meeting, in: writer.store)
    let moment = try Meeting.moment(time, at: meeting, in: writer)
    try writer.together {
      for resident in residents {
        guard
          let attendance = try writer.store.first(
            kind, .equal(self.meeting, meeting.reference), .equal(self.resident, resident), .equal(signedOut, nil))
        else {
          let name = try writer.store.get(Resident.kind, resident)[Resident.name]
          throw Diagnostic(.state, Localized("\(name) is not there", "\(name) 不在场"), subject: "people")
        }
        guard attendance[signedIn] <= moment else {
          let name = try writer.store.get(Resident.kind, resident)[Resident.name]
          let since = attendance[signedIn].time.exchangeText
          throw Diagnostic(
            .dates, Localized("\(name) came only at \(since)", "\(name) \(since) 才到会"), subject: "at")
        }
        try writer.change(attendance) { $0[signedOut] = moment }
      }
    }
  }

  /// Refuses who is there already, or was still there at that moment; ends a proxy or a vote in writing when its giver comes himself.
  private static func leaveOther(
    _ resident: Reference, as how: AttendanceMode, at meeting: Record, _ moment: Moment, in writer: RecordWriter
  ) throws {
    let earlier = try writer.store.all(
      kind, .equal(self.meeting, meeting.reference), .equal(self.resident, resident))
    let open = earlier.first { $0[signedOut] == nil }
    let mayCome = how == .inPerson && [.proxy, .written].contains(open?[mode])
    if open == nil || mayCome {
      let last = earlier.compactMap { $0[signedOut] ?? $0[signedIn] }.max()
      if let last, moment < last {
        let name = try writer.store.get(Resident.kind, resident)[Resident.name]
        let time = last.time.exchangeText
        throw Diagnostic(
          .dates, Localized("\(name) is written down at \(time) already", "\(name) 已有 \(time) 的记录"), subject: "at")
      }
    }
    guard let other = open else { return }
    if mayCome {
      try writer.change(other) { $0[signedOut] = moment }
      return
    }
    let name = try writer.store.get(Resident.kind, resident)[Resident.name]
    let since = other[signedIn].time.exchangeText
    throw Diagnostic(
      .duplicateRecord, Localized("\(name) has signed in already, at \(since)", "\(name) 已于 \(since) 签到"),
      subject: "people")
  }

  private static func check(
    _ resident: Reference, as how: AttendanceMode, holder: Reference?, _ rolls: [Roll], at meeting: Record,
    in reader: any RecordReader
  ) throws {
    switch how {
    case .observer: try refuse(resident, ifOn: rolls)
    case .inPerson: try requireOnRoll(resident, rolls, of: meeting, in: reader)
    case .written:
      try requireOnRoll(resident, rolls, of: meeting, in: reader)
      guard rolls.contains(where: { $0.rule.writtenVotes }) else {
        throw notAllowed(Localized("votes in writing", "书面表决"), rolls, subject: "mode")
      }
    case .proxy:
      try requireOnRoll(resident, rolls, of: meeting, in: reader)
      try checkProxy(of: resident, holder: holder, rolls, at: meeting, in: reader)
    }
  }

  private static func checkProxy(
    of member: Reference, holder: Reference?, _ rolls: [Roll], at meeting: Record, in reader: any RecordReader
  ) throws {
    guard let holder else {
      throw Diagnostic(
        .missingValue, Localized("a proxy says who holds it", "委托须写明受托人"),
        hint: Localized("add holder=NAME", "请加 受托人=姓名"), subject: "mode")
    }
    let allowing = rolls.filter { $0.rule.proxies.limit(of: $0.members.count) != 0 }
    guard !allowing.isEmpty else { throw notAllowed(Localized("votes by proxy", "委托表决"), rolls, subject: "mode") }
    let presence = try Presence(at: meeting.reference, in: reader)
    let name = try reader.get(Resident.kind, holder)[Resident.name]
    let shared = allowing.filter { $0.members.contains(holder) }
    guard !shared.isEmpty, holder != member, presence.inPerson.contains(holder) else {
      throw Diagnostic(
        .proxy, Localized("\(name) cannot vote for others here", "\(name) 不能代为表决"),
        hint: Localized("a proxy is held by another member of the body who has come", "受托人须是已到会的本组织其他成员"),
        subject: "holder")
    }
    for roll in shared {
      guard let limit = roll.rule.proxies.limit(of: roll.members.count),
        presence.held(by: holder, roll: roll.members) >= limit
      else { continue }
      throw Diagnostic(
        .proxy,
        Localized(
          "\(name) holds \(limit) votes for others, as many as the rule allows", "\(name) 已受托 \(limit) 票，达到规则上限"),
        hint: Localized("give the proxy to another member", "请改由其他成员受托"), subject: "holder")
    }
  }

  private static func notAllowed(_ what: Localized, _ rolls: [Roll], subject: String) -> Diagnostic {
    let rule = rolls.first?.rule.choice.name ?? Name("", "")
    return Diagnostic(
      .proxy,
      Localized("the rule \(rule.english) has no \(what.english)", "议事规则“\(rule.chinese)”不允许\(what.chinese)"),
      hint: Localized("see body rules", "参见 议事组织 议事规则"), subject: subject)
  }

  private static func refuse(_ resident: Reference, ifOn rolls: [Roll]) throws {
    guard !rolls.isEmpty else { return }
    throw Diagnostic(
      .roll, Localized("who is on the roll does not observe", "名册上的成员不作列席"),
      hint: Localized("sign in without mode=observer", "请去掉 方式=列席"), subject: "mode")
  }

  private static func requireOnRoll(
    _ resident: Reference, _ rolls: [Roll], of meeting: Record, in reader: any RecordReader
  ) throws {
    guard rolls.isEmpty else { return }
    let name = try reader.get(Resident.kind, resident)[Resident.name]
    throw Diagnostic(
      .roll, Localized("\(name) is not on the roll of M\(meeting.id)", "\(name) 不在 M\(meeting.id) 的应到名册上"),
      hint: Localized(
        "the roll was fixed when the meeting was called: roll list meeting=M\(meeting.id); others come with mode=observer",
        "名册在通知会议时已确定：应到名册 列出 会议=M\(meeting.id)；其他人可列席：方式=列席"),
      subject: "people")
  }
}
