import CommandLanguage
import Diagnostics
import Records
import Values

/// `reveal`: shows what rows mask, for a reason that the journal keeps. Every kind with a masked field has it.
enum RevealCommand {
  private static let reason = Field<String?>("reason", "理由", "Why it is looked at; the journal keeps it.", "查看理由，记入日志。")

  /// The command of a kind; nothing for a kind that masks nothing, or that no list shows.
  static func all(of kind: RecordKind) -> [OfficeCommand] {
    let masked = kind.fields.filter(\.isMasked)
    guard !masked.isEmpty, kind.verbs.contains(.list) else { return [] }
    let subject = GenericCommands.subject(of: kind)
    let english = masked.map(\.name.english).joined(separator: ", ")
    let chinese = masked.map(\.name.chinese).joined(separator: "、")
    let shape = RowShape([Column(Name("handle", "代号"), .text(maximum: 40))] + masked.map { Column($0.name, $0.type) })
    let declaration = CommandDeclaration(
      kind.name, Name("reveal", "查看原文"),
      Localized("Shows what lists mask (\(english)), for a reason.", "说明理由后查看列表中隐去的\(chinese)。"),
      parameters: [.positional(subject), .named(reason)], effect: .writes, result: .row(shape),
      examples: [
        Example(
          "\(kind.name.english) reveal \(kind.sample.handle) reason=回访", "Shows it; the journal keeps why.",
          "查看原文，理由记入日志。")
      ])
    return [
      OfficeCommand(declaration, right: right(to: masked)) { session, arguments in
        let record = try session.record(arguments[subject])
        let why = try requireReason(arguments[reason], for: kind)
        try session.writer.note("reveal", record.reference, reason: why)
        let values = masked.map { field in kind.slot(of: field.name.english).map { record.values[$0] } ?? .none }
        return .value(.row(Row(shape, [.text(session.handle(of: record))] + values)))
      }
    ]
  }

  /// Phones are looked at in everyday work; who reported something is for few to know.
  private static func right(to fields: [FieldDeclaration]) -> OperatorRight {
    fields.allSatisfy { if case .phone = $0.type { true } else { false } } ? .reveal : .disclose
  }

  /// The reason for which what a kind masks is shown; without one it is not.
  static func requireReason(_ why: String?, for kind: RecordKind) throws -> String {
    let names = kind.fields.filter(\.isMasked).map(\.name)
    return try StatedReason.require(
      why,
      otherwise: Localized(
        "\(names.map(\.english).joined(separator: ", ")) is shown for a reason only",
        "查看\(names.map(\.chinese).joined(separator: "、"))须说明理由"))
  }
}
