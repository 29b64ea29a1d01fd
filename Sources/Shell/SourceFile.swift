import Diagnostics
import Foundation
import Values
import Office

/// Reads the texts that are to be run: script files, included files, standard input.
public enum SourceFile {
  /// Opens a script. A long one is not held whole.
  ///
  /// - Throws: a ``Diagnostic`` when it cannot be read.
  public static func script(_ path: String) throws -> any SourceReader { try ScriptFile(InputFile(path: path)) }

  /// Reads a file whole.
  ///
  /// - Throws: a ``Diagnostic`` when it cannot be read or is no UTF-8 text.
  public static func read(_ path: String) throws -> Source {
    let start = Localized("a path counts from where the file stands that names it", "路径从写有它的文件所在处算起")
    let file = try InputFile(path: path, start: start)
    return try Source(name: path, bytes: file.bytes(at: 0, count: file.count))
  }

  /// Reads a file that another includes; its path counts from the including file's directory.
  public static func included(_ path: String, by source: Source) throws -> Source {
    if path.hasPrefix("/") { return try read(path) }
    let directory = source.name.pathFolder
    return try read(directory.isEmpty ? path : directory + "/" + path)
  }

  /// Standard input to its end.
  ///
  /// - Throws: a ``Diagnostic`` when it cannot be read.
  public static func standardInput() throws -> any SourceReader {
    try ScriptFile(InputFile(name: "stdin", descriptor: dup(STDIN_FILENO), wait: Interrupt.waitForInput))
  }
}
