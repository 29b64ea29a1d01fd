import CommandLanguage
import Diagnostics
import Foundation
import Records
import Values

/// `backup`, and the rule by which backups are made every day.
enum BackupCommands {
  static let all = [backup, daily]

  private static let path = Field<String>("file", "文件", "The file.", "文件。", type: .path)
  /// Where the backups of every day go.
  static let folder = Field<String?>(
    "folder", "文件夹", "Where the backups go.", "备份存放的文件夹。", type: .path)
  /// How many of them are kept.
  static let keep = Field<Int>(
    "keep", "份数", "How many days are kept.", "保留多少天的备份。", type: .integer(1...1000), default: 14)
  private static let off = Field<Bool>("off", "停用", "No more backups by themselves.", "不再自动备份。", default: false)

  static let backup = OfficeCommand(
    CommandDeclaration(
      Name("backup", "备份"), nil,
      Localized(
        "Copies the whole office into a file, looks at the copy, and lets others work meanwhile.",
        "把整个办公室复制到文件并检查副本，其间他人可照常工作。"),
      parameters: [.positional(path)], effect: .writes, result: .value(.text(maximum: 4_096)),
      examples: [
        Example("backup office-backup.db", "restore office-backup.db brings it back.", "用 恢复 office-backup.db 恢复。")
      ]), right: .read
  ) { session, arguments in
    let path = session.location(of: arguments[path])
    try refuseOwn(path, office: try requireFile(of: session))
    guard !session.isRehearsing else {
      try session.environment.output(session.wouldWrite(path))
      return .nothing
    }
    try BackupFile(path: path).write(session.store)
    let subject = try Community.find(in: session.store)?.reference ?? Record.all(Community.kind)
    try session.writer.note("backup", subject, ["file": .text(path)])
    try DailyBackup.note(path, at: session.now, in: session.store)
    return .acknowledgement(
      Localized("backed up to \(path)", "已备份到 \(path)")
    ) { .text(path) }
  }

  static let daily = OfficeCommand(
    CommandDeclaration(
      Name("config", "设置"), backup.declaration.noun,
      Localized(
        "Has the office backed up on every day on which it is opened, and shows that rule.",
        "设定办公室每日首次打开时自动备份，或查看该规则。"),
      parameters: [.named(folder), .named(keep), .named(off)], effect: .writes,
      result: .value(.text(maximum: 4_096)),
      examples: [
        Example("config backup folder=backups keep=30", "A copy for each of the last thirty days.", "保留最近三十天的备份。"),
        Example("config backup", "Shows the rule.", "查看规则。"),
        Example("config backup --off", "Ends it.", "停用自动备份。"),
      ]), right: .manage
  ) { session, arguments in
    if arguments[off] {
      try DailyBackup.set(nil, in: session.store)
    } else if let folder = arguments[folder] {
      let path = absolute(session.location(of: folder))
      if !session.isRehearsing { try makeFolder(path) }
      try DailyBackup.set(DailyBackup(folder: path, keep: arguments[keep]), in: session.store)
    }
    guard let rule = try DailyBackup.rule(of: session.store) else {
      return .acknowledgement(Localized("no daily backup", "没有每日备份")) { .none }
    }
    return .acknowledgement(
      Localized("daily backup to \(rule.folder), \(rule.keep) kept", "每日备份到 \(rule.folder)，保留 \(rule.keep) 份")
    ) { .text(rule.folder) }
  }

  /// The file of the office.
  static func requireFile(of session: OfficeSession) throws -> String {
    if let path = session.store.path { return path }
    throw Diagnostic(
      .backup, Localized("this office is kept in memory only", "该办公室只保存在内存中"),
      hint: Localized(
        "save FILE writes it as a script; linli --db office.db opens a file",
        "可用 保存 文件 写成脚本；linli --db office.db 打开文件"))
  }

  /// The office is never copied onto itself.
  private static func refuseOwn(_ path: String, office: String) throws {
    var (own, other) = (stat(), stat())
    guard stat(office, &own) == 0, stat(path, &other) == 0,
      own.st_ino == other.st_ino, own.st_dev == other.st_dev
    else { return }
    throw Diagnostic(
      .backup, Localized("\(path) is the office itself", "\(path) 就是办公室文件"),
      hint: Localized("name another file, best on another disk", "请另选文件，最好在另一块磁盘"), subject: "file")
  }

  /// Where a folder is, whatever directory the office is opened from later.
  private static func absolute(_ path: String) -> String {
    path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path
  }

  private static func makeFolder(_ path: String) throws {
    do {
      try FileManager.default.createDirectory(
        atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw Diagnostic(
        .backup, Localized("cannot make the folder \(path)", "无法建立文件夹 \(path)"), subject: "folder")
    }
  }
}
