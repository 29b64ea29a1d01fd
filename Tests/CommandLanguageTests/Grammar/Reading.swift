import Diagnostics

@testable import CommandLanguage

/// A text read by the parser alone: names need not exist, and every file that is included is empty.
struct Reading {
  /// The first words of commands that the sentences of the grammar use, and those of the repository's scripts.
  private static let nouns: Set<String> = [
    "resident", "居民", "fund", "筹款", "household", "building", "shop", "gift", "posting", "person", "say", "print",
  ]

  let tree: SyntaxTree
  /// The faults of syntax, each with what stands around it.
  let faults: [String]

  init(_ text: String) {
    var included = 0
    var parser = Parser(
      Source(name: "text", text: text), isCommand: Reading.nouns.contains,
      load: { path, _ in
        included += 1
        return Source(name: "\(path) \(included)", text: "")
      })
    tree = parser.parse()
    faults = parser.diagnostics.map { fault in
      guard let place = fault.place else { return fault.code.id }
      let (start, bytes) = (place.span.start, place.source.bytes)
      let excerpt = String(decoding: bytes[max(0, start - 30)..<min(bytes.count, start + 20)], as: UTF8.self)
      return "\(fault.code.id) \(place.source.line(at: start)):\(place.source.column(at: start)) …\(excerpt)…"
    }
  }

  /// The tree written as canonical text.
  var formatted: String { tree.formatted(isCommand: Reading.nouns.contains) }

  /// The tree's structure, without places and sources.
  var outline: String { Reading.outline(tree.statements) }

  private static func outline(_ part: Any) -> String {
    let mirror = Mirror(reflecting: part)
    if part is Span || part is Source { return "" }
    if let value = part as? any CustomStringConvertible, mirror.displayStyle == nil { return "\(value)" }
    guard !mirror.children.isEmpty else { return "\(part)" }
    let children = mirror.children.map { "\($0.label ?? ""):\(outline($0.value))" }
    return "\(mirror.subjectType)(\(children.joined(separator: " ")))"
  }
}
