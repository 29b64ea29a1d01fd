import Diagnostics
import Values

extension Motion {
  /// For how many days a motion hangs out at least: the most that the rules of its meeting's bodies ask for.
  public static func noticeDays(of motion: Record, in reader: any RecordReader) throws -> Int {
    let meeting = try reader.get(Meeting.kind, motion[meeting])
    let days = try meeting[Meeting.bodies].map {
      try Meeting.rule(of: reader.get(Body.kind, $0), at: meeting).publicDays
    }
    return max(Profile.cn.noticeDays, days.max() ?? 0)
  }

  /// Hangs a carried motion out for the public to object: after its vote, for the days it takes, and once.
  ///
  /// - Parameter days: for how many days; those of the rule unless given.
  public static func publish(
    _ motion: Record, from start: CalendarDate, days: Int? = nil, place: String?, in writer: RecordWriter
  ) throws -> Record {
    try requireNotRevoked(motion, on: writer.today)
    guard motion[outcome] == .carried else {
      throw Diagnostic(
        .state, Localized("\(motion[number]) has not been carried", "\(motion[number]) 尚未通过"),
        hint: Localized("only what was carried is put on notice", "只有通过的议题才能公示"), subject: "motion")
    }
    let least = try noticeDays(of: motion, in: writer.store)
    let length = days ?? least
    guard length >= least else {
      throw Diagnostic(
        .notice, Localized("a notice hangs for \(least) days at least", "公示不得少于 \(least) 天"), subject: "days")
    }
    if let hung = motion[noticeFrom], hung <= writer.today {
      throw Diagnostic(
        .state,
        Localized(
          "\(motion[number]) was put on notice from \(hung.exchangeText)",
          "\(motion[number]) 已自 \(hung.exchangeText) 起公示"),
        hint: Localized("a notice hangs once; objections are answered while it does", "公示只进行一次，期间答复异议"),
        subject: "motion")
    }
    let voted = try voteDay(of: motion, in: writer.store)
    guard start.precision == .day, start >= voted else {
      throw Diagnostic(
        .dates,
        Localized(
          "\(motion[number]) was voted on \(voted.exchangeText), after \(start.exchangeText)",
          "\(motion[number]) 于 \(voted.exchangeText) 表决，晚于 \(start.exchangeText)"),
        hint: Localized("a notice hangs after the vote", "表决之后方可公示"), subject: "from")
    }
    return try writer.change(motion) {
      $0[noticeFrom] = start
      $0[noticeUntil] = start.adding(days: length)
      $0[noticePlace] = place
    }
  }

  /// Records an objection against a motion, made today while it hangs out.
  ///
  /// - Parameters:
  ///   - resident: who objects, if it is a resident.
  ///   - other: the name of somebody who is no resident.
  public static func object(
    to motion: Record, _ objection: String, by resident: Reference? = nil, name other: String? = nil,
    in writer: RecordWriter
  ) throws -> Record {
    let state = try state(of: motion, on: writer.today, in: writer.store)
    guard state == .inNotice || state == .challenged, let last = motion[noticeUntil], writer.today <= last else {
      throw Diagnostic(
        .state, Localized("\(motion[number]) is \(state.rawValue)", "\(motion[number]) 当前“\(state.chineseName)”"),
        hint: Localized("objections are heard while the notice hangs", "公示期间方可提出异议"), subject: "motion")
    }
    var record = Record(Objection.kind)
    record[Objection.motion] = motion.reference
    record[Objection.text] = objection
    record[Objection.by] = resident
    record[Objection.name] = other
    record[Objection.date] = writer.today
    return try writer.add(record)
  }

  /// Answers an open objection; with `amended`, that stands instead of the motion's text, which is kept as it was voted
  /// on.
  ///
  /// - Parameter chosen: the objection; the oldest open one unless given.
  public static func reply(
    to motion: Record, _ answer: String, objection chosen: Record? = nil, amended wording: String? = nil,
    in writer: RecordWriter
  ) throws -> Record {
    let open = try writer.store.all(
      Objection.kind, .equal(Objection.motion, motion.reference), .equal(Objection.reply, nil))
    guard let objection = open.first(where: { chosen == nil || $0.id == chosen?.id }) else {
      throw Diagnostic(
        .state, Localized("no such objection to \(motion[number]) is open", "\(motion[number]) 没有待答复的该项异议"),
        subject: chosen == nil ? "motion" : "objection")
    }
    return try writer.together {
      if let wording { try writer.change(motion) { $0[amended] = wording } }
      return try writer.change(objection) {
        $0[Objection.reply] = answer
        $0[Objection.replied] = writer.today
      }
    }
  }

  /// Gives a carried motion up before it is in force, such as when an objection is upheld.
  public static func revoke(_ motion: Record, reason: String, in writer: RecordWriter) throws -> Record {
    let state = try state(of: motion, on: writer.today, in: writer.store)
    guard [.carried, .inNotice, .challenged].contains(state) else {
      throw Diagnostic(
        .state, Localized("\(motion[number]) is \(state.rawValue)", "\(motion[number]) 当前“\(state.chineseName)”"),
        hint: Localized(
          "a motion is given up between its vote and its force; what is in force takes a new motion",
          "议题在通过后、生效前方可撤销；已生效的须另行表决"), subject: "motion")
    }
    return try writer.change(motion) {
      $0[revoked] = writer.today
      $0[revokeReason] = reason
    }
  }

  private static func requireNotRevoked(_ motion: Record, on date: CalendarDate) throws {
    guard let day = motion[revoked] else { return }
    throw Diagnostic(
      .state,
      Localized(
        "\(motion[number]) was given up on \(day.exchangeText)", "\(motion[number]) 已于 \(day.exchangeText) 撤销"),
      subject: "motion")
  }
}
