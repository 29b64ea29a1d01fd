import Foundation

/// The program in a terminal of its own: keys go in, what is shown is read until it holds what is waited for.
final class PseudoTerminal {
  /// What was shown so far, without the terminal's control sequences.
  private(set) var shown = ""
  private let descriptor: Int32
  let process: pid_t
  private var seen = 0
  private var isOpen = true
  /// How the program ended, once that is known: its number may be another's then.
  private var status: Int32?

  /// Starts a program. `environment` is all that it sees of the environment.
  init(_ program: String, _ arguments: [String], environment: [String: String], columns: UInt16 = 80) throws {
    // Swift's Glibc leaves posix_openpt and its like out; these requests are what they are made of (ioctl_tty(2)).
    let (setLock, getNumber): (UInt, UInt) = (0x4004_5431, 0x8004_5430)
    descriptor = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    var unlocked: Int32 = 0
    var number: UInt32 = 0
    guard descriptor >= 0, ioctl(descriptor, setLock, &unlocked) == 0, ioctl(descriptor, getNumber, &number) == 0 else {
      throw Failure("no pseudo-terminal")
    }
    let name = "/dev/pts/\(number)"
    var size = winsize(ws_row: 30, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(descriptor, UInt(TIOCSWINSZ), &size)
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    // The first terminal that a new session opens becomes its own: Ctrl-C reaches the program.
    posix_spawn_file_actions_addopen(&actions, 0, name, O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&actions, 0, 1)
    posix_spawn_file_actions_adddup2(&actions, 0, 2)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    let startsSession: Int16 = 0x80  // POSIX_SPAWN_SETSID
    posix_spawnattr_setflags(&attributes, startsSession)
    let words = ([program] + arguments).map { strdup($0) } + [nil]
    let variables = environment.map { strdup("\($0)=\($1)") } + [nil]
    defer { (words + variables).forEach { free($0) } }
    var child: pid_t = 0
    guard posix_spawn(&child, program, &actions, &attributes, words, variables) == 0 else {
      throw Failure("cannot start \(program)")
    }
    process = child
  }

  deinit {
    if status == nil {
      kill(process, SIGKILL)
      _ = ended()
    }
    if isOpen { close(descriptor) }
  }

  /// Something that a test waited for and did not see.
  struct Failure: Error, CustomStringConvertible {
    let description: String
    init(_ description: String) { self.description = description }
  }

  /// Types text or keys.
  func type(_ keys: String) {
    let bytes = Array(keys.utf8)
    _ = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
  }

  /// Gives the window another width.
  func resize(columns: UInt16) {
    var size = winsize(ws_row: 30, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(descriptor, UInt(TIOCSWINSZ), &size)
  }

  /// Reads until a text is shown behind everything that was waited for before.
  @discardableResult
  func wait(for text: String, seconds: Int = 20) throws -> String {
    let deadline = Date(timeIntervalSinceNow: Double(seconds))
    while true {
      let fresh = String(shown.dropFirst(seen))
      if let range = fresh.range(of: text) {
        seen += fresh.distance(from: fresh.startIndex, to: range.upperBound)
        return String(fresh[..<range.upperBound])
      }
      guard Date() < deadline, try read() else { throw Failure("waited for \(text), saw: \(fresh)") }
    }
  }

  /// Waits for the program's end and gives its exit status, or 128 and the number of the signal that ended it.
  func exitStatus() throws -> Int32 {
    while isOpen, try read() {}
    return ended()
  }

  /// Sends the program a signal.
  func send(_ signal: Int32) { kill(process, signal) }

  /// Closes the terminal, as a window that is shut does.
  func hangUp() {
    close(descriptor)
    isOpen = false
  }

  private func ended() -> Int32 {
    if let status { return status }
    var word: Int32 = 0
    waitpid(process, &word, 0)
    let status = word & 0x7F == 0 ? (word >> 8) & 0xFF : 128 + (word & 0x7F)
    self.status = status
    return status
  }

  private var pending: [UInt8] = []

  /// Reads what is there, waiting for some; false at the end.
  private func read() throws -> Bool {
    var poll = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    guard Foundation.poll(&poll, 1, 20_000) > 0 else { throw Failure("nothing more is shown; seen: \(shown)") }
    var buffer = [UInt8](repeating: 0, count: 65_536)
    let count = Foundation.read(descriptor, &buffer, buffer.count)
    guard count > 0 else { return false }
    pending += buffer[..<count]
    // A character may be cut in two by the reading; its first bytes wait for the rest.
    var end = pending.count
    while end > 0, end > pending.count - 4, String(validating: pending[..<end], as: UTF8.self) == nil { end -= 1 }
    shown += PseudoTerminal.plain(String(decoding: pending[..<end], as: UTF8.self))
    pending.removeFirst(end)
    return true
  }

  /// Text without control sequences and carriage returns.
  private static func plain(_ text: String) -> String {
    // A carriage return and its line feed are one character; taken apart, only the line feed stays.
    let lines = String(String.UnicodeScalarView(text.unicodeScalars.filter { $0 != "\r" && $0 != "\u{7}" }))
    return lines.replacing(#/\u{1B}\[[0-9;?]*[A-Za-z]|\u{1B}[()][A-Z0-9]|\u{1B}[=>]/#, with: "")
  }
}
