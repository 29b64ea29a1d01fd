import CommandLanguage
import Diagnostics
import Records
import Values

/// `put KIND`: puts a record in as a saved office holds it, under its number and past the rules for what is new. It
/// stands behind `office load` only.
enum PutCommand {
  /// The first word of all of them.
  static let noun = Name("put", "置入")

  /// The record's handle, or its number where the handle is one of its fields.
  private static let number = Field<String>(
    "as", "代号", "Its handle, or its number.", "代号，或其序号。", type: .text(maximum: 40))

  /// The command of a kind.
  static func command(of kind: RecordKind) -> OfficeCommand {
    OfficeCommand(declaration(of: kind)) { session, arguments in
      guard session.line.load != nil else {
        throw Diagnostic(
          .state, Localized("put stands in a saved office only", "置入 只用于已保存的办公室脚本"),
          hint: Localized(
            "\(kind.name.english) add adds one; office load begins a saved office",
            "添加请用 \(kind.name.chinese) 添加；已保存的办公室以 办公室 载入 开头"))
      }
      let values = try zip(kind.fields, arguments.values.dropFirst()).map { field, value in
        try reference(value, field, in: session)
      }
      let record = Record(kind, id: try id(arguments[number], of: kind), values: values)
      try session.writer.put(record)
      return .nothing
    }
  }

  /// The line that puts a record in.
  static func line(of record: Record, _ declaration: CommandDeclaration, in session: OfficeSession) -> String {
    let handle: String
    if case .numbered = record.kind.handle { handle = record.handle } else { handle = String(record.id) }
    let values = record.values.map { $0 == .list([]) ? .none : text(of: $0, in: session) }
    return Arguments(declaration, values: [.text(handle)] + values).text { session.handle(of: $0) }
  }

  /// The declaration of a kind's command: every stored field as it is kept, records that it names as their handles.
  static func declaration(of kind: RecordKind) -> CommandDeclaration {
    CommandDeclaration(
      noun, kind.name,
      Localized(
        "Puts \(kind.name.englishWithArticle) in as a saved office holds it; save writes such lines.",
        "按已保存的内容置入\(kind.name.chinese)，由 保存 写出。"),
      parameters: [.positional(number)]
        + kind.fields.map { Parameter($0.bare(as: keptType(of: $0.type)), .named, required: false) },
      effect: .writes, examples: [SaveCommands.example])
  }

  // MARK: References

  private static func keptType(of type: ValueType) -> ValueType {
    switch type {
    case .reference: .text(maximum: 40)
    case .list(.reference): .list(.text(maximum: 40))
    // A text that somebody types loses its blanks at the ends; one that is kept may have some.
    case .text, .code: .any
    case .list(.text): .list(.any)
    default: type
    }
  }

  private static func text(of value: Value, in session: OfficeSession) -> Value {
    switch value {
    case .reference(let reference): .text(session.handle(of: reference))
    case .list(let elements): .list(elements.map { text(of: $0, in: session) })
    default: value
    }
  }

  private static func reference(_ value: Value, _ field: FieldDeclaration, in session: OfficeSession) throws -> Value {
    switch (value, field.type) {
    case (.none, .list): return field.defaultValue
    case (.text(let text), .reference(let kinds)):
      return .reference(try reference(text, kinds, field.name, in: session))
    case (.list(let elements), .list(.reference(let kinds))):
      return .list(
        try elements.map { element in
          guard case .text(let text) = element else { return element }
          return .reference(try reference(text, kinds, field.name, in: session))
        })
    default: return value
    }
  }

  /// The record that a handle means. It need not be there yet: what comes later in the script may be named.
  private static func reference(
    _ handle: String, _ kinds: [String], _ field: Name, in session: OfficeSession
  ) throws -> Reference {
    let kinds = kinds.compactMap { session.schema[$0] }
    for kind in kinds {
      if let id = kind.number(ofHandle: handle) { return Reference(kind: kind.name.english, id: id) }
    }
    let resolution = NameResolution(session: session, kinds: kinds)
    for kind in kinds {
      if let record = try resolution.byHandle(handle, kind) { return record.reference }
    }
    throw Diagnostic(
      .unknownRecord, Localized("no record has the handle \(handle)", "没有代号为 \(handle) 的记录"),
      subject: field.english)
  }

  private static func id(_ text: String, of kind: RecordKind) throws -> Int {
    if let id = kind.number(ofHandle: text) { return id }
    if case .field = kind.handle, let id = Int(text), id > 0 { return id }
    throw Diagnostic(
      .unknownRecord,
      Localized("\(text) is no handle of \(kind.name.englishWithArticle)", "\(text) 不是\(kind.name.chinese)的代号"),
      hint: Localized("save writes such lines", "此类行由 保存 写出"), subject: number.declaration.name.english)
  }
}
