/// When the office is reminded of what is due.
public struct Reminders: Sendable {
  /// How many days before its end the office looks at a public notice again.
  public let noticeDays: Int
  /// How many days before its end a consent is asked for again.
  public let consentDays: Int
  /// How many months after it was given a consent is asked for again, although it has no end.
  public let consentMonths: Int
}
