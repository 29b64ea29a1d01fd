import Diagnostics
import Values

/// Somebody entitled to vote at a meeting, as the notice fixed it (应到).
public enum RollEntry {
  /// The meeting.
  public static let meeting = Field<Reference>("meeting", "会议", "The meeting.", "会议。", type: .reference(["meeting"]))
  /// For which body.
  public static let body = Field<Reference>("body", "议事组织", "For which body.", "所属组织。", type: .reference(["body"]))
  /// Who.
  public static let resident = Field<Reference>("resident", "居民", "Who.", "成员。", type: .reference(["resident"]))
  /// Whether he sits as a representative of the owners.
  public static let representative = Field<Bool>(
    "owner-representative", "业主代表", "Whether he represents the owners.", "是否业主代表。", default: false, since: 2)

  /// The kind.
  public static let kind: RecordKind = RecordKind(
    "roll", "应到名册", "Somebody entitled to vote at a meeting.", "会议应到成员。", handle: .numbered("RL"),
    fields: [meeting.declaration, body.declaration, resident.declaration, representative.declaration],
    listed: ["meeting", "body", "resident"], verbs: [.list, .count],
    uniqueTogether: [["meeting", "body", "resident"]], partOf: ["meeting"],
    tie: .init(
      isOwn: true,
      obstacle: { record, _, reader in
        let status = try reader.get(Meeting.kind, record[meeting])[Meeting.status]
        guard status == .called || status == .open else { return nil }
        return Localized("wait until M\(record[meeting].id) is over", "待会议 M\(record[meeting].id) 结束")
      }), sample: .init(handle: "RL1", filter: "meeting=M1"))

  /// Who is entitled at a meeting for one body, by number.
  public static func of(_ body: Reference, at meeting: Reference, in reader: any RecordReader) throws -> [Record] {
    try reader.all(kind, .equal(self.meeting, meeting), .equal(self.body, body))
  }
}
