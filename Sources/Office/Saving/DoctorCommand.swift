import CommandLanguage
import Diagnostics
import Records
import Values

/// `doctor`: looks whether the office is well kept.
enum DoctorCommand {
  private static let shape = RowShape([
    Column(Name("check", "检查"), .any), Column(Name("state", "状态"), OfficeExamination.State.valueType),
    Column(Name("what", "情况"), .text(maximum: 10_000)), Column(Name("advice", "建议"), .text(maximum: 10_000)),
  ])

  static let command = OfficeCommand(
    CommandDeclaration(
      Name("doctor", "体检"), nil,
      Localized(
        "Looks at the office's file, permissions, space, backups, journal and books, and says what to do.",
        "检查办公室的文件、权限、空间、备份、日志和账目，并提出建议。"),
      effect: .reads, result: .rows(shape),
      examples: [
        Example("doctor", "How well the office is kept.", "办公室保管状况。"),
        Example("doctor | where state != \"good\"", "What is to be done.", "需要处理的事项。"),
      ])
  ) { session, _ in
    let findings = try OfficeExamination(of: session).findings()
    return .document(
      { page(of: findings) },
      value: { .list(findings.map { .row(row(of: $0, in: session.language)) }) })
  }

  private static func row(of finding: OfficeExamination.Finding, in language: Language) -> Row {
    Row(
      shape,
      [
        .choice(Choice(finding.name.english, finding.name.chinese)), .choice(finding.state.choice),
        .text(finding.what[language]), finding.advice.map { .text($0[language]) } ?? .none,
      ])
  }

  private static func page(of findings: [OfficeExamination.Finding]) -> Document {
    let rows = findings.map { finding in
      [
        Localized(same: finding.state.mark), finding.name.localized,
        finding.advice.map { finding.what + Localized(" — ", "——") + $0 } ?? finding.what,
      ]
    }
    let open = findings.count { $0.state != .good }
    let verdict =
      open == 0
      ? Localized("All is well.", "一切正常。")
      : Localized("To be seen to: \(open).", "需要处理 \(open) 项。")
    let column = Document.Table.Column(Localized(same: ""))
    return Document(for: .desk, [.table(.init([column, column, column], rows)), .paragraph(verdict)])
  }
}
