import Diagnostics
import Values

/// Where a contact card hangs, and what it says (张贴).
public enum CardPosting {
  /// The building whose card it is.
  public static let building = Field<Reference>(
    "building", "楼栋", "The building.", "楼栋。", type: .reference(["building"]))
  /// Where it hangs.
  public static let place = Field<String>("place", "地点", "Where it hangs.", "张贴地点。", type: .text(maximum: 100))
  /// Since when.
  public static let posted = Field<CalendarDate>("posted", "张贴日期", "When it was posted.", "张贴日期。")
  /// The facts that the card states, one a line, to tell whether it still speaks the truth.
  public static let facts = Field<String>(
    "facts", "内容", "What the card states.", "卡片所载内容。", type: .text(maximum: 2_000))
  /// The consents on which it shows what it shows.
  public static let consents = Field<[Reference]>(
    "consents", "所依同意", "The consents that it rests on.", "所依据的同意。", type: .list(.reference(["consent"])), default: [],
    since: 2)
  /// When it was taken down.
  public static let removed = Field<CalendarDate?>("removed", "撤下日期", "When it was taken down.", "撤下日期。")

  /// The kind.
  public static let kind = RecordKind(
    "posting", "张贴", "Where a contact card hangs, and what it says.", "联系卡张贴在何处、写了什么。", handle: .numbered("P"),
    fields: [
      building.declaration, place.declaration, posted.declaration, facts.declaration, removed.declaration,
      consents.declaration,
    ],
    listed: ["building", "place", "posted", "removed"], verbs: [.show, .list, .count],
    posting: .init(
      title: { record, reader in
        let name = try reader.get(Building.kind, record[building])[Building.name]
        return Localized("card of \(name)", "\(name)联系卡")
      },
      place: { $0[place] }, since: { $0[posted] }, hangs: { hangs($0, on: $1) }, restsOn: { try rests($0, on: $1, $2) }),
    sample: .init(handle: "P1", filter: "building=3栋"))

  /// Whether a card hangs on a day.
  public static func hangs(_ record: Record, on date: CalendarDate) -> Bool {
    record[posted] <= date && (record[removed].map { date < $0 } ?? true)
  }

  /// Which edition of a building's card states some facts: the last that was posted, or one more if that said something
  /// else. Cards that say the same are of one edition, wherever they hang.
  public static func version(of facts: [String], for building: Reference, in reader: any RecordReader) throws -> Int {
    var editions = 0
    var last: String?
    for posting in try reader.all(kind, .equal(self.building, building)) where posting[self.facts] != last {
      last = posting[self.facts]
      editions += 1
    }
    return last == facts.joined(separator: "\n") ? editions : editions + 1
  }

  /// Whether a card shows what a consent allows. Cards posted before their consents were noted down tell it by what they
  /// say.
  private static func rests(_ record: Record, on consent: Record, _ reader: any RecordReader) throws -> Bool {
    let noted = record[consents]
    guard noted.isEmpty else { return noted.contains(consent.reference) }
    guard consent[Consent.channel] == .buildingCard, let resident = consent[Consent.resident] else { return false }
    let person = try reader.get(Resident.kind, resident)
    let shown = consent[Consent.datum] == .phone ? person[Resident.phone] : person[Resident.name]
    return shown.map { record[facts].contains($0) } ?? false
  }

  /// Records that a card hangs somewhere from today; one that hung there before comes down.
  public static func post(_ new: Record, in writer: RecordWriter) throws -> Record {
    try writer.together {
      let before = try writer.store.all(
        kind, .equal(building, new[building]), .equal(place, new[place]), .equal(removed, nil))
      for old in before { try writer.change(old) { $0[removed] = writer.today } }
      return try writer.add(new)
    }
  }

  /// Records that a card was taken down.
  public static func takeDown(_ record: Record, on date: CalendarDate, in writer: RecordWriter) throws -> Record {
    if let day = record[removed] {
      throw Diagnostic(
        .state,
        Localized("P\(record.id) was taken down on \(day.exchangeText)", "P\(record.id) 已于 \(day.exchangeText) 撤下"),
        subject: "posting")
    }
    guard record[posted] <= date else {
      throw Diagnostic(
        .dates,
        Localized(
          "P\(record.id) hangs since \(record[posted].exchangeText)", "P\(record.id) 张贴于 \(record[posted].exchangeText)"
        ),
        subject: "on")
    }
    return try writer.change(record) { $0[removed] = date }
  }
}
