/// Several faults found in one reading of a text, in the order in which they stand there.
public struct DiagnosticList: Error, Sendable {
  /// The faults; never empty.
  public let diagnostics: [Diagnostic]

  /// Creates a list.
  public init(_ diagnostics: [Diagnostic]) {
    self.diagnostics = diagnostics
  }
}
