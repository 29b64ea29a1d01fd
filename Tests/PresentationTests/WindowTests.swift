import Diagnostics
import Sentences
import Testing
import Values

@testable import Presentation

/// What is shown in a window of any width fits into it, and nothing of it is lost.
@Suite struct WindowTests {
  private static let words = [
    "胡建国", "伏虎小区3栋2单元201", "resident", "2020-08-02", "138****1234", "自愿捐款，不摊派。结余转入监控维护。", "a", "𠮷", "👨‍👩‍👧", "é",
    "https://example.org/a-very-long-address/that-cannot-be-broken", "（完）", "x\ny",
  ]

  private func table(_ generator: inout SeededGenerator) -> (columns: [Column], rows: [[Value]]) {
    let columns = (0..<Int.random(in: 1...9, using: &generator)).map { index in
      let isNumeric = Int.random(in: 0...3, using: &generator) == 0
      return Column(
        Name(["n", "amount", "doors-per-floor"].randomElement(using: &generator)! + "\(index)", "列\(index)"),
        isNumeric ? .money : .text(maximum: 500))
    }
    let rows = (0..<Int.random(in: 0...6, using: &generator)).map { _ in
      columns.map { column -> Value in
        if column.type.isNumeric {
          return .money(Money(fen: Int.random(in: -9_000_000_000...9_000_000_000, using: &generator)))
        }
        let count = Int.random(in: 0...4, using: &generator)
        return .text((0..<count).map { _ in Self.words.randomElement(using: &generator)! }.joined(separator: " "))
      }
    }
    return (columns, rows)
  }

  /// The signs of a text, sorted: wrapping moves them, and leaves nothing but blanks out.
  private func signs(_ text: String) -> [Character] { text.filter { $0 != " " && $0 != "─" && $0 != "\n" }.sorted() }

  @Test func noTableRunsOverTheEdgeOrLosesAnything() throws {
    var generator = SeededGenerator(seed: 7)
    for width in 20...200 {
      for language in Language.allCases {
        let (columns, rows) = table(&generator)
        var iterator = rows.makeIterator()
        var text = ""
        let writer = RowWriter(columns: columns, format: .table, language: language, width: width) { "\($0.id)" }
        try writer.write({ iterator.next() }) { text += $0 }
        for line in text.split(separator: "\n") { #expect(DisplayWidth.of(String(line)) <= width, "\(line)") }
        let cells = rows.flatMap { $0.map(writer.display) }.joined()
        let headings = columns.map { $0.name[language] }
        let shown = signs(text.split(separator: "\n").dropLast().joined())
        let isTable = shown == signs((headings + [cells]).joined())
        // Field by field each row has a number, and the names of the fields that have a value.
        let records = rows.enumerated().map { index, row in
          "\(index + 1)" + columns.indices.filter { !writer.display(row[$0]).isEmpty }.map { headings[$0] }.joined()
        }
        #expect(isTable || shown == signs(records.joined() + cells), "\(width): \(text)")
      }
    }
  }

  @Test func aLaterWiderCellStaysInItsColumn() throws {
    let columns = [Column(Name("name", "姓名"), .text(maximum: 500)), Column(Name("yuan", "元"), .money)]
    var rows = Array(repeating: [Value.text("Ann"), .money(Money(fen: 100))], count: 1_000)
    rows.append([.text("胡建国 欧阳修"), .money(Money(fen: 123_456_789_00))])
    var iterator = rows.makeIterator()
    var text = ""
    try RowWriter(columns: columns, format: .table, language: .english, width: 20) { "\($0.id)" }
      .write({ iterator.next() }) { text += $0 }
    #expect(text.hasSuffix("Ann   1.00\n胡建  123,\n国    456,\n欧阳  789.\n修      00\n(1001 rows)\n"), "\(text.suffix(60))")
  }

  @Test func columnsWrapFirstAndThenEachRowStandsByItself() throws {
    let columns = [
      Column(Name("handle", "编号"), .text(maximum: 9)), Column(Name("text", "内容"), .text(maximum: 99)),
      Column(Name("raised", "已筹"), .money),
    ]
    func written(_ width: Int) throws -> String {
      var iterator = [[Value.text("O1"), .text("a lamp is broken 路灯不亮"), .money(Money(fen: -2_106_000))]].makeIterator()
      var text = ""
      try RowWriter(columns: columns, format: .table, language: .english, width: width) { "\($0.id)" }
        .write({ iterator.next() }) { text += $0 }
      return text
    }
    #expect(
      try written(34) == """
        handle  text                raised
        ──────  ──────────────  ──────────
        O1      a lamp is       -21,060.00
                broken 路灯不
                亮
        (1 row)

        """)
    #expect(
      try written(22) == """
        ── 1 ─────────────────
        handle  O1
        text    a lamp is
                broken 路灯不
                亮
        raised  -21,060.00
        (1 row)

        """)
  }

  @Test func aRecordAndADocumentFitTheNarrowestWindow() {
    let entries = [
      Document.Entry(Localized("a name that is long", "一个很长的名称一个很长"), Localized("a value that is long", "一个很长很长很长的值")),
      .init(Localized("yuan", "元"), Localized(same: "1,234.00")),
    ]
    var page = Document(for: .desk)
    page.add(.title(Localized("Accounts of the fund for cameras", "监控筹款收支公示表")))
    page.add(.heading(Localized("Spent so far", "已经支出"), right: Localized(same: "19,610.00")))
    page.add(.fields(entries))
    let columns = (1...5).map { Document.Table.Column(Localized("number \($0)", "数\($0)"), isNumeric: true) }
    page.add(.table(.init(columns, [(1...5).map { Localized(same: "123,45\($0).00") }])))
    page.add(.progress(.init(Localized("raised so far", "进度"), 62, of: 100, Localized(same: "62 %"))))
    page.add(.signatures([Localized("Cashier of the office", "居民委员会经办人")]))
    page.add(.verbatim("  a line that is laid out already, and longer than the window\n"))
    for width in 20...200 {
      for language in Language.allCases {
        for form in [Document.Form.page, .slip] {
          let document = Document(form, for: .desk, page.blocks)
          let cleared = ClearedDocument(document) { _, _ in Issue.record("nobody reads what stays at the desk") }
          let text = DocumentText(language: language, width: width).text(of: cleared)
          for line in text.split(separator: "\n") { #expect(DisplayWidth.of(String(line)) <= width, "\(line)") }
          let marks: Set<Character> = ["─", "│", "┌", "┐", "└", "┘", "█", "░", "_"]
          let all = Set(text.filter { !marks.contains($0) })
          #expect(document.texts(in: language).allSatisfy { $0.allSatisfy { all.contains($0) } })
          #expect(!text.contains("…"))
        }
      }
    }
  }
}
