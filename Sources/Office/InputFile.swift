import CommandLanguage
import Diagnostics
import Foundation
import Sheets
import Values

/// A file that is read in parts, also more than once. What can be read only once, such as a pipe, is put into a
/// temporary file without a name.
public final class InputFile: ByteSource {
  /// What the user calls it.
  public let name: String
  /// How many bytes it has.
  public let count: Int
  private let content: Content

  /// Where the bytes are.
  private enum Content {
    /// In an open file, which looked like this when it was opened.
    case file(Int32, Version)
    /// Here: what can be read only once, and is short.
    case memory([UInt8])
  }

  /// How many bytes are held in memory at once.
  private static let blockLength = 1 << 20

  /// What shows that somebody changes a file.
  private struct Version: Equatable {
    let size: Int
    let seconds: Int
    let nanoseconds: Int

    init(_ descriptor: Int32) {
      var status = stat()
      fstat(descriptor, &status)
      size = Int(status.st_size)
      seconds = status.st_mtim.tv_sec
      nanoseconds = status.st_mtim.tv_nsec
    }
  }

  /// Opens a file.
  ///
  /// - Parameters:
  ///   - path: where it is.
  ///   - name: what the user calls it, if that is something else.
  ///   - start: the hint from where a path counts, if not from where the program was started.
  /// - Throws: a ``Diagnostic`` when it cannot be read.
  public convenience init(path: String, name: String? = nil, start: Localized? = nil) throws {
    try self.init(name: name ?? path, descriptor: InputFile.open(path, start))
  }

  /// Reads a file that is open already, and closes it in the end.
  ///
  /// - Parameters:
  ///   - name: what the user calls it.
  ///   - descriptor: the open file.
  ///   - wait: called before each reading of what can be read only once; what it throws ends the reading.
  /// - Throws: a ``Diagnostic`` when there is no room for what can be read only once.
  public init(name: String, descriptor: Int32, wait: (Int32) throws -> Void = { _ in }) throws {
    self.name = name
    content =
      try InputFile.isSeekable(descriptor)
      ? .file(descriptor, Version(descriptor)) : InputFile.spooled(descriptor, wait)
    count =
      switch content {
      case .file(_, let version): version.size
      case .memory(let bytes): bytes.count
      }
  }

  deinit {
    if case .file(let descriptor, _) = content { close(descriptor) }
  }

  /// The bytes from a place on; fewer than asked for at the end only.
  ///
  /// - Throws: a ``Diagnostic`` when the file was changed since it was opened.
  public func bytes(at offset: Int, count: Int) throws -> [UInt8] {
    switch content {
    case .memory(let bytes): return Array(bytes.dropFirst(offset).prefix(count))
    case .file(let descriptor, let version):
      let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
        while filled < count {
          let read = pread(descriptor, buffer.baseAddress?.advanced(by: filled), count - filled, off_t(offset + filled))
          if read < 0, errno == EINTR { continue }
          guard read > 0 else { return }
          filled += read
        }
      }
      guard Version(descriptor) == version else {
        throw Diagnostic(
          .outputFile, Localized("\(name) was changed while it was being read", "\(name) 在读取期间被改动"),
          hint: Localized("do it again when the file is complete", "请在文件写完后重试"))
      }
      return bytes
    }
  }

  // MARK: Opening

  private static func open(_ path: String, _ start: Localized?) throws -> Int32 {
    var status = stat()
    guard stat(path, &status) == 0 else {
      throw failure(
        path, Localized("there is no such file", "没有这个文件"), hint: nearby(path) ?? start ?? here(path))
    }
    guard status.st_mode & S_IFMT != S_IFDIR else { throw failure(path, Localized("it is a directory", "它是目录")) }
    let descriptor = Foundation.open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(path, Localized(systemError: errno)) }
    return descriptor
  }

  private static func isSeekable(_ descriptor: Int32) -> Bool {
    var status = stat()
    return fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
      && lseek(descriptor, 0, SEEK_CUR) == 0
  }

  /// Everything that can be read from a descriptor, which is closed: in a temporary file, unless it is short.
  private static func spooled(_ descriptor: Int32, _ wait: (Int32) throws -> Void) throws -> Content {
    let input = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    let beginning = try input.read(atMost: blockLength, wait)
    guard beginning.count == blockLength else { return .memory([UInt8](beginning)) }
    guard let file = tmpfile() else {
      throw Diagnostic(.outputFile, Localized("there is no room for temporary files", "没有空间存放临时文件"))
    }
    defer { fclose(file) }
    let spool = FileHandle(fileDescriptor: dup(fileno(file)), closeOnDealloc: false)
    try spool.write(contentsOf: beginning)
    while true {
      let part = try input.read(atMost: blockLength, wait)
      if part.isEmpty { return .file(spool.fileDescriptor, Version(spool.fileDescriptor)) }
      try spool.write(contentsOf: part)
    }
  }

  private static func failure(_ path: String, _ reason: Localized, hint: Localized? = nil) -> Diagnostic {
    Diagnostic(
      .outputFile, Localized("cannot read \(path): \(reason.english)", "无法读取 \(path)：\(reason.chinese)"), hint: hint)
  }

  /// From where a path counts that a command names.
  private static func here(_ path: String) -> Localized? {
    path.hasPrefix("/") ? nil : Localized("a path counts from where linli was started", "路径从启动 linli 时所在的目录算起")
  }

  /// The file in the same directory that may be meant, if there is one.
  private static func nearby(_ path: String) -> Localized? {
    let directory = path.pathFolder
    let entries = try? FileManager.default.contentsOfDirectory(atPath: directory.isEmpty ? "." : directory)
    guard let entries else { return Localized("there is no directory \(directory)", "没有目录 \(directory)") }
    return Suggestion.hint(for: path.pathName, in: entries.sorted())
  }
}

extension FileHandle {
  /// The next bytes: as many as asked for, fewer at the end only.
  ///
  /// - Throws: an ``Interruption`` when somebody asked the run to stop, who would wait for bytes in vain.
  fileprivate func read(atMost count: Int, _ wait: (Int32) throws -> Void) throws -> Data {
    var data = Data(count: count)
    var filled = 0
    while filled < count {
      try wait(fileDescriptor)
      let read = data.withUnsafeMutableBytes {
        Foundation.read(fileDescriptor, $0.baseAddress?.advanced(by: filled), count - filled)
      }
      if read < 0, errno == EINTR { throw Interruption() }
      guard read > 0 else { break }
      filled += read
    }
    return data.prefix(filled)
  }
}
