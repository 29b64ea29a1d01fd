import Diagnostics
import GRDB
import Records
import struct Records.Record
import Values

/// Says what the database reports in the words of records.
struct StoreFault {
  let schema: Schema

  /// Runs `body`, which may be about a record; what the database reports is thrown as a ``Diagnostic``.
  func translating<Result>(_ record: Record? = nil, _ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch let error as DatabaseError {
      throw diagnostic(for: error, record)
    }
  }

  private func diagnostic(for error: DatabaseError, _ record: Record?) -> Diagnostic {
    switch error.extendedResultCode {
    case .SQLITE_CONSTRAINT_UNIQUE, .SQLITE_CONSTRAINT_PRIMARYKEY: return duplicate(error, record)
    case .SQLITE_CONSTRAINT_FOREIGNKEY:
      return Diagnostic(
        .recordInUse,
        Localized("other records name this one, or it names one that is not there", "有其他记录引用它，或它引用的记录不存在"),
        hint: Localized("remove or change those first", "请先删除或修改那些记录"))
    default: break
    }
    let reason = error.message ?? "\(error.resultCode)"
    switch error.resultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED:
      return Diagnostic(
        .storeBusy, Localized("another program is writing to the office", "另一个程序正在写入该办公室"),
        hint: Localized("wait until it is done and try again; nothing was changed", "请稍后重试；未作任何改动"))
    case .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_IOERR, .SQLITE_AUTH:
      return Diagnostic(
        .storeFile, Localized("the office's file cannot be written: \(reason)", "办公室数据文件无法写入：\(reason)"),
        hint: Localized("check the file's permissions and that its disk is not read-only", "请检查文件权限，以及磁盘是否只读"))
    case .SQLITE_FULL:
      return Diagnostic(
        .storeFile, Localized("the disk is full", "磁盘已满"),
        hint: Localized("make room and try again; nothing was changed", "请腾出空间后重试；未作任何改动"))
    case .SQLITE_NOTADB:
      return Diagnostic(.notAnOffice, Localized("the file is not an office", "该文件不是办公室数据"))
    default:
      return Diagnostic(
        .storeDamaged, Localized("the office's file cannot be used: \(reason)", "办公室数据文件无法使用：\(reason)"),
        hint: Localized("keep the file and restore a backup", "请保留此文件并恢复备份"))
    }
  }

  /// SQLite names the columns: `UNIQUE constraint failed: household.building, household.room`.
  private func duplicate(_ error: DatabaseError, _ record: Record?) -> Diagnostic {
    let columns =
      (error.message ?? "").split(separator: ":").last.map { text in
        text.split(separator: ",").compactMap { $0.split(separator: ".").last.map(String.init) }
      } ?? []
    let kind = record?.kind
    let fields = columns.compactMap { column in
      kind?.fields.first { $0.name.english.replacing("-", with: "_") == column }
    }
    let names = fields.map(\.name.english)
    let english = (names.count > 1 ? names.dropLast().joined(separator: ", ") + " and " : "") + (names.last ?? "value")
    let chinese = fields.map(\.name.chinese).joined(separator: "、")
    let name = kind?.name ?? Name("record", "记录")
    var hint = Localized("\(name.english) list shows them", "可用 \(name.chinese) 列出 查看")
    if let record, record.kind.verbs.contains(.show), let text = fields.compactMap({ text(of: record, $0) }).last {
      hint = Localized("\(name.english) show \(text) shows it", "可用 \(name.chinese) 查看 \(text) 查看")
    }
    return Diagnostic(
      .duplicateRecord,
      Localized("there already is a \(name.english) with this \(english)", "已有相同\(chinese)的\(name.chinese)"),
      hint: hint, subject: fields.last?.name.english)
  }

  /// What a field holds, if records are named by it.
  private func text(of record: Record, _ field: FieldDeclaration) -> String? {
    var names = [record.kind.label]
    if case .field(let handle) = record.kind.handle { names.append(handle) }
    if names.contains(field.name.english), case .text(let text) = record.values[record.kind.slot(of: field)] {
      return text
    }
    return nil
  }
}
