import Values

/// Who takes part in a meeting just now, and how. Whether that counts is a matter of each body's rule.
struct Presence {
  /// Who is there himself.
  let inPerson: Set<Reference>
  /// Who votes for whom: the holder of each member who gave a proxy.
  let holders: [Reference: Reference]
  /// Whose vote came in writing.
  let written: Set<Reference>

  /// Reads who takes part: everybody who has signed in and not out.
  init(at meeting: Reference, in reader: any RecordReader) throws {
    try self.init(Attendance.open(at: meeting, in: reader))
  }

  /// Takes attendances for present.
  init(_ attendances: [Record]) {
    func people(_ mode: AttendanceMode) -> [Record] { attendances.filter { $0[Attendance.mode] == mode } }
    inPerson = Set(people(.inPerson).map { $0[Attendance.resident] })
    written = Set(people(.written).map { $0[Attendance.resident] })
    var holders: [Reference: Reference] = [:]
    for attendance in people(.proxy) { holders[attendance[Attendance.resident]] = attendance[Attendance.holder] }
    self.holders = holders
  }

  /// Whether a member counts as present for a body with this rule and roll. A proxy counts while its holder is there
  /// and on the roll himself.
  func includes(_ member: Reference, _ rule: MeetingRule, roll: Set<Reference>) -> Bool {
    if inPerson.contains(member) { return true }
    if rule.writtenVotes, written.contains(member) { return true }
    guard rule.proxies.limit(of: roll.count) != 0, let holder = holders[member] else { return false }
    return inPerson.contains(holder) && roll.contains(holder)
  }

  /// How many votes somebody holds for members on a roll.
  func held(by holder: Reference, roll: Set<Reference>) -> Int {
    holders.count { $0.value == holder && roll.contains($0.key) }
  }
}
