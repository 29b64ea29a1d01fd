import Diagnostics
import Presentation
import Records

/// What layouts and templates may show of a card, by name. One list for both; docs/cards.md explains it.
struct CardFields {
  /// Their names. `person1` to `person4` are the roles in order; a grid's card has three of them.
  static let names: Set<String> = Set(
    ["heading", "title", "range", "community", "hotline", "supervision", "services", "emergency", "issued", "version"]
      + ["date", "door", "hotline-label", "supervision-label", "services-label", "emergency-label", "people"]
      + (1...4).flatMap { ["role\($0)", "name\($0)", "phone\($0)", "note\($0)"] })

  /// The values by name.
  let values: [String: String]
  private let people: [[String: String]]

  /// Gathers the values of a card.
  init(_ card: Card, in language: Language) {
    var values: [String: String] = [
      "heading": Card.heading[language], "title": card.title, "range": card.range ?? "", "community": card.community,
      "hotline": card.hotline, "supervision": card.supervision, "services": Profile.cn.services[language],
      "emergency": Profile.cn.emergencyLines[language], "issued": card.issued[language],
      "version": "\(card.version)", "date": card.date.exchangeText,
      "hotline-label": Localized("Hotline", "热线")[language],
      "supervision-label": Localized("Complaints", "监督")[language],
      "services-label": Localized("Services", "服务")[language],
      "emergency-label": Localized("Emergency", "紧急")[language],
    ]
    var people: [[String: String]] = []
    for (index, person) in card.people.enumerated() {
      let fields = [
        "role": person.role[language], "name": person.name[language], "phone": person.phone,
        "note": person.note[language],
      ]
      people.append(fields)
      for (name, value) in fields { values["\(name)\(index + 1)"] = value }
    }
    values["people"] = card.people.map { "\($0.role[language]) \($0.line[language])" }.joined(separator: "\n")
    self.values = values
    self.people = people
  }

  /// What a template is filled with. `people` is a list there: `{{#people}}{{role}} {{name}}{{/people}}`.
  func context(door: String?) -> [String: Any] {
    var context: [String: Any] = values.filter { $0.key != "people" && !$0.value.isEmpty }
    context["people"] = people
    if let door { context["door"] = door }
    return context
  }
}
