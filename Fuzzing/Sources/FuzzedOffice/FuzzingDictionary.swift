import CommandLanguage
import Foundation
import Office
import Values

/// The words of the language and of the office's commands, as libFuzzer's dictionaries are written.
public enum FuzzingDictionary {
  /// Signs that mean something, a line each.
  private static let signs = [
    "$", "$(", "${", "(", ")", "[", "]", "{", "}", "\"", "'", "|", ";", "\n", "=", "==", "!=", "<", "<=", ">", ">=",
    ">>", "~", "..", " + ", " - ", " * ", " / ", " % ", " and ", " or ", "not ", " in ", "yes", "no", "none", "\\", "#",
    "，", "＝", "（", "）", "“", "”", "￥", "　", "1..3", "2万", "2020-08-02", "19:30", "7d", "today",
  ]

  /// All words, each once.
  private static var words: [String] {
    var words = signs + Keyword.allCases.map { $0.rawValue + " " }
    for name in FilterDeclaration.all.map(\.name) { words += ["| " + name.english + " ", "| " + name.chinese + " "] }
    for name in FunctionDeclaration.all.map(\.name) { words += [name.english + "(", name.chinese + "("] }
    for declaration in OfficeCommands.all.map(\.declaration) {
      words += [declaration.words.english + " ", declaration.words.chinese + " "]
      for name in declaration.parameters.map(\.field.name) { words += [name.english + "=", name.chinese + "="] }
    }
    var seen: Set<String> = []
    return words.filter { seen.insert($0).inserted }
  }

  /// The dictionary.
  public static var text: String { words.map { "\"\(escaped($0))\"\n" }.joined() }

  private static func escaped(_ word: String) -> String {
    word.utf8.map { byte in
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"), ..<0x20, 0x80...:
        "\\x" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
      default: String(UnicodeScalar(byte))
      }
    }.joined()
  }

  /// Writes the dictionary to standard output and ends, if the program is asked for it: `--dictionary`.
  public static func writeIfAsked() {
    guard CommandLine.arguments.dropFirst().first == "--dictionary" else { return }
    print(text, terminator: "")
    exit(0)
  }
}
