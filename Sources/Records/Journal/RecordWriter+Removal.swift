import Diagnostics
import Values

extension RecordWriter {
  /// Refuses to remove a record that others name, and says which.
  func refuseIfNamed(_ record: Record) throws {
    var namings: [(kind: RecordKind, field: FieldDeclaration, count: Int)] = []
    for kind in schema.kinds {
      for field in kind.fields {
        guard case .reference(let kinds) = field.type, kinds.contains(record.kind.name.english) else { continue }
        let condition = Condition(field.name.english, .equal, .reference(record.reference))
        let count = try store.count(Query(kind, [condition]))
        if count > 0 { namings.append((kind, field, count)) }
      }
    }
    guard !namings.isEmpty else { return }
    let english = namings.map { "\($0.count) of the kind \($0.kind.name.english)" }.joined(separator: ", ")
    let chinese = namings.map { "\($0.kind.name.chinese) \($0.count) 条" }.joined(separator: "、")
    let shown = namings.first { $0.kind.verbs.contains(.list) && !$0.field.isMasked }
    throw Diagnostic(
      .recordInUse,
      Localized("other records name \(record.handle): \(english)", "其他记录引用了 \(record.handle)：\(chinese)"),
      hint: shown.map { kind, field, _ in
        Localized(
          "\(kind.name.english) list \(field.name.english)=\(record.handle) shows them",
          "可用 \(kind.name.chinese) 列出 \(field.name.chinese)=\(record.handle) 查看")
      }, subject: record.kind.name.english)
  }
}
