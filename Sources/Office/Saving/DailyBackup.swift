import Diagnostics
import Foundation
import Records
import Values

/// The rule by which an office is backed up by itself: once on every day on which it is opened, into a folder that keeps
/// so many.
struct DailyBackup {
  private static let folderSetting = "backup-folder"
  private static let keepSetting = "backup-keep"
  private static let lastSetting = "backup-last"

  /// Where the backups are.
  let folder: String
  /// How many are kept.
  let keep: Int

  /// The rule of an office; nothing if it has none.
  static func rule(of store: any RecordStore) throws -> DailyBackup? {
    guard let folder = try store.setting(folderSetting), let keep = try store.setting(keepSetting).flatMap({ Int($0) })
    else { return nil }
    return DailyBackup(folder: folder, keep: keep)
  }

  /// Sets the rule of an office, or ends it.
  static func set(_ rule: DailyBackup?, in store: any RecordStore) throws {
    try store.setSetting(folderSetting, rule?.folder)
    try store.setSetting(keepSetting, rule.map { String($0.keep) })
  }

  /// When the office was last backed up, and to which file.
  static func last(of store: any RecordStore) throws -> (moment: Moment, path: String)? {
    guard let text = try store.setting(lastSetting) else { return nil }
    let parts = text.split(separator: "\t", maxSplits: 1).map(String.init)
    guard parts.count == 2, let moment = Moment(parts[0]) else { return nil }
    return (moment, parts[1])
  }

  /// Notes that the office was backed up.
  static func note(_ path: String, at moment: Moment, in store: any RecordStore) throws {
    try store.setSetting(lastSetting, "\(moment.exchangeText)\t\(path)")
  }

  /// Makes the backup of a day, unless there is one, and lets the oldest go.
  ///
  /// Nothing is done for an office in memory, or where the file of the day is there.
  func run(of store: any RecordStore, at now: Moment) throws {
    guard let office = store.path else { return }
    let stem = office.pathName.withoutPathExtension
    let path = "\(folder)/\(stem)-\(now.date.exchangeText).db"
    guard !FileManager.default.fileExists(atPath: path) else { return }
    try BackupFile(path: path).write(store)
    try store.atomically { try DailyBackup.note(path, at: now, in: store) }
    for old in backups(of: stem).dropLast(keep) { unlink("\(folder)/\(old)") }
  }

  /// The files of the folder that this rule made, the oldest first.
  private func backups(of stem: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { name in
      guard name.hasPrefix("\(stem)-"), name.hasSuffix(".db") else { return false }
      let day = name.dropFirst(stem.count + 1).dropLast(3)
      return CalendarDate(exchange: String(day))?.exchangeText == String(day)
    }.sorted()
  }
}
