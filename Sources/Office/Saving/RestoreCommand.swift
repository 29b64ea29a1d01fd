import CommandLanguage
import Diagnostics
import Foundation
import Records
import Values

/// `restore`: puts a backup in the office's place. The backup is looked at first, and the office as it was is kept.
enum RestoreCommand {
  private static let path = Field<String>("file", "文件", "The backup.", "备份文件。", type: .path)

  static let command = OfficeCommand(
    CommandDeclaration(
      Name("restore", "恢复"), nil,
      Localized(
        "Puts a backup in the office's place, after a look at it; the office as it was is kept in a file beside.",
        "检查备份后以其取代当前办公室；原办公室保存在旁边的文件中。"),
      parameters: [.positional(path)], effect: .writes, result: .nothing,
      examples: [Example("restore office-backup.db", "The office is as it was then.", "办公室恢复到备份时的状态。")]),
    right: .restore,
    asks: { session, arguments in
      try requireAlone(session)
      let path = session.location(of: arguments[path])
      let office = try BackupCommands.requireFile(of: session)
      return Confirmation(
        Localized(
          "\(path) takes the place of \(office): all that was done since will be out of the office.",
          "\(path) 将取代 \(office)：此后所做的一切都将不在办公室中。"), typing: "restore")
    }
  ) { session, arguments in
    let path = session.location(of: arguments[path])
    try requireAlone(session)
    let office = try BackupCommands.requireFile(of: session)
    guard let opens = session.environment.openStore else {
      throw refusal(path, Localized("no file is opened here", "此处不能打开文件"))
    }
    guard !session.isRehearsing else {
      try session.environment.output(session.wouldWrite(office))
      return .nothing
    }
    let kept = "\(office)-\(stamp(session.environment.clock())).old"
    session.line.afterwards = { [unowned session] in
      try replace(office, from: path, keeping: kept, in: session, opens)
    }
    return .nothing
  }

  /// Nothing may be under way that a restored office would not know of.
  private static func requireAlone(_ session: OfficeSession) throws {
    guard session.store.openTransaction == nil, !session.store.hasBegun else {
      throw Diagnostic(
        .misplaced, Localized("restore stands on a line of its own, outside of begin", "恢复须单独一行，且不在 开始 之后"),
        hint: Localized("it takes the place of all that is here", "它会取代现有的一切"))
    }
  }

  private static func stamp(_ moment: Moment) -> String {
    moment.exchangeText.filter { $0 != ":" && $0 != "-" }.replacing(" ", with: "-")
  }

  private static func replace(
    _ office: String, from path: String, keeping kept: String, in session: OfficeSession,
    _ open: (String) throws -> any RecordStore
  ) throws {
    let candidate = "\(office).\(UUID().uuidString.prefix(8)).part"
    defer { for suffix in ["", "-wal", "-shm"] { unlink(candidate + suffix) } }
    try copy(path, to: candidate)
    let entries = try examined(candidate, of: path, in: session, open)
    let (rule, last) = (try DailyBackup.rule(of: session.store), try DailyBackup.last(of: session.store))
    try BackupFile(path: kept).write(session.store)
    try session.store.replaceAll(from: candidate)
    try session.didReplaceStore()
    try session.atomically(writing: true) {
      // How the office is backed up is no part of what it was.
      try DailyBackup.set(rule, in: session.store)
      if let last { try DailyBackup.note(last.path, at: last.moment, in: session.store) }
      let subject = try Community.find(in: session.store)?.reference ?? Record.all(Community.kind)
      session.writer.authorship = Authorship(now: session.now, by: session.operatorName, origin: "restore")
      try session.writer.note("restore", subject, ["file": .text(path), "kept": .text(kept)])
    }
    let lines = [
      Localized(
        "restored from \(path), \(entries.counted("entry", "entries")) of the journal \(entries == 1 ? "fits" : "fit")",
        "已从 \(path) 恢复，日志 \(entries) 条相符"),
      Localized("the office as it was: \(kept)", "原办公室保存在：\(kept)"),
    ]
    for line in lines { try session.environment.output(TerminalText.safe(line[session.language]) + "\n") }
  }

  /// Makes sure that a backup is good.
  ///
  /// - Returns: how many entries its journal has.
  private static func examined(
    _ candidate: String, of path: String, in session: OfficeSession, _ open: (String) throws -> any RecordStore
  ) throws -> Int {
    do {
      // Opening brings the copy up to date, and refuses what is no office or of a newer program.
      let backup = try open(candidate)
      defer { try? backup.close() }
      if let fault = try backup.damage().first { throw refusal(path, fault) }
      var verification = JournalVerification(store: backup, schema: session.schema)
      let report = try verification.run(poll: session.poll)
      if let fault = report.findings.first { throw refusal(path, fault.message) }
      return report.entries
    } catch let diagnostic as Diagnostic where diagnostic.code != .backup {
      throw refusal(path, diagnostic.message)
    }
  }

  /// Copies the bytes of a backup, for a look at it must not change it.
  private static func copy(_ path: String, to candidate: String) throws {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw refusal(path, Localized("it is no file", "它不是文件"))
    }
    do {
      try FileManager.default.copyItem(atPath: path, toPath: candidate)
    } catch {
      throw refusal(path, Localized("it cannot be read", "无法读取"))
    }
    chmod(candidate, 0o600)
  }

  private static func refusal(_ path: String, _ reason: Localized) -> Diagnostic {
    Diagnostic(
      .backup, Localized("\(path) cannot be restored: \(reason.english)", "\(path) 无法恢复：\(reason.chinese)"),
      hint: Localized("take another backup; the office is as it was", "请改用其他备份；办公室未受影响"))
  }
}
