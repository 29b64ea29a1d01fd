import CommandLanguage
import Diagnostics
import Records
import Values

/// The special verbs of `operator`: who works here, and as what.
enum OperatorCommands {
  static let all = [add, set, remove]

  private static let subject = GenericCommands.subject(of: Operator.kind)

  static let add = OfficeCommand(
    CommandDeclaration(
      Operator.kind.name, Name("add", "添加"),
      Localized(
        "Records who works here and as what; from the first on only those recorded change anything.",
        "登记工作人员及其角色；自第一位起，未登记者不能作出改动。"),
      parameters: [.positional(Operator.name), .named(Operator.role)], effect: .writes,
      result: .row(Operator.kind.shape),
      examples: [
        Example(
          "operator as 示例甲; operator add 示例甲 role=leader; operator add 示例乙 role=clerk", "A leader and a clerk.",
          "一位负责人和一位办事员。")
      ]), right: .manage
  ) { session, arguments in
    let record = try Operator.add(
      arguments[Operator.name], as: arguments[Operator.role], in: session.writer)
    return session.acknowledge(record, arguments[Operator.role].choice.name.localized)
  }

  static let set = OfficeCommand(
    CommandDeclaration(
      Operator.kind.name, Name("set", "修改"), Localized("Gives an operator another role.", "修改操作员的角色。"),
      parameters: [.positional(subject), .named(Operator.role)], effect: .writes, result: .row(Operator.kind.shape),
      examples: [
        Example(
          "operator as 示例甲; operator add 示例甲 role=leader; operator add 示例乙 role=clerk; operator set 示例乙 role=auditor",
          "示例乙 checks the books now.", "示例乙改任监督员。")
      ]), right: .manage
  ) { session, arguments in
    let role = arguments[Operator.role]
    let record = try Operator.change(session.record(arguments[subject]), to: role, in: session.writer)
    return session.acknowledge(record, role.choice.name.localized)
  }

  static let remove = OfficeCommand(
    CommandDeclaration(
      Operator.kind.name, Name("remove", "删除"), Localized("Takes an operator off the record.", "删除操作员。"),
      parameters: [.positional(subject)], effect: .writes, result: .row(Operator.kind.shape),
      examples: [
        Example(
          "operator as 示例甲; operator add 示例甲 role=leader; operator remove 示例甲", "Everybody may do everything again.",
          "恢复为不限权限。")
      ]), right: .manage
  ) { session, arguments in
    let record = try session.record(arguments[subject])
    let answer = session.acknowledge(record, .init("removed", "已删除"))
    try Operator.remove(record, in: session.writer)
    return answer
  }
}
