import Diagnostics
import Records
import Values

/// What an entry of the journal tells of; the raw value is how it is kept.
enum JournalAct: String, ChoiceValue {
  case add, change, remove, reveal, access, export, save, backup, restore, publish, forget

  var chineseName: String { infinitive.chinese }

  /// What would be done: `add`.
  var infinitive: Localized { words.infinitive }

  /// What was done, in front of what it tells: `added: `.
  var done: Localized { words.done }

  private var words: (infinitive: Localized, done: Localized) {
    switch self {
    case .add: (Localized("add", "添加"), Localized("added: ", "添加："))
    case .change: (Localized("change", "修改"), Localized("changed ", "修改"))
    case .remove: (Localized("remove", "删除"), Localized("removed: ", "删除："))
    case .reveal: (Localized("reveal", "查看原文"), Localized("looked at, for: ", "查看原文，理由："))
    case .access: (Localized("access", "查阅"), Localized("shown to the person, for: ", "本人查阅，理由："))
    case .export: (Localized("export", "导出"), Localized("exported, for: ", "导出，理由："))
    case .save: (Localized("save", "保存"), Localized("saved: ", "保存："))
    case .backup: (Localized("back up", "备份"), Localized("backed up: ", "备份："))
    case .restore: (Localized("restore", "恢复"), Localized("restored: ", "恢复："))
    case .publish: (Localized("publish", "公开"), Localized("published: ", "公开："))
    case .forget: (Localized("forget", "抹去"), Localized("erased: ", "抹去："))
    }
  }
}
