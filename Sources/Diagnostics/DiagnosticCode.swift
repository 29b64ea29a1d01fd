/// The stable name of one way in which something can be wrong.
///
/// Codes are declared as static members beside the code that raises them. A code, once released, keeps its meaning.
public struct DiagnosticCode: Sendable, Hashable {
  /// The name, in capitals: `E-QUORUM`.
  public let id: String
  /// One sentence that says what the code means, whatever the occasion.
  public let title: Localized

  /// Declares a code.
  public init(_ id: String, _ english: String, _ chinese: String) {
    self.id = id
    self.title = Localized(english, chinese)
  }
}
