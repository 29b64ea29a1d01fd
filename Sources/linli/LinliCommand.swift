import ArgumentParser
import Diagnostics
import Foundation
import Office
import Shell
import Storage
import Values

/// The program's options.
struct LinliCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "linli",
    abstract: "A scriptable shell for the records of a neighbourhood (邻里).",
    discussion: "Without a script it opens the prompt, or reads standard input if that is no terminal.",
    version: "0.1.0")

  @Option(help: ArgumentHelp("The office's file, or :memory: for one that is gone at the end.", valueName: "file"))
  var db: String?

  @Flag(help: "Read the office, change nothing in it.")
  var readOnly = false

  @Option(name: .customShort("c"), help: ArgumentHelp("Run this text and exit.", valueName: "text"))
  var text: String?

  @Flag(help: "Check the script, change nothing.")
  var check = false

  @Flag(help: "Run the script, list what it would change, take it back.")
  var dryRun = false

  @Flag(help: "Keep what each statement does, and report all that fail at the end.")
  var keepGoing = false

  @Option(help: ArgumentHelp("The language of answers: en or zh.", valueName: "language"))
  var lang: Language?

  @Option(help: "How rows are written: table, csv, json, jsonl, tsv, markdown, lines or html.")
  var format: OutputFormat = .table

  @Option(help: "Whether answers and errors are coloured: auto, always or never.")
  var color: ColorChoice?

  @Flag(name: .customShort("i"), help: "Open the prompt after the script.")
  var interactive = false

  @Argument(
    parsing: .captureForPassthrough,
    help: ArgumentHelp("A script to run, - for standard input, and its arguments $1, $2, ….", valueName: "script"))
  var words: [String] = []

  /// The script, if one is named.
  var script: String? { text == nil ? words.first : nil }

  /// What the script is told.
  var arguments: [String] { text == nil ? Array(words.dropFirst()) : words }

  /// Reads what is left where the script's name may stand: words begin with that name, and all behind it is the
  /// script's own. The parser hands over whatever is no option declared here.
  mutating func validate() throws {
    switch words.first {
    case "--": words.removeFirst()
    case "-h", "--help": throw CleanExit.helpRequest(self)
    case "--version": throw CleanExit.message(Self.configuration.version)
    case let word? where word.hasPrefix("-") && word != "-":
      let options = Self.helpMessage().matches(of: /--?[a-z-]+/).map { String($0.output) }
      let meant = Suggestion.nearest(to: word, in: options).map { ". Did you mean '\($0)'?" } ?? ""
      throw ValidationError("Unknown option '\(word)'\(meant)")
    default: break
    }
    if [.pdf, .printer].contains(format) {
      throw ValidationError("--format is for rows and texts; write | to \(format.rawValue) behind one command.")
    }
    guard [check, dryRun, keepGoing].count(where: { $0 }) < 2 else {
      throw ValidationError("--check, --dry-run and --keep-going exclude each other.")
    }
  }
}

extension Language: ExpressibleByArgument {}
extension ColorChoice: ExpressibleByArgument {}
extension OutputFormat: ExpressibleByArgument {}
