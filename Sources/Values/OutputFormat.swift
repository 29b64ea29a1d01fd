/// How rows and values are written.
public enum OutputFormat: String, Sendable, CaseIterable {
  case table
  case csv
  case json
  case jsonl
  case tsv
  case markdown
  case lines
}
