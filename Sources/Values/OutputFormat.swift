/// How rows, values and documents are written. A document is written as text (`table`), as `html` or as `pdf`,
/// which `printer` hands to the printer; in the others, what it was made from is.
public enum OutputFormat: String, Sendable, CaseIterable {
  case table
  case csv
  case json
  case jsonl
  case tsv
  case markdown
  case lines
  case html
  case pdf
  case printer

  /// The format that the name of a file asks for by its ending; nothing for an ending that says nothing.
  public init?(ofFile path: String) {
    let name = path.pathName.lowercased()
    guard let dot = name.lastIndex(of: ".") else { return nil }
    switch name[name.index(after: dot)...] {
    case "csv": self = .csv
    case "tsv": self = .tsv
    case "json": self = .json
    case "jsonl": self = .jsonl
    case "md": self = .markdown
    case "html", "htm": self = .html
    case "pdf": self = .pdf
    default: return nil
    }
  }
}
