import CommandLanguage
import Diagnostics
import Foundation
import Office

/// Types a script out before people, as one of them would, and waits for a key at its marks.
struct Player {
  /// What came of playing a script.
  enum End: Equatable {
    /// It was played to its end.
    case played
    /// The trainer ended it.
    case stopped
  }

  /// What the prompt shows at the moment.
  let prompt: () -> String
  /// Runs what was typed.
  let run: (Source) -> Runner.Outcome
  let language: Language

  /// How long a person takes at the usual speed, in microseconds.
  private enum Pace {
    static let letter = 55_000.0
    /// A Chinese character takes several keys.
    static let character = 130_000.0
    static let blank = 110_000.0
    /// Before the return key, as if to read it once more.
    static let line = 450_000.0
    /// To look at what came of it.
    static let answer = 900_000.0
    /// How often it is looked whether the trainer ends it.
    static let look = 20_000.0
  }

  /// Plays a script.
  func play(_ demonstration: Demonstration) -> End {
    var before = termios()
    tcgetattr(STDIN_FILENO, &before)
    var quiet = before
    // Keys are for the marks: they are not shown, and count without the return key.
    quiet.c_lflag &= ~tcflag_t(ICANON | ECHO)
    tcsetattr(STDIN_FILENO, TCSANOW, &quiet)
    defer { tcsetattr(STDIN_FILENO, TCSANOW, &before) }
    let script = demonstration.script
    var entry = ""
    var firstLine = 1
    for (number, start) in script.lineStarts.enumerated() {
      let line = script.text(script.rangeOfLine(at: start))
      if entry.isEmpty {
        firstLine = number + 1
        if line.allSatisfy(\.isWhitespace) || (number == 0 && line.hasPrefix("#!")) { continue }
        if let remark = Player.mark(line) {
          guard pause(remark) else { return .stopped }
          continue
        }
      }
      guard type(line, after: entry.isEmpty ? prompt() + "> " : "… ", demonstration.speed) else { return .stopped }
      entry += entry.isEmpty ? line : "\n" + line
      guard number == script.lineStarts.count - 1 || !Parser.isUnfinished(entry) else { continue }
      // It stands where it stands in the script, and files that it includes are found from there.
      guard let source = try? Source(name: script.name, block: Array(entry.utf8), firstLine: firstLine),
        !run(source).isStopped, wait(Pace.answer, demonstration.speed)
      else { return .stopped }
      entry = ""
    }
    return .played
  }

  /// What a mark says to whoever waits; nothing if the line is none.
  static func mark(_ line: String) -> String? {
    guard let match = line.wholeMatch(of: #/\s*#\s*(?:pause|停顿)\s*(?:[:：]\s*(.*))?/#) else { return nil }
    return match.1.map(String.init) ?? ""
  }

  /// Types a line; false if the trainer ended it.
  private func type(_ line: String, after prompt: String, _ speed: Double?) -> Bool {
    Terminal.show(prompt)
    for character in TerminalText.safe(line) {
      Terminal.show(String(character))
      let pace = character == " " ? Pace.blank : DisplayWidth.of(character) > 1 ? Pace.character : Pace.letter
      guard wait(pace, speed) else { return false }
    }
    guard wait(Pace.line, speed) else { return false }
    Terminal.show("\n")
    return true
  }

  /// Lets some time pass; false if the trainer ended it.
  private func wait(_ microseconds: Double, _ speed: Double?) -> Bool {
    var left = speed.map { microseconds / $0 } ?? 0
    // A signal may reach another thread and wake nobody.
    while left > 0, !Interrupt.isRaised {
      usleep(UInt32(min(left, Pace.look)))
      left -= Pace.look
    }
    return !Interrupt.isRaised
  }

  /// Waits for a key; false if the trainer ended it.
  private func pause(_ remark: String) -> Bool {
    if !remark.isEmpty { Terminal.show("— \(TerminalText.safe(remark))\n") }
    let keys = Localized("[any key goes on, q ends]", "[按任意键继续，q 结束]")[language]
    Terminal.show(keys)
    var key: UInt8 = 0
    let isThere = (try? Interrupt.waitForInput(STDIN_FILENO)) != nil
    let count = isThere ? read(STDIN_FILENO, &key, 1) : 0
    // Back to the beginning of the line, and away with what stood there (ECMA-48, CR and EL).
    Terminal.show("\r\u{1B}[K")
    return count == 1 && key != UInt8(ascii: "q") && key != 4
  }
}
