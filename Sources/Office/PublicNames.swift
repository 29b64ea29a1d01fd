import Diagnostics
import Records
import Values

/// Names in what is made public about a meeting (minutes, notices): whole for who agreed to that, else the surname and
/// stars, also where a name stands in the text of a motion (Personal Information Protection Law, art. 25).
struct PublicNames {
  /// Who agreed to be named.
  private let agreed: Set<Reference>
  /// The names of the others, however they are written.
  private let unnamed: PersonalText
  private let reader: any RecordReader

  /// Gathers the people of a meeting: who is on its roll, came to it or moved a motion, and residents of the names in
  /// `others`, such as its chair's.
  init(at meeting: Record, others: [String?] = [], on date: CalendarDate, in reader: any RecordReader) throws {
    self.reader = reader
    let agreed = try Consent.subjects(.name, .minutes, on: date, in: reader)
    self.agreed = agreed
    var residents = Set(
      try reader.all(RollEntry.kind, .equal(RollEntry.meeting, meeting.reference)).map { $0[RollEntry.resident] })
    for attendance in try reader.all(Attendance.kind, .equal(Attendance.meeting, meeting.reference)) {
      residents.insert(attendance[Attendance.resident])
    }
    for motion in try reader.all(Motion.kind, .equal(Motion.meeting, meeting.reference)) {
      if let mover = motion[Motion.mover] { residents.insert(mover) }
    }
    for name in others.compactMap({ $0 }) {
      for resident in try reader.all(Resident.kind, .equal(Resident.name, PersonalText.name(in: name))) {
        residents.insert(resident.reference)
      }
    }
    var people: [String: [Reference]] = [:]
    for resident in residents {
      people[try reader.get(Resident.kind, resident)[Resident.name], default: []].append(resident)
    }
    var unnamed = PersonalText()
    // A longer name is looked for before one that is part of it; of two of one name both must agree.
    for (name, residents) in people.sorted(by: { ($1.key.count, $0.key) < ($0.key.count, $1.key) })
    where !agreed.isSuperset(of: residents) {
      unnamed.add(name: name, as: PersonName.masked(name))
    }
    self.unnamed = unnamed
  }

  /// A text with the names of those masked who did not agree to be named.
  func masked(_ text: String) -> String { unnamed.removed(from: text) ?? text }

  /// Somebody's name, if he agreed to be named.
  func name(of resident: Reference) throws -> String? {
    agreed.contains(resident) ? try reader.get(Resident.kind, resident)[Resident.name] : nil
  }
}
