import CommandLanguage
import Diagnostics
import Records

/// What is typed in a session, on its way to be a script: what succeeded and was not taken back, without what is for the
/// prompt alone.
public final class Recording {
  /// Something typed at one go.
  private struct Entry {
    let text: String
    /// The transactions of the journal that it made.
    let transactions: Set<Int>
    /// Whether an undo took it back.
    var isUndone = false
  }

  /// Where the script will be.
  public let path: String
  private let session: OfficeSession
  private let load: (String, Source) throws -> Source
  private var entries: [Entry] = []
  /// How many entries there were when the open transaction began.
  private var begun: Int?
  /// The acts that an undo, by its own transaction, took back or did again.
  private var undone: [Int: Set<Int>] = [:]
  /// Whether the entry that is being run erases somebody.
  private var isErasing = false
  /// The journal's last entry when this last looked.
  private var seen: Int

  /// The first words of what is for the prompt alone, or about what is typed and no part of it.
  private static let left: Set<String> = [
    "lesson", "tour", "demo", "record", "help", "?", "again", "why", "begin", "commit", "rollback", "undo", "redo",
  ]
  private static let beginning = "#!/usr/bin/env linli\n"

  /// Begins a recording.
  ///
  /// - Parameters:
  ///   - path: where the script will be.
  ///   - session: where the lines run.
  ///   - load: reads an included file.
  public init(to path: String, of session: OfficeSession, load: @escaping (String, Source) throws -> Source) throws {
    self.path = path
    self.session = session
    self.load = load
    seen = try session.lastEntry()
    if session.transactions.isOpen { begun = 0 }
  }

  /// Keeps what was typed and succeeded.
  ///
  /// - Returns: why it was left out, if it was because no script could hold it.
  /// - Throws: a ``Diagnostic`` when the journal cannot be read.
  public func note(_ typed: String) throws -> [Diagnostic] {
    let transactions = try readJournal()
    defer { isErasing = false }
    guard !isErasing else { return [] }
    var parser = Parser(Source(name: path, text: typed), isCommand: session.table.hasNoun, load: load)
    let tree = parser.parse()
    let kept = tree.statements.filter { statement in
      guard let word = noun(of: statement) else { return true }
      switch word {
      case "begin": begun = entries.count
      case "commit": begun = nil
      case "rollback": forgetUncommitted()
      default: break
      }
      return !Recording.left.contains(word)
    }
    let text =
      kept.count == tree.statements.count
      ? typed : kept.map { tree.source.text($0.span.start..<$0.span.end) }.joined(separator: "\n")
    guard !text.isEmpty else { return [] }
    entries.append(Entry(text: text, transactions: transactions))
    return leaveOutWrong()
  }

  /// Writes the script: a file that is whole or not there, and its owner's alone, for it holds what was typed.
  ///
  /// - Returns: how many entries it has, and what is wrong with those that were left out at the end.
  /// - Throws: a ``Diagnostic`` when it cannot be written.
  public func finish() throws -> (count: Int, faults: [Diagnostic]) {
    if !session.transactions.isOpen { forgetUncommitted() }
    entries.removeAll { $0.isUndone }
    let faults = leaveOutWrong()
    try OutputFile.write(path, isPrivate: true) { try $0.put(script) }
    return (entries.count, faults)
  }

  /// Lets the entries go that hold one of some words, and the one that is being run: somebody asked to be erased.
  public func forget(_ words: [String]) {
    entries.removeAll { entry in words.contains { entry.text.contains($0) } }
    isErasing = true
  }

  /// Lets go what a transaction held that was taken back.
  private func forgetUncommitted() {
    entries.removeLast(entries.count - (begun ?? entries.count))
    begun = nil
  }

  private var script: String { Recording.beginning + entries.map { $0.text + "\n" }.joined() }

  /// The command's first word in English, if the statement is one.
  private func noun(of statement: Statement) -> String? {
    guard case .pipeline(let pipeline) = statement.kind, case .call(let call) = pipeline.origin else { return nil }
    return session.table.commands(of: call.head.text).first?.declaration.noun.english
  }

  /// Follows what the last line did: its transactions, and what it took back or did again.
  private func readJournal() throws -> Set<Int> {
    let end = try session.lastEntry()
    // A rollback took entries away.
    guard end > seen else {
      seen = end
      return []
    }
    let cursor = try session.store.journal(JournalQuery(numbers: seen + 1...end))
    seen = end
    var transactions: Set<Int> = []
    var taken: Set<[Int]> = []
    while let entry = try cursor.next() {
      if let undoes = entry.undoes {
        taken.insert([entry.transaction, undoes])
      } else {
        transactions.insert(entry.transaction)
      }
    }
    for pair in taken {
      // Undoing an undo does again what that took back.
      let roots = undone[pair[1]] ?? [pair[1]]
      undone[pair[0], default: []].formUnion(roots)
      for index in entries.indices where !entries[index].transactions.isDisjoint(with: roots) {
        entries[index].isUndone.toggle()
      }
    }
    return transactions
  }

  /// Lets entries go without which the rest is a script that may run by itself; says what is wrong with them.
  private func leaveOutWrong() -> [Diagnostic] {
    var faults: [Diagnostic] = []
    while true {
      let interpreter = Interpreter(table: session.table, host: session, load: load)
      do {
        try interpreter.check(Source(name: path, text: script))
        return faults
      } catch let list as DiagnosticList {
        let wrong = Set(list.diagnostics.compactMap(entry))
        guard !wrong.isEmpty else { return faults + list.diagnostics }
        faults += list.diagnostics
        for index in wrong.sorted().reversed() { entries.remove(at: index) }
      } catch {
        return faults
      }
    }
  }

  /// The position of the entry in which a fault of the script stands.
  private func entry(of fault: Diagnostic) -> Int? {
    guard let place = fault.place, place.source.name == path else { return nil }
    let line = place.source.line(at: place.span.start)
    var end = 1
    return entries.firstIndex { entry in
      end += entry.text.split(separator: "\n", omittingEmptySubsequences: false).count
      return line <= end
    }
  }
}
