import Diagnostics
import Values

/// What one run shares: the world outside, the global variables, and how deep calls stand.
final class Runtime {
  /// How deep defined commands may call each other.
  static let maximumCallDepth = 200
  /// How deep the statements and computations of the commands that call each other may stand inside each other, all
  /// taken together: the machine keeps a place for each.
  static let maximumDepth = 5_000

  /// The world outside.
  let host: any Host
  /// Whether someone asked the run to stop.
  let isInterrupted: () -> Bool
  /// The variables of the script itself.
  private(set) var globals: Frame?
  /// The result of the last command, where it is kept.
  var lastResult: LastResult?
  private var callDepth = 0
  private var depth = 0

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
  ///
  /// - Parameter depth: how deep the called command is in itself.
  func call<Result>(depth inner: Int, at place: Place, _ body: () throws -> Result) throws -> Result {
    guard callDepth < Runtime.maximumCallDepth, depth + inner <= Runtime.maximumDepth else {
      throw Diagnostic(
        .recursion,
        Localized("commands call each other too deeply: \(callDepth) deep", "命令相互调用过深：已达 \(callDepth) 层"),
        hint: Localized("does the command stop calling itself?", "请检查命令何时停止调用自己"), at: place)
    }
    callDepth += 1
    depth += inner
    defer {
      callDepth -= 1
      depth -= inner
    }
    return try body()
  }
}

/// Thrown through a run that was asked to stop; no `catch` of a script sees it.
public struct Interruption: Error {
  /// Creates an interruption.
  public init() {}
}
