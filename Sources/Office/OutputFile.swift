import Diagnostics
import Foundation
import Values

extension DiagnosticCode {
  /// A file cannot be written.
  public static let outputFile = DiagnosticCode(
    "E-FILE", "A file cannot be read or written.", "文件无法读取或写入。",
    mend: Localized(
      "Check how the path is written, that its directory is there, and that you may read or write it.",
      "请检查路径写法、目录是否存在、是否有读写权限。"),
    example: .lines("resident list > /nowhere/residents.csv", "居民 列出 > /没有这里/居民.csv"))
}

/// A file that a result is written to: whole, or not changed at all. What is written gathers in a file beside, which
/// takes the place of the old one when it is kept, and is gone otherwise. What is no file, such as `/dev/null` or a named
/// pipe, is written to as it is.
final class OutputFile {
  /// Whether there was something before what is written now.
  let isContinued: Bool
  private let path: String
  /// The file beside; nothing where there is none.
  private let temporary: String?
  private let descriptor: Int32
  private var isOpen = true

  /// Writes what `body` puts into the file, all of it or nothing.
  ///
  /// - Parameters:
  ///   - path: where the file is.
  ///   - appends: whether it keeps what it has.
  ///   - isPrivate: whether nobody else may read it.
  static func write(
    _ path: String, appends: Bool = false, isPrivate: Bool = false, _ body: (OutputFile) throws -> Void
  ) throws {
    let file = try OutputFile(path, appends: appends, isPrivate: isPrivate)
    try body(file)
    try file.keep()
  }

  /// Opens a file for writing.
  ///
  /// - Throws: a ``Diagnostic`` when it cannot be written.
  init(_ name: String, appends: Bool = false, isPrivate: Bool = false) throws {
    // Behind a link it is the file that is written anew, not the link.
    path = name.resolvingLinks
    var status = stat()
    let type = stat(path, &status) == 0 ? status.st_mode & S_IFMT : S_IFREG
    guard type != S_IFDIR else { throw OutputFile.failure(path, Localized("it is a directory", "它是目录")) }
    guard type == S_IFREG else {
      descriptor = open(path, O_WRONLY | O_CLOEXEC)
      (temporary, isContinued) = (nil, false)
      guard descriptor >= 0 else { throw OutputFile.failure(path, OutputFile.systemReason) }
      return
    }
    var template = Array("\(path).XXXXXX".utf8CString)
    descriptor = mkstemp(&template)
    guard descriptor >= 0 else { throw OutputFile.failure(path, OutputFile.systemReason) }
    temporary = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let old = appends ? FileManager.default.contents(atPath: path) : nil
    isContinued = old?.isEmpty == false
    // A file made by mkstemp is its owner's alone.
    if !isPrivate { copyMode() }
    if let old { try put([UInt8](old)) }
  }

  deinit {
    guard isOpen else { return }
    close(descriptor)
    if let temporary { unlink(temporary) }
  }

  /// Adds a text.
  func put(_ text: String) throws { try put(Array(text.utf8)) }

  /// Adds bytes.
  func put(_ bytes: [UInt8]) throws {
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw OutputFile.failure(path, OutputFile.systemReason) }
      written += count
    }
  }

  /// Puts what was written in the place of the old file. It is on the disk before it takes the name: a power cut leaves
  /// the old file or the new one.
  func keep() throws {
    isOpen = false
    guard let temporary else {
      guard close(descriptor) == 0 else { throw OutputFile.failure(path, OutputFile.systemReason) }
      return
    }
    let fault = fsync(descriptor) == 0 ? 0 : errno
    guard close(descriptor) == 0, fault == 0, rename(temporary, path) == 0 else {
      let reason = fault == 0 ? OutputFile.systemReason : Localized(systemError: fault)
      unlink(temporary)
      throw OutputFile.failure(path, reason)
    }
    let nameFault = path.syncFolder()
    guard nameFault == 0 else { throw OutputFile.failure(path, Localized(systemError: nameFault)) }
  }

  /// A new file gets the mode that the user's mask allows, an old one keeps its own.
  private func copyMode() {
    var status = stat()
    if stat(path, &status) == 0 {
      fchmod(descriptor, status.st_mode & 0o7777)
    } else {
      let mask = umask(0)
      umask(mask)
      fchmod(descriptor, 0o666 & ~mask)
    }
  }

  private static var systemReason: Localized { Localized(systemError: errno) }

  private static func failure(_ path: String, _ reason: Localized) -> Diagnostic {
    Diagnostic(
      .outputFile, Localized("cannot write \(path): \(reason.english)", "无法写入 \(path)：\(reason.chinese)"),
      hint: hint(path))
  }

  /// A directory that is missing can be made; else the file is as it was.
  private static func hint(_ path: String) -> Localized {
    let directory = path.pathFolder
    guard directory.isEmpty || FileManager.default.fileExists(atPath: directory) else {
      return Localized("make the directory first: mkdir -p \(directory)", "请先建立目录：mkdir -p \(directory)")
    }
    return Localized("write another path; the file was not changed", "请换一个路径；文件未被改动")
  }
}
