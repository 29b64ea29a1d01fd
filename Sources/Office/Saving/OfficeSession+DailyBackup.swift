import Diagnostics
import Records

extension OfficeSession {
  /// Makes the backup of the day if the office has a rule for it and the day has none yet.
  ///
  /// - Throws: a ``Diagnostic`` when it cannot be made; the office can be worked with all the same.
  public func backUpDaily() throws {
    // Who only reads has nothing to lose.
    guard !store.isReadOnly else { return }
    // The day is the one on the wall: a demonstration's clock stands still.
    try DailyBackup.rule(of: store)?.run(of: store, at: environment.clock())
  }
}
