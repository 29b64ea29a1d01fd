import Diagnostics
import Testing

@testable import CommandLanguage

/// A text handed out a few bytes at a time, as a file of many megabytes is.
private final class SmallBlocks: SourceReader {
  let name = "long"
  private let bytes: [UInt8]
  private let size: Int
  private(set) var largest = 0

  init(_ text: String, size: Int) {
    bytes = Array(text.utf8)
    self.size = size
  }

  func block(at offset: Int, line: Int, length: Int) throws -> (source: Source, isLast: Bool) {
    // As many as for a block are handed out when it is asked whether the text is short.
    let blocks = length == Script.keptLength ? 1 : length / Script.blockLength
    var end = min(bytes.count, offset + max(1, size * blocks))
    while end < bytes.count, bytes[end - 1] != UInt8(ascii: "\n") { end += 1 }
    largest = max(largest, end - offset)
    return (try Source(name: name, block: Array(bytes[offset..<end]), firstLine: line), end == bytes.count)
  }
}

/// A long script, read block by block, is the same script.
@Suite struct BlockTests {
  private static let script = """
    # 说明
    let n = 3
    print $(twice 4)   # defined further down

    if $n > 2 { print "大" }
    else { print "小" }
    for x in 1..3 {
      set n = $n + $x

      print "$x: $n"
    }
    print "第一行
    第二行"
    person list |
      where age > 40 |
      first 1
    try { assert no } catch e { print $e.place }
    def twice(x) {
      return $($x * 2)
    }
    print \\
      终
    person pay 李梅 amount=5
    """

  @Test(arguments: [1, 5, 20, 60, 200, 10_000])
  func whereABlockEndsChangesNothing(size: Int) throws {
    let whole = TestHost()
    _ = try whole.run(Self.script)
    let inBlocks = TestHost()
    try inBlocks.interpreter().run(SmallBlocks(Self.script, size: size))
    #expect(inBlocks.output == whole.output.replacing("test:", with: "long:"))
    #expect(inBlocks.total == whole.total)
  }

  @Test(arguments: [1, 20, 60, 10_000])
  func everyFaultOfALongTextIsReportedWhereItStands(size: Int) throws {
    let text =
      "print $a\n\nlet b = 1 +\nprint \"é\n中\" $c\nif yes {\n  nonsense\n}\nprint ok\nsum\n"
      + "return\nprint 1\nprint 2\nreturn\nprint 3"
    let host = TestHost()
    let list = #expect(throws: DiagnosticList.self) {
      try host.interpreter().run(SmallBlocks(text, size: size))
    }
    let whole = #expect(throws: DiagnosticList.self) { try host.interpreter().run(Source(name: "long", text: text)) }
    #expect(list?.diagnostics.map { $0.place?.nameAndLine } == whole?.diagnostics.map { $0.place?.nameAndLine })
    #expect(list?.diagnostics.map(\.code.id) == whole?.diagnostics.map(\.code.id))
    #expect(host.output.isEmpty)
  }

  @Test func whatIsHeldDoesNotGrowWithTheText() throws {
    let line = "let x = 1 # 一二三四五六七八九十\n"
    let blocks = SmallBlocks(String(repeating: line, count: 20_000), size: 100 * line.utf8.count)
    try TestHost().interpreter().run(blocks)
    #expect(blocks.largest <= 101 * line.utf8.count)
  }

  @Test func eachStatementCanStandByItself() throws {
    let host = TestHost()
    var failed: [String] = []
    let count = try host.interpreter().runEach(
      SmallBlocks(
        "person pay 李梅 amount=5\nassert no\nperson pay 李梅 amount=7\nif yes { return }\nprint never\n", size: 20)
    ) { failed.append($0.place?.nameAndLine ?? "") }
    #expect(count == 4 && failed == ["long:2"])
    #expect(host.total == 1_200 && !host.output.contains("never"))
  }
}
