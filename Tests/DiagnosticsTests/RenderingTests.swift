import Testing

@testable import Diagnostics

@Suite struct RenderingTests {
  private let code = DiagnosticCode(
    "E-TEST", "A test.", "测试。", mend: Localized("Nothing.", "无。"), example: .situation("A test.", "测试。"))

  private func rendered(_ text: String, _ span: Span, hint: String? = nil, _ language: Language = .english) -> String {
    let source = Source(name: "cards.linli", text: text)
    let diagnostic = Diagnostic(
      code, Localized("it is wrong", "有误"), hint: hint.map { Localized(same: $0) }, at: Place(source, span))
    return DiagnosticRenderer(language: language).text(diagnostic)
  }

  @Test func theCaretStandsUnderDoubleWidthText() {
    let text = "grid list\nlead appoint 胡建围 building=3栋"
    #expect(
      rendered(text, Span(23, 32), hint: "did you mean 胡建国?") == """
        cards.linli:2:14: error: it is wrong [E-TEST]
          2 | lead appoint 胡建围 building=3栋
            |              ^^^^^^ did you mean 胡建国?

        """)
    #expect(
      rendered(text, Span(33, 41), hint: nil, .chinese).contains(
        "  2 | lead appoint 胡建围 building=3栋\n    |                     ^^^^^^^^"))
    #expect(rendered(text, Span(33, 41), hint: nil, .chinese).hasPrefix("cards.linli:2:18: 错误：有误"))
  }

  @Test func aHugeLineIsShownAroundItsFault() {
    let text = String(repeating: "长", count: 1_000_000)
    let shown = rendered(text, Span(1_500_000, 1_500_003))
    #expect(shown.utf8.count < 1_000)
    #expect(shown.contains("…"))
  }

  @Test func controlCharactersInTheLineDoNothing() {
    #expect(!rendered("print \u{1B}[2J", Span(0, 5)).contains("\u{1B}"))
  }

  @Test func theEndOfTheTextCanBeAtFault() {
    #expect(rendered("let x =", Span(7, 7)).hasSuffix("    |        ^\n"))
    #expect(rendered("", Span(0, 0)).hasSuffix("    | ^\n"))
  }

  @Test func bytesThatAreNoTextAreRefusedWithTheirLine() {
    #expect(throws: Diagnostic.self) { try Source(name: "x", bytes: [0x61, 0x0A, 0xFF]) }
    #expect(throws: Diagnostic.self) { try Source(name: "x", bytes: [0x61, 0x00]) }
    do {
      _ = try Source(name: "x", bytes: Array("grid list\n".utf8) + [0xB3, 0xC2])
    } catch let diagnostic as Diagnostic {
      #expect(diagnostic.code == .encoding)
      #expect(diagnostic.message.english.contains("line 2"))
    } catch {}
  }

  @Test func aByteOrderMarkIsNoText() throws {
    #expect(try Source(name: "x", bytes: [0xEF, 0xBB, 0xBF, 0x61]).text(0..<1) == "a")
  }
}

@Suite struct WidthTests {
  @Test(arguments: [
    ("abc", 3), ("胡建国", 6), ("古丽·阿依", 9), ("𬭩", 2), ("e\u{301}", 1), ("👨‍👩‍👧", 2), ("★", 1), ("ｦ", 1), ("Ａ", 2),
    ("\u{200B}", 0),
  ])
  func cells(text: String, width: Int) { #expect(DisplayWidth.of(text) == width) }

  @Test func textsAreAsWideAsTheirCharacters() {
    for value in UInt32(0)...0xFFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let character = Character(scalar)
      #expect(DisplayWidth.of(String(character)) == DisplayWidth.of(character), "U+\(String(value, radix: 16))")
    }
  }

  @Test func cutsAndPadsByCells() {
    #expect("胡建国".truncated(to: 5) == "胡建…")
    #expect("胡建国".truncated(to: 6) == "胡建国")
    #expect("胡".padded(to: 4) == "胡  ")
    #expect("胡".leftPadded(to: 3) == " 胡")
  }

  @Test func dataCannotMoveTheCursor() {
    #expect(TerminalText.safe("a\u{1B}[31m\u{202E}b\n") == "a␛[31m\\u{202E}b⏎")
  }
}
