import CommandLanguage
import Diagnostics
import Records
import Values

/// `config`: what is set, for the office and for whoever sits at the desk. The office's rule for backups stands with
/// ``BackupCommands``.
enum ConfigCommands {
  static let all = [display, list]

  private static let noun = BackupCommands.daily.declaration.noun
  private static let reset = Field<Bool>("reset", "复原", "Forgets all that you have set.", "清除个人设置。", default: false)

  private static let setting = Column(Name("setting", "项目"), .text(maximum: 40))
  private static let shape = RowShape([
    Column(Name("of", "归属"), .text(maximum: 20)), setting, Column(Name("value", "值"), .text(maximum: 4_096)),
    Column(Name("meaning", "说明"), .text(maximum: 200)),
  ])

  static let display = OfficeCommand(
    CommandDeclaration(
      noun, Name("display", "显示"),
      Localized(
        "Sets how answers look to you, in whatever office you work, and shows what is set.",
        "设定个人的显示方式（对所有办公室有效），或查看设置。"),
      parameters: UserSettings.all.map { Parameter($0, .named) } + [.named(reset)], effect: .session,
      result: .rows(shape),
      examples: [
        Example("config display language=en color=never", "English answers without colours.", "英文回答，不着色。"),
        Example("config display --reset", "Everything as usual.", "恢复默认。"),
      ])
  ) { session, arguments in
    var settings = arguments[reset] ? UserSettings() : session.settings
    for field in UserSettings.all {
      if let value = arguments[field.name.english], value.isPresent { settings[field] = value }
    }
    if settings != session.settings || arguments[reset] {
      session.settings = settings
      if !session.isRehearsing { try session.onceKept { try session.environment.settingsFile?.save(settings) } }
    }
    return rows(try personal(session))
  }

  static let list = OfficeCommand(
    CommandDeclaration(
      noun, Name("list", "列出"), Localized("Lists all that is set, for you and for the office.", "列出个人和办公室的全部设置。"),
      effect: .reads, result: .rows(shape),
      examples: [Example("config list", "What is set.", "全部设置。")])
  ) { session, _ in
    let rule = try DailyBackup.rule(of: session.store)
    let office = Localized("office", "办公室")[session.language]
    let backup = BackupCommands.backup.declaration.noun[session.language]
    func row(_ field: FieldDeclaration, _ value: String?) -> Row {
      let name = "\(backup) \(field.name[session.language])"
      return Row(
        shape, [.text(office), .text(name), value.map { .text($0) } ?? .none, .text(field.help[session.language])])
    }
    return rows(
      try personal(session) + [
        row(BackupCommands.folder.declaration, rule?.folder),
        row(BackupCommands.keep.declaration, rule.map { String($0.keep) }),
      ])
  }

  private static func personal(_ session: OfficeSession) throws -> [Row] {
    let you = Localized("you", "个人")[session.language]
    return UserSettings.all.map { field in
      let value = session.settings[field]
      return Row(
        shape,
        [
          .text(you), .text(field.name[session.language]), value.isPresent ? .text(session.text(of: value)) : .none,
          .text(field.help[session.language]),
        ])
    }
  }

  private static func rows(_ rows: [Row]) -> CommandResult {
    .rows(RowStream(shape, rows: rows), columns: shape.listed)
  }
}
