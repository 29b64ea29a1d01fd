import Values

/// The words by which texts tell of one resident: the names, phones and doors that his record has and had, as far as the
/// journal still knows them.
struct KnownWords {
  /// His names.
  private(set) var names = PersonalText()
  /// His phone numbers.
  private(set) var phones = PersonalText()
  /// Both.
  private(set) var text = PersonalText()
  /// Both, and the doors behind which he lived.
  private(set) var textAndDoor = PersonalText()
  /// The names and numbers as they were kept.
  private(set) var words: [String] = []
  private var spelled: Set<String> = []

  /// Gathers the words.
  init(of person: Record, in store: any RecordStore) throws {
    var states = [person]
    let entries = try store.journal(JournalQuery(subject: person.reference))
    while let entry = try entries.next() {
      for content in [entry.before, entry.after] where entry.isChange {
        var state = Record(Resident.kind)
        for (slot, value) in try RecordText.values(in: content, of: Resident.kind) { state.values[slot] = value }
        states.append(state)
      }
    }
    // A change tells only what differs: a new room is behind the door of the same building.
    let buildings = Set(states.compactMap { $0[Resident.building] })
    let units = Set(states.map { $0[Resident.unit] })
    let rooms = Set(states.compactMap { $0[Resident.room] })
    let substitute = "R\(person.id)"
    let nameSlot = Resident.kind.slot(of: Resident.name.declaration)
    for name in Set(states.compactMap { $0.values[nameSlot].text }).sorted() {
      spelled.insert(PersonName.normalized(name))
      words.append(name)
      names.add(name: name, as: substitute)
      text.add(name: name, as: substitute)
      textAndDoor.add(name: name, as: substitute)
    }
    for phone in Set(states.compactMap { $0[Resident.phone] }).sorted() {
      words.append(phone)
      phones.add(phone: phone)
      text.add(phone: phone)
      textAndDoor.add(phone: phone)
    }
    for building in buildings {
      guard let name = try store.record(Building.kind, id: building.id)?[Building.name] else { continue }
      for room in rooms {
        for unit in units { textAndDoor.add(building: name, unit: unit, room: room) }
      }
    }
  }

  /// Whether a text is one of his names and nothing else.
  func isName(_ text: String) -> Bool { spelled.contains(PersonName.normalized(text)) }
}

extension Value {
  fileprivate var text: String? {
    if case .text(let text) = self { return text }
    return nil
  }
}
