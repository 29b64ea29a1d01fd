import Diagnostics
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

  /// The kind.
  public static let kind = RecordKind(
    "attendance", "签到", "Somebody's coming to a meeting, and his leaving.", "到会与离会。", handle: .numbered("AT"),
    fields: [meeting.declaration, resident.declaration, signedIn.declaration, signedOut.declaration],
    verbs: [.list, .count], sample: .init(handle: "AT1", filter: "meeting=M1"))

  /// Who is at a meeting now.
  public static func present(at meeting: Reference, in reader: any RecordReader) throws -> [Reference] {
    try reader.all(kind, .equal(self.meeting, meeting), .equal(signedOut, nil)).map { $0[resident] }
  }

  /// Signs people in; who is not on the roll is refused, who is there already is left alone.
  public static func signIn(_ residents: [Reference], at meeting: Record, in writer: RecordWriter) throws {
    try Meeting.require(meeting, [.open])
    var present = Set(try present(at: meeting.reference, in: writer.store))
    try writer.together {
      for resident in residents where present.insert(resident).inserted {
        try requireOnRoll(resident, of: meeting, in: writer.store)
        var attendance = Record(kind)
        attendance[self.meeting] = meeting.reference
        attendance[self.resident] = resident
        attendance[signedIn] = writer.authorship.now
        try writer.add(attendance)
      }
    }
  }

  /// Signs people out; who is not there is refused.
  public static func signOut(_ residents: [Reference], of meeting: Record, in writer: RecordWriter) throws {
    try Meeting.require(meeting, [.open])
    try writer.together {
      for resident in residents {
        guard
          let attendance = try writer.store.first(
            kind, .equal(self.meeting, meeting.reference), .equal(self.resident, resident), .equal(signedOut, nil))
        else {
          let name = try writer.store.get(Resident.kind, resident)[Resident.name]
          throw Diagnostic(.state, Localized("\(name) is not there", "\(name) 不在场"), subject: "people")
        }
        try writer.change(attendance) { $0[signedOut] = writer.authorship.now }
      }
    }
  }

  private static func requireOnRoll(_ resident: Reference, of meeting: Record, in reader: any RecordReader) throws {
    if try reader.first(
      RollEntry.kind, .equal(RollEntry.meeting, meeting.reference), .equal(RollEntry.resident, resident)) != nil
    {
      return
    }
    let name = try reader.get(Resident.kind, resident)[Resident.name]
    throw Diagnostic(
      .roll, Localized("\(name) is not on the roll of M\(meeting.id)", "\(name) 不在 M\(meeting.id) 的应到名册上"),
      hint: Localized(
        "the roll was fixed when the meeting was called: roll list meeting=M\(meeting.id)",
        "名册在通知会议时已确定：应到名册 列出 会议=M\(meeting.id)"),
      subject: "people")
  }
}
