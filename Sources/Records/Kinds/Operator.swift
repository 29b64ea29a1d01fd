import Diagnostics
import Values

extension DiagnosticCode {
  /// The operator's role does not allow it.
  public static let role = DiagnosticCode(
    "E-ROLE", "The operator's role does not allow it.", "操作员的角色无此权限。",
    mend: Localized(
      "Ask somebody of a role that may; operator list shows who that is. docs/security.md says what a role may do.",
      "请有权限的人办理，操作员 列出 可查看。各角色权限见 docs/security.md。"),
    example: .situation(
      "A clerk types retention apply in an office that has operators.", "办事员在已登记操作员的办公室里输入 保存期限 执行。"))
}

/// Somebody who works in the office, and as what (操作员). An office without any lets everybody do everything.
public enum Operator {
  /// His name, as the journal has it.
  public static let name = Field<String>(
    "name", "姓名", "His name, as the journal has it.", "姓名，与日志中一致。", type: .text(maximum: 50), isUnique: true)
  /// What he may do.
  public static let role = Field<OperatorRole>("role", "角色", "What he may do.", "角色，决定权限。")

  /// The kind.
  public static let kind = RecordKind(
    "operator", "操作员", "Somebody who works in the office, and as what.", "办公室的工作人员及其角色。", handle: .numbered("OP"),
    label: "name", fields: [name.declaration, role.declaration], positional: ["name"], verbs: [.list, .count],
    sample: .init(handle: "OP1", filter: "role=leader"), since: 2)

  /// The role of an operator; nothing if he is not on record.
  public static func role(of name: String, in reader: any RecordReader) throws -> OperatorRole? {
    try reader.first(kind, .equal(self.name, name))?[role]
  }

  /// Records an operator. The first is who does it, as a leader, so that nobody locks himself out.
  public static func add(_ name: String, as role: OperatorRole, in writer: RecordWriter) throws -> Record {
    if try writer.store.count(Query(kind)) == 0, name != writer.authorship.by || role != .leader {
      throw Diagnostic(
        .state, Localized("the first operator is you, as a leader", "第一位操作员须是本人，角色为负责人"),
        hint: Localized(
          "write operator add \"\(writer.authorship.by)\" role=leader",
          "请写 操作员 添加 \"\(writer.authorship.by)\" 角色=负责人"),
        subject: "name")
    }
    var record = Record(kind)
    record[self.name] = name
    record[self.role] = role
    return try writer.add(record)
  }

  /// Gives an operator another role.
  public static func change(_ record: Record, to role: OperatorRole, in writer: RecordWriter) throws -> Record {
    if role != .leader { try requireAnotherLeader(record, in: writer.store) }
    return try writer.change(record) { $0[self.role] = role }
  }

  /// Takes an operator off the record; when the last one goes, everybody may do everything again.
  public static func remove(_ record: Record, in writer: RecordWriter) throws {
    if try writer.store.count(Query(kind)) > 1 { try requireAnotherLeader(record, in: writer.store) }
    try writer.remove(record)
  }

  /// Somebody has to be left who may change roles.
  private static func requireAnotherLeader(_ record: Record, in reader: any RecordReader) throws {
    guard record[role] == .leader, try reader.count(Query(kind, [.equal(role, .leader)])) < 2 else { return }
    throw Diagnostic(
      .state, Localized("\(record[name]) is the only leader", "\(record[name]) 是唯一的负责人"),
      hint: Localized("make somebody else a leader first", "请先指定另一位负责人"))
  }
}
