import Diagnostics
import Presentation
import Records
import Values

/// What a contact card (网格化服务管理联系卡) of a building or a grid states, from the appointments in force on a date.
/// Nothing stands on it that was not agreed: a person's phone only with his consent for this channel, else the hotline.
struct Card {
  /// Somebody who looks after the place, or the vacant role.
  struct Person {
    let role: Localized
    /// The name, or that nobody serves.
    let name: Localized
    /// The name alone.
    let plainName: String
    /// The number under which one is reached.
    let phone: String
    /// Whose number it is, and why it may be shown.
    let note: Localized
    /// Whether the number is the person's own: a duty line, or a phone that was agreed.
    let hasOwnPhone: Bool
    /// The appointment; nothing if nobody serves.
    var appointment: Reference?

    /// Whether it is the lead of this building, and no officer of the whole grid.
    var isLead = false

    /// Whether nobody serves.
    var isVacant: Bool { appointment == nil }
  }

  /// The building or grid.
  let place: Reference
  /// Community, grid and building.
  let title: String
  /// What the grid covers.
  let range: String?
  /// The roles, in the order of their rank.
  let people: [Person]
  /// The community's name.
  let community: String
  /// The line for everything.
  let hotline: String
  /// The line for complaints.
  let supervision: String
  /// Which edition it is: 1 for the first that was posted, one more for each that said something else.
  let version: Int
  /// The day as of which it speaks.
  let date: CalendarDate
  /// What it states, one fact a line; a posted card is stale when these change.
  let facts: [String]
  /// The consents on which it shows what it shows.
  let consents: [Reference]
  /// Who stands on it.
  let appointments: [Reference]
  private let remark: Localized?
  /// The words of the records of which its lines are made, each by itself: a number that ends one of them and the number
  /// of a building behind it would look like another in the line.
  private let words: [String]

  /// Gathers what a building's or a grid's card states.
  init(of place: Record, from source: CardSource) throws {
    let office = source.office
    let isBuilding = place.kind.name == Building.kind.name
    let grid = isBuilding ? try source.grid(of: place) : place
    let gridName = grid[Grid.name] ?? grid[Grid.code]
    self.place = place.reference
    date = source.date
    remark = source.remark
    community = TerminalText.safe(office[Community.name])
    words = [
      office[Community.subdistrict] ?? "", office[Community.name], gridName, isBuilding ? place[Building.name] : "",
    ]
    title = TerminalText.safe(
      [
        office[Community.subdistrict] ?? "", office[Community.name], " \(gridName)",
        isBuilding ? place[Building.name] : "",
      ].joined())
    range = grid[Grid.range].map(TerminalText.safe)
    hotline = office[Community.hotline]
    supervision = office[Community.supervision] ?? office[Community.hotline]
    var people: [Person] = []
    var consents: [Reference] = []
    var appointments: [Reference] = []
    let roles: [AppointmentRole] = [.gridChief, .gridManager] + (isBuilding ? [.buildingLead] : []) + [.police]
    for role in roles {
      let name = Localized(Card.english(role), role.chineseName)
      guard let appointment = try source.appointment(role, of: place, in: grid) else {
        people.append(
          Person(
            role: name, name: Localized("(vacant)", "（空缺）"), plainName: "", phone: office[Community.hotline],
            note: Localized("community hotline", "社区热线"), hasOwnPhone: false))
        continue
      }
      let (phone, note, basis) = try Card.phone(of: appointment, source)
      consents += basis ?? []
      appointments.append(appointment.reference)
      let person = TerminalText.safe(try Appointment.personName(of: appointment, in: source.reader))
      let isSent = role == .buildingLead && appointment[Appointment.how] == .appointed
      people.append(
        Person(
          role: name, name: Localized(person + (isSent ? " (appointed)" : ""), person + (isSent ? "（社区委派）" : "")),
          plainName: person, phone: phone, note: note, hasOwnPhone: basis != nil, appointment: appointment.reference,
          isLead: role == .buildingLead))
    }
    self.people = people
    self.consents = consents
    self.appointments = appointments
    let facts =
      [title, range ?? ""] + people.map { "\($0.role.chinese) \($0.line.chinese)" }
      + [office[Community.hotline], office[Community.supervision] ?? ""]
    self.facts = facts
    version = isBuilding ? try CardPosting.version(of: facts, for: place.reference, in: source.reader) : 1
  }

  /// The phone that may be shown, why it may, and the consents that say so; no list of them if it is the office's.
  private static func phone(
    of appointment: Record, _ source: CardSource
  ) throws -> (String, Localized, [Reference]?) {
    if let line = appointment[Appointment.dutyLine] { return (line, Localized("duty line", "工作"), []) }
    if let resident = appointment[Appointment.resident],
      let phone = try source.reader.get(Resident.kind, resident)[Resident.phone]
    {
      let consents = try Consent.given(by: resident, .phone, .buildingCard, on: source.date, in: source.reader)
      if !consents.isEmpty { return (phone, Localized("with consent", "本人同意"), consents.map(\.reference)) }
    }
    return (source.office[Community.hotline], Localized("community hotline", "社区热线"), nil)
  }

  private static func english(_ role: AppointmentRole) -> String {
    switch role {
    case .gridChief: "Grid chief"
    case .gridManager: "Grid manager"
    case .buildingLead: "Building lead"
    case .police: "Auxiliary police"
    }
  }

  /// The line that says of when the card is.
  var issued: Localized {
    remark
      ?? Localized(
        "Edition \(version), \(date.exchangeText); a newer card replaces it",
        "第\(version)版，\(date.exchangeText) 制，内容有变以最新版为准")
  }

  /// Who may be put into a telephone: those whose own number stands on the card.
  ///
  /// - Parameter seen: the appointments of those who are in the file already.
  func vCards(except seen: inout Set<Reference>) -> [VCard] {
    people.filter { person in person.hasOwnPhone && person.appointment.map { seen.insert($0).inserted } ?? false }.map {
      VCard(
        name: $0.plainName, phone: $0.phone, organization: community, title: $0.role.chinese,
        note: $0.isLead ? title : nil)
    }
  }

  /// What it says, one statement each and in no line's breaks: what the check of what may be published reads.
  var statements: [String] { words + [title, range ?? ""] + people.map(\.line.chinese) }

  /// The office itself.
  var officeVCard: VCard { VCard(name: community, phone: hotline, organization: community, title: "社区热线") }

  /// What the card's code holds: whoever lives nearest and agreed, else the office.
  var code: String {
    let person = people.first { $0.hasOwnPhone && $0.isLead } ?? people.first(where: \.hasOwnPhone)
    guard let person else { return officeVCard.text(.three) }
    return VCard(name: person.plainName, phone: person.phone, organization: community, title: person.role.chinese)
      .text(.three)
  }
}

extension Card.Person {
  /// Name and number in one line.
  var line: Localized {
    Localized(
      "\(name.english) ☎ \(phone) (\(note.english))", "\(name.chinese)\(isVacant ? "" : " ")☎ \(phone)（\(note.chinese)）"
    )
  }
}
