import Diagnostics
import Testing
import Values

@testable import Presentation

@Suite struct TableTests {
  private let columns = [Column(Name("name", "姓名"), .text(maximum: 50)), Column(Name("amount", "金额"), .money)]

  private func written(_ rows: [[Value]], _ format: OutputFormat, width: Int? = nil, _ language: Language = .english)
    throws -> String
  {
    var iterator = rows.makeIterator()
    var text = ""
    let writer = RowWriter(columns: columns, format: format, language: language, width: width) { "\($0.id)" }
    try writer.write({ iterator.next() }) { text += $0 }
    return text
  }

  private let rows: [[Value]] = [[.text("胡建国"), .money(Money(fen: 2_106_000))], [.text("Ann"), .none]]

  @Test func linesUpDoubleWidthText() throws {
    #expect(
      try written(rows, .table) == """
        name       amount
        ──────  ─────────
        胡建国  21,060.00
        Ann
        (2 rows)

        """)
    #expect(try written([], .table, .chinese) == "姓名  金额\n────  ────\n（0 行）\n")
  }

  @Test func fitsTheWindow() throws {
    let text = try written([[.text(String(repeating: "长", count: 40)), .money(Money(fen: 100))]], .table, width: 40)
    for line in text.split(separator: "\n") { #expect(DisplayWidth.of(String(line)) <= 40) }
    #expect(text.count { $0 == "长" } == 40)
  }

  @Test func csvIsSafeForSpreadsheets() throws {
    let cells: [[Value]] = [
      [.text("=1+1"), .none], [.text("a,\"b\"\nc"), .money(Money(fen: -5))], [.text("-5"), .none],
    ]
    #expect(
      try written(cells, .csv) == "name,amount\r\n'=1+1,\r\n\"a,\"\"b\"\"\nc\",-0.05\r\n-5,\r\n")
  }

  @Test func writesOtherFormats() throws {
    #expect(
      try written(rows, .jsonl) == "{\"name\":\"胡建国\",\"amount\":\"21060.00\"}\n{\"name\":\"Ann\",\"amount\":null}\n")
    #expect(try written([], .json) == "[]\n")
    #expect(try written([[.text("a|b"), .none]], .markdown) == "| name | amount |\n| --- | ---: |\n| a\\|b |  |\n")
    #expect(try written([[.text("a\tb"), .none]], .tsv) == "name\tamount\na\\tb\t\n")
    #expect(try written(rows, .lines) == "胡建国\nAnn\n")
  }

  @Test func hostileCellsDoNothing() throws {
    let text = try written([[.text("\u{1B}[2J\u{202E}x\ny"), .none]], .table)
    #expect(!text.contains("\u{1B}"))
    #expect(text.split(separator: "\n").count == 4)
  }
}

@Suite struct SheetTests {
  @Test func aBoxIsAsWideInEveryLine() {
    var box = TextBox(title: "联系卡", width: 40)
    box.add("楼栋长  ", "一个非常非常长的名字，一个非常非常长的名字，一个名字")
    box.addRule()
    box.add("a long line of plain words that has to be wrapped somewhere")
    for line in box.text.split(separator: "\n") { #expect(DisplayWidth.of(String(line)) == 40) }
  }

  @Test func noLineBeginsWithAClosingMark() {
    for width in 8...30 {
      for line in TextWrap.lines("自愿捐款，不摊派。结余处理：转入监控维护。退款办法：开工前可全额退回。", width: width) {
        #expect(!"，。：".contains(line.first ?? " "))
      }
    }
  }
}
