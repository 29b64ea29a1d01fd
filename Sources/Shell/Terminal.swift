import CLibEdit
import CommandLanguage
import Diagnostics
import Foundation
import Office

/// What standard input and output are connected to.
public enum Terminal {
  /// Whether standard input is a terminal.
  public static var isInput: Bool { isatty(STDIN_FILENO) == 1 }
  /// Whether standard output is a terminal.
  public static let isOutput = isatty(STDOUT_FILENO) == 1
  /// Whether standard error is a terminal.
  public static var isError: Bool { isatty(STDERR_FILENO) == 1 }

  /// Keeps the places of standard input, output and error from going to files that are opened later, if whoever started
  /// the program has closed them: what is written to them must not land there. They stay as useless as they were.
  public static func holdStandardPlaces() {
    while true {
      // The system gives the lowest place that is free.
      let place = open("/dev/null", O_RDWR)
      guard (STDIN_FILENO...STDERR_FILENO).contains(place) else {
        if place > STDERR_FILENO { close(place) }
        return
      }
      let useless = open("/dev/null", place == STDIN_FILENO ? O_WRONLY : O_RDONLY)
      dup2(useless, place)
      close(useless)
    }
  }

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

  /// Writes a text to standard output; what is written to a file or a pipe is gathered until ``flush()``. A reader that
  /// went away is no fault of ours: the rest is dropped.
  ///
  /// - Throws: a ``Diagnostic`` when it cannot be written, an ``Interruption`` when somebody asked the run to stop while
  ///   nobody read.
  public static func write(_ text: String) throws {
    var text = text
    try check(text.withUTF8 { linli_write_output($0.baseAddress, $0.count) })
    if isOutput { try flush() }
  }

  /// Shows a text on the terminal; that it is gone is noticed when something is read from it.
  static func show(_ text: String) { write(text, to: STDOUT_FILENO) }

  /// Writes bytes to standard output as they are, like ``write(_:)-(String)``.
  public static func write(_ bytes: [UInt8]) throws {
    try check(bytes.withUnsafeBytes { linli_write_output($0.baseAddress, $0.count) })
    if isOutput { try flush() }
  }

  /// Hands over what was gathered for standard output; throws as ``write(_:)-(String)`` does.
  public static func flush() throws { try check(linli_flush_output()) }

  private static func check(_ fault: Int32) throws {
    switch fault {
    case 0, EPIPE: return
    // A terminal that was closed.
    case EIO where isOutput: return
    case EINTR: throw Interruption()
    default:
      let reason = Localized(systemError: fault)
      throw Diagnostic(
        .outputFile,
        Localized("standard output cannot be written: \(reason.english)", "标准输出无法写入：\(reason.chinese)"),
        hint: Localized("send it to a place with room", "请输出到有空间的位置"))
    }
  }

  /// Shows in the last line of the terminal how far something is, or, with nothing, empties that line.
  public static func showProgress(_ text: String?) {
    guard isError else { return }
    // Back to the beginning of the line, and away with what stood there (ECMA-48, CR and EL).
    write("\r\u{1B}[K" + (text ?? ""), to: STDERR_FILENO)
  }

  /// Writes a text whole to a file descriptor, behind everything written to standard output so far. What nobody reads or
  /// cannot be written is dropped: this is where faults are told.
  public static func write(_ text: String, to descriptor: Int32) {
    // A fault of standard output stays, and is told when its turn comes.
    _ = linli_flush_output()
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
