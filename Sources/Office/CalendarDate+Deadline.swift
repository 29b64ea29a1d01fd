import Diagnostics
import Values

extension CalendarDate {
  /// The date as a last day: `until 2020-08-15`, `2020年8月中旬前`.
  var deadline: Localized {
    let text = displayText(in: .chinese)
    return Localized("until \(displayText(in: .english))", precision == .day ? "\(text) 前" : "\(text)前")
  }
}
