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
}
