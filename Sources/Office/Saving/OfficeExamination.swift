import Diagnostics
import Foundation
import Records
import Values

/// What `doctor` looks at: the file, its place, its copies, the journal, the books of money.
struct OfficeExamination {
  /// How something is.
  enum State: String, ChoiceValue {
    case good, warning, bad

    var chineseName: String {
      switch self {
      case .good: "正常"
      case .warning: "注意"
      case .bad: "异常"
      }
    }

    /// How it is marked on a page.
    var mark: String {
      switch self {
      case .good: "✓"
      case .warning: "!"
      case .bad: "✗"
      }
    }
  }

  /// One thing that was looked at.
  struct Finding {
    let name: Name
    let state: State
    let what: Localized
    /// What to do about it; nothing if it is good.
    var advice: Localized?
  }

  /// After how many days without a backup it is time for one.
  private static let backupAge = 7
  /// How many bytes of free space are few, beside room for one more copy of the file.
  private static let reserve = 64 << 20

  private let session: OfficeSession
  private var store: any RecordStore { session.store }

  init(of session: OfficeSession) { self.session = session }

  /// Looks at everything, in order.
  func findings() throws -> [Finding] {
    var findings = [try integrity()]
    if let path = store.path { findings += [permissions(of: path), space(at: path), try lastBackup(), try daily()] }
    return findings + [try journal()] + (try money())
  }

  private func integrity() throws -> Finding {
    let damage = try store.damage()
    guard let first = damage.first else {
      let count = try session.schema.recordCount(in: store)
      return Finding(
        name: Name("file", "文件"), state: .good,
        what: Localized("\(count.counted("record")), no damage", "\(count) 条记录，无损坏"))
    }
    return Finding(
      name: Name("file", "文件"), state: .bad,
      what: Localized("\(damage.count.counted("fault")): \(first.english)", "\(damage.count) 处损坏：\(first.chinese)"),
      advice: Localized("copy the file, then restore a backup", "请先复制该文件，再恢复备份"))
  }

  private func permissions(of path: String) -> Finding {
    let name = Name("permissions", "权限")
    let folder = path.pathFolder
    let open = [(path, 0o077), (folder.isEmpty ? "." : folder, 0o022)].filter { place, mask in
      var status = stat()
      return stat(place, &status) == 0 && Int(status.st_mode) & mask != 0
    }
    guard let (place, mask) = open.first else {
      return Finding(name: name, state: .good, what: Localized("only its owner reads it", "仅所有者可读"))
    }
    return mask == 0o077
      ? Finding(
        name: name, state: .bad, what: Localized("others can read \(place)", "他人可读取 \(place)"),
        advice: Localized("chmod 600 \(place)", "chmod 600 \(place)"))
      : Finding(
        name: name, state: .warning, what: Localized("others can write to \(place)", "他人可写入 \(place)"),
        advice: Localized("chmod go-w \(place)", "chmod go-w \(place)"))
  }

  private func space(at path: String) -> Finding {
    let name = Name("space", "空间")
    var system = statvfs()
    var status = stat()
    guard statvfs(path, &system) == 0, stat(path, &status) == 0 else {
      return Finding(name: name, state: .warning, what: Localized("it cannot be told", "无法得知"))
    }
    let free = Int(system.f_bavail) * Int(system.f_frsize)
    let mebibytes = free >> 20
    let what = Localized("\(mebibytes) MiB are free", "剩余 \(mebibytes) MiB")
    guard free < Int(status.st_size) + OfficeExamination.reserve else {
      return Finding(name: name, state: .good, what: what)
    }
    return Finding(
      name: name, state: .warning, what: what, advice: Localized("make room on this disk", "请腾出磁盘空间"))
  }

  private func lastBackup() throws -> Finding {
    let name = Name("backup", "备份")
    let advice = Localized("backup FILE, best on another disk", "备份 文件，最好放在另一块磁盘")
    guard let (moment, path) = try DailyBackup.last(of: store) else {
      return Finding(name: name, state: .warning, what: Localized("there is none yet", "尚无备份"), advice: advice)
    }
    let days = session.now.date.ordinal - moment.date.ordinal
    let isThere = FileManager.default.fileExists(atPath: path)
    let what = Localized(
      "\(moment.exchangeText), \(path)\(isThere ? "" : ", which is gone")",
      "\(moment.exchangeText)，\(path)\(isThere ? "" : "，但文件已不在")")
    let isGood = isThere && days <= OfficeExamination.backupAge
    return Finding(name: name, state: isGood ? .good : .warning, what: what, advice: isGood ? nil : advice)
  }

  private func daily() throws -> Finding {
    let name = Name("daily", "每日备份")
    guard let rule = try DailyBackup.rule(of: store) else {
      return Finding(
        name: name, state: .warning, what: Localized("no rule", "未设定"),
        advice: Localized("config backup folder=FOLDER", "设置 备份 文件夹=文件夹"))
    }
    return Finding(
      name: name, state: .good,
      what: Localized("to \(rule.folder), \(rule.keep) kept", "到 \(rule.folder)，保留 \(rule.keep) 份"))
  }

  private func journal() throws -> Finding {
    let name = Name("journal", "日志")
    var verification = JournalVerification(store: store, schema: session.schema)
    let report = try verification.run(poll: session.poll)
    guard let first = report.findings.first else {
      return Finding(
        name: name, state: .good,
        what: Localized(
          "\(report.entries.counted("entry fits", "entries fit")) the records", "\(report.entries) 个条目与记录相符"))
    }
    return Finding(
      name: name, state: .bad, what: first.message, advice: Localized("journal verify tells all", "日志 核验 列出全部"))
  }

  private func money() throws -> [Finding] {
    let count = try store.count(Query(Fund.kind))
    guard count > 0 else { return [] }
    guard let (fund, _) = try FundAudit.firstFailure(on: session.writer.today, in: store) else {
      return [
        Finding(
          name: Name("money", "账目"), state: .good,
          what: Localized(
            "the books of \(count.counted("fund")) hold", "\(count) 项筹款账目相符"))
      ]
    }
    let title = fund[Fund.title]
    return [
      Finding(
        name: Name("money", "账目"), state: .bad, what: Localized("the books of \(title) do not hold", "\(title) 账目不符"),
        advice: Localized("fund audit \(fund.handle)", "筹款 核账 \(fund.handle)"))
    ]
  }
}
