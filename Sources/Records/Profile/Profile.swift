import Diagnostics
import Values

/// What differs from place to place and year to year: rules, clocks and lists, as data with their sources.
public struct Profile: Sendable {
  /// The rules that a body may work by.
  public let meetingRules: [MeetingRule]
  /// For how many days at least a decision hangs out.
  public let noticeDays: Int
  /// For how many days who gave may have the gift back after the use of the money was changed.
  public let refundDays: Int
  /// Within how many days of its vote a decision is hung out.
  public let postingDays: Int
  /// Within how many days an objection is answered.
  public let replyDays: Int
  /// What opinions are about.
  public let opinionCategories: [Choice]
  /// Within how many days an opinion is dealt with.
  public let opinionDays: Int
  /// Within how many days the office that an opinion was referred to should have replied.
  public let referralDays: Int
  /// From which age on somebody may be appointed.
  public let adultAge: Int
  /// How many days before its end a term counts as ending soon.
  public let termNoticeDays: Int
  /// Words that stand for what is not kept about anybody.
  public let sensitiveWords: [String]
  /// The emergency and service lines that a card prints.
  public let emergencyLines: Localized
  /// What the office does for people, as a card prints it.
  public let services: Localized

  /// When the office is reminded of what is due.
  public let reminders: Reminders
  /// How long personal values are kept.
  public let retention: Retention
  /// Below how many a count of persons is not told in public.
  public let smallCount: Int

  /// The rule of a name.
  public func rule(_ choice: Choice) -> MeetingRule? { meetingRules.first { $0.choice == choice } }
}
