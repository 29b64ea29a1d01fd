/// What a line of the prompt says from its first change on. It is shown when the change is on the disk: whoever reads
/// that something was done may rely on it.
struct HeldOutput {
  private var parts: [(text: String, tellsOfChange: Bool)] = []

  var isEmpty: Bool { parts.isEmpty }

  /// Adds a text, which may tell of a change.
  mutating func add(_ text: String, tellsOfChange: Bool) { parts.append((text, tellsOfChange)) }

  /// Shows everything, or, if the changes were taken back, everything else.
  mutating func release(isKept: Bool, to output: (String) throws -> Void) throws {
    defer { parts = [] }
    for part in parts where isKept || !part.tellsOfChange { try output(part.text) }
  }
}
