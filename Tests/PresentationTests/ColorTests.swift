import Diagnostics
import Testing
import Values

@testable import Presentation

/// Colours repeat what the text says, and move nothing.
@Suite struct ColorTests {
  private let columns = [Column(Name("purpose", "用途"), .text(maximum: 90)), Column(Name("yuan", "元"), .money)]
  private let rows: [[Value]] = [
    [.text("自愿捐款，不摊派"), .money(Money(fen: -100))], [.text("cameras and cables"), .money(Money(fen: 2_106_000))],
  ]

  private func table(_ width: Int?, _ paint: Paint, _ format: OutputFormat = .table) throws -> String {
    var iterator = rows.makeIterator()
    var text = ""
    try RowWriter(columns: columns, format: format, language: .english, width: width, paint: paint) { "\($0.id)" }
      .write({ iterator.next() }) { text += $0 }
    return text
  }

  @Test(arguments: [nil, 20, 24, 30, 80])
  func withoutItsColoursATableIsTheSame(width: Int?) throws {
    let painted = try table(width, Paint(isOn: true))
    #expect(painted != (try table(width, .none)))
    #expect(Paint.stripped(painted) == (try table(width, .none)))
  }

  @Test func headingsStandOutAndWhatIsBelowZeroHasItsSignToo() throws {
    let text = try table(80, Paint(isOn: true))
    #expect(text.hasPrefix("\u{1B}[1mpurpose\u{1B}[0m"))
    #expect(text.contains("\u{1B}[31m-1.00\u{1B}[0m\n"))
    #expect(text.hasSuffix("\u{1B}[2m(2 rows)\u{1B}[0m\n"))
    #expect(!text.contains("\u{1B}[31m21"))
  }

  @Test func aYesThatIsAWarningStandsOut() throws {
    let columns = [Column(Name("overdue", "超期"), .yesNo, isWarning: true), Column(Name("party", "党员"), .yesNo)]
    var iterator = [[Value.yesNo(true), .yesNo(true)], [.yesNo(false), .yesNo(true)]].makeIterator()
    var text = ""
    try RowWriter(columns: columns, format: .table, language: .chinese, width: 80, paint: Paint(isOn: true)) {
      "\($0.id)"
    }
    .write({ iterator.next() }) { text += $0 }
    #expect(text.contains("\n\u{1B}[31m是\u{1B}[0m    是\n否    是\n"))
  }

  @Test func whatIsForProgramsHasNoColours() throws {
    for format in [OutputFormat.csv, .tsv, .json, .jsonl, .markdown, .lines, .html] {
      #expect(!(try table(80, Paint(isOn: true), format)).contains("\u{1B}"), "\(format)")
    }
  }

  @Test(arguments: [20, 40, 80, nil])
  func withoutItsColoursADocumentIsTheSame(width: Int?) {
    let cell = Localized(same: "2020-07-01")
    let column = Document.Table.Column(Localized(same: "day"))
    let blocks: [Document.Block] = [
      .title(Localized(same: "Accounts")), .heading(Localized(same: "Due"), right: Localized(same: "2")),
      .table(.init([column], [[cell], [cell]], total: [cell], warned: [1])),
      .table(.init([column], [[cell], [cell], [cell]], flows: true, warned: [0])), .rule,
      .fields([.init(Localized(same: "name"), Localized(same: "胡建国"))]),
    ]
    for form in [Document.Form.page, .slip] {
      let cleared = ClearedDocument(Document(form, for: .desk, blocks)) { _, _ in }
      let plain = DocumentText(language: .english, width: width).text(of: cleared)
      let painted = DocumentText(language: .english, width: width, paint: Paint(isOn: true)).text(of: cleared)
      #expect(Paint.stripped(painted) == plain)
      // A frame is measured with what stands in it.
      #expect(painted.contains("\u{1B}[31m2020-07-01\u{1B}[0m") == (form == .page))
    }
  }
}
