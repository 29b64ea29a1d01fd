import CommandLanguage
import Diagnostics
import Records
import Values

extension DiagnosticCode {
  /// The clock of a real office cannot be set.
  public static let clock = DiagnosticCode(
    "E-CLOCK", "Only the clock of a demonstration office or one in memory may be set.", "只有演示办公室或内存办公室的时钟可以设定。",
    mend: Localized(
      "A real office follows the wall clock. Give the date to the command instead: on=…, date=…, from=….",
      "真实办公室以实际时间为准。请在命令中写明日期：日期=…、起=…。"),
    example: .situation(
      "clock set \"2020-07-01 09:00\" is typed in an office that was made without demo=yes.",
      "在未以 演示=是 建立的办公室里输入 时钟 设定 \"2020-07-01 09:00\"。"))
}

/// The clock: real offices follow the wall clock, demonstrations may set theirs.
enum ClockCommands {
  static let all = [set, show]

  private static let noun = Name("clock", "时钟")
  /// The setting in which a demonstration office keeps its clock.
  private static let setting = "clock"
  private static let moment = Field<Moment>(
    "at", "时刻", "Date and time; the clock stands still there.", "日期和时间；时钟停在此刻。")

  /// The clock that a demonstration office was last set to.
  static func savedClock(in store: any RecordStore) throws -> Moment? {
    guard let text = try store.setting(setting), case .moment(let moment)? = try? ValueType.moment.value(exchange: text)
    else { return nil }
    return moment
  }

  static let set = OfficeCommand(
    CommandDeclaration(
      noun, Name("set", "设定"),
      Localized(
        "Sets the clock of a demonstration office; it stands still until it is set again.", "设定演示办公室的时钟；时钟停住，直到再次设定。"),
      parameters: [.positional(moment)], effect: .writes, result: .value(.moment),
      examples: [Example("clock set \"2020-12-31 09:00\"", "It is the last day of 2020.", "现在是2020年最后一天。")])
  ) { session, arguments in
    guard try session.isTemporary || Community.isDemonstration(in: session.store) else {
      throw Diagnostic(
        .clock, Localized("this is a real office; its clock cannot be set", "这是真实办公室，时钟不能设定"),
        hint: Localized(
          "use --db :memory:, or an office made with office init … demo=yes",
          "请用 --db :memory:，或以 office init … demo=yes 建立的演示办公室"))
    }
    let moment = arguments[moment]
    if !session.isTemporary { try session.store.setSetting(setting, Value.moment(moment).exchangeText) }
    session.setClock(moment)
    let text = session.text(of: .moment(moment))
    return .acknowledgement(Localized("clock: \(text)", "时钟：\(text)")) { .moment(moment) }
  }

  static let show = OfficeCommand(
    CommandDeclaration(
      noun, Name("show", "查看"), Localized("Says what the clock shows.", "查看时钟。"), effect: .reads,
      result: .value(.moment), examples: [Example("clock show", "Says what the clock shows.", "查看时钟。")])
  ) { session, _ in .value(.moment(session.now)) }
}
