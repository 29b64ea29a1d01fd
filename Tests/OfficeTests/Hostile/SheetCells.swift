/// Reads sheets as another program would: by RFC 4180, without what Linli knows of itself.
enum SheetCells {
  /// The rows of a sheet with cells in quotes where they need them.
  static func rows(of text: String, separator: Unicode.Scalar) -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var cell = String.UnicodeScalarView()
    var isQuoted = false
    let scalars = Array(text.unicodeScalars)
    var index = 0
    func endCell() {
      row.append(String(cell))
      cell = String.UnicodeScalarView()
    }
    while index < scalars.count {
      let scalar = scalars[index]
      index += 1
      if isQuoted {
        guard scalar == "\"" else {
          cell.append(scalar)
          continue
        }
        if index < scalars.count, scalars[index] == "\"" {
          cell.append(scalar)
          index += 1
        } else {
          isQuoted = false
        }
      } else if scalar == "\"", cell.isEmpty {
        isQuoted = true
      } else if scalar == separator {
        endCell()
      } else if scalar == "\r" || scalar == "\n" {
        if scalar == "\r", index < scalars.count, scalars[index] == "\n" { index += 1 }
        endCell()
        rows.append(row)
        row = []
      } else {
        cell.append(scalar)
      }
    }
    return rows
  }

  /// The rows of lines with tabs between the cells.
  static func tabbed(_ text: String) -> [[String]] {
    let lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    return lines.map { $0.split(separator: "\t", omittingEmptySubsequences: false).map { String($0) } }
  }

  /// A cell of such a line with what is written with a backslash in it.
  static func unescaped(_ cell: String) -> String {
    var text = String.UnicodeScalarView()
    var isEscaped = false
    for scalar in cell.unicodeScalars {
      if isEscaped {
        text.append(["n": "\n", "t": "\t", "r": "\r"][scalar] ?? scalar)
        isEscaped = false
      } else if scalar == "\\" {
        isEscaped = true
      } else {
        text.append(scalar)
      }
    }
    return String(text)
  }

  private static let formulas: Set<Unicode.Scalar> = ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"]

  /// Whether a spreadsheet would work a cell out; a number may have its sign.
  static func isArmed(_ cell: String) -> Bool {
    guard let first = cell.unicodeScalars.first, formulas.contains(first) else { return false }
    return cell.unicodeScalars.count == 1
      || !cell.unicodeScalars.dropFirst().allSatisfy { "0123456789.-".unicodeScalars.contains($0) }
  }

  /// A cell without the apostrophe that disarms it.
  static func unguarded(_ cell: String) -> String {
    let scalars = cell.unicodeScalars
    guard scalars.first == "'", let first = scalars.first(where: { $0 != "'" }), formulas.contains(first) else {
      return cell
    }
    return String(String.UnicodeScalarView(scalars.dropFirst()))
  }
}
