import CommandLanguage
import Diagnostics
import Records
import Values

/// The commands that every kind of record has from its declaration alone: add, set, show, list, count, remove.
enum GenericCommands {
  /// The commands of one kind, as far as its rules allow them.
  static func all(of kind: RecordKind) -> [OfficeCommand] { kind.verbs.map { command($0, of: kind) } }

  private static func command(_ verb: RecordKind.GenericVerb, of kind: RecordKind) -> OfficeCommand {
    switch verb {
    case .add: add(kind)
    case .set: set(kind)
    case .show: show(kind)
    case .list: list(kind)
    case .count: count(kind)
    case .remove: remove(kind)
    }
  }

  /// The record that a command is about, its first positional parameter.
  static func subject(of kind: RecordKind) -> Field<Reference> {
    Field<Reference>(
      kind.name.english, kind.name.chinese, "Which one: its handle or name.", "哪一条：代号或名称。",
      type: .reference([kind.name.english]))
  }

  // MARK: Changing

  private static func add(_ kind: RecordKind) -> OfficeCommand {
    let positional = kind.positional.compactMap { name in kind.fields.first { $0.name.english == name } }
    let named = kind.fields.filter { $0.isSettable && !kind.positional.contains($0.name.english) }
    let declaration = CommandDeclaration(
      kind.name, Name("add", "添加"),
      Localized("Adds \(kind.name.englishWithArticle).", "添加\(kind.name.chinese)。"),
      parameters: positional.map { Parameter($0, .positional) } + named.map { Parameter($0, .named) }
        + kind.inputs.map(parameter),
      effect: .writes, result: .row(kind.shape), examples: kind.examples(of: .add))
    let slots = (positional + named).map { kind.slot(of: $0) }
    return OfficeCommand(declaration) { session, arguments in
      var record = Record(kind)
      for (slot, value) in zip(slots, arguments.values) where value.isPresent { record.values[slot] = value }
      let added = try apply(kind.inputs, of: arguments, to: record, session) { try session.writer.add($0) }
      return session.acknowledge(added, Localized("added", "已添加"))
    }
  }

  private static func parameter(of input: RecordKind.Input) -> Parameter {
    Parameter(input.declaration, .named, required: false, standsFor: input.fields.map(\.name))
  }

  /// Lets the values that stand for several fields set those, then goes on; what is refused about such a field is said
  /// about the value that set it.
  private static func apply(
    _ inputs: [RecordKind.Input], of arguments: Arguments, to record: Record, _ session: OfficeSession,
    then write: (Record) throws -> Record
  ) throws -> Record {
    let given = inputs.filter { arguments[$0.declaration.name.english]?.isPresent ?? false }
    if given.isEmpty { return try write(record) }
    var record = record
    for input in given {
      try input.apply(&record, arguments[input.declaration.name.english] ?? .none, session.store)
    }
    do {
      return try write(record)
    } catch let diagnostic as Diagnostic {
      let input = given.first { $0.fields.contains { $0.name.english == diagnostic.subject } }
      throw input.map { diagnostic.about($0.declaration.name.english) } ?? diagnostic
    }
  }

  private static func set(_ kind: RecordKind) -> OfficeCommand {
    let subject = subject(of: kind)
    let fields = kind.fields.filter { $0.isSettable && $0.name != kind.name }
    let parameters = fields.map { Parameter($0, .named, required: false) } + kind.inputs.map(parameter)
    let slots = fields.map { kind.slot(of: $0) }
    let declaration = CommandDeclaration(
      kind.name, Name("set", "修改"),
      Localized("Changes fields of \(kind.name.englishWithArticle).", "修改\(kind.name.chinese)的字段。"),
      parameters: [.positional(subject)] + parameters.map { $0.withoutDefault }, effect: .writes,
      result: .row(kind.shape), takesAny: true, examples: kind.examples(of: .set))
    return OfficeCommand(declaration) { session, arguments in
      let record = try session.record(arguments[subject])
      var edited = record
      for (slot, value) in zip(slots, arguments.values.dropFirst()) where value.isPresent {
        edited.values[slot] = value
      }
      let changed = try apply(kind.inputs, of: arguments, to: edited, session) { edited in
        try session.writer.change(record) { $0 = edited }
      }
      return session.acknowledge(changed, Localized("changed", "已修改"))
    }
  }

  private static func remove(_ kind: RecordKind) -> OfficeCommand {
    let subject = subject(of: kind)
    let declaration = CommandDeclaration(
      kind.name, Name("remove", "删除"),
      Localized(
        "Removes \(kind.name.englishWithArticle) that nothing else names.", "删除没有被其他记录引用的\(kind.name.chinese)。"),
      parameters: [.positional(subject)], effect: .writes, result: .row(kind.shape),
      examples: kind.examples(of: .remove))
    return OfficeCommand(declaration) { session, arguments in
      let record = try session.record(arguments[subject])
      let answer = session.acknowledge(record, Localized("removed", "已删除"))
      try session.writer.remove(record)
      return answer
    }
  }

  // MARK: Reading

  private static func show(_ kind: RecordKind) -> OfficeCommand {
    let subject = subject(of: kind)
    let declaration = CommandDeclaration(
      kind.name, Name("show", "查看"),
      Localized("Shows all fields of \(kind.name.englishWithArticle).", "查看\(kind.name.chinese)的全部字段。"),
      parameters: [.positional(subject)], effect: .reads, result: .row(kind.shape), examples: kind.examples(of: .show))
    return OfficeCommand(declaration) { session, arguments in
      .value(.row(try session.row(of: session.record(arguments[subject]))))
    }
  }

  private static func list(_ kind: RecordKind) -> OfficeCommand {
    let declaration = CommandDeclaration(
      kind.name, Name("list", "列出"),
      Localized(
        "Lists records of the kind \(kind.name.english); every field selects.", "列出\(kind.name.chinese)；任何字段都可作条件。"),
      parameters: Listing.parameters(of: kind) + Listing.scope(of: kind) + Listing.options, effect: .reads,
      result: .rows(kind.shape),
      examples: kind.examples(of: .list))
    return OfficeCommand(declaration) { session, arguments in
      try Listing(kind, arguments, in: session).result()
    }
  }

  private static func count(_ kind: RecordKind) -> OfficeCommand {
    let declaration = CommandDeclaration(
      kind.name, Name("count", "计数"),
      Localized(
        "Counts records of the kind \(kind.name.english); every field selects.", "数出\(kind.name.chinese)的数目；任何字段都可作条件。"),
      parameters: Listing.parameters(of: kind) + Listing.scope(of: kind), effect: .reads,
      result: .value(.integer(0...Int.max)),
      examples: kind.examples(of: .count))
    return OfficeCommand(declaration) { session, arguments in
      .value(.integer(try Listing(kind, arguments, in: session).count()))
    }
  }
}

extension Parameter {
  /// The same parameter, left alone unless a value is given.
  fileprivate var withoutDefault: Parameter {
    Parameter(field.withDefault(.none), role, required: isRequired, standsFor: standsFor)
  }
}
