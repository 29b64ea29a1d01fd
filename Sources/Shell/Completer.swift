import CommandLanguage
import Diagnostics
import Foundation
import Office
import Values

/// Works out what may come next from the declarations of the commands, and names from the records.
public struct Completer {
  /// Names of records that a text begins or finds: handle or label, and what tells it apart.
  public typealias Names = (_ kinds: [String], _ prefix: String) -> [(text: String, description: String)]

  private let table: CommandTable
  private let language: Language
  private let names: Names
  /// The variables and the commands that lines so far have defined.
  private let defined: () -> (variables: [String], commands: [String])
  private let codes: [DiagnosticCode]

  /// Creates a completer.
  public init(
    table: CommandTable, language: Language, names: @escaping Names,
    defined: @escaping () -> (variables: [String], commands: [String]), codes: [DiagnosticCode] = []
  ) {
    self.table = table
    self.language = language
    self.names = names
    self.defined = defined
    self.codes = codes
  }

  /// The candidates for the text before the cursor.
  public func complete(_ text: String) -> Completion {
    let (words, word, isPipe, isFile) = split(text)
    if isFile { return Completion(replacing: word, files(word)) }
    if word.hasPrefix("$"), !word.hasPrefix("$(") {
      return Completion(replacing: word, defined().variables.map { Completion.Candidate("$" + $0, isOpen: true) })
    }
    if words.isEmpty { return Completion(replacing: word, isPipe ? filters(word) : beginnings(word)) }
    if words[0] == "help" || words[0] == "帮助" { return Completion(replacing: word, topics(words, word)) }
    if isPipe { return Completion(replacing: word, []) }
    if words.count == 1, table.command(words[0], nil) == nil {
      return Completion(replacing: word, verbs(of: words[0], word))
    }
    let command = words.count > 1 ? table.command(words[0], words[1]) : nil
    guard let declaration = (command ?? table.command(words[0], nil))?.declaration else {
      return Completion(replacing: word, [])
    }
    return arguments(of: declaration, given: Array(words.dropFirst(declaration.verb == nil ? 1 : 2)), word)
  }

  /// What help is to be asked about for the text before the cursor: the command's noun and verb, the filter behind a
  /// bar, or nothing while neither is begun.
  public func topic(of text: String) -> [String] {
    let (words, word, isPipe, _) = split(text)
    let begun = words + (word.isEmpty ? [] : [word])
    guard let noun = begun.first else { return [] }
    if isPipe || begun.count < 2 || table.command(noun, begun[1]) == nil { return [noun] }
    return Array(begun[..<2])
  }

  // MARK: Where the cursor stands

  /// The complete words of the command at hand, the word begun, and whether it stands behind a bar or a `>`.
  private func split(_ text: String) -> (words: [String], word: String, isPipe: Bool, isFile: Bool) {
    var words: [String] = []
    var word = ""
    var quote: Character?
    var isPipe = false
    var isFile = false
    func reset() {
      words = []
      word = ""
      isPipe = false
      isFile = false
    }
    var previous: Character = " "
    for character in text {
      defer { previous = character }
      if let open = quote {
        word.append(character)
        if character == open { quote = nil }
        continue
      }
      switch character {
      case "\"", "'":
        quote = character
        word.append(character)
      case "(" where previous == "$", "{", "}", ";", "；", "\n": reset()
      case "|":
        reset()
        isPipe = true
      case ">" where word.isEmpty:
        isFile = true
        word = ""
      case " ", "\u{3000}", "\t":
        if !word.isEmpty { words.append(word) }
        word = ""
      default: word.append(character)
      }
    }
    return (words, word, isPipe, isFile && !text.hasSuffix(">"))
  }

  private func prefersChinese(_ word: String) -> Bool {
    guard let first = word.unicodeScalars.first else { return language == .chinese }
    return first.value >= 0x80
  }

  private func spelled(_ name: Name, _ word: String) -> String { prefersChinese(word) ? name.chinese : name.english }

  // MARK: What may come

  private func beginnings(_ word: String) -> [Completion.Candidate] {
    var seen: Set<String> = []
    let nouns = table.commands.compactMap { command -> Completion.Candidate? in
      let declaration = command.declaration
      guard seen.insert(declaration.noun.english).inserted else { return nil }
      let verbs = table.commands(of: declaration.noun.english).compactMap { $0.declaration.verb?[language] }
      let description = verbs.isEmpty ? declaration.summary[language] : verbs.joined(separator: " ")
      return Completion.Candidate(spelled(declaration.noun, word), description)
    }
    let keywords = Keyword.allCases.filter { $0 != .else && $0 != .catch }.map {
      Completion.Candidate($0.rawValue, $0.summary[language])
    }
    return nouns + (word.isEmpty ? [] : keywords) + defined().commands.map { Completion.Candidate($0) }
  }

  private func filters(_ word: String) -> [Completion.Candidate] {
    FilterDeclaration.all.map { Completion.Candidate(spelled($0.name, word), $0.summary[language]) }
  }

  private func verbs(of noun: String, _ word: String) -> [Completion.Candidate] {
    table.commands(of: noun).compactMap { command in
      command.declaration.verb.map {
        Completion.Candidate(spelled($0, word), command.declaration.summary[language])
      }
    }
  }

  private func topics(_ words: [String], _ word: String) -> [Completion.Candidate] {
    if words.count == 1 { return beginnings(word) + topics(word) }
    return words.count == 2 ? verbs(of: words[1], word) : []
  }

  private func topics(_ word: String) -> [Completion.Candidate] {
    let topics = HelpTopic.allCases.map { Completion.Candidate(spelled($0.name, word), $0.summary[language]) }
    // Everything else would be too much before a letter is typed.
    guard !word.isEmpty else { return topics }
    let functions = FunctionDeclaration.all.map { Completion.Candidate(spelled($0.name, word), $0.summary[language]) }
    return topics + filters(word) + functions + codes.map { Completion.Candidate($0.id, $0.title[language]) }
  }

  private func arguments(of declaration: CommandDeclaration, given: [String], _ word: String) -> Completion {
    if let separator = word.lastIndex(where: { "=＝~<>".contains($0) }) {
      let name = word[..<separator].filter { !"=!<>~＝".contains($0) }
      let begun = String(word[word.index(after: separator)...])
      guard let parameter = declaration.parameters.first(where: { $0.field.name.matches(String(name)) }) else {
        return Completion(replacing: begun, [])
      }
      return Completion(replacing: begun, values(of: parameter.field.type, begun))
    }
    let namesGiven = given.compactMap { $0.split(separator: "=").first.map(String.init) }
    let unnamed = given.filter { !$0.contains("=") }.count
    let positional = declaration.parameters.filter { $0.role == .positional || $0.role == .rest }
    var candidates: [Completion.Candidate] = []
    if let next = unnamed < positional.count ? positional[unnamed] : positional.last(where: { $0.role == .rest }) {
      candidates += values(of: next.field.type, word)
    }
    candidates += declaration.parameters.filter { parameter in
      (parameter.role == .named || parameter.role == .filter)
        && !namesGiven.contains { parameter.field.name.matches($0) }
    }.map { Completion.Candidate(spelled($0.field.name, word) + "=", $0.field.help[language], isOpen: true) }
    return Completion(replacing: word, candidates)
  }

  /// The candidates for a value of a type of which a word is begun.
  public func completion(of type: ValueType, _ word: String) -> Completion {
    Completion(replacing: word, values(of: type, word))
  }

  private func values(of type: ValueType, _ word: String) -> [Completion.Candidate] {
    switch type {
    case .choice(let choices): choices.map { Completion.Candidate(spelled($0.name, word), $0.name[language]) }
    case .yesNo: [Name("yes", "是"), Name("no", "否")].map { Completion.Candidate(spelled($0, word)) }
    case .reference(let kinds):
      // A name that wants quotes is looked for without them.
      names(kinds, word.hasPrefix("\"") ? String(word.dropFirst()) : word).map {
        Completion.Candidate($0.text.asWord, $0.description, isFound: true)
      }
    case .list(let element): values(of: element, word)
    case .either(let types): types.flatMap { values(of: $0, word) }
    case .path: files(word)
    default: []
    }
  }

  private func files(_ word: String) -> [Completion.Candidate] {
    let directory = word.hasSuffix("/") ? word : word.pathFolder
    let entries = (try? FileManager.default.contentsOfDirectory(atPath: directory.isEmpty ? "." : directory)) ?? []
    return entries.sorted().filter { !$0.hasPrefix(".") }.map { entry in
      var isDirectory: ObjCBool = false
      let full = directory.isEmpty || directory.hasSuffix("/") ? directory + entry : directory + "/" + entry
      _ = FileManager.default.fileExists(atPath: full, isDirectory: &isDirectory)
      return Completion.Candidate(full + (isDirectory.boolValue ? "/" : ""), isOpen: isDirectory.boolValue)
    }
  }
}
