import Diagnostics
import Presentation
import Records
import Values

/// A building's contact card (网格化服务管理联系卡), from the appointments in force on a date. Nothing stands on it that was
/// not agreed: a lead's phone only with his consent for this channel, else the hotline.
struct CardText {
  /// The width of a card in cells.
  static let width = 58

  /// What the card states, one fact a line; a posted card is stale when these change.
  let facts: [String]
  /// The consents on which it shows what it shows.
  let consents: [Reference]
  /// Who stands on it.
  private let appointments: [Reference]
  private let source: CardSource
  private let title: String
  private let range: String?
  private let people: [(role: String, person: String)]

  /// Gathers what a building's card states.
  init(of building: Record, from source: CardSource) throws {
    self.source = source
    let office = source.office
    let grid = try source.grid(of: building)
    let gridName = grid[Grid.name] ?? grid[Grid.code]
    title = [office[Community.subdistrict] ?? "", office[Community.name], " \(gridName)", building[Building.name]]
      .joined()
    range = grid[Grid.range]
    var people: [(String, String)] = []
    var consents: [Reference] = []
    var appointments: [Reference] = []
    let slots: [AppointmentRole] = [.gridChief, .gridManager, .buildingLead, .police]
    for role in slots {
      guard let appointment = try source.appointment(role, of: building) else {
        people.append((role.chineseName, "（空缺）☎ \(office[Community.hotline])（社区热线）"))
        continue
      }
      let (phone, note, basis) = try CardText.phone(of: appointment, source)
      consents += basis
      appointments.append(appointment.reference)
      let name = try Appointment.personName(of: appointment, in: source.reader)
      let manner = role == .buildingLead && appointment[Appointment.how] == .appointed ? "（社区委派）" : ""
      people.append((role.chineseName, "\(name)\(manner) ☎ \(phone)（\(note)）"))
    }
    self.people = people
    self.consents = consents
    self.appointments = appointments
    facts =
      [title, range ?? ""] + people.map { "\($0.0) \($0.1)" }
      + [office[Community.hotline], office[Community.supervision] ?? ""]
  }

  /// The phone that may be shown, why it may, and the consents that say so.
  private static func phone(of appointment: Record, _ source: CardSource) throws -> (String, String, [Reference]) {
    if let line = appointment[Appointment.dutyLine] { return (line, "工作", []) }
    if let resident = appointment[Appointment.resident],
      let phone = try source.reader.get(Resident.kind, resident)[Resident.phone]
    {
      let consents = try Consent.given(by: resident, .phone, .buildingCard, on: source.date, in: source.reader)
      if !consents.isEmpty { return (phone, "本人同意", consents.map(\.reference)) }
    }
    return (source.office[Community.hotline], "社区热线", [])
  }

  /// The card as text.
  var text: String {
    let office = source.office
    var box = TextBox(title: "网格化服务管理联系卡", width: CardText.width)
    box.add(title)
    if let range { box.add("范围  ", range) }
    box.addRule()
    for person in people { box.add(person.role.padded(to: 12), person.person) }
    box.addRule()
    box.add("服务  ", Profile.cn.services)
    box.add("监督  ", office[Community.supervision] ?? office[Community.hotline])
    box.add("紧急  ", Profile.cn.emergencyLines)
    box.add("\(source.date.exchangeText) 制，内容有变以最新版为准")
    return box.text
  }

  /// Cards as a document for everybody; about the building, or about the grid or office when they are several.
  static func document(of cards: [CardText], about subject: Reference, on date: CalendarDate) -> Document {
    let audience = Document.Audience.board(
      subject, by: .buildingCard, on: date, showing: Array(Set(cards.flatMap(\.appointments))))
    return Document(for: audience, [.verbatim(cards.map(\.text).joined(separator: "\n"))])
  }
}
