import Diagnostics
import Values

/// One record, a field a line, the values under each other; fields without a value are left out.
public enum RecordText {
  /// The text of a row.
  public static func text(of row: Row, language: Language, label: (Reference) -> String) -> String {
    var lines: [(name: String, value: String)] = []
    for (column, value) in zip(row.shape.columns, row.values) {
      if case .none = value { continue }
      let text = TerminalText.safe(value.displayText(in: language, label: label))
      if !text.isEmpty { lines.append((column.name[language], text)) }
    }
    let width = lines.map { DisplayWidth.of($0.name) }.max() ?? 0
    return lines.map { $0.name.padded(to: width) + "  " + $0.value + "\n" }.joined()
  }
}
