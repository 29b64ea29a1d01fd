import Diagnostics
import Foundation
import Values

/// The file that an office is kept in: its directory, its mode, and whether it is one at all.
struct OfficeFile {
  let path: String

  /// Makes the file, with its directory, if it is not there, readable by its owner alone; refuses what is no office.
  func prepare() throws {
    var status = stat()
    if stat(path, &status) == 0 {
      try check(status)
      return
    }
    let directory = path.pathFolder
    if !directory.isEmpty, !FileManager.default.fileExists(atPath: directory) {
      do {
        try FileManager.default.createDirectory(
          atPath: directory, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      } catch {
        throw failure(Localized("cannot make the directory \(directory)", "无法建立目录 \(directory)"))
      }
    }
    // SQLite gives its log files the mode of the file itself, so this one mode protects them all.
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw failure(Localized("cannot make the file \(path)", "无法建立文件 \(path)")) }
    close(descriptor)
  }

  /// Makes a new file, readable by its owner alone.
  func make() throws {
    let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw failure(Localized("cannot make the file \(path)", "无法建立文件 \(path)")) }
    close(descriptor)
  }

  /// Waits until the file is on the disk.
  func sync() throws {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(Localized("cannot read \(path)", "无法读取 \(path)")) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw failure(Localized("cannot write \(path)", "无法写入 \(path)")) }
  }

  private func check(_ status: stat) throws {
    guard status.st_mode & S_IFMT == S_IFREG else {
      let what =
        status.st_mode & S_IFMT == S_IFDIR ? Localized("a directory", "目录") : Localized("no regular file", "非普通文件")
      throw Diagnostic(
        .notAnOffice, Localized("\(path) is \(what.english)", "\(path) 是\(what.chinese)"),
        hint: Localized("name a file, such as office.db", "请指明一个文件，如 office.db"))
    }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(Localized("cannot read \(path)", "无法读取 \(path)")) }
    defer { close(descriptor) }
    var header = [UInt8](repeating: 0, count: 16)
    let count = read(descriptor, &header, header.count)
    guard count == 0 || header.starts(with: Array("SQLite format 3".utf8)) else {
      throw Diagnostic(
        .notAnOffice, Localized("\(path) is some other file, not an office", "\(path) 是其他文件，不是办公室数据"),
        hint: Localized("choose another file with --db; nothing was changed in this one", "请用 --db 另选文件；此文件未被改动"))
    }
    // An office that others could read is closed to them; a file of somebody else's stays as it is.
    if status.st_mode & 0o077 != 0 { _ = fchmod(descriptor, 0o600) }
  }

  private func failure(_ message: Localized) -> Diagnostic {
    Diagnostic(
      .storeFile, message + Localized(": ", "：") + Localized(systemError: errno),
      hint: Localized("choose another place with --db FILE", "可用 --db 文件 另选位置"))
  }
}
