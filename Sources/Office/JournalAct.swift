import Diagnostics
import Records

/// How the acts of the journal are called.
struct JournalAct {
  /// What would be done: `add`.
  let infinitive: Localized
  /// What was done, in front of what it tells: `added: `.
  let done: Localized

  private init(_ infinitive: Localized, _ done: Localized) {
    self.infinitive = infinitive
    self.done = done
  }

  /// The act of an entry.
  init(of entry: JournalEntry) {
    self = JournalAct.all[entry.act] ?? JournalAct(Localized(same: entry.act), Localized(same: entry.act + " "))
  }

  private static let all: [String: JournalAct] = [
    "add": .init(Localized("add", "添加"), Localized("added: ", "添加：")),
    "change": .init(Localized("change", "修改"), Localized("changed ", "修改")),
    "remove": .init(Localized("remove", "删除"), Localized("removed: ", "删除：")),
    "reveal": .init(Localized("reveal", "查看原文"), Localized("looked at, for: ", "查看原文，理由：")),
    "access": .init(Localized("access", "查阅"), Localized("shown to the person, for: ", "本人查阅，理由：")),
    "export": .init(Localized("export", "导出"), Localized("exported, for: ", "导出，理由：")),
    "save": .init(Localized("save", "保存"), Localized("saved: ", "保存：")),
    "backup": .init(Localized("back up", "备份"), Localized("backed up: ", "备份：")),
    "restore": .init(Localized("restore", "恢复"), Localized("restored: ", "恢复：")),
    "publish": .init(Localized("publish", "公开"), Localized("published: ", "公开：")),
    "forget": .init(Localized("forget", "抹去"), Localized("erased: ", "抹去：")),
  ]
}
