import Diagnostics
import Foundation
import Records
import Values

extension DiagnosticCode {
  /// A copy of the office cannot be made or used.
  static let backup = DiagnosticCode(
    "E-BACKUP", "A backup cannot be made or used.", "备份无法完成或无法使用。",
    mend: Localized(
      "A backup is a file that backup wrote. restore looks at it before it touches the office, and keeps the office as it was.",
      "备份须是 备份 写出的文件。恢复前会先检查，并保留原办公室文件。"),
    example: .lines("restore nowhere.db", "恢复 没有.db"))
}

/// A copy of an office in a file: made beside its place and moved there when it is whole and on the disk.
struct BackupFile {
  let path: String

  /// Copies the office of a store here; a file that is here already is replaced when the copy is good.
  func write(_ store: any RecordStore) throws {
    var status = stat()
    if stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG {
      throw refusal(Localized("it is no regular file", "它不是普通文件"))
    }
    let temporary = "\(path).\(UUID().uuidString.prefix(8)).part"
    do {
      try store.copy(to: temporary)
      guard rename(temporary, path) == 0 else { throw refusal(Localized(systemError: errno)) }
      let fault = path.syncFolder()
      guard fault == 0 else { throw refusal(Localized(systemError: fault)) }
    } catch {
      for suffix in ["", "-wal", "-shm", "-journal"] { unlink(temporary + suffix) }
      throw error
    }
  }

  private func refusal(_ reason: Localized) -> Diagnostic {
    Diagnostic(
      .backup, Localized("cannot back up to \(path): \(reason.english)", "无法备份到 \(path)：\(reason.chinese)"),
      hint: Localized("name another file; the office is as it was", "请另选文件；办公室未受影响"))
  }
}
