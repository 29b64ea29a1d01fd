import Diagnostics
import Records

/// The reason for which somebody looks at what is masked, or erases; the journal keeps it.
enum StatedReason {
  /// The reason that was given.
  ///
  /// - Parameter refusal: what is said where none was.
  /// - Throws: ``DiagnosticCode/reason``.
  static func require(_ reason: String?, otherwise refusal: Localized) throws -> String {
    if let reason, reason.contains(where: { !$0.isWhitespace }) { return reason }
    throw Diagnostic(
      .reason, refusal, hint: Localized("add reason=\"…\"; the journal keeps it", "请加 理由=“…”，将记入日志"))
  }
}
