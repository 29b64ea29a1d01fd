/// Something that is wrong, as a value: what, where, and what to do about it.
///
/// Rules throw diagnostics without a place; whoever knows the text that led there adds it with ``at(_:)``.
public struct Diagnostic: Error, Sendable {
  /// The stable name of the fault.
  public let code: DiagnosticCode
  /// What is wrong on this occasion.
  public let message: Localized
  /// What the user can do about it, where something can be said.
  public let hint: Localized?
  /// The English name of the parameter or field at fault, if it is one; the interpreter points at its value.
  public let subject: String?
  /// Where the fault stands, once that is known.
  public private(set) var place: Place?
  /// The faults that led to it, such as those of the rows of a file; they are shown before it.
  public let causes: [Diagnostic]

  /// Creates a diagnostic.
  public init(
    _ code: DiagnosticCode, _ message: Localized, hint: Localized? = nil, subject: String? = nil,
    at place: Place? = nil, causes: [Diagnostic] = []
  ) {
    self.code = code
    self.message = message
    self.hint = hint
    self.subject = subject
    self.place = place
    self.causes = causes
  }

  /// The same diagnostic about another parameter: the one by which the field at fault was given.
  public func about(_ subject: String) -> Diagnostic {
    let about = Diagnostic(code, message, hint: hint, subject: subject)
    return place.map { about.at($0) } ?? about
  }

  /// The same diagnostic with a place, unless it has one already.
  public func at(_ place: Place) -> Diagnostic {
    var placed = self
    if placed.place == nil { placed.place = place }
    return placed
  }
}
