import Diagnostics
import Office
import Values

/// An option of the program. It is declared once, here: reading, help and errors come from the declaration.
struct ProgramOption: Sendable {
  /// What stands behind two dashes; nothing for an option that is only a letter.
  let name: String?
  /// What may stand behind one dash.
  let letter: Character?
  /// What its value is called; nothing for an option without one.
  let value: Localized?
  /// What it is for.
  let help: Localized
  /// Takes it, with its value if it has one. Throws a ``Diagnostic`` for a value that it does not know.
  let take: @Sendable (inout ProgramOptions, String) throws -> Void

  /// How it is written: `--db`, `-c`.
  var spelling: String { name.map { "--\($0)" } ?? letter.map { "-\($0)" } ?? "" }

  /// How it is written in help: `-h, --help`, `--db FILE`.
  func form(in language: Language) -> String {
    let spellings = [letter.map { "-\($0)" }, name.map { "--\($0)" }].compactMap { $0 }.joined(separator: ", ")
    return value.map { "\(spellings) \($0[language])" } ?? spellings
  }

  /// All of them, in the order in which help lists them.
  static let all = [
    ProgramOption(
      "db", value: Localized("FILE", "文件"), "The office's file, or :memory: for one that is gone at the end.",
      "办公室文件；:memory: 表示只在内存中，结束即消失。"
    ) { $0.db = $1 },
    ProgramOption("read-only", "Read the office, change nothing in it.", "只查看办公室，不作改动。") { options, _ in
      options.isReadOnly = true
    },
    ProgramOption(nil, letter: "c", value: Localized("TEXT", "文本"), "Run this text and exit.", "运行这段文本后退出。") {
      $0.text = $1
    },
    ProgramOption("check", "Check the script, change nothing.", "检查脚本，不作改动。") { options, _ in options.check = true },
    ProgramOption("dry-run", "Run the script, list what it would change, take it back.", "试运行脚本，列出会有的改动，再全部撤回。") {
      options, _ in options.dryRun = true
    },
    ProgramOption(
      "keep-going", "Keep what each statement does, and report all that fail at the end.", "逐条保留所做改动，最后报告所有失败。"
    ) { options, _ in options.keepGoing = true },
    ProgramOption(
      "lang", value: Localized("LANGUAGE", "语言"), "The language of answers: en or zh.", "回答所用语言：en 或 zh。",
      choice: { $0.language = $1 }),
    ProgramOption(
      "format", value: Localized("FORMAT", "格式"),
      "How rows are written: table, csv, json, jsonl, tsv, markdown, lines or html.",
      "行的输出格式：table、csv、json、jsonl、tsv、markdown、lines 或 html。", choice: { $0.format = $1 }),
    ProgramOption(
      "color", value: Localized("WHEN", "何时"), "Whether answers and errors are coloured: auto, always or never.",
      "回答和错误是否着色：auto、always 或 never。", choice: { $0.color = $1 }),
    ProgramOption(nil, letter: "i", "Open the prompt after the script.", "脚本运行后打开提示符。") { options, _ in
      options.isInteractive = true
    },
    ProgramOption("version", "Show the version.", "显示版本。") { options, _ in options.version = true },
    ProgramOption("help", letter: "h", "Show this.", "显示本页。") { options, _ in options.help = true },
  ]

  private init(
    _ name: String?, letter: Character? = nil, value: Localized? = nil, _ english: String, _ chinese: String,
    take: @escaping @Sendable (inout ProgramOptions, String) throws -> Void
  ) {
    self.name = name
    self.letter = letter
    self.value = value
    self.help = Localized(english, chinese)
    self.take = take
  }

  /// An option whose value is one of a few.
  private init<Choice: RawRepresentable<String> & CaseIterable & SendableMetatype>(
    _ name: String, value: Localized, _ english: String, _ chinese: String,
    choice: @escaping @Sendable (inout ProgramOptions, Choice) -> Void
  ) {
    let choices = Choice.allCases.map(\.rawValue)
    self.init(name, value: value, english, chinese) { options, text in
      guard let chosen = Choice(rawValue: text) else {
        throw Diagnostic(
          .option, Localized("--\(name) cannot be \(text)", "--\(name) 不能是 \(text)"),
          hint: Suggestion.hint(for: text, in: choices)
            ?? Localized(
              "it is one of: \(choices.joined(separator: ", "))", "可选：\(choices.joined(separator: "、"))"))
      }
      choice(&options, chosen)
    }
  }
}
