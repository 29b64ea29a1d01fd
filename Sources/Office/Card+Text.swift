import Diagnostics
import Presentation
import Records

extension Card {
  /// The width of a card in cells.
  static let width = 58

  /// A card as text in two parts, between which a door may stand.
  struct Block {
    /// From the upper edge to the place.
    let head: String
    /// What follows.
    let tail: String

    /// The card without a door.
    var text: String { head + tail }

    /// The card of a door.
    func text(door: String) -> String { head + TextBox.framed(door, width: Card.width) + tail }
  }

  /// The card as text.
  func block(in language: Language) -> Block {
    func word(_ english: String, _ chinese: String) -> String { Localized(english, chinese)[language] }
    let label = language == .chinese ? 6 : 12
    var box = TextBox(title: Card.heading[language], width: Card.width)
    box.add(title)
    let headLines = 1 + box.lineCount
    if let range { box.add(word("Range", "范围").padded(to: label), range) }
    box.addRule()
    for person in people {
      box.add(person.role[language].padded(to: language == .chinese ? 12 : 18), person.line[language])
    }
    box.addRule()
    box.add(word("Services", "服务").padded(to: label), Profile.cn.services[language])
    box.add(word("Complaints", "监督").padded(to: label), supervision)
    box.add(word("Emergency", "紧急").padded(to: label), Profile.cn.emergencyLines[language])
    box.add(issued[language])
    let text = box.text
    var head = text.startIndex
    for _ in 0..<headLines { head = text[head...].firstIndex(of: "\n").map(text.index(after:)) ?? text.endIndex }
    return Block(head: String(text[..<head]), tail: String(text[head...]))
  }

  /// What a card is called.
  static let heading = Localized("Your contacts", "网格化服务管理联系卡")
}
