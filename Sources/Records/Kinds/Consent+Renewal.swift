import Values

extension Consent {
  /// Consents that count today and should be asked for again: those that end soon, and those given long ago.
  ///
  /// Nothing is asked for again that another consent of the same person, datum and channel carries on.
  ///
  /// - Returns: each with the day on which it ends or came of age, the earliest first.
  public static func renewals(on today: CalendarDate, in reader: any RecordReader) throws -> [(Record, CalendarDate)] {
    struct Matter: Hashable {
      let subject: Reference
      let datum: ConsentDatum
      let channel: ConsentChannel
    }
    let reminders = Profile.cn.reminders
    var due: [Matter: (consent: Record, day: CalendarDate)] = [:]
    for consent in try reader.all(kind, .equal(withdrawn, nil)) {
      guard let subject = subject(of: consent), let day = renewalDay(of: consent),
        [.given, .upcoming].contains(try status(of: consent, on: today, in: reader))
      else { continue }
      let matter = Matter(subject: subject, datum: consent[datum], channel: consent[channel])
      // The consent that lasts longest decides.
      if due[matter].map({ $0.day < day }) ?? true { due[matter] = (consent, day) }
    }
    let limit = today.adding(days: reminders.consentDays)
    return due.values.filter { $0.day <= limit }.sorted { ($0.day, $0.consent.id) < ($1.day, $1.consent.id) }
      .map { ($0.consent, $0.day) }
  }

  /// The day until which nobody needs to ask again: its last, but no later than the profile's months after it was given.
  private static func renewalDay(of consent: Record) -> CalendarDate? {
    let age = consent[from]?.moved(months: Profile.cn.reminders.consentMonths)
    return [age, consent[until]?.last].compactMap { $0 }.min()
  }
}
