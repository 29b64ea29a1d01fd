import Foundation

/// The program in which people read what is longer than the window: `$LINLI_PAGER`, else `$PAGER`, else `less`.
///
/// One result goes through it at a time, as it comes: the first page is there before the last row is read, and whoever
/// leaves the pager ends the listing. What fits the window is written at once.
public struct Pager {
  /// What is run where nobody says.
  private static let usual = "less"

  /// Which program is asked for, and where programs are.
  public struct Choice: Sendable {
    /// A command for the shell; empty for none.
    public let command: String

    /// The command that the environment asks for.
    ///
    /// - Parameter setting: the user's own setting, which `$LINLI_PAGER` overrides and which overrides `$PAGER`.
    public init(environment: [String: String], setting: String? = nil) {
      command = environment["LINLI_PAGER"] ?? setting ?? environment["PAGER"] ?? Pager.usual
    }

    /// Whether there is such a program; `cat` would show what is shown without it.
    func isThere(in folders: [String]) -> Bool {
      // What sets a variable stands before the program.
      let words = command.split(separator: " ").map(String.init)
      guard let program = words.first(where: { !$0.contains("=") }), program != "cat" else { return false }
      if program.contains("/") { return access(program, X_OK) == 0 }
      return folders.contains { access("\($0)/\(program)", X_OK) == 0 }
    }
  }

  /// Thrown through what is being written when the reader has left.
  private struct Left: Error {}

  private let choice: () -> Choice
  private let environment: [String: String]
  private var folders: [String] { environment["PATH", default: ""].split(separator: ":").map(String.init) }

  /// Creates a pager; `choice` is asked whenever something is to be shown.
  public init(environment: [String: String], choice: @escaping () -> Choice) {
    self.environment = environment
    self.choice = choice
  }

  /// Shows what `body` writes. When the reader leaves, `body` ends early, and that is no error.
  ///
  /// - Parameter hold: takes what is longer than the window, if that is to be read later.
  public func show(hold: ((String) -> Void)?, _ body: ((String) throws -> Void) throws -> Void) throws {
    let page = Page(height: Terminal.size.rows, width: Terminal.size.columns, hold: hold) {
      [choice, folders, environment] in
      let choice = choice()
      return choice.isThere(in: folders) ? PagerProcess(choice.command, environment: environment) : nil
    }
    do {
      try body { if try !page.write($0) { throw Left() } }
    } catch let error where !(error is Left) {
      try page.end()
      throw error
    } catch {}
    try page.end()
  }
}
