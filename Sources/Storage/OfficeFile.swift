import Diagnostics
import Foundation
import Values

/// The file that an office is kept in: its directory, its mode, and whether it is one at all.
struct OfficeFile {
  let path: String

  /// How a file can be used.
  enum Use {
    /// It can be changed.
    case writing
    /// It can be read while others write.
    case reading
    /// It can be read as it stands. The database's log cannot be kept beside it, so that nobody may write meanwhile.
    case still(Version)
  }

  /// What shows that somebody has changed a file.
  struct Version: Equatable {
    private let size: Int
    private let seconds: Int
    private let nanoseconds: Int

    init(_ status: stat) {
      size = Int(status.st_size)
      (seconds, nanoseconds) = (status.st_mtim.tv_sec, status.st_mtim.tv_nsec)
    }
  }

  /// What the file looks like now.
  var version: Version? {
    var status = stat()
    return stat(path, &status) == 0 ? Version(status) : nil
  }

  /// Makes the file, with its directory, if it is not there, readable by its owner alone; refuses what is no office.
  ///
  /// - Parameter isReadOnly: whether it shall not be changed.
  /// - Returns: how the file can be used.
  func prepare(isReadOnly: Bool = false) throws -> Use {
    var status = stat()
    if stat(path, &status) == 0 {
      try check(status, isReadOnly)
      if !isReadOnly, canWrite { return .writing }
      // Whoever works has a log; without one all is in the file itself, and none is to be made by who only reads.
      return hasLog ? .reading : .still(Version(status))
    }
    guard !isReadOnly else {
      errno = ENOENT
      throw failure(Localized("cannot read \(path)", "无法读取 \(path)"))
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
    return .writing
  }

  /// Whether the file and the log beside it can be written.
  private var canWrite: Bool {
    func may(_ path: String) -> Bool { faccessat(AT_FDCWD, path, W_OK, AT_EACCESS) == 0 }
    let folder = path.pathFolder
    return may(path) && (may(folder.isEmpty ? "." : folder) || (may(path + "-wal") && may(path + "-shm")))
  }

  private var hasLog: Bool {
    var status = stat()
    return stat(path + "-wal", &status) == 0 && status.st_size > 0
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

  private func check(_ status: stat, _ isReadOnly: Bool) throws {
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
    if !isReadOnly, status.st_mode & 0o077 != 0 { _ = fchmod(descriptor, status.st_mode & 0o700) }
  }

  private func failure(_ message: Localized) -> Diagnostic {
    Diagnostic(
      .storeFile, message + Localized(": ", "：") + Localized(systemError: errno),
      hint: Localized("choose another place with --db FILE", "可用 --db 文件 另选位置"))
  }
}
