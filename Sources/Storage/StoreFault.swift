import Diagnostics
import Foundation
import GRDB
import Records
import struct Records.Record
import Values

/// Says what the database reports in the words of records.
struct StoreFault {
  let schema: Schema
  /// The office's file; nothing for memory.
  let path: String?

  /// Runs `body`, which may be about a record; what the database reports is thrown as a ``Diagnostic``.
  ///
  /// - Parameter systemError: the number of the error that the system gave the database last, 0 where that is not known.
  func translating<Result>(
    _ record: Record? = nil, systemError: () -> Int32 = { 0 }, _ body: () throws -> Result
  ) throws -> Result {
    do {
      return try body()
    } catch let error as DatabaseError {
      throw diagnostic(for: error, systemError(), record)
    }
  }

  private func diagnostic(for error: DatabaseError, _ systemError: Int32, _ record: Record?) -> Diagnostic {
    switch error.extendedResultCode {
    case .SQLITE_CONSTRAINT_UNIQUE, .SQLITE_CONSTRAINT_PRIMARYKEY: return duplicate(error, record)
    case .SQLITE_CONSTRAINT_FOREIGNKEY:
      return Diagnostic(
        .recordInUse,
        Localized("other records name this one, or it names one that is not there", "有其他记录引用它，或它引用的记录不存在"),
        hint: Localized("remove or change those first", "请先删除或修改那些记录"))
    // The index of the log is made to its full length at once, so this fails where there is no room.
    case .SQLITE_IOERR_SHMSIZE: return StoreFault.full(systemError)
    case .SQLITE_READONLY_DBMOVED:
      return Diagnostic(
        .storeFile, Localized("the office's file was moved or removed while it was open", "办公室数据文件在打开期间被移动或删除"),
        hint: Localized("put it back, then open it again; nothing was changed", "请放回原处后重新打开；未作任何改动"))
    default: break
    }
    switch error.resultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED:
      let holder = path.flatMap(LockHolder.init(writingTo:))?.text
      return Diagnostic(
        .storeBusy,
        Localized("another program is writing to the office", "另一个程序正在写入该办公室")
          + (holder.map { Localized(": \($0.english)", "：\($0.chinese)") } ?? Localized(same: "")),
        hint: Localized("wait until it is done and try again; nothing was changed", "请稍后重试；未作任何改动"))
    case .SQLITE_FULL: return StoreFault.full(systemError)
    case .SQLITE_IOERR where [ENOSPC, EDQUOT, EFBIG].contains(systemError): return StoreFault.full(systemError)
    case .SQLITE_READONLY: return StoreFault.readOnly()
    case .SQLITE_IOERR, .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH:
      let reason =
        systemError == 0 ? Localized("the disk reports an error", "磁盘读写出错") : Localized(systemError: systemError)
      return Diagnostic(
        .storeFile, Localized("the office's file cannot be used: \(reason.english)", "办公室数据文件无法使用：\(reason.chinese)"),
        hint: Localized("check the file, its folder and the disk; nothing was changed", "请检查文件、所在文件夹和磁盘；未作任何改动"))
    case .SQLITE_NOTADB:
      return Diagnostic(.notAnOffice, Localized("the file is not an office", "该文件不是办公室数据"))
    case .SQLITE_NOMEM:
      return Diagnostic(
        .storeFile, Localized("there is not enough memory", "内存不足"),
        hint: Localized("close other programs and try again; nothing was changed", "请关闭其他程序后重试；未作任何改动"))
    case .SQLITE_CORRUPT: return StoreFault.damaged(Localized("it is damaged", "文件已损坏"))
    default:
      // What the program itself never does to its tables; the database says in English which rule it broke.
      let reason = error.message ?? "\(error.resultCode)"
      return StoreFault.damaged(
        Localized("\(reason)", "与表的约束不符（代码 \(error.extendedResultCode.rawValue)）"))
    }
  }

  private static func full(_ systemError: Int32) -> Diagnostic {
    let reason =
      systemError == EFBIG ? Localized(systemError: systemError) : Localized("the disk is full", "磁盘已满")
    return Diagnostic(
      .storeFull, reason,
      hint: Localized("make room and try again; nothing was changed", "请腾出空间后重试；未作任何改动"))
  }

  /// What says that nothing can be changed.
  static func readOnly() -> Diagnostic {
    Diagnostic(
      .readOnlyOffice, Localized("this office can only be read here", "此处只能查看该办公室"),
      hint: Localized("copy the file to where you may write, or ask its owner", "请将文件复制到可写的位置，或请其所有者办理"))
  }

  private static func damaged(_ reason: Localized) -> Diagnostic {
    Diagnostic(
      .storeDamaged, Localized("the office's file cannot be used: \(reason.english)", "办公室数据文件无法使用：\(reason.chinese)"),
      hint: Localized("keep the file and restore a backup", "请保留此文件并恢复备份"))
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
      Localized("there already is \(name.englishWithArticle) with this \(english)", "已有相同\(chinese)的\(name.chinese)"),
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
