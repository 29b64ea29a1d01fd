import CommandLanguage
import Diagnostics
import Records
import Values

/// Who is at the desk.
enum SessionCommands {
  static let all = [operatorAs, operatorShow]

  private static let noun = Name("operator", "操作员")
  private static let person = Field<String>(
    "name", "姓名", "The operator's name, as the journal shall keep it.", "操作员姓名，记入日志。", type: .text(maximum: 50))

  static let operatorAs = OfficeCommand(
    CommandDeclaration(
      noun, Name("as", "为"), Localized("Says who works from now on.", "指明此后由谁操作。"),
      parameters: [.positional(person)], effect: .session,
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
}
