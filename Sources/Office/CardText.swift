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
  private let office: Record
  private let title: String
  private let range: String?
  private let people: [(role: String, person: String)]
  private let date: CalendarDate
  private let phones: Set<String>

  /// Gathers what a building's card states on a date.
  init(of building: Record, on date: CalendarDate, in reader: any RecordReader) throws {
    self.date = date
    office = try Community.require(in: reader)
    let grid = try reader.get(Grid.kind, building[Building.grid])
    let gridName = grid[Grid.name] ?? grid[Grid.code]
    title = [office[Community.subdistrict] ?? "", office[Community.name], " \(gridName)", building[Building.name]]
      .joined()
    range = grid[Grid.range]
    var allowed: Set<String> = [office[Community.hotline]]
    if let line = office[Community.supervision] { allowed.insert(line) }
    var people: [(String, String)] = []
    let slots: [AppointmentRole] = [.gridChief, .gridManager, .buildingLead, .police]
    for role in slots {
      let place = role == .buildingLead ? building.reference : grid.reference
      let appointment = try Appointment.serving(role, of: place, on: date, in: reader)
      guard let appointment else {
        people.append((role.chineseName, "（空缺）☎ \(office[Community.hotline])（社区热线）"))
        continue
      }
      let (phone, note) = try CardText.phone(of: appointment, on: date, office, reader)
      allowed.insert(phone)
      let name = try Appointment.personName(of: appointment, in: reader)
      let manner = role == .buildingLead && appointment[Appointment.how] == .appointed ? "（社区委派）" : ""
      people.append((role.chineseName, "\(name)\(manner) ☎ \(phone)（\(note)）"))
    }
    self.people = people
    phones = allowed
    facts =
      [title, range ?? ""] + people.map { "\($0.0) \($0.1)" }
      + [office[Community.hotline], office[Community.supervision] ?? ""]
  }

  /// The phone that may be shown, and why it may.
  private static func phone(
    of appointment: Record, on date: CalendarDate, _ office: Record, _ reader: any RecordReader
  ) throws -> (String, String) {
    if let line = appointment[Appointment.dutyLine] { return (line, "工作") }
    if let resident = appointment[Appointment.resident],
      let phone = try reader.get(Resident.kind, resident)[Resident.phone],
      try Consent.isGiven(by: resident, .phone, .buildingCard, on: date, in: reader)
    {
      return (phone, "本人同意")
    }
    return (office[Community.hotline], "社区热线")
  }

  /// The card as text; refused if anything on it may not be published.
  func text() throws -> String {
    var box = TextBox(title: "网格化服务管理联系卡", width: CardText.width)
    box.add(title)
    if let range { box.add("范围  ", range) }
    box.addRule()
    for person in people { box.add(person.role.padded(to: 12), person.person) }
    box.addRule()
    box.add("服务  ", Profile.cn.services)
    box.add("监督  ", office[Community.supervision] ?? office[Community.hotline])
    box.add("紧急  ", Profile.cn.emergencyLines)
    box.add("\(date.exchangeText) 制，内容有变以最新版为准")
    let text = box.text
    try PublicText.check(text, phones: phones, names: [])
    return text
  }
}
