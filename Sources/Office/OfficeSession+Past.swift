import CommandLanguage
import Diagnostics
import Records
import Values

extension OfficeSession {
  /// Runs `body` on the records as they were at a moment, with the clock at it, inside a transaction that is taken back
  /// (decision 17).
  public func asOf<Result>(_ moment: Moment, _ body: () throws -> Result) throws -> Result {
    let day = Moment(now.date).endOfDay
    guard moment <= day else {
      throw Diagnostic(
        .dates, Localized("\(dayOrMoment(moment)) has not come yet", "\(dayOrMoment(moment)) 还没有到"),
        hint: Localized("as of looks back", "截至 只能查看过去"))
    }
    let (outerPast, outerEnd, present) = (past, store.journalEnd, state)
    defer {
      (past, store.journalEnd) = (outerPast, outerEnd)
      state = present
    }
    return try store.provisionally {
      let rewind = Rewind(store: store, schema: schema)
      let end = try rewind.lastEntry(asOf: moment)
      try rewind.run(to: end, poll: poll)
      (past, store.journalEnd) = (moment, end)
      setClock(min(moment, now))
      forgetLabels()
      return try body()
    }
  }

  /// A moment, or its day if it is the end of one.
  func dayOrMoment(_ moment: Moment) -> String {
    text(of: moment == moment.endOfDay ? .date(moment.date) : .moment(moment))
  }
}
