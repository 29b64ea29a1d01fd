import Diagnostics
import Values

/// Somebody's seat in a body (成员).
public enum Membership {
  /// The body.
  public static let body = Field<Reference>("body", "议事组织", "The body.", "所属组织。", type: .reference(["body"]))
  /// The member.
  public static let resident = Field<Reference>("resident", "居民", "The member.", "成员。", type: .reference(["resident"]))
  /// Whether he votes.
  public static let voting = Field<Bool>("voting", "表决权", "Whether he votes.", "是否有表决权。", default: true)
  /// Whether he sits as a representative of the owners, which some rules count apart.
  public static let representative = Field<Bool>(
    "owner-representative", "业主代表", "Whether he represents the owners.", "是否业主代表。", default: false, since: 2)
  /// The first day.
  public static let from = Field<CalendarDate>("from", "起", "The first day.", "起始日期。")
  /// The first day without the seat.
  public static let until = Field<CalendarDate?>("until", "止", "The first day without the seat.", "离开日期。")

  /// The kind.
  public static let kind: RecordKind = RecordKind(
    "membership", "成员", "Somebody's seat in a body.", "某人在组织中的席位。", handle: .numbered("MB"),
    fields: [
      body.declaration, resident.declaration, voting.declaration, from.declaration, until.declaration,
      representative.declaration,
    ], listed: ["body", "resident", "voting", "from", "until"],
    verbs: [.list, .count],
    tie: .init(
      isOwn: true,
      obstacle: { record, today, reader in
        guard record[until].map({ today < $0 }) ?? true else { return nil }
        let name = try reader.get(Body.kind, record[body])[Body.name]
        return Localized(
          "body leave \(name) R\(record[resident].id)", "议事组织 退出 \(name) R\(record[resident].id)")
      }), sample: .init(handle: "MB1", filter: "voting=yes"))

  /// Ends all seats that somebody has on a day or later.
  static func endAll(of resident: Reference, on date: CalendarDate, in writer: RecordWriter) throws -> [Record] {
    try writer.store.all(kind, .equal(self.resident, resident)).filter { $0[until].map { date < $0 } ?? true }
      .map { try writer.change($0) { $0[until] = date } }
  }

  /// Whether two seats in one body share a day.
  static func overlap(_ first: Record, _ second: Record) -> Bool {
    first[body] == second[body] && (second[until].map { first[from] < $0 } ?? true)
      && (first[until].map { second[from] < $0 } ?? true)
  }
}
