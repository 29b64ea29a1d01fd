import Values

/// All commands that lines may name.
public struct CommandTable {
  /// The commands in the order in which help lists them.
  public let commands: [Command]
  /// The commands of each noun, by its name in either language.
  private let byNoun: [String: [Command]]

  /// Creates a table; no two commands share their words in either language.
  public init(_ commands: [Command]) {
    self.commands = commands
    let nouns = Dictionary(grouping: commands) { $0.declaration.noun.english }
    var byNoun = nouns
    for commands in nouns.values { byNoun[commands[0].declaration.noun.chinese] = commands }
    self.byNoun = byNoun
  }

  /// The command of a noun and a verb (nothing for commands of one word), in either language.
  public func command(_ noun: String, _ verb: String?) -> Command? {
    byNoun[noun]?.first { command in
      guard let verb else { return command.declaration.verb == nil }
      return command.declaration.verb.map { $0.english == verb || $0.chinese == verb } ?? false
    }
  }

  /// Whether any command begins with this word.
  public func hasNoun(_ word: String) -> Bool { byNoun[word] != nil }

  /// The commands that begin with this noun.
  public func commands(of noun: String) -> [Command] {
    byNoun[noun] ?? byNoun[noun.lowercased()] ?? []
  }
}
