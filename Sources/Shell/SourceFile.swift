import Diagnostics
import Foundation
import Office
import Values

/// Reads the texts that are to be run: script files, included files, standard input.
public enum SourceFile {
  /// Opens a script. A long one is not held whole.
  ///
  /// - Throws: a ``Diagnostic`` when it cannot be read or is no UTF-8 text.
  public static func script(_ path: String) throws -> any SourceReader { try reader(open(path), name: path) }

  /// Reads a file whole.
  ///
  /// - Throws: a ``Diagnostic`` when it cannot be read or is no UTF-8 text.
  public static func read(_ path: String) throws -> Source {
    let file = FileHandle(fileDescriptor: try open(path), closeOnDealloc: true)
    return try Source(name: path, bytes: [UInt8](file.readDataToEndOfFile()))
  }

  private static func open(_ path: String) throws -> Int32 {
    var status = stat()
    guard stat(path, &status) == 0 else {
      throw failure(path, Localized("there is no such file", "没有这个文件"), hint: nearby(path))
    }
    guard status.st_mode & S_IFMT != S_IFDIR else { throw failure(path, Localized("it is a directory", "它是目录")) }
    let descriptor = Foundation.open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(path, Localized(systemError: errno)) }
    return descriptor
  }

  /// Reads a file that another includes; its path counts from the including file's directory.
  public static func included(_ path: String, by source: Source) throws -> Source {
    if path.hasPrefix("/") { return try read(path) }
    let directory = (source.name as NSString).deletingLastPathComponent
    return try read(directory.isEmpty ? path : directory + "/" + path)
  }

  /// Standard input to its end.
  public static func standardInput() throws -> any SourceReader { try reader(dup(STDIN_FILENO), name: "stdin") }

  /// A reader for an open file, which it closes. What can be read only once, such as a pipe, is put into a temporary
  /// file that has no name, unless it is short.
  private static func reader(_ descriptor: Int32, name: String) throws -> any SourceReader {
    var status = stat()
    if fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      lseek(descriptor, 0, SEEK_CUR) == 0
    {
      return ScriptFile(name: name, descriptor: descriptor)
    }
    let input = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    let beginning = try input.read(atMost: shortLength)
    guard beginning.count == shortLength else { return try Source(name: name, bytes: [UInt8](beginning)) }
    guard let file = tmpfile() else {
      throw failure(name, Localized("there is no room for temporary files", "没有空间存放临时文件"))
    }
    defer { fclose(file) }
    let spool = FileHandle(fileDescriptor: dup(fileno(file)), closeOnDealloc: false)
    try spool.write(contentsOf: beginning)
    while true {
      let part = try input.read(atMost: shortLength)
      if part.isEmpty { return ScriptFile(name: name, descriptor: spool.fileDescriptor) }
      try spool.write(contentsOf: part)
    }
  }

  /// How many bytes are held in memory at once.
  private static let shortLength = 1 << 20

  private static func failure(_ path: String, _ reason: Localized, hint: Localized? = nil) -> Diagnostic {
    Diagnostic(
      .outputFile, Localized("cannot read \(path): \(reason.english)", "无法读取 \(path)：\(reason.chinese)"), hint: hint)
  }

  /// The file in the same directory that may be meant, else from where paths count.
  private static func nearby(_ path: String) -> Localized? {
    let directory = (path as NSString).deletingLastPathComponent
    let entries = try? FileManager.default.contentsOfDirectory(atPath: directory.isEmpty ? "." : directory)
    guard let entries else { return Localized("there is no directory \(directory)", "没有目录 \(directory)") }
    return Suggestion.hint(for: (path as NSString).lastPathComponent, in: entries.sorted())
      ?? Localized("a path counts from where the file stands that names it", "路径从写有它的文件所在处算起")
  }
}

extension FileHandle {
  /// The next bytes: as many as asked for, fewer at the end only.
  fileprivate func read(atMost count: Int) throws -> Data {
    var data = Data()
    while data.count < count, let part = try read(upToCount: count - data.count), !part.isEmpty { data += part }
    return data
  }
}
