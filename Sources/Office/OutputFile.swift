import Diagnostics
import Foundation

extension DiagnosticCode {
  /// A file cannot be written.
  public static let outputFile = DiagnosticCode(
    "E-FILE", "A file cannot be read or written.", "文件无法读取或写入。",
    mend: Localized(
      "Check how the path is written, that its directory is there, and that you may read or write it.",
      "请检查路径写法、目录是否存在、是否有读写权限。"),
    example: .lines("resident list > /nowhere/residents.csv", "居民 列出 > /没有这里/居民.csv"))
}

/// A file that a result is written to: whole, or not changed at all.
struct OutputFile {
  let path: String
  /// Whether the file keeps what it has.
  let appends: Bool

  /// Writes what `body` puts into its sink. The text gathers in a file beside, which takes the place of the old one
  /// when all of it is there.
  func write(_ body: ((String) throws -> Void) throws -> Void) throws {
    var isDirectory: ObjCBool = false
    if FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory), isDirectory.boolValue {
      throw failure(Localized("it is a directory", "它是目录"))
    }
    var template = Array("\(path).XXXXXX".utf8CString)
    let descriptor = mkstemp(&template)
    guard descriptor >= 0 else { throw failure(systemReason) }
    let temporary = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    do {
      try copyMode(to: descriptor)
      if appends, let old = FileManager.default.contents(atPath: path) { try put([UInt8](old), descriptor) }
      try body { try put(Array($0.utf8), descriptor) }
      guard close(descriptor) == 0, rename(temporary, path) == 0 else { throw failure(systemReason) }
    } catch {
      unlink(temporary)
      throw error
    }
  }

  /// A new file gets the mode that the user's mask allows, an old one keeps its own.
  private func copyMode(to descriptor: Int32) throws {
    var status = stat()
    if stat(path, &status) == 0 {
      fchmod(descriptor, status.st_mode & 0o7777)
    } else {
      let mask = umask(0)
      umask(mask)
      fchmod(descriptor, 0o666 & ~mask)
    }
  }

  private func put(_ bytes: [UInt8], _ descriptor: Int32) throws {
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw failure(systemReason) }
      written += count
    }
  }

  private var systemReason: Localized { Localized(systemError: errno) }

  private func failure(_ reason: Localized) -> Diagnostic {
    Diagnostic(
      .outputFile, Localized("cannot write \(path): \(reason.english)", "无法写入 \(path)：\(reason.chinese)"), hint: hint)
  }

  /// A directory that is missing can be made; else the file is as it was.
  private var hint: Localized {
    let directory = (path as NSString).deletingLastPathComponent
    guard directory.isEmpty || FileManager.default.fileExists(atPath: directory) else {
      return Localized("make the directory first: mkdir -p \(directory)", "请先建立目录：mkdir -p \(directory)")
    }
    return Localized("write another path; the file was not changed", "请换一个路径；文件未被改动")
  }
}
