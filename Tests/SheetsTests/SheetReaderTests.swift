import Diagnostics
import Testing

@testable import Sheets

@Suite struct SheetReaderTests {
  @Test(arguments: ["\n", "\r\n", "\r"])
  func linesEndInAnyWay(end: String) throws {
    #expect(try rows("a,b\(end)c,d\(end)") == [["a", "b"], ["c", "d"]])
    #expect(try rows("a,b\(end)c,d") == [["a", "b"], ["c", "d"]])
    #expect(try rows("\(end)a,b\(end)\(end),\(end)c,\(end)") == [["a", "b"], ["c", ""]])
  }

  @Test func quotesHoldWhatSeparates() throws {
    #expect(try rows("\"a,b\",\"c\"\"d\",\"\"\n") == [["a,b", "c\"d", ""]])
    #expect(try rows("\"a\nb\",\"c\r\nd\",\"e\rf\"\nx") == [["a\nb", "c\nd", "e\nf"], ["x"]])
    #expect(try rows("a\t\"b\tc\"\td,e") == [["a", "b\tc", "d,e"]])
  }

  @Test func wrongQuotesAreNamedAndTheNextRowIsRead() throws {
    #expect(try rows("a\n1\"2,3\nb") == [["a"], ["2", "a quote stands inside a cell without quotes"], ["b"]])
    #expect(try rows("a\n\"1\" 2,3\nb") == [["a"], ["2", "text stands behind a closing quote"], ["b"]])
  }

  @Test func aQuoteThatIsNeverClosedEndsTheReading() throws {
    for tail in ["", String(repeating: "文字,文字\n", count: 120_000)] {
      do {
        _ = try rows("a,b\nc,d\ne,\"f\n\(tail)")
        Issue.record("the quote is never closed")
      } catch let diagnostic as Diagnostic {
        let place = try #require(diagnostic.place)
        #expect(diagnostic.code == .sheetRow)
        #expect(place.source.line(at: place.span.start) == 3)
        #expect(place.source.column(at: place.span.start) == 3)
      }
    }
  }

  @Test func aLineWithoutEndIsRefused() throws {
    let line = Array(repeating: UInt8(ascii: "x"), count: 3 << 20)
    #expect(throws: Diagnostic.self) { try rows(line) }
    #expect(throws: Diagnostic.self) { try rows(line, encoding: .gb18030) }
    let long = String(repeating: "长", count: 200_000)
    #expect(try rows("a\n\(long)\nb\n") == [["a"], [long], ["b"]])
  }

  @Test func placesAreLinesOfTheFile() throws {
    let text = try SheetText(
      name: "a.csv", source: MemorySource(Array("姓名,备注\n胡,\"一\n二\"\n李,三,四\n".utf8)), encoding: nil)
    let reader = try SheetReader(text)
    var lines: [Int] = []
    while case .row = try reader.next() { lines.append(reader.line) }
    #expect(lines == [1, 2, 4])
    #expect(try reader.next().isEnd)
  }

  @Test func aCellIsFoundInItsLine() throws {
    let text = try SheetText(name: "a.csv", source: MemorySource(Array("x\n胡,\"建,国\",y\r\n".utf8)), encoding: nil)
    let reader = try SheetReader(text)
    _ = try reader.next()
    _ = try reader.next()
    let place = reader.place(ofCell: 1)
    #expect(place.source.text(place.span.start..<place.span.end) == "\"建,国\"")
    #expect(place.source.column(at: place.span.start) == 3)
    let missing = reader.place(ofCell: 9)
    #expect(missing.source.column(at: missing.span.start) == 10)
  }

  /// However the bytes come, the rows are the same.
  @Test func blocksMayEndAnywhere() throws {
    let text = "姓名,备注\r\n\"张\"\"伟\",\"一\r\n二\"\r\r\n𬭩,'=1\n\"a\rb\",\"\"\"\"\n,\n末,行"
    let whole = try rows(text)
    #expect(whole == [["姓名", "备注"], ["张\"伟", "一\n二"], ["𬭩", "'=1"], ["a\nb", "\""], ["末", "行"]])
    for step in 1...text.utf8.count { #expect(try rows(text, step: step) == whole, "\(step)") }
  }

  /// What the writer writes, the reader reads, whatever the cells hold.
  @Test func whatIsWrittenIsRead() throws {
    var generator = SystemRandomNumberGenerator()
    let pieces = ["a", "张", "𬭩", ",", "\"", "\n", "\t", "'", "=", "+", "-", "@", " ", "；", "\"\"", "1"]
    for separator in [SheetSeparator.comma, .tab] {
      let table = (0..<300).map { _ in
        (0..<3).map { _ in
          (0..<Int.random(in: 0...4, using: &generator)).map { _ in pieces.randomElement(using: &generator) ?? "" }
            .joined()
        }
      }
      for encoding in TextEncoding.allCases {
        var bytes = encoding.byteOrderMark
        var writer = SheetWriter(encoding: encoding, separator: separator) { bytes += $0 }
        let header = ["甲", "乙", "丙"]
        for row in [header] + table {
          for cell in row { writer.add(cell) }
          try writer.endRow()
        }
        try writer.flush()
        let read = try rows(bytes, step: 997).rows
        let unguarded = read.map { $0.map { SheetReaderTests.unguarded($0) } }
        #expect(unguarded == [header] + table.filter { $0 != ["", "", ""] }, "\(encoding)")
      }
    }
  }

  private static func unguarded(_ text: String) -> String {
    Array(text.utf8).withUnsafeBufferPointer { String(decoding: CellText.unguarded($0), as: UTF8.self) }
  }
}

extension SheetReader.Event {
  fileprivate var isEnd: Bool {
    if case .end = self { return true }
    return false
  }
}
