import Values

/// A door behind which somebody lived before (曾住). Where he lives now stands in his own record; moving writes what was
/// there into one of these.
public enum FormerAddress {
  /// Who.
  public static let resident = Field<Reference>("resident", "居民", "Who.", "居民。", type: .reference(["resident"]))
  /// The building.
  public static let building = Field<Reference>(
    "building", "楼栋", "The building.", "楼栋。", type: .reference(["building"]))
  /// The entrance.
  public static let unit = Field<Int?>("unit", "单元", "The entrance.", "单元。", type: .integer(1...50))
  /// The room.
  public static let room = Field<String?>("room", "室", "The room.", "房号。", type: .code(maximum: 10))
  /// Since when, if that is known.
  public static let from = Field<CalendarDate?>("from", "起", "Since when, if known.", "起始日期，可不详。")
  /// The first day without.
  public static let until = Field<CalendarDate>("until", "止", "The day of leaving.", "搬离日期。")

  /// The kind.
  public static let kind = RecordKind(
    "former-address", "曾住地址", "A door behind which somebody lived before.", "某人以前的住处。", handle: .numbered("FA"),
    fields: [
      resident.declaration, building.declaration, unit.declaration, room.declaration, from.declaration,
      until.declaration,
    ], verbs: [.list, .count], tie: .init(isOwn: true, erasure: .removed),
    sample: .init(handle: "FA1", filter: "building=3栋"), since: 2)

  /// Keeps where a resident has lived until a day; nothing if that is not known.
  static func keep(of record: Record, until date: CalendarDate, in writer: RecordWriter) throws {
    guard let building = record[Resident.building] else { return }
    var former = Record(kind)
    former[resident] = record.reference
    former[self.building] = building
    former[unit] = record[Resident.unit]
    former[room] = record[Resident.room]
    former[from] = record[Resident.movedIn]
    former[until] = date
    try writer.add(former)
  }
}
