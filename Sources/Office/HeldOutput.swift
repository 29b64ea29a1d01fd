/// What a line of the prompt says that is shown only when it has ended, in the order in which it was said. It begins with
/// its first change, so that whoever reads that something was done may rely on it, or with what is longer than the window
/// while the line keeps others from writing, so that who reads at leisure keeps nobody waiting.
struct HeldOutput {
  private var parts: [(text: String, tellsOfChange: Bool)] = []

  var isEmpty: Bool { parts.isEmpty }
  /// Whether some of it is true only if the line's changes are kept.
  var tellsOfChange: Bool { parts.contains(where: \.tellsOfChange) }

  /// Adds a text, which may tell of a change.
  mutating func add(_ text: String, tellsOfChange: Bool) { parts.append((text, tellsOfChange)) }

  /// Shows everything, or, if the changes were taken back, everything else.
  mutating func release(isKept: Bool, to output: (String) throws -> Void) throws {
    defer { parts = [] }
    for part in parts where isKept || !part.tellsOfChange { try output(part.text) }
  }
}
