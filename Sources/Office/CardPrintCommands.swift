import CommandLanguage
import Diagnostics
import Presentation
import Records
import Typesetting
import Values

/// `card print` and what goes with it: files for telephones, sets in a folder, layouts, the printer's test sheet.
enum CardPrintCommands {
  static let all = [print, reprint, set, vCard, layout, testSheet]

  /// In which language cards are.
  enum CardLanguage: String, ChoiceValue {
    case chinese = "zh"
    case english = "en"

    var chineseName: String { self == .chinese ? "中文" : "英文" }
    var language: Language { self == .chinese ? .chinese : .english }
  }

  static let language = Field<CardLanguage>(
    "language", "语言", "The language of the card's own words.", "卡片用语。", default: .chinese)
  private static let building = Field<Reference?>(
    "building", "楼栋", "One building.", "某一栋。", type: .reference(["building"]))
  private static let grid = Field<Reference?>(
    "grid", "网格", "All buildings of a grid.", "某网格的各栋。", type: .reference(["grid"]))
  private static let on = Field<CalendarDate?>("on", "日期", "As of which day; today unless given.", "以哪一天为准，默认今天。")
  private static let each = Field<CardRun.Unit>(
    "each", "每", "A card for each building, each door, or each grid.", "每栋、每户或每网格一张。", default: .building)
  private static let layoutName = Field<String?>(
    "layout", "版式", "text, wallet, wall, wall-a5, or an office's own file.", "text、wallet、wall、wall-a5，或自定版式文件。")
  private static let form = Field<Printout.Form?>(
    "format", "格式", "text, html or pdf; what the layout is for unless given.", "文本、网页或 PDF；默认按版式。")
  private static let options: [Parameter] = [
    .named(building), .named(grid), .named(each), .named(layoutName), .named(form), .named(on), .named(language),
  ]

  static let print = OfficeCommand(
    CommandDeclaration(
      CardCommands.noun, Name("print", "打印"),
      Localized("Writes the cards of a building, a grid or the whole office.", "输出一栋楼、一个网格或全部联系卡。"),
      parameters: options, effect: .publishes, result: .document,
      examples: [
        Example("card print grid=G3", "The cards of all buildings of G3, as text.", "G3 各栋的联系卡（文本）。"),
        Example(
          "card print building=3栋 layout=wallet > cards.pdf", "Cards for the wallet, ten to a sheet.",
          "钱包卡，每页十张。"),
        Example("card print building=3栋 layout=wall each=building > wall.pdf", "A sheet for the wall.", "张贴用大张。"),
        Example("card print grid=G3 each=door | to html > cards.html", "A page with a card for each door.", "每户一张的网页。"),
      ])
  ) { session, arguments in
    .printout(try run(arguments, session).printout(usualForm: arguments[form]))
  }

  static let reprint = OfficeCommand(
    CommandDeclaration(
      CardCommands.noun, Name("reprint", "重印"),
      Localized(
        "Writes the cards of the buildings whose posted card no longer tells the truth.", "只输出已张贴卡片内容过期的楼栋的联系卡。"),
      parameters: options, effect: .publishes, result: .document,
      examples: [Example("card reprint layout=wallet > reprint.pdf", "What card stale lists, anew.", "重印 联系卡 过期 所列各栋。")]
    )
  ) { session, arguments in
    var run = try run(arguments, session)
    let stale = try StaleCards(on: session.writer.today, in: session.store).cards
    let buildings = Set(stale.map { $0.posting[CardPosting.building] })
    run.isWanted = { buildings.contains($0.reference) }
    return .printout(run.printout(usualForm: arguments[form]))
  }

  static let set = OfficeCommand(
    CommandDeclaration(
      CardCommands.noun, Name("set", "成套"),
      Localized(
        "Writes the cards of many buildings into a folder, a file for each; goes on where it was stopped.",
        "把各栋联系卡写入一个文件夹，每栋一个文件；中断后可接着做。"),
      parameters: [.positional(CardFolder.folder)] + options, effect: .publishes, result: .value(.text(maximum: 200)),
      examples: [Example("card set cards layout=wallet", "One PDF for each building.", "每栋一个 PDF。")]),
    asks: { session, arguments in
      let count = try session.store.count(places(arguments[each] == .grid ? Grid.kind : Building.kind, arguments))
      let folder = arguments[CardFolder.folder]
      return Confirmation(
        Localized(
          "The cards of \(count) places are for the public. They go into \(folder), and the journal notes that they were published.",
          "\(count) 处联系卡供公开，将写入 \(folder)，日志记为已公开。"))
    }
  ) { session, arguments in
    let run = try run(arguments, session)
    let folder = CardFolder(
      path: arguments[CardFolder.folder], run: run, form: arguments[form] ?? run.design.usualForm)
    return .value(.text(try folder.write()[session.language]))
  }

  /// What the parameters ask for.
  private static func run(_ arguments: Arguments, _ session: OfficeSession) throws -> CardRun {
    let source = try session.cardSource(on: arguments[on])
    let unit = arguments[each]
    guard unit != .grid || arguments[building] == nil else {
      throw Diagnostic(
        .layout, Localized("a building has no card for its grid", "指定楼栋时不能按网格出卡"),
        hint: Localized("write grid=… each=grid", "请写 网格=… 每=网格"), subject: "each")
    }
    return CardRun(
      session: session, source: source, design: try design(arguments, session), unit: unit,
      language: arguments[language].language,
      subject: subject(of: arguments, source),
      places: places(unit == .grid ? Grid.kind : Building.kind, arguments))
  }

  /// The buildings that the parameters name, or the grids.
  private static func places(_ kind: RecordKind, _ arguments: Arguments) -> Query {
    var conditions: [Condition] = []
    if let building = arguments[building] { conditions.append(Condition("id", .equal, .integer(building.id))) }
    if let grid = arguments[grid] {
      conditions.append(kind == Grid.kind ? Condition("id", .equal, .integer(grid.id)) : .equal(Building.grid, grid))
    }
    return Query(kind, conditions)
  }

  /// What the parameters are about: the building, the grid, the office.
  private static func subject(of arguments: Arguments, _ source: CardSource) -> Reference {
    arguments[building] ?? arguments[grid] ?? source.office.reference
  }

  private static func design(_ arguments: Arguments, _ session: OfficeSession) throws -> CardDesign {
    try arguments[layoutName].map { try CardDesign($0, in: session) } ?? .block
  }

  // MARK: Telephones

  private static let version = Field<VCard.Version>(
    "version", "版本", "4.0 (RFC 6350), or 3.0 for older telephones.", "4.0（RFC 6350），或旧手机用的 3.0。", default: .four)

  static let vCard = OfficeCommand(
    CommandDeclaration(
      CardCommands.noun, Name("vcard", "名片"),
      Localized(
        "Writes a file for telephones: the office, and those whose own number stands on the cards.",
        "写出手机通讯录文件：社区热线，以及卡上公开本人号码的人员。"),
      parameters: [.named(building), .named(grid), .named(on), .named(version)], effect: .publishes, result: .document,
      examples: [
        Example("card vcard building=3栋 > contacts.vcf", "For telephones of today.", "供手机导入。"),
        Example("card vcard grid=G3 version=3.0 > contacts.vcf", "For older ones.", "供旧手机导入。"),
      ])
  ) { session, arguments in
    let source = try session.cardSource(on: arguments[on])
    let contacts = CardContacts(
      session: session, source: source, subject: subject(of: arguments, source),
      buildings: places(Building.kind, arguments), version: arguments[version])
    return .printout(contacts.printout)
  }

  // MARK: Layouts and printers

  /// What is to be done with a layout.
  enum LayoutAct: String, ChoiceValue {
    case check, show

    var chineseName: String { self == .check ? "检查" : "样板" }
  }

  private static let act = Field<LayoutAct>(
    "act", "操作", "check a file, or show one of Linli's own to begin with.", "检查文件，或输出自带样板供修改。")
  private static let file = Field<String>("layout", "版式", "The file, or the name.", "文件或名称。")

  static let layout = OfficeCommand(
    CommandDeclaration(
      CardCommands.noun, Name("layout", "版式"),
      Localized("Checks a layout of one's own, or shows one to begin with.", "检查自定版式，或输出一个样板。"),
      parameters: [.positional(act), .positional(file)], effect: .reads, result: .document,
      examples: [
        Example("card layout show wallet > own.layout", "A layout file to begin with.", "输出钱包卡版式样板。"),
        Example("card layout show card.html.mustache", "The template of the page.", "网页模板样板。"),
        Example("card layout check wall", "Whether a layout is right.", "检查版式是否正确。"),
      ])
  ) { session, arguments in
    let name = arguments[file]
    switch arguments[act] {
    case .show:
      if name == "card.html.mustache" { return .document(CardTemplate.standardText) }
      guard let text = CardLayouts.texts[name] else {
        throw Diagnostic(
          .layout, Localized("no layout is called \(name)", "没有名为 \(name) 的版式"),
          hint: Localized("wallet, wall, wall-a5 or card.html.mustache", "可用 wallet、wall、wall-a5、card.html.mustache"),
          subject: "layout")
      }
      return .document(text + "\n")
    case .check:
      _ = try CardDesign(name, in: session)
      let said = Localized("\(name): nothing to mend", "\(name)：没有问题")
      return .document({ Document(for: .desk, [.paragraph(said)]) })
    }
  }

  static let testSheet = OfficeCommand(
    CommandDeclaration(
      CardCommands.noun, Name("test-sheet", "测试页"),
      Localized("Writes a sheet that shows a printer's margins and scale.", "输出检查打印机边距和比例的测试页。"),
      parameters: [.named(layoutName)], effect: .reads, result: .document,
      examples: [Example("card test-sheet > test.pdf", "To be printed without scaling.", "请按实际大小打印。")])
  ) { session, arguments in
    let layout = try CardDesign(arguments[layoutName] ?? "wallet", in: session).layout()
    let title = Localized("Printer test sheet", "打印机测试页")
    let lines = Localized(
      "Print in actual size, not fitted to the page. The outermost frame that is whole on all sides shows how many "
        + "millimetres the printer leaves blank. The ruler must be 100 mm long, and the grey cards must lie within the frame.",
      "请按“实际大小”打印，不要“适合页面”。四边都完整的最外一个框，其数字就是打印机留白的毫米数。标尺应长 100 毫米，灰色卡框应在可打印范围之内。")
    let language = session.language
    return .printout(
      Printout(title: title, usualForm: .pdf) { form, sink in
        guard form == .pdf else {
          throw Diagnostic(.type, Localized("a test sheet is a PDF", "测试页只有 PDF"))
        }
        try withoutActuallyEscaping(sink) {
          try TestSheet.write(title: title[language], lines: lines[language], layout: layout, to: $0)
        }
      })
  }
}
