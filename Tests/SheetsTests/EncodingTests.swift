import Diagnostics
import Testing

@testable import Sheets

@Suite struct EncodingTests {
  private let text = "姓名,备注\r\n𬭩,𠮷·㙍\r\n"

  @Test func theStandardsExamplesAreKnown() throws {
    let vectors: [(String, [UInt8])] = [
      ("𬭩", [0x99, 0x33, 0xAB, 0x39]), ("𠮷", [0x95, 0x34, 0xB2, 0x35]), ("·", [0xA1, 0xA4]),
      ("㙍", [0x82, 0x30, 0xAB, 0x33]),
    ]
    for (text, bytes) in vectors {
      #expect(TextEncoding.gb18030.encode(text) == bytes)
      #expect(TextEncoding.gb18030.decode(bytes[...]) == text)
    }
  }

  @Test(arguments: TextEncoding.allCases, [1, 2, 3, 5, .max])
  func everyEncodingIsKnownByItsMark(encoding: TextEncoding, step: Int) throws {
    let bytes = encoding.byteOrderMark + (try #require(encoding.encode(text)))
    let read = try rows(bytes, step: max(step, 8))
    #expect(read.rows == [["姓名", "备注"], ["𬭩", "𠮷·㙍"]])
    #expect(read.text.encoding == encoding && read.text.hasMark)
  }

  @Test func withoutAMarkTheBytesTell() throws {
    #expect(try rows(Array(text.utf8)).text.encoding == .utf8)
    let gb = try #require(TextEncoding.gb18030.encode(text))
    #expect(try rows(gb).text.encoding == .gb18030)
    #expect(try rows(gb).rows == rows(Array(text.utf8)).rows)
    // A file may be plain for a long time before it shows what it is.
    let plain = Array(String(repeating: "name,note\n", count: 100_000).utf8)
    #expect(try rows(plain + gb).text.encoding == .gb18030)
    #expect(try rows(plain + Array(text.utf8)).rows.count == 100_002)
    #expect(try rows(plain).text.encoding == .utf8)
  }

  @Test func whoeverSaysTheEncodingIsHeard() throws {
    // These bytes are text in both.
    let bytes: [UInt8] = [0xC2, 0xA9, 0xC2, 0xA9]
    #expect(try rows(bytes).rows == [["©©"]])
    #expect(try rows(bytes, encoding: .gb18030).rows == [["漏漏"]])
    let unmarked = try #require(TextEncoding.utf16LittleEndian.encode(text))
    #expect(try rows(unmarked, encoding: .utf16LittleEndian).rows.count == 2)
    let big = TextEncoding.utf16BigEndian.byteOrderMark + (try #require(TextEncoding.utf16BigEndian.encode(text)))
    #expect(try rows(big, encoding: .utf16LittleEndian).rows.count == 2)
  }

  private func refusal(_ bytes: [UInt8], encoding: TextEncoding? = nil) -> String {
    do {
      _ = try rows(bytes, encoding: encoding)
      return "read"
    } catch let diagnostic as Diagnostic {
      return "\(diagnostic.code.id) \(diagnostic.message.english)"
    } catch {
      return "\(error)"
    }
  }

  @Test func whatIsNoTextIsRefusedWithItsLine() {
    let lines = Array("a\nb\nc".utf8)
    #expect(refusal(lines + [0xFF, 0xFF]) == "E-ENCODING line 3 of a.csv is neither UTF-8 nor GB18030")
    #expect(refusal(lines + [0xC2], encoding: .utf8) == "E-ENCODING line 3 of a.csv is not UTF-8")
    #expect(refusal(lines + [0xED, 0xA0, 0x80], encoding: .utf8) == "E-ENCODING line 3 of a.csv is not UTF-8")
    #expect(refusal(lines + [0x00]) == "E-CONTROL-CHARACTER line 3 of a.csv holds a NUL byte")
    #expect(refusal(lines + [0x00, 0xFF], encoding: .gb18030).hasPrefix("E-"))
    #expect(refusal([0xFF, 0xFE, 0x00, 0xD8, 0x0A, 0x00]) == "E-ENCODING line 1 of a.csv is not UTF-16LE")
    #expect(refusal([0xFF, 0xFE, 0x41]) == "E-ENCODING line 1 of a.csv is not UTF-16LE")
    #expect(refusal([0x50, 0x4B, 0x03, 0x04, 0x14, 0, 0, 0]) == "E-SHEET a.csv is a workbook, not a sheet in CSV")
  }

  /// The check agrees with the standard library about every short sequence that could be a character.
  @Test func theCheckKnowsUTF8() {
    let interesting: [UInt8] = [
      0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xED, 0xEF, 0xF0, 0xF1, 0xF4,
      0xF5, 0xFF,
    ]
    func agrees(_ bytes: [UInt8]) -> Bool {
      var check = UTF8Check()
      let isRight = check.fault(in: bytes) == nil && check.isWhole
      return isRight == (String(validating: bytes, as: UTF8.self) != nil)
    }
    for first in interesting {
      for second in interesting {
        for third in interesting {
          #expect(agrees([first, second, third]))
          for fourth in interesting where first >= 0xE0 { #expect(agrees([first, second, third, fourth])) }
        }
      }
    }
  }

  @Test func whatCannotBeEncodedIsNeverReplaced() throws {
    // A private character that GB 18030 reads back as a standard one.
    #expect(TextEncoding.gb18030.encode("\u{E5E5}") == nil)
    var bytes: [UInt8] = []
    var writer = SheetWriter(encoding: .gb18030) { bytes += $0 }
    writer.add("好")
    try writer.endRow()
    writer.add("坏\u{E5E5}")
    try writer.endRow()
    do {
      try writer.flush()
      Issue.record("the character cannot be encoded")
    } catch let diagnostic as Diagnostic {
      #expect(diagnostic.code == .unencodable && diagnostic.message.english.contains("U+E5E5 in \"坏"))
    }
    #expect(bytes.isEmpty)
  }
}
