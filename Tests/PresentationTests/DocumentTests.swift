import Diagnostics
import Presentation
import Testing
import Values

@Suite struct DocumentTests {
  private func same(_ text: String) -> Localized { Localized(same: text) }

  /// A document for the desk needs no reading.
  private func cleared(_ document: Document) -> ClearedDocument {
    ClearedDocument(document) { _, _ in Issue.record("nobody reads what stays at the desk") }
  }

  @Test func whatIsForTheBoardIsReadFirst() {
    struct Refused: Error {}
    let board = Document(for: .board(.init(Reference(kind: "fund", id: 1))), [.paragraph(same("13800001234"))])
    var seen: [String] = []
    let cleared = ClearedDocument(board) { document, board in seen = document.texts(in: .english) + [board.subject.kind]
    }
    #expect(seen == ["13800001234", "fund"])
    #expect(cleared.document.title == nil)
    #expect(throws: Refused.self) { _ = try ClearedDocument(board) { _, _ in throw Refused() } }
  }

  private var notice: Document {
    let columns = [
      Document.Table.Column(Localized("purpose", "用途")), .init(Localized("voucher", "凭证")),
      .init(Localized("yuan", "金额"), isNumeric: true),
    ]
    var page = Document(for: .desk)
    page.add(.title(Localized("Accounts", "收支公示表")))
    page.add(.heading(Localized("Spent", "支出"), right: same("19,610.00")))
    page.add(
      .table(
        .init(
          columns,
          [
            [same("摄像头十二个，含支架、线缆和两年质保，安装在公共部位"), same("V01"), same("16,480.00")],
            [same("<b>signs</b> & \"more\""), same("V02"), same("180.00")],
          ], total: [Localized("total", "合计"), same(""), same("16,660.00")])))
    page.add(.progress(.init(Localized("raised", "进度"), 62, of: 100, same("62 %"))))
    page.add(.fields([.init(Localized("objections", "异议电话"), same("0731-56780001"))]))
    page.add(.signatures([Localized("Cashier", "经办人"), Localized("Reviewer", "复核人"), Localized("Auditor", "居务监督")]))
    return page
  }

  /// No line is wider than the window, and nothing is cut off.
  @Test(arguments: [40, 41, 57, 80, 120, 200])
  func everyLineFits(width: Int) {
    for language in Language.allCases {
      let text = DocumentText(language: language, width: width).text(of: cleared(notice))
      for line in text.split(separator: "\n") { #expect(DisplayWidth.of(String(line)) <= width, "\(line)") }
      #expect(!text.contains("…"))
      #expect(text.filter { "摄像头十二个含支架线缆和两年质保安装在公共部位".contains($0) }.count >= 23)
    }
  }

  @Test func columnsLineUpAndCellsGoOnBelow() {
    let text = DocumentText(language: .chinese, width: 44).text(of: cleared(notice))
    let lines = text.split(separator: "\n").map(String.init)
    let amounts = lines.filter { $0.hasSuffix("16,480.00") || $0.hasSuffix("180.00") || $0.hasSuffix("16,660.00") }
    #expect(Set(amounts.map { DisplayWidth.of($0) }).count == 1)
    #expect(amounts.count == 3)
  }

  @Test func aLongNarrowListGoesOnBesideItself() {
    let rows = (1...7).map { [same("FH-000\($0)"), same("爱心居民"), same("100.00")] }
    let column = Document.Table.Column(same(""))
    let table = Document.Table([column, column, .init(same(""), isNumeric: true)], rows, flows: true)
    let text = DocumentText(language: .chinese, width: 60).text(of: cleared(Document(for: .desk, [.table(table)])))
    let lines = text.split(separator: "\n")
    #expect(lines.count == 4)
    #expect(lines[0] == "FH-0001  爱心居民  100.00    FH-0005  爱心居民  100.00")
    #expect(lines[3] == "FH-0004  爱心居民  100.00")
  }

  @Test func aSlipIsFramed() {
    let slip = Document(
      .slip, for: .desk, [.title(same("凭证")), .fields([.init(same("金额"), same("人民币贰佰元整"))]), .rule])
    let lines = DocumentText(language: .chinese, width: 40).text(of: cleared(slip)).split(separator: "\n").map(
      String.init)
    #expect(lines.count == 4)
    #expect(lines.allSatisfy { DisplayWidth.of($0) == 40 })
    #expect(lines[0].contains(" 凭证 ") && lines[1].hasPrefix("│ 金额  人民币贰佰元整"))
  }

  @Test func whatATerminalOrABrowserWouldObeyIsShown() {
    let page = Document(
      for: .desk, [.title(same("a\u{1B}[31m<script>alert('x')</script>\u{202E}b")), .paragraph(same("1\n2"))])
    let text = DocumentText(language: .english).text(of: cleared(page))
    #expect(!text.contains("\u{1B}") && !text.contains("\u{202E}") && text.hasSuffix("1\n2\n"))
    let html = DocumentHTML(language: .english).text(of: cleared(page))
    #expect(!html.contains("\u{1B}") && !html.contains("\u{202E}"))
    #expect(!html.contains("<script>") && html.contains("&lt;script&gt;alert(&#39;x&#39;)"))
  }

  @Test func thePageSaysWhatTheTextSays() {
    for language in Language.allCases {
      let html = DocumentHTML(language: language).text(of: cleared(notice))
      for statement in notice.statements(in: language) {
        for part in statement.components(separatedBy: "  ") where !part.isEmpty {
          #expect(
            html.contains(
              part.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(
                ">", with: "&gt;"
              ).replacing("\"", with: "&quot;")), "\(part)")
        }
      }
      #expect(html.hasPrefix("<!DOCTYPE html>\n<html lang=") && html.hasSuffix("</html>\n"))
      #expect(html.contains("@page { size: A4;"))
    }
  }

  @Test(arguments: [(0, 100, 0), (1, 1_000, 1), (999, 1_000, 9), (1_000, 1_000, 10), (5_000, 1_000, 10), (5, 0, 0)])
  func barsAreCutOffAndNeverHideSomething(part: Int, whole: Int, full: Int) {
    #expect(Document.Bar(same(""), part, of: whole, same("")).full(of: 10) == full)
    #expect(Document.Bar(same(""), Int.max, of: Int.max, same("")).full(of: 10) == 10)
  }
}
