import Diagnostics
import Values

extension Motion {
  /// Says who carries a motion out, and by when.
  public static func assign(_ motion: Record, to executor: String?, by day: CalendarDate?, in writer: RecordWriter)
    throws -> Record
  {
    guard motion[outcome] == .carried, motion[revoked] == nil else {
      throw Diagnostic(
        .state, Localized("\(motion[number]) has not been carried", "\(motion[number]) 尚未通过"),
        hint: Localized("only what was carried is carried out", "只有通过的议题才需执行"), subject: "motion")
    }
    guard executor != nil || day != nil else {
      throw Diagnostic(
        .missingValue, Localized("neither who nor by when is said", "执行人和期限均未写明"),
        hint: Localized("add executor=… or due=…", "请加 执行人=… 或 执行期限=…"), subject: "motion")
    }
    if let day, day.last < (try voteDay(of: motion, in: writer.store)) {
      throw Diagnostic(
        .dates, Localized("the day lies before the vote", "期限早于表决日期"), subject: "due")
    }
    return try writer.change(motion) {
      if let executor { $0[self.executor] = executor }
      if let day { $0[due] = day }
    }
  }

  /// Records that a motion in force was carried out, and what came of it.
  ///
  /// - Parameter day: when; today unless given.
  public static func finish(_ motion: Record, _ outcome: String, on day: CalendarDate?, in writer: RecordWriter) throws
    -> Record
  {
    let state = try state(of: motion, on: writer.today, in: writer.store)
    guard state == .inForce, motion[done] == nil else {
      let isDone = motion[done] != nil
      throw Diagnostic(
        .state,
        isDone
          ? Localized("\(motion[number]) has been carried out", "\(motion[number]) 已执行")
          : Localized("\(motion[number]) is \(state.rawValue)", "\(motion[number]) 当前“\(state.chineseName)”"),
        hint: isDone ? nil : Localized("what is in force is carried out", "生效后方可执行"), subject: "motion")
    }
    let date = day ?? writer.today
    guard date <= writer.today, date >= (try voteDay(of: motion, in: writer.store)) else {
      throw Diagnostic(
        .dates, Localized("it is carried out between its vote and today", "执行日期须在表决之后、今天之前"), subject: "on")
    }
    return try writer.change(motion) {
      $0[done] = date
      $0[result] = outcome
    }
  }
}
