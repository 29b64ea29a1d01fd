import Diagnostics
import Foundation
import Office

/// Reads the texts that are to be run: script files, included files, standard input.
public enum SourceFile {
  /// Reads a file.
  ///
  /// - Throws: a ``Diagnostic`` when it cannot be read or is no UTF-8 text.
  public static func read(_ path: String) throws -> Source {
    var isDirectory: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) else {
      throw failure(path, Localized("there is no such file", "没有这个文件"))
    }
    guard !isDirectory.boolValue else { throw failure(path, Localized("it is a directory", "它是目录")) }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw failure(path, Localized("it may not be read", "没有读取权限"))
    }
    return try Source(name: path, bytes: [UInt8](data))
  }

  /// Reads a file that another includes; its path counts from the including file's directory.
  public static func included(_ path: String, by source: Source) throws -> Source {
    if path.hasPrefix("/") { return try read(path) }
    let directory = (source.name as NSString).deletingLastPathComponent
    return try read(directory.isEmpty ? path : directory + "/" + path)
  }

  /// Reads standard input to its end.
  public static func standardInput() throws -> Source {
    try Source(name: "stdin", bytes: [UInt8](FileHandle.standardInput.readDataToEndOfFile()))
  }

  private static func failure(_ path: String, _ reason: Localized) -> Diagnostic {
    Diagnostic(
      .outputFile, Localized("cannot read \(path): \(reason.english)", "无法读取 \(path)：\(reason.chinese)"))
  }
}
