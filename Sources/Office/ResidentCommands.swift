import CommandLanguage
import Diagnostics
import Records
import Values

/// The special verbs of `resident`.
enum ResidentCommands {
  static let all = [moveOut]

  private static let resident = GenericCommands.subject(of: Resident.kind)
  private static let on = Field<CalendarDate?>("on", "日期", "When; today unless given.", "日期，默认今天。")

  static let moveOut = OfficeCommand(
    CommandDeclaration(
      Resident.kind.name, Name("move-out", "迁出"),
      Localized("Records that somebody moved out; a lead's term ends with it.", "登记迁出；楼栋长任期随之结束。"),
      parameters: [.positional(resident), .named(on)], effect: .writes, result: .row(Resident.kind.shape),
      examples: [Example("resident move-out R2 on=today", "R2 has moved out today.", "R2 今天迁出。")])
  ) { session, arguments in
    let record = try session.record(arguments[resident])
    let date = arguments[on] ?? session.writer.today
    let moved = try Resident.moveOut(record, on: date, in: session.writer)
    return session.acknowledge(moved, Localized("moved out on \(date.exchangeText)", "于 \(date.exchangeText) 迁出"))
  }
}
