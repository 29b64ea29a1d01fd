import Foundation

/// A pager that runs: what is written to it is what it shows. It shares the terminal with this program, whose keys are
/// the pager's as long as it runs.
final class PagerProcess {
  private let process: pid_t
  private let input: Int32
  private var settings = termios()
  private let hasSettings: Bool
  private var interrupts = sigaction()

  /// Starts a command of the shell; nothing if that cannot be.
  init?(_ command: String, environment: [String: String]) {
    guard (try? Terminal.flush()) != nil else { return nil }
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { return nil }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    hasSettings = tcgetattr(STDIN_FILENO, &settings) == 0
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, ends[0], STDIN_FILENO)
    // What this program ignores the pager is not to ignore.
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGPIPE)
    sigaddset(&signals, SIGINT)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    posix_spawnattr_setsigdefault(&attributes, &signals)
    let setsDefaults: Int16 = 0x04  // POSIX_SPAWN_SETSIGDEF
    posix_spawnattr_setflags(&attributes, setsDefaults)
    // Without these less would show escapes, and Chinese text as bytes where the locale does not say UTF-8.
    let usual = ["LESS": "FRX", "LESSCHARSET": "utf-8"]
    let variables = environment.merging(usual) { given, _ in given }.map { strdup("\($0)=\($1)") } + [nil]
    let words = [strdup("sh"), strdup("-c"), strdup(command), nil]
    defer { (words + variables).forEach { free($0) } }
    var child: pid_t = 0
    let status = posix_spawn(&child, "/bin/sh", &actions, &attributes, words, variables)
    close(ends[0])
    guard status == 0 else {
      close(ends[1])
      return nil
    }
    (process, input) = (child, ends[1])
    // Ctrl-C reaches the pager and this program; it is meant for the pager.
    var ignored = sigaction()
    ignored.__sigaction_handler.sa_handler = SIG_IGN
    sigaction(SIGINT, &ignored, &interrupts)
  }

  /// Writes a text; false when the reader has left.
  func write(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      var written = 0
      while written < bytes.count {
        let count = Foundation.write(input, bytes.baseAddress?.advanced(by: written), bytes.count - written)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return false }
        written += count
      }
      return true
    }
  }

  /// Says that nothing more comes, waits until the reader leaves, and leaves the terminal as it was.
  func end() {
    close(input)
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    if hasSettings { tcsetattr(STDIN_FILENO, TCSADRAIN, &settings) }
    sigaction(SIGINT, &interrupts, nil)
  }
}
