import Values

/// The numbers that may stand in a place of publication on a day: the office's own lines, the duty lines of those who
/// serve, phones whose owners agreed, and the numbers of a fund's papers, which may look like phones.
struct PublicNumbers {
  /// The place; without one nobody's own number may stand there.
  let channel: ConsentChannel?
  let date: CalendarDate
  let reader: any RecordReader

  /// The office's own lines.
  func office() throws -> Set<String> {
    guard let office = try Community.find(in: reader) else { return [] }
    return Set([office[Community.hotline]] + [office[Community.supervision]].compactMap { $0 })
  }

  /// What an appointment, a resident or a shop allows.
  func numbers(of record: Reference) throws -> [String] {
    if record.kind == Appointment.kind.name.english {
      let appointment = try reader.get(Appointment.kind, record)
      guard Appointment.isInForce(appointment, on: date) else { return [] }
      let person = try appointment[Appointment.resident].map { try numbers(of: $0) }
      return [appointment[Appointment.dutyLine]].compactMap { $0 } + (person ?? [])
    }
    guard let channel, try Consent.isGiven(by: record, .phone, channel, on: date, in: reader) else { return [] }
    return try phone(of: record).map { [$0] } ?? []
  }

  /// Every number that anybody allows in a document about a record.
  func all(about subject: Reference) throws -> Set<String> {
    let lines = try reader.all(
      Appointment.kind, Condition(Appointment.dutyLine.declaration.name.english, .notEqual, .none))
    var numbers = Set(lines.filter { Appointment.isInForce($0, on: date) }.compactMap { $0[Appointment.dutyLine] })
    if subject.kind == Fund.kind.name.english {
      for gift in try reader.all(Gift.kind, .equal(Gift.fund, subject)) { numbers.insert(gift[Gift.slip]) }
      for expense in try reader.all(Expense.kind, .equal(Expense.fund, subject)) {
        // What is somebody's phone is no number of a paper.
        let voucher = expense[Expense.voucher]
        if try !isPhoneOnRecord(voucher) { numbers.insert(voucher) }
      }
    }
    guard let channel else { return numbers }
    for subject in try Consent.subjects(.phone, channel, on: date, in: reader) {
      if let phone = try phone(of: subject) { numbers.insert(phone) }
    }
    return numbers
  }

  private func isPhoneOnRecord(_ text: String) throws -> Bool {
    guard let number = Phone(text)?.number else { return false }
    return try reader.first(Resident.kind, .equal(Resident.phone, number)) != nil
      || reader.first(Shop.kind, .equal(Shop.phone, number)) != nil
  }

  private func phone(of subject: Reference) throws -> String? {
    subject.kind == Shop.kind.name.english
      ? try reader.get(Shop.kind, subject)[Shop.phone] : try reader.get(Resident.kind, subject)[Resident.phone]
  }
}
