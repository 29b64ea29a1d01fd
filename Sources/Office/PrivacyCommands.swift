import CommandLanguage
import Diagnostics
import Records
import Values

/// `privacy`: what everybody may know of how the office deals with personal data.
enum PrivacyCommands {
  static let all = [notice]

  static let notice = OfficeCommand(
    CommandDeclaration(
      Name("privacy", "隐私"), Name("notice", "告知"),
      Localized("Writes for the board who keeps what, why, how long, and what everyone may ask.", "写出个人信息处理告知书，供张贴。"),
      effect: .publishes, result: .document,
      examples: [Example("privacy notice", "The page for the board.", "张贴用的告知书。")])
  ) { session, _ in
    let office = try Community.require(in: session.store)
    return .document({ page(of: office) })
  }

  /// What the law asks to be told (Personal Information Protection Law, art. 17), from the declarations and the profile.
  private static func page(of office: Record) -> Document {
    var page = Document(for: .board(office.reference))
    page.add(.title(Localized("How we deal with your data", "个人信息处理告知书")))
    page.add(
      .fields([
        .init(Localized("Who", "处理者"), Localized(same: office[Community.name])),
        .init(Localized("Line", "联系电话"), Localized(same: office[Community.hotline])),
        .init(
          Localized("What for", "目的"),
          Localized(
            "to know who lives where, hold meetings, keep the books of voluntary funds, and reach people",
            "掌握居住情况、组织议事、管理自愿筹款、联系居民")),
      ]))
    page.add(.heading(Localized("What is kept about a resident", "保存的居民信息")))
    let fields = Resident.kind.fields.filter { $0 !== Resident.erased.declaration }
    page.add(
      .table(
        .init(
          [.init(Localized("field", "项目")), .init(Localized("what it is", "说明"))],
          fields.map { [$0.name.localized, $0.help] })))
    page.add(
      .paragraph(
        Localized(
          "No identity number, religion, health or rating is kept. Only what you agreed to is published.",
          "不保存身份证号、宗教信仰、健康状况，不对个人评分；仅公开本人同意公开的内容。")))
    page.add(.heading(Localized("How long", "保存期限")))
    page.add(
      .table(
        .init(
          [.init(Localized("what", "事项")), .init(Localized("how long", "期限")), .init(Localized("from", "起算"))],
          Profile.cn.retention.rules.map { rule in
            [
              rule.matter.choice.name.localized, rule.duration, rule.start,
            ]
          })))
    page.add(.heading(Localized("What you may ask", "您的权利")))
    page.add(
      .paragraph(
        Localized(
          "To see what is kept about you and who looked at it; to have it corrected; to take an agreement back as easily as you gave it; to be erased. Nobody is served worse for it.",
          "查阅本人信息及查看记录；更正；随时撤回同意；要求删除。行使权利不影响办事。")))
    return page
  }
}
