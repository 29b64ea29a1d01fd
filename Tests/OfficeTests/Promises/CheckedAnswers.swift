import CommandLanguage
import Testing
import Values

/// Commands whose answers are held against their declarations: the check of scripts believes what those say.
enum CheckedAnswers {
  /// The same commands, each telling when its answer is not what it declares.
  static func table(_ table: CommandTable) -> CommandTable {
    CommandTable(
      table.commands.map { command in
        Command(command.declaration) { arguments in
          try checked(command.run(arguments), command.declaration)
        }
      })
  }

  private static func checked(_ result: CommandResult, _ declaration: CommandDeclaration) throws -> CommandResult {
    let words = declaration.words.english
    switch result {
    case .nothing: break
    case .encoded:
      guard case .sheet = declaration.result else {
        Issue.record("\(words) gives a text that it does not declare")
        break
      }
    case .printout:
      guard case .document = declaration.result else {
        Issue.record("\(words) gives a work that it does not declare")
        break
      }
    case .acknowledgement(let text, let value):
      let value = try value()
      #expect(isDeclared(value, declaration), "\(words) answers \(value)")
      return .acknowledgement(text) { value }
    case .value(let value): #expect(isDeclared(value, declaration), "\(words) answers \(value)")
    case .document(_, let value):
      let value = try value()
      if case .nothing = declaration.result { Issue.record("\(words) gives a text that it does not declare") }
      #expect(isDeclared(value, declaration), "\(words) answers \(value)")
    case .rows(let stream, let columns):
      guard case .rows(let shape) = declaration.result, shape === stream.shape else {
        Issue.record("\(words) gives other rows than it declares")
        break
      }
      return .rows(
        RowStream(shape) {
          let row = try stream.next()
          if let row { #expect(row.shape === shape && hasDeclaredValues(row), "\(words) gives \(row.values)") }
          return row
        }, columns: columns)
    }
    return result
  }

  private static func isDeclared(_ value: Value, _ declaration: CommandDeclaration) -> Bool {
    switch (declaration.result, value) {
    case (_, .none): true
    case (.value(let type), _): type.holds(value)
    case (.row(let shape), .row(let row)): row.shape === shape && hasDeclaredValues(row)
    case (.rows(let shape), .list(let rows)):
      rows.allSatisfy { element in
        if case .row(let row) = element { row.shape === shape && hasDeclaredValues(row) } else { false }
      }
    default: false
    }
  }

  private static func hasDeclaredValues(_ row: Row) -> Bool {
    zip(row.shape.columns, row.values).allSatisfy { $0.type.holds($1) }
  }
}

extension ValueType {
  /// Whether a value is one of this type, or missing.
  fileprivate func holds(_ value: Value) -> Bool {
    switch (self, value) {
    case (_, .none), (.any, _): true
    case (.text, .text), (.code, .text), (.phone, .text), (.path, .text), (.decimal, .integer), (.decimal, .decimal),
      (.money, .money),
      (.date, .date), (.moment, .moment), (.time, .time), (.period, .period), (.yesNo, .yesNo):
      true
    case (.integer(let bounds), .integer(let number)): bounds ~= number
    case (.choice(let choices), .choice(let choice)): choices.contains(choice)
    case (.reference(let kinds), .reference(let reference)): kinds.contains(reference.kind)
    case (.list(let element), .list(let values)): values.allSatisfy(element.holds)
    case (.either(let types), _): types.contains { $0.holds(value) }
    default: false
    }
  }
}
