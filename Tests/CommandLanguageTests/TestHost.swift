import Diagnostics
import Values

@testable import CommandLanguage

/// A small world for the language: three people, a list of them, a counter that commands change.
final class TestHost: Host {
  static let shape = RowShape([
    Column(Name("name", "姓名"), .text(maximum: 50)), Column(Name("age", "年龄"), .integer(0...200)),
    Column(Name("paid", "已付"), .money),
  ])

  var now = Moment("2020-07-26 08:00") ?? Moment(seconds: 0)
  var language = Language.english
  var output = ""
  var total = 0
  var interrupted = false
  /// How many rows of a listing are looked at; nothing for all.
  var reads: Int?

  static let people: [Row] = [("胡建国", 61, 20_000), ("李梅", 34, 10_000), ("周勇", 47, 30_050)].enumerated().map {
    index, person in
    Row(
      shape, [.text(person.0), .integer(person.1), .money(Money(fen: person.2))],
      reference: Reference(kind: "person", id: index + 1))
  }

  func resolve(_ text: String, kinds: [String]) throws -> Reference {
    if let row = Self.people.first(where: { $0.values[0] == .text(text) }), let reference = row.reference {
      return reference
    }
    throw Diagnostic(.unknownCommand, Localized(same: "no person is named \(text)"))
  }

  func row(for reference: Reference) throws -> Row { Self.people[reference.id - 1] }
  func shape(ofKind kind: String) -> RowShape? { kind == "person" ? Self.shape : nil }
  func text(of value: Value) -> String { value.displayText(in: language) { "P\($0.id)" } }
  func text(of document: Document) -> String {
    document.blocks.map { block in
      if case .verbatim(let text) = block { return text }
      return "\(block)\n"
    }.joined()
  }
  /// The moments that were looked back to.
  private(set) var past: [Moment] = []

  func asOf<Result>(_ moment: Moment, _ body: () throws -> Result) throws -> Result {
    past.append(moment)
    return try body()
  }

  func enter(_ place: Place, _ arguments: Arguments) {}

  func atomically<Result>(writing: Bool, _ body: () throws -> Result) throws -> Result {
    let before = total
    do { return try body() } catch {
      total = before
      throw error
    }
  }

  func show(_ result: CommandResult, as format: OutputFormat?, to destination: Destination) throws {
    switch result {
    case .nothing: break
    case .acknowledgement(let text, _): output += text[language] + "\n"
    case .value(let value): output += text(of: value) + "\n"
    case .document(let document, _): output += text(of: try document())
    case .encoded(let text): try text.writeText { output += $0 }
    case .printout(let printout): try printout.write(as: .text) { output += String(decoding: $0, as: UTF8.self) }
    case .rows(let stream, let columns):
      var count = 0
      while count != reads, let row = try stream.next() {
        count += 1
        output += columns.map { text(of: row.values[$0]) }.joined(separator: " ") + "\n"
      }
    }
  }

  /// Runs a text and gives what it printed.
  func run(_ text: String, arguments: [String] = []) throws -> String {
    try interpreter(arguments).run(Source(name: "test", text: text))
    return output
  }

  /// The codes and places of all faults of a text that is run: `E-SYNTAX 1:5`.
  func faults(_ text: String) -> [String] { faults { _ = try run(text) } }

  /// The codes and places of the faults that the check finds in a text.
  func faultsOfCheck(_ text: String) -> [String] {
    faults { try interpreter().check(Source(name: "test", text: text)) }
  }

  private func faults(_ body: () throws -> Void) -> [String] {
    func describe(_ diagnostic: Diagnostic) -> String {
      guard let place = diagnostic.place else { return diagnostic.code.id }
      let offset = place.span.start
      return "\(diagnostic.code.id) \(place.source.line(at: offset)):\(place.source.column(at: offset))"
    }
    do {
      try body()
      return []
    } catch let list as DiagnosticList {
      return list.diagnostics.map(describe)
    } catch let diagnostic as Diagnostic {
      return [describe(diagnostic)]
    } catch {
      return ["\(type(of: error))"]
    }
  }

  func interpreter(_ arguments: [String] = []) -> Interpreter {
    Interpreter(
      table: CommandTable(commands), host: self, arguments: arguments,
      load: { path, _ in
        switch path {
        case "twice": return Source(name: "twice", text: "def twice(n) { return $($n * 2) }")
        case "itself": return Source(name: "itself", text: "include \"itself\"")
        default: throw Diagnostic(.include, Localized(same: "no file \(path)"))
        }
      }, isInterrupted: { [unowned self] in interrupted })
  }

  private static let amount = Field<Money>("amount", "金额", "", "")
  private static let who = Field<Reference>("person", "人", "", "", type: .reference(["person"]))
  private static let note = Field<String?>("note", "备注", "", "")
  private static let loud = Field<Bool>("loud", "大声", "", "", default: false)
  private static let since = Field<CalendarDate?>("since", "自", "", "")
  private static let words = Field<[String]>("words", "词", "", "", type: .list(.text(maximum: 20)))
  private static let age = Field<Int?>("age", "年龄", "", "")

  var commands: [Command] {
    [
      Command(
        CommandDeclaration(
          Name("person", "人"), Name("list", "列出"), Localized(same: "Lists."),
          parameters: [Parameter(Self.age.declaration, .filter)], effect: .reads, result: .rows(Self.shape))
      ) { [unowned self] arguments in
        let rows = try Self.people.filter { row in
          try arguments.filters.allSatisfy { try $0.comparison.holds(row.values[1], $0.value, host: self) }
        }
        return .rows(RowStream(Self.shape, rows: rows), columns: [0, 1])
      },
      Command(
        CommandDeclaration(
          Name("person", "人"), Name("pay", "付款"), Localized(same: "Pays."),
          parameters: [
            .positional(Self.who), .named(Self.amount), .named(Self.note), .named(Self.loud), .named(Self.since),
          ],
          effect: .writes)
      ) { [unowned self] arguments in
        if arguments[Self.amount].fen < 0 {
          throw Diagnostic(.type, Localized(same: "less than nothing"), subject: "amount")
        }
        total += arguments[Self.amount].fen
        let name = try row(for: arguments[Self.who]).values[0]
        return .acknowledgement(
          Localized(same: "\(text(of: name)) \(arguments[Self.amount].grouped) \(arguments[Self.note] ?? "-")")
        ) { .money(arguments[Self.amount]) }
      },
      Command(
        CommandDeclaration(
          Name("say", "说"), nil, Localized(same: "Says."), parameters: [.rest(Self.words)], effect: .reads)
      ) { .value(.text($0[Self.words].joined(separator: "|"))) },
    ]
  }
}
