import Diagnostics
import Values

extension Opinion {
  /// Refers an opinion to those whose matter it is: a crime to the police, a repair to the property company.
  ///
  /// - Parameter day: when it went there; today unless given.
  public static func refer(_ opinion: Record, to office: String, on day: CalendarDate? = nil, in writer: RecordWriter)
    throws -> Record
  {
    let date = day ?? writer.today
    guard date <= writer.today, date >= (opinion[self.date] ?? date) else {
      throw Diagnostic(
        .dates, Localized("it is referred between its coming and today", "转交日期须在反映之后、今天之前"), subject: "on")
    }
    return try advance(opinion, to: .referred, from: [.new, .accepted], in: writer) {
      $0[referredTo] = office
      $0[referredOn] = date
      $0[reply] = nil
      $0[replied] = nil
    }
  }

  /// Records what the office replied that an opinion was referred to.
  ///
  /// - Parameters:
  ///   - isReturned: whether it says that the matter is not its own, so that the opinion is to be dealt with here.
  ///   - day: when it replied; today unless given.
  public static func reply(
    to opinion: Record, _ words: String, isReturned: Bool, on day: CalendarDate? = nil, in writer: RecordWriter
  ) throws -> Record {
    let date = day ?? writer.today
    guard date <= writer.today, date >= (opinion[referredOn] ?? date) else {
      throw Diagnostic(
        .dates, Localized("a reply comes between the referral and today", "回复日期须在转交之后、今天之前"), subject: "on")
    }
    return try advance(opinion, to: isReturned ? .accepted : .referred, from: [.referred], in: writer) {
      $0[reply] = words
      $0[replied] = date
      if isReturned { $0[resumed] = date }
    }
  }
}
