import Diagnostics
import Records
import Values

extension DiagnosticCode {
  /// The clock on the wall is behind the journal.
  public static let clockBehind = DiagnosticCode(
    "E-CLOCK-BEHIND", "The machine's clock is behind what the journal's last entry says.", "机器时钟落后于日志最后一条的时间。",
    mend: Localized(
      "Look at the machine's clock and time zone (date in another terminal) before you change anything: entries, receipts and deadlines take their day from it. The office goes on all the same; if it was the last entry whose clock was wrong, nothing is to be done.",
      "改动之前请先核对机器的时钟和时区（在另一终端中输入 date）：日志、收据和期限都以其为准。办公室仍可照常使用；如是最后一条当时的时钟有误，则无须处理。"),
    example: .situation(
      "The machine's battery was empty, and its clock began anew in an earlier year.", "机器电池耗尽，时钟回到了较早的年份。"))
}

extension OfficeSession {
  /// How many seconds a clock may go back without a word: as many as summer time takes.
  private static let clockTolerance = 3_600

  /// Makes sure that the clock on the wall is not behind the journal's last entry. A demonstration has a clock of its own.
  ///
  /// - Throws: ``DiagnosticCode/clockBehind``, which keeps nobody from working.
  public func checkClock() throws {
    let now = environment.clock()
    guard !isTemporary, let last = try store.journal(JournalQuery(order: .newestFirst, limit: 1)).next(),
      last.moment.seconds - now.seconds > OfficeSession.clockTolerance, try !Community.isDemonstration(in: store)
    else { return }
    let (shown, noted) = (text(of: .moment(now)), text(of: .moment(last.moment)))
    throw Diagnostic(
      .clockBehind,
      Localized(
        "the clock shows \(shown), but entry \(last.number) of the journal is from \(noted)",
        "时钟显示 \(shown)，但日志第 \(last.number) 条写于 \(noted)"),
      hint: Localized("look at the machine's clock and time zone before you change anything", "改动之前请先核对机器的时钟和时区"))
  }
}
