import CommandLanguage
import Diagnostics
import Foundation
import Office
import Values

/// Runs sources on an office and reports what went wrong: the one way for the prompt, scripts, `-c` and standard input.
public final class Runner {
  /// How a run ended; the raw value is the exit status.
  public enum Outcome: Int32, Sendable {
    /// All of it happened.
    case done = 0
    /// A command failed; nothing of the source happened.
    case failed = 1
    /// The text is wrong; nothing ran.
    case invalid = 2
    /// Somebody pressed Ctrl-C; nothing of the source happened.
    case interrupted = 130
    /// The terminal was closed; nothing of the source happened.
    case hungUp = 129
    /// The program was asked to end; nothing of the source happened.
    case terminated = 143

    /// Whether somebody asked the run to stop.
    var isStopped: Bool { [.interrupted, .hungUp, .terminated].contains(self) }
  }

  /// Runs the sources.
  public let interpreter: Interpreter
  /// What was wrong with the last source, as far as it was reported whole.
  public private(set) var faults: [Diagnostic] = []
  private let session: OfficeSession
  /// Shows errors.
  let renderer: () -> DiagnosticRenderer

  /// Creates a runner.
  ///
  /// - Parameters:
  ///   - session: the office to work on.
  ///   - arguments: the script's arguments.
  ///   - renderer: shows errors; asked at each, because language and colours may change.
  public init(session: OfficeSession, arguments: [String] = [], renderer: @escaping () -> DiagnosticRenderer) {
    self.session = session
    self.renderer = renderer
    interpreter = Interpreter(
      table: session.table, host: session, arguments: arguments, load: SourceFile.included,
      isInterrupted: session.isInterrupted)
  }

  /// Runs a text; errors go to standard error.
  public func run(_ text: any SourceReader) -> Outcome {
    session.beginText()
    let outcome = report { try interpreter.run(text) }
    if outcome == .failed, session.hasAcknowledged || Runner.hasLines(text) {
      complain(
        Localized(
          "Nothing of \(text.name) was kept: what else it did was taken back.\n",
          "\(text.name) 未作任何改动：其余所做的也已撤回。\n")[session.language])
    }
    if outcome == .failed || outcome.isStopped { tellFiles() }
    return outcome
  }

  /// Says which files a text has written that failed, in part or whole, or was stopped later.
  private func tellFiles() {
    let files = session.writtenFiles.map(TerminalText.safe)
    guard !files.isEmpty else { return }
    complain(
      Localized(
        "Files stay that were written before: \(files.joined(separator: ", ")).\n",
        "此前已写出的文件仍保留：\(files.joined(separator: "、"))。\n")[session.language])
  }

  private static func hasLines(_ text: any SourceReader) -> Bool {
    guard let (beginning, isLast) = try? text.block(at: 0, line: 1, length: 0) else { return false }
    return beginning.lastLine > 1 || !isLast
  }

  /// Checks a text without running it; errors go to standard error.
  public func check(_ text: any SourceReader) -> Outcome {
    report { try interpreter.check(text) }
  }

  /// Runs a text, lists what it would change on standard output, and takes it back.
  public func rehearse(_ text: any SourceReader) -> Outcome {
    report { try session.rehearse { try interpreter.run(text) } }
  }

  /// Runs a text statement by statement: what fails is reported and left out, everything else is kept.
  public func runEach(_ text: any SourceReader) -> Outcome {
    session.beginText()
    var failures = 0
    var count = 0
    let outcome = report {
      count = try interpreter.runEach(text) { diagnostic in
        failures += 1
        complain(renderer().text(diagnostic))
      }
    }
    if outcome.isStopped {
      complain(Localized("What ran before was kept.\n", "此前已执行的部分予以保留。\n")[session.language])
    }
    if failures > 0, outcome == .done {
      complain(
        Localized(
          "\(failures) of \(count.counted("statement")) failed; the others were kept.\n",
          "\(count) 条语句中有 \(failures) 条失败；其余均已保留。\n")[session.language])
    }
    guard failures > 0 || outcome.isStopped else { return outcome }
    tellFiles()
    return outcome == .done ? .failed : outcome
  }

  /// Runs `body` and reports what it throws.
  public func report(_ body: () throws -> Void) -> Outcome {
    faults = []
    do {
      try body()
      return .done
    } catch let list as DiagnosticList {
      faults = list.diagnostics
      complain(renderer().text(list.diagnostics))
      return .invalid
    } catch let diagnostic as Diagnostic {
      faults = [diagnostic]
      complain(renderer().text(diagnostic))
      return .failed
    } catch is Interruption {
      let outcome = Interrupt.outcome ?? .interrupted
      // Behind the ^C that the terminal echoes.
      if outcome == .interrupted, Terminal.isError { complain("\n") }
      complain(Localized("stopped; nothing was changed\n", "已中断，未作任何改动\n")[session.language])
      return outcome
    } catch {
      complain("\(error)\n")
      return .failed
    }
  }

  private func complain(_ text: String) { Terminal.write(text, to: STDERR_FILENO) }
}
