import Diagnostics
import Records
import Values

/// The names under which gifts may be shown to the public on a day: those of residents, shops and others who agreed then,
/// a resident's masked. Whoever withdrew his consent is not named any more, whenever he gave.
final class DonorNames {
  private let agreed: Set<Reference>
  private let reader: any RecordReader
  private var known: [Reference: Localized] = [:]
  /// The names that were given out.
  private(set) var published: [String] = []

  init(on date: CalendarDate, in reader: any RecordReader) throws {
    agreed = try Consent.subjects(.name, .donorList, on: date, in: reader)
    self.reader = reader
  }

  /// The name for a gift.
  func name(of gift: Record) throws -> Localized {
    guard let giver = Gift.giver(of: gift) else { return DonorNames.somebody }
    guard agreed.contains(giver) else { return DonorNames.unnamed(gift) }
    if let name = known[giver] { return name }
    let name: String
    switch giver.kind {
    case Resident.kind.name.english: name = PersonName.masked(try reader.get(Resident.kind, giver)[Resident.name])
    case Shop.kind.name.english: name = try reader.get(Shop.kind, giver)[Shop.name]
    default: name = gift[Gift.name] ?? ""
    }
    published.append(name)
    known[giver] = Localized(same: name)
    return Localized(same: name)
  }

  private static let somebody = Localized("a supporter", "爱心人士")

  private static func unnamed(_ gift: Record) -> Localized {
    if gift[Gift.resident] != nil { return Localized("a resident", "爱心居民") }
    return gift[Gift.shop] == nil ? somebody : Localized("a shop", "爱心商户")
  }
}
