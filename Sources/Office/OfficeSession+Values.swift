import CommandLanguage
import Diagnostics
import Values

extension OfficeSession {
  /// Makes sure that a typed text is a value of a type: that it can be read, and that a record that it names exists.
  ///
  /// - Throws: a ``Diagnostic`` that says what it should be.
  public func check(_ text: String, as type: ValueType) throws {
    switch type {
    case .reference(let kinds): _ = try resolve(text, kinds: kinds)
    case .list(let element):
      for part in ValueType.elements(of: text) { try check(part, as: element) }
    case .either(let types):
      var failure: (any Error)?
      for type in types {
        do { return try check(text, as: type) } catch { failure = error }
      }
      if let failure { throw failure }
    default: _ = try type.read(text, now: now)
    }
  }
}
