/// The stable name of one way in which something can be wrong, and all that is to be known of it: `help`, completion and
/// the page of errors read it.
///
/// Codes are declared as static members beside the code that raises them, and listed in their room's `of…`. A code, once
/// released, keeps its meaning.
public struct DiagnosticCode: Sendable {
  /// What leads to the fault.
  public enum Example: Sendable {
    /// Lines that provoke it on the demonstration office, in English and in Chinese words.
    case lines(String, String)
    /// Something in the world outside: a file, another program. A test of its own makes it happen.
    case situation(String, String)

    /// The lines or the description.
    public var text: Localized {
      switch self {
      case .lines(let english, let chinese), .situation(let english, let chinese): Localized(english, chinese)
      }
    }
  }

  /// The name, in capitals: `E-QUORUM`.
  public let id: String
  /// One sentence that says what the code means, whatever the occasion.
  public let title: Localized
  /// What to do about it, whatever the occasion.
  public let mend: Localized
  /// What leads to it.
  public let example: Example

  /// Whether it ends whatever is being done, so that nobody may go on with the next thing: the records can no longer be
  /// read or written.
  public let isFatal: Bool

  /// Declares a code.
  public init(
    _ id: String, _ english: String, _ chinese: String, mend: Localized, example: Example, isFatal: Bool = false
  ) {
    self.id = id
    self.title = Localized(english, chinese)
    self.mend = mend
    self.example = example
    self.isFatal = isFatal
  }
}

extension DiagnosticCode: Hashable {
  /// A code is what it is called.
  public static func == (left: DiagnosticCode, right: DiagnosticCode) -> Bool { left.id == right.id }

  /// Hashes what it is called.
  public func hash(into hasher: inout Hasher) { hasher.combine(id) }
}
