import Diagnostics

/// One result on its way to the window: gathered until it is clear that it is longer, from then on the pager's.
final class Page {
  private let height: Int
  private let width: Int
  private let hold: ((String) -> Void)?
  private let open: () -> PagerProcess?
  private var gathered = ""
  private var lines = 0
  private var isDecided = false
  private var process: PagerProcess?

  /// Begins one in a window of so many lines and cells.
  ///
  /// - Parameters:
  ///   - hold: takes what is longer, if that is to be read later.
  ///   - open: starts the pager, if there is one.
  init(height: Int, width: Int, hold: ((String) -> Void)?, open: @escaping () -> PagerProcess?) {
    self.height = height
    self.width = width
    self.hold = hold
    self.open = open
  }

  /// Writes on; false when the reader has left.
  func write(_ text: String) throws -> Bool {
    if isDecided { return try pass(text) }
    gathered += text
    for line in text.split(separator: "\n") where lines < height {
      lines += max(1, (DisplayWidth.of(Paint.stripped(String(line))) + width - 1) / width)
    }
    // The prompt takes the last line.
    guard lines >= height else { return true }
    if hold == nil { process = open() }
    isDecided = true
    defer { gathered = "" }
    return try pass(gathered)
  }

  /// Shows what fits the window, or waits until the reader leaves.
  func end() throws {
    if !isDecided { try Terminal.write(gathered) }
    process?.end()
  }

  private func pass(_ text: String) throws -> Bool {
    if let process { return process.write(text) }
    if let hold { hold(text) } else { try Terminal.write(text) }
    return true
  }
}
