import CommandLanguage
import Diagnostics
import Presentation
import Records
import Values

/// What helps whoever types lines one after the other.
enum PromptCommands {
  static let all = [again, why, status]

  static let again = OfficeCommand(
    CommandDeclaration(
      Name("again", "再来"), nil, Localized("Runs the last line again; for the prompt.", "再次执行上一行；用于提示符。"),
      effect: .session, examples: [Example("again", "The last line once more.", "再执行一次上一行。")])
  ) { session, _ in
    let memory = try memory(of: session)
    memory.askForRepetition()
    guard memory.line != nil else {
      throw Diagnostic(.state, Localized("there is no line before this one", "之前没有执行过命令"))
    }
    return .nothing
  }

  static let why = OfficeCommand(
    CommandDeclaration(
      Name("why", "为何"), nil,
      Localized("Explains the last error at length; for the prompt.", "详细说明最近一次错误；用于提示符。"), effect: .reads,
      result: .document, examples: [Example("why", "What the last error means and what to do.", "最近一次错误的含义和处理办法。")])
  ) { session, _ in
    let faults = try memory(of: session).faults
    guard !faults.isEmpty else {
      return .document(Localized("nothing has gone wrong so far\n", "尚未出现错误\n")[session.language])
    }
    let help = HelpText(table: session.table, language: session.language, codes: session.codes)
    let renderer = DiagnosticRenderer(
      language: session.language, width: session.environment.width() ?? DiagnosticRenderer.usualWidth)
    var explained: Set<DiagnosticCode> = []
    var text = ""
    for fault in faults {
      text += (text.isEmpty ? "" : "\n") + renderer.text(fault)
      if explained.insert(fault.code).inserted { text += "\n" + help.text(of: fault.code) }
    }
    return .document(text)
  }

  private static let shape = RowShape([
    Column(Name("office", "办公室"), .text(maximum: 60)), Column(Name("file", "文件"), .path),
    Column(Name("operator", "操作员"), .text(maximum: 50)), Column(Name("role", "角色"), OperatorRole.valueType),
    Column(Name("language", "语言"), Language.valueType), Column(Name("clock", "时钟"), .moment),
    Column(Name("transaction", "事务"), .text(maximum: 40)), Column(Name("backup", "最近备份"), .text(maximum: 40)),
    Column(Name("backup-file", "备份文件"), .path),
  ])

  static let status = OfficeCommand(
    CommandDeclaration(
      Name("status", "状态"), nil,
      Localized(
        "Says where you are: office, file, operator and role, language, open transaction, last backup.",
        "查看当前办公室、文件、操作员及角色、语言、进行中的事务、最近备份。"), effect: .reads, result: .row(shape),
      examples: [Example("status", "Where you are.", "当前状态。")])
  ) { session, _ in
    let store = session.store
    let backup = try DailyBackup.last(of: store)
    let none = Localized("none", "无")
    let transaction =
      session.transactions.isOpen ? Localized("open until commit or rollback", "已开始，待提交或回滚") : none
    return .value(
      .row(
        Row(
          shape,
          [
            .text(session.promptName), .text(store.path ?? Localized("in memory only", "仅在内存中")[session.language]),
            .text(session.operatorName), try Operator.role(of: session.operatorName, in: store)?.fieldValue ?? .none,
            session.language.fieldValue, .moment(session.now), .text(transaction[session.language]),
            .text(backup?.moment.exchangeText ?? none[session.language]), backup.map { .text($0.path) } ?? .none,
          ])))
  }

  private static func memory(of session: OfficeSession) throws -> PromptMemory {
    if let memory = session.memory { return memory }
    throw Diagnostic(
      .state, Localized("a script has no line before", "脚本中没有“上一行”"),
      hint: Localized(
        "again and why are for the prompt; a script has loops, and try … catch e", "再来、为何只用于提示符；脚本可用循环和 try … catch e"))
  }
}
