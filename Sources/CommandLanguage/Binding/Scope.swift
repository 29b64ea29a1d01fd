/// A variable: where its value stands, and what is known of it.
struct Variable {
  /// The position in its frame.
  let slot: Int
  /// Whether it stands in the frame of the whole script rather than in that of a defined command.
  let isGlobal: Bool
  /// What is known of its value.
  var type: StaticType

  /// The same variable, and nothing is known of its value.
  var untyped: Variable { Variable(slot: slot, isGlobal: isGlobal, type: .unknown) }
}

/// The names that may be used at one point, innermost first.
struct Scope {
  private var levels: [[String: Variable]]

  init(_ outermost: [String: Variable]) { levels = [outermost] }

  /// The names of the outermost level, which stay when the source has run.
  var outermost: [String: Variable] { levels[0] }

  /// All names, for suggestions.
  var names: [String] { levels.flatMap(\.keys).sorted() }

  /// The variable of a name.
  subscript(name: String) -> Variable? {
    for level in levels.reversed() {
      if let variable = level[name] { return variable }
    }
    return nil
  }

  /// Whether no block is open.
  var isOutermost: Bool { levels.count == 1 }

  mutating func declare(_ name: String, _ variable: Variable) { levels[levels.count - 1][name] = variable }

  /// Changes what is known of a variable's value.
  mutating func retype(_ name: String, _ type: StaticType) {
    for index in levels.indices.reversed() where levels[index][name] != nil {
      levels[index][name]?.type = type
      return
    }
  }

  /// Forgets what was known of all variables' values.
  mutating func forgetTypes() {
    for index in levels.indices { levels[index] = levels[index].mapValues(\.untyped) }
  }

  mutating func open() { levels.append([:]) }

  mutating func close() { levels.removeLast() }
}
