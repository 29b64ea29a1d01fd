import CLibEdit
import Foundation

/// What standard input and output are connected to.
public enum Terminal {
  /// Whether standard input is a terminal.
  public static var isInput: Bool { isatty(STDIN_FILENO) == 1 }
  /// Whether standard output is a terminal.
  public static let isOutput = isatty(STDOUT_FILENO) == 1
  /// Whether standard error is a terminal.
  public static var isError: Bool { isatty(STDERR_FILENO) == 1 }

  /// How many cells a line of standard output has; nothing if it is no terminal.
  public static var width: Int? { isOutput ? width(of: STDOUT_FILENO) : nil }
  /// How many cells a line of standard error has; nothing if it is no terminal.
  public static var errorWidth: Int? { isError ? width(of: STDERR_FILENO) : nil }

  /// The columns and rows of the window of standard output.
  public static var size: (columns: Int, rows: Int) { size(of: STDOUT_FILENO) }

  private static func width(of descriptor: Int32) -> Int { size(of: descriptor).columns }

  private static func size(of descriptor: Int32) -> (columns: Int, rows: Int) {
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return (80, 24) }
    return (Int(size.ws_col), max(1, Int(size.ws_row)))
  }

  /// Writes a text to standard output; what is written to a file or a pipe is gathered until ``flush()``.
  public static func write(_ text: String) {
    var text = text
    text.withUTF8 { linli_write_output($0.baseAddress, $0.count) }
    if isOutput { flush() }
  }

  /// Writes bytes to standard output as they are.
  public static func write(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { linli_write_output($0.baseAddress, $0.count) }
    if isOutput { flush() }
  }

  /// Hands over what was gathered for standard output.
  public static func flush() { linli_flush_output() }

  /// Shows in the last line of the terminal how far something is, or, with nothing, empties that line.
  public static func showProgress(_ text: String?) {
    guard isError else { return }
    // Back to the beginning of the line, and away with what stood there (ECMA-48, CR and EL).
    write("\r\u{1B}[K" + (text ?? ""), to: STDERR_FILENO)
  }

  /// Writes a text whole to a file descriptor, behind everything written to standard output so far. A reader that went
  /// away is no fault of ours: the rest is dropped.
  public static func write(_ text: String, to descriptor: Int32) {
    flush()
    var text = text
    text.withUTF8 { bytes in
      var written = 0
      while written < bytes.count {
        let count = Foundation.write(descriptor, bytes.baseAddress?.advanced(by: written), bytes.count - written)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return }
        written += count
      }
    }
  }
}
