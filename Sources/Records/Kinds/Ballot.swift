import Diagnostics
import Values

/// What one member voted by name (记名票), or that he signed. A secret vote has none: only its totals are kept.
///
/// No list shows ballots, and the journal masks the choice, so that nobody sees how a vote goes before it ends.
public enum Ballot {
  /// The motion.
  public static let motion = Field<Reference>("motion", "议题", "The motion.", "议题。", type: .reference(["motion"]))
  /// For which body.
  public static let body = Field<Reference>("body", "议事组织", "For which body.", "所属组织。", type: .reference(["body"]))
  /// Who.
  public static let resident = Field<Reference>("resident", "居民", "Who voted.", "表决人。", type: .reference(["resident"]))
  /// What he voted.
  public static let choice = Field<BallotChoice>("choice", "表决", "What he voted.", "表决意见。", isMasked: true)

  /// The kind.
  public static let kind = RecordKind(
    "ballot", "记名票", "What one member voted by name.", "成员的记名表决。", handle: .numbered("BA"),
    fields: [motion.declaration, body.declaration, resident.declaration, choice.declaration], verbs: [],
    uniqueTogether: [["motion", "body", "resident"]], partOf: ["motion"], tie: .init(isOwn: true), since: 2)

  /// The ballots of one body on a motion, by number.
  static func of(_ body: Reference, on motion: Reference, in reader: any RecordReader) throws -> [Record] {
    try reader.all(kind, .equal(self.motion, motion), .equal(self.body, body))
  }

  /// The motion of a meeting on which a vote by name has begun and not ended, if there is one.
  static func underWay(at meeting: Record, in reader: any RecordReader) throws -> Record? {
    let open = try reader.all(
      Motion.kind, .equal(Motion.meeting, meeting.reference), .equal(Motion.outcome, .onAgenda))
    return try open.first { motion in
      try meeting[Meeting.bodies].contains { body in
        try reader.first(kind, .equal(self.motion, motion.reference), .equal(self.body, body)) != nil
          && reader.first(Vote.kind, .equal(Vote.motion, motion.reference), .equal(Vote.body, body)) == nil
      }
    }
  }

  /// Refuses that people come, go or end the meeting while they vote.
  static func requireNoneUnderWay(at meeting: Record, in reader: any RecordReader) throws {
    guard let motion = try underWay(at: meeting, in: reader) else { return }
    let number = motion[Motion.number]
    throw Diagnostic(
      .state, Localized("a vote on \(number) is under way", "\(number) 正在表决"),
      hint: Localized("end it first: motion tally \(number)", "请先结束表决：议题 计票 \(number)"), subject: "meeting")
  }
}
