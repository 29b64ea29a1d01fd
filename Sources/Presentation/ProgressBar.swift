/// A part of a whole as a bar: `[██████████░░░░░░] 62 %`; the per cent are cut off, never rounded up.
public enum ProgressBar {
  /// The bar. `part` may be more than the whole; the bar is full then, the figure goes on.
  public static func text(_ part: Int, of whole: Int, cells: Int = 30) -> String {
    guard whole > 0, part >= 0 else { return "[" + String(repeating: "░", count: cells) + "]" }
    let share = Double(min(part, whole)) / Double(whole)
    let full = part >= whole ? cells : min(cells - 1, Int(share * Double(cells)))
    let percent = part / whole * 100 + part % whole * 100 / whole
    return "[" + String(repeating: "█", count: full) + String(repeating: "░", count: cells - full) + "] \(percent) %"
  }
}
