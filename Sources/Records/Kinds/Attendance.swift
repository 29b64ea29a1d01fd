import Values

/// Somebody's coming to a meeting, and his leaving (签到).
public enum Attendance {
  /// The meeting.
  public static let meeting = Field<Reference>("meeting", "会议", "The meeting.", "会议。", type: .reference(["meeting"]))
  /// Who.
  public static let resident = Field<Reference>("resident", "居民", "Who.", "到会人。", type: .reference(["resident"]))
  /// When he came.
  public static let signedIn = Field<Moment>("in", "签到", "When he came.", "签到时间。")
  /// When he left, if he did.
  public static let signedOut = Field<Moment?>("out", "签退", "When he left.", "签退时间。")
  /// How he takes part.
  public static let mode = Field<AttendanceMode>(
    "mode", "方式", "In person, by proxy, in writing, or as an observer, who never counts.",
    "到场、委托、书面，或列席（不计入人数）。", default: .inPerson, since: 2)
  /// Who votes for him.
  public static let holder = Field<Reference?>(
    "holder", "受托人", "The member who votes for him by proxy.", "受托代为表决的成员。", type: .reference(["resident"]), since: 2)

  /// The kind.
  public static let kind = RecordKind(
    "attendance", "签到", "Somebody's coming to a meeting, and his leaving.", "到会与离会。", handle: .numbered("AT"),
    fields: [
      meeting.declaration, resident.declaration, signedIn.declaration, signedOut.declaration, mode.declaration,
      holder.declaration,
    ], verbs: [.list, .count], partOf: ["meeting"], tie: .init(isOwn: true),
    sample: .init(handle: "AT1", filter: "meeting=M1"))

  /// The attendances of those who take part just now.
  static func open(at meeting: Reference, in reader: any RecordReader) throws -> [Record] {
    try reader.all(kind, .equal(self.meeting, meeting), .equal(signedOut, nil))
  }

  /// Who is at a meeting in person now, observers left out.
  public static func present(at meeting: Reference, in reader: any RecordReader) throws -> [Reference] {
    try open(at: meeting, in: reader).filter { $0[mode] == .inPerson }.map { $0[resident] }
  }
}
