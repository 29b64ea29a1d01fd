import Diagnostics
import Values

/// What one run shares: the world outside, the global variables, and how deep calls stand.
final class Runtime {
  /// How deep defined commands may call each other.
  static let maximumCallDepth = 200

  /// The world outside.
  let host: any Host
  /// Whether someone asked the run to stop.
  let isInterrupted: () -> Bool
  /// The variables of the script itself.
  private(set) var globals: Frame?
  private var callDepth = 0

  init(host: any Host, isInterrupted: @escaping () -> Bool) {
    self.host = host
    self.isInterrupted = isInterrupted
  }

  /// Sets the frame that global variables stand in.
  func use(_ frame: Frame?) { globals = frame }

  /// Ends the run if someone asked for it; called in every round of a loop and for every row.
  @inline(__always)
  func poll() throws {
    if isInterrupted() { throw Interruption() }
  }

  /// Runs a call one level deeper.
  func call<Result>(at place: Place, _ body: () throws -> Result) throws -> Result {
    guard callDepth < Runtime.maximumCallDepth else {
      throw Diagnostic(
        .recursion,
        Localized(
          "commands call each other more than \(Runtime.maximumCallDepth) deep",
          "命令相互调用超过 \(Runtime.maximumCallDepth) 层"),
        hint: Localized("does the command stop calling itself?", "请检查命令何时停止调用自己"), at: place)
    }
    callDepth += 1
    defer { callDepth -= 1 }
    return try body()
  }
}

/// Thrown through a run that was asked to stop; no `catch` of a script sees it.
public struct Interruption: Error {
  /// Creates an interruption.
  public init() {}
}
