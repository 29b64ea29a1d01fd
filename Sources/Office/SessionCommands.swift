import CommandLanguage
import Diagnostics
import Records
import Values

/// Who is at the desk, and from where to where changes belong together.
enum SessionCommands {
  static let all = [operatorAs, operatorShow, begin, commit, rollback]

  private static let noun = Name("operator", "操作员")
  private static let person = Field<String>(
    "name", "姓名", "The operator's name, as the journal shall keep it.", "操作员姓名，记入日志。", type: .text(maximum: 50))

  static let operatorAs = OfficeCommand(
    CommandDeclaration(
      noun, Name("as", "为"), Localized("Says who works from now on.", "指明此后由谁操作。"),
      parameters: [.positional(person)], effect: .session, result: .value(.text(maximum: 50)),
      examples: [Example("operator as 示例甲", "The journal names 示例甲 from now on.", "此后日志记为示例甲。")])
  ) { session, arguments in
    session.operatorName = arguments[person]
    let name = session.operatorName
    return .acknowledgement(Localized("operator: \(name)", "操作员：\(name)")) { .text(name) }
  }

  static let operatorShow = OfficeCommand(
    CommandDeclaration(
      noun, Name("show", "查看"), Localized("Says who works now.", "查看当前操作员。"), effect: .reads,
      result: .value(.text(maximum: 50)),
      examples: [Example("operator show", "Says who works now.", "查看当前操作员。")])
  ) { session, _ in .value(.text(session.operatorName)) }

  static let begin = step(
    .begin, Name("begin", "开始"),
    Localized(
      "Lets nothing of the coming lines be kept before commit; for the prompt.", "此后各行的改动在提交之前不保留；用于提示符。"))

  static let commit = step(
    .commit, Name("commit", "提交"), Localized("Keeps all changes since begin.", "保留自开始以来的全部改动。"))

  static let rollback = step(
    .rollback, Name("rollback", "回滚"), Localized("Takes back all changes since begin.", "撤回自开始以来的全部改动。"))

  private static func step(
    _ step: OpenTransaction.Step, _ name: Name, _ summary: Localized
  ) -> OfficeCommand {
    OfficeCommand(
      CommandDeclaration(
        name, nil, summary, effect: .session, examples: [Example(name.english, summary.english, summary.chinese)])
    ) { session, _ in
      try session.transactions.request(step)
      return .nothing
    }
  }
}
