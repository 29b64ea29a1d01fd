import CLibEdit
import Foundation

/// The keys as they come from the terminal. What is read ahead is kept, so that a sequence of keys or a pasted text can
/// be recognized as one, and so that the screen is drawn once for all that came together.
struct KeyInput {
  /// What waiting for a key came to.
  enum Key: Equatable {
    /// A character.
    case scalar(Unicode.Scalar)
    /// A signal came first: the window has another size, or the program is to stop.
    case signal
    /// The terminal is gone.
    case end
  }

  private var bytes: [UInt8] = []

  /// Whether something waits to be read.
  private func hasMore() -> Bool {
    if !bytes.isEmpty { return true }
    var request = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    return poll(&request, 1, 0) > 0
  }

  /// Whether a sequence of bytes comes next, of what was read.
  func isNext(_ sequence: String) -> Bool { bytes.starts(with: sequence.utf8) }

  /// Takes an Escape that stands alone and begins no other key; whether there was one.
  mutating func takesEscape() -> Bool {
    guard bytes == [0x1B] else { return false }
    bytes = []
    return true
  }

  /// Draws and waits for bytes if there are none; nothing if there are some then. No signal is missed between the two.
  mutating func wait(drawing draw: () -> Void) -> Key? {
    if hasMore() { return bytes.isEmpty ? readMore() : nil }
    linli_hold_signals()
    draw()
    return linli_wait_for_keys(Interrupt.isEnding) ? readMore() : .signal
  }

  /// The next character; bytes that are no UTF-8 are each U+FFFD.
  mutating func next() -> Key {
    if bytes.isEmpty, let failure = readMore() { return failure }
    let length =
      switch bytes[0] {
      case 0xC2...0xDF: 2
      case 0xE0...0xEF: 3
      case 0xF0...0xF4: 4
      default: 1
      }
    while bytes.count < length, bytes.dropFirst().allSatisfy({ $0 & 0xC0 == 0x80 }) {
      if let failure = readMore(), failure == .end { break }
    }
    guard bytes.count >= length, let text = String(validating: bytes[..<length], as: UTF8.self),
      let scalar = text.unicodeScalars.first
    else {
      bytes.removeFirst()
      return .scalar("\u{FFFD}")
    }
    bytes.removeFirst(length)
    return .scalar(scalar)
  }

  /// The text up to a mark, which is taken too; what came if the terminal goes before.
  mutating func text(until mark: String) -> String {
    var searched = 0
    while true {
      if let range = bytes[searched...].firstRange(of: Array(mark.utf8)) {
        let text = String(decoding: bytes[..<range.lowerBound], as: UTF8.self)
        bytes.removeFirst(range.upperBound)
        return text
      }
      searched = max(0, bytes.count - mark.utf8.count)
      if readMore() == .end {
        defer { bytes = [] }
        return String(decoding: bytes, as: UTF8.self)
      }
    }
  }

  /// Reads what there is, waiting for some; nothing if it went well.
  private mutating func readMore() -> Key? {
    let room = 4096
    let count = withUnsafeTemporaryAllocation(of: UInt8.self, capacity: room) { buffer in
      let count = read(STDIN_FILENO, buffer.baseAddress, room)
      if count > 0 { bytes += buffer[..<count] }
      return count
    }
    if count > 0 { return nil }
    return count < 0 && errno == EINTR ? .signal : .end
  }
}
