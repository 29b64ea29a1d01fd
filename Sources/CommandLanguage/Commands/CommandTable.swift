import Values

/// All commands that lines may name.
public final class CommandTable {
  /// Commands of one noun, made when the noun is first looked up: most runs name few of all.
  public struct Group {
    let noun: Name
    let commands: () -> [Command]

    /// Declares commands of a noun.
    public init(_ noun: Name, _ commands: @escaping () -> [Command]) {
      self.noun = noun
      self.commands = commands
    }
  }

  /// The commands in the order in which help lists them: those of one noun stand together.
  public private(set) lazy var commands = nouns.flatMap { commands(of: $0.english) }

  private let groups: [Group]
  /// The nouns in the order in which they first come.
  private let nouns: [Name]
  /// Which groups are of a noun, by its English name.
  private let positions: [String: [Int]]
  /// The nouns' English names by their Chinese ones.
  private let english: [String: String]
  /// The commands of the nouns that were looked up, by what they were looked up with.
  private var made: [String: [Command]] = [:]

  /// Creates a table; no two commands share their words in either language.
  public init(_ groups: [Group]) {
    var nouns: [Name] = []
    var positions: [String: [Int]] = [:]
    for (position, group) in groups.enumerated() {
      let known = positions[group.noun.english]
      if known == nil { nouns.append(group.noun) }
      positions[group.noun.english] = (known ?? []) + [position]
    }
    (self.groups, self.nouns, self.positions) = (groups, nouns, positions)
    english = Dictionary(uniqueKeysWithValues: nouns.map { ($0.chinese, $0.english) })
  }

  /// Creates a table of commands that are there.
  public convenience init(_ commands: [Command]) {
    self.init(commands.map { command in Group(command.declaration.noun) { [command] } })
  }

  /// The command of a noun and a verb (nothing for commands of one word), in either language.
  public func command(_ noun: String, _ verb: String?) -> Command? {
    exactly(noun).first { command in
      guard let verb else { return command.declaration.verb == nil }
      return command.declaration.verb.map { $0.english == verb || $0.chinese == verb } ?? false
    }
  }

  /// Whether any command begins with this word.
  public func hasNoun(_ word: String) -> Bool { positions[word] != nil || english[word] != nil }

  /// The commands that begin with this noun.
  public func commands(of noun: String) -> [Command] { hasNoun(noun) ? exactly(noun) : exactly(noun.lowercased()) }

  private func exactly(_ noun: String) -> [Command] {
    if let commands = made[noun] { return commands }
    let name = english[noun] ?? noun
    guard let positions = positions[name] else { return [] }
    let commands = made[name] ?? positions.flatMap { groups[$0].commands() }
    (made[name], made[noun]) = (commands, commands)
    return commands
  }
}
