import Diagnostics

/// What the statements of a text may name.
struct ScriptContext {
  /// The commands of the office.
  let table: CommandTable
  /// The world that they work on.
  let host: any Host
  /// Reads an included file, named relative to the source that includes it.
  let load: (String, Source) throws -> Source
  /// The variables and defined commands that there are already.
  var globals: Binder.Globals
  /// The names of commands that the text defines, as far as they are known before it is read.
  var definedNames: Set<String> = []
  /// Whether every file that the text includes could be read, as far as that is known before it is read.
  var knowsAllNames = true

  /// A parser for a block of the text.
  func parser(_ source: Source) -> Parser {
    Parser(
      source,
      isCommand: { [table, globals, definedNames] in
        table.hasNoun($0) || globals.commands[$0] != nil || definedNames.contains($0) || $0 == Keyword.print.rawValue
      }, load: load)
  }

  /// A binder for the whole text, which begins with a source.
  func binder(_ source: Source) -> Binder {
    Binder(source, table: table, host: host, globals: globals, knowsAllNames: knowsAllNames)
  }
}
