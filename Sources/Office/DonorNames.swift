import Diagnostics
import Records
import Values

/// The names under which gifts may be shown to the public on a day: those of residents, shops and others who agreed then,
/// a resident's masked. Whoever withdrew his consent is not named any more, whenever he gave.
final class DonorNames {
  private let agreed: Set<Reference>
  private let reader: any RecordReader
  private var known: [Reference: Localized] = [:]

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
    known[giver] = Localized(same: name)
    return Localized(same: name)
  }

  /// What finds the people who gave in the other texts of a notice, and puts there what its list shows of them.
  func masks(for gifts: [Record]) throws -> PersonalText {
    var shown: [String: String] = [:]
    for gift in gifts {
      guard let giver = Gift.giver(of: gift), giver.kind != Shop.kind.name.english else { continue }
      let isResident = giver.kind == Resident.kind.name.english
      let name = isResident ? try reader.get(Resident.kind, giver)[Resident.name] : gift[Gift.name] ?? ""
      // Of two of one name both must agree.
      let isAgreed = agreed.contains(giver) && shown[name] != DonorNames.hidden
      shown[name] = !isAgreed ? DonorNames.hidden : isResident ? PersonName.masked(name) : name
    }
    var masks = PersonalText()
    for (name, substitute) in shown.sorted(by: { ($1.key.count, $0.key) < ($0.key.count, $1.key) }) {
      masks.add(name: name, as: substitute)
    }
    return masks
  }

  private static let hidden = "***"
  private static let somebody = Localized("a supporter", "爱心人士")

  private static func unnamed(_ gift: Record) -> Localized {
    if gift[Gift.resident] != nil { return Localized("a resident", "爱心居民") }
    return gift[Gift.shop] == nil ? somebody : Localized("a shop", "爱心商户")
  }
}
