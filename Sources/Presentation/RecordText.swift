import Diagnostics
import Values

/// One record, a field a line, the values under each other; fields without a value are left out.
public enum RecordText {
  /// The text of a row, in lines of `width` cells or of as many as it takes.
  public static func text(
    of row: Row, language: Language, width: Int?, paint: Paint = .none, label: (Reference) -> String
  )
    -> String
  {
    let fields = entries(of: row, label: label).map { ($0.name[language], TerminalText.safe($0.text[language])) }
    return FieldLines(width: width, paint: paint).lines(fields).map { $0 + "\n" }.joined()
  }

  /// The fields of a row that have a value.
  public static func entries(of row: Row, label: (Reference) -> String) -> [Document.Entry] {
    zip(row.shape.columns, row.values).compactMap { column, value in
      let text = Localized(
        value.displayText(in: .english, label: label), value.displayText(in: .chinese, label: label))
      return text.english.isEmpty ? nil : Document.Entry(column.name.localized, text)
    }
  }
}
