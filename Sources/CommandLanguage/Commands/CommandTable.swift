import Values

/// All commands that lines may name.
public struct CommandTable {
  /// The commands in the order in which help lists them.
  public let commands: [Command]
  /// The commands by noun and verb, in either language; those of one word have the empty verb.
  private let byWords: [String: [String: Command]]

  /// Creates a table; no two commands share their words in either language.
  public init(_ commands: [Command]) {
    self.commands = commands
    var byWords: [String: [String: Command]] = [:]
    for command in commands {
      let declaration = command.declaration
      for noun in [declaration.noun.english, declaration.noun.chinese] {
        for verb in declaration.verb.map({ [$0.english, $0.chinese] }) ?? [""] {
          byWords[noun, default: [:]][verb] = command
        }
      }
    }
    self.byWords = byWords
  }

  /// The command of a noun and a verb (nothing for commands of one word), in either language.
  public func command(_ noun: String, _ verb: String?) -> Command? { byWords[noun]?[verb ?? ""] }

  /// Whether any command begins with this word.
  public func hasNoun(_ word: String) -> Bool { byWords[word] != nil }

  /// The commands that begin with this noun.
  public func commands(of noun: String) -> [Command] {
    commands.filter { $0.declaration.noun.matches(noun) }
  }
}
