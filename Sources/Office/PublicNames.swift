import Diagnostics
import Records
import Values

/// Names in what is made public about a meeting (minutes, notices): whole for who agreed to that, else the surname and
/// stars, also where a name stands in the text of a motion (Personal Information Protection Law, art. 25).
struct PublicNames {
  /// The people of the meeting by name; two may share one.
  private let people: [(name: String, residents: [Reference])]
  private let date: CalendarDate
  private let reader: any RecordReader

  /// Gathers the people of a meeting: who is on its roll, came to it or moved a motion, and residents of the names in
  /// `others`, such as its chair's.
  init(at meeting: Record, others: [String?] = [], on date: CalendarDate, in reader: any RecordReader) throws {
    self.date = date
    self.reader = reader
    var residents = Set(
      try reader.all(RollEntry.kind, .equal(RollEntry.meeting, meeting.reference)).map { $0[RollEntry.resident] })
    for attendance in try reader.all(Attendance.kind, .equal(Attendance.meeting, meeting.reference)) {
      residents.insert(attendance[Attendance.resident])
    }
    for motion in try reader.all(Motion.kind, .equal(Motion.meeting, meeting.reference)) {
      if let mover = motion[Motion.mover] { residents.insert(mover) }
    }
    for name in others.compactMap({ $0 }) {
      for resident in try reader.all(Resident.kind, .equal(Resident.name, name)) {
        residents.insert(resident.reference)
      }
    }
    var people: [String: [Reference]] = [:]
    for resident in residents {
      people[try reader.get(Resident.kind, resident)[Resident.name], default: []].append(resident)
    }
    // A longer name is looked for before one that is part of it.
    self.people = people.filter { $0.key.count > 1 }.map { ($0.key, $0.value) }.sorted {
      ($1.name.count, $0.name) < ($0.name.count, $1.name)
    }
  }

  /// A text with the names of those masked who did not agree to be named.
  func masked(_ text: String) throws -> String {
    try people.reduce(text) { text, person in
      guard text.contains(person.name), try !isAgreed(person.residents) else { return text }
      return text.replacing(person.name, with: PersonName.masked(person.name))
    }
  }

  /// Somebody's name, if he agreed to be named.
  func name(of resident: Reference) throws -> String? {
    try isAgreed([resident]) ? try reader.get(Resident.kind, resident)[Resident.name] : nil
  }

  private func isAgreed(_ residents: [Reference]) throws -> Bool {
    try residents.allSatisfy { try Consent.isGiven(by: $0, .name, .minutes, on: date, in: reader) }
  }
}
