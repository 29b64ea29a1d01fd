import CommandLanguage
import Diagnostics
import Records
import Values

/// `office`: the office itself.
enum CommunityCommands {
  static let all = [establish, show, set]

  static let establish = OfficeCommand(
    CommandDeclaration(
      Community.kind.name, Name("init", "建立"), Localized("Gives a new office its name and lines.", "建立办公室，写明名称和电话。"),
      parameters: [
        .positional(Community.name), .named(Community.subdistrict), .named(Community.hotline),
        .named(Community.supervision), .named(Community.demo),
      ], effect: .writes, result: .row(Community.kind.shape))
  ) { session, arguments in
    if let office = try Community.find(in: session.store) {
      throw Diagnostic(
        .duplicateRecord,
        Localized("this office is \(office[Community.name]) already", "该办公室已建立：\(office[Community.name])"),
        hint: Localized("office set changes it; --db FILE opens another", "修改用 办公室 修改；另开一个用 --db 文件"))
    }
    var record = Record(Community.kind)
    record[Community.name] = arguments[Community.name]
    record[Community.subdistrict] = arguments[Community.subdistrict]
    record[Community.hotline] = arguments[Community.hotline]
    record[Community.supervision] = arguments[Community.supervision]
    record[Community.demo] = arguments[Community.demo]
    return session.acknowledge(try session.writer.add(record), Localized("established", "已建立"))
  }

  static let show = OfficeCommand(
    CommandDeclaration(
      Community.kind.name, Name("show", "查看"), Localized("Shows the office's name and lines.", "查看办公室名称和电话。"),
      effect: .reads, result: .row(Community.kind.shape),
      examples: [Example("office show", "Name, hotline and supervision line.", "名称、热线和监督电话。")])
  ) { session, _ in .value(.row(try session.row(of: Community.require(in: session.store)))) }

  static let set = OfficeCommand(
    CommandDeclaration(
      Community.kind.name, Name("set", "修改"), Localized("Changes the office's name and lines.", "修改办公室名称和电话。"),
      parameters: [
        .named(Community.subdistrict), .named(Community.supervision),
        .named(hotline), .named(name),
      ], effect: .writes, result: .row(Community.kind.shape), takesAny: true,
      examples: [Example("office set supervision=0731-56780009", "Another line for complaints.", "更换监督电话。")])
  ) { session, arguments in
    let office = try Community.require(in: session.store)
    let changed = try session.writer.change(office) { office in
      if let value = arguments[name] { office[Community.name] = value }
      if let value = arguments[hotline] { office[Community.hotline] = value }
      if let value = arguments[Community.subdistrict] { office[Community.subdistrict] = value }
      if let value = arguments[Community.supervision] { office[Community.supervision] = value }
    }
    return session.acknowledge(changed, Localized("changed", "已修改"))
  }

  private static let name = Field<String?>("name", "名称", "The community's name.", "社区名称。", type: .text(maximum: 60))
  private static let hotline = Field<String?>(
    "hotline", "热线", "The line shown where no other may be.", "热线。", type: .phone)
}
