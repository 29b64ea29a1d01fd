import Diagnostics
import Office
import Values

/// What the program's options ask for.
public struct ProgramOptions {
  /// The office's file; nothing for the usual one.
  public var db: String?
  /// Whether nothing shall be changed in it.
  public var isReadOnly = false
  /// A text to run.
  public var text: String?
  /// Whether the script is only checked.
  public var check = false
  /// Whether the script is run and taken back.
  public var dryRun = false
  /// Whether each statement is kept by itself.
  public var keepGoing = false
  /// The language of answers.
  public var language: Language?
  /// How rows are written.
  public var format = OutputFormat.table
  /// Whether answers and errors are coloured.
  public var color: ColorChoice?
  /// Whether the prompt is opened after the script.
  public var isInteractive = false
  /// Whether the options are to be explained.
  public var help = false
  /// Whether the program's version is asked for.
  public var version = false
  /// What stands behind the options.
  public var words: [String] = []

  /// Options of a program that was called without any.
  public init() {}

  /// The script, if one is named.
  public var script: String? { text == nil ? words.first : nil }

  /// What the script is told.
  public var arguments: [String] { text == nil ? Array(words.dropFirst()) : words }

  /// Refuses options that do not go together.
  func validate() throws {
    if [.pdf, .printer].contains(format) {
      throw Diagnostic(
        .option,
        Localized("--format is for rows and texts", "--format 用于行和文本"),
        hint: Localized(
          "write | to \(format.rawValue) behind one command", "请在一条命令后写 | 输出 \(format.rawValue)"))
    }
    guard [check, dryRun, keepGoing].count(where: { $0 }) < 2 else {
      throw Diagnostic(
        .option,
        Localized("--check, --dry-run and --keep-going exclude each other", "--check、--dry-run、--keep-going 不能同时使用"))
    }
  }
}
