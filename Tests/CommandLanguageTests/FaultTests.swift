import Diagnostics
import Testing
import Values

@testable import CommandLanguage

@Suite struct FaultTests {
  @Test(arguments: [
    ("residnet list", ["E-UNKNOWN-COMMAND 1:1"]), ("person lst", ["E-UNKNOWN-COMMAND 1:8"]),
    ("person", ["E-UNKNOWN-COMMAND 1:1"]),
    ("person pay 李梅 amuont=5", ["E-UNKNOWN-PARAMETER 1:15"]), ("person pay 李梅 amount=viel", ["E-VALUE 1:22"]),
    ("person pay 李梅", ["E-ARGUMENTS 1:1"]),
    ("person pay 李梅 amount=1 amount=2", ["E-ARGUMENTS 1:24"]), ("person pay 李梅 5 amount=1", ["E-ARGUMENTS 1:15"]),
    ("person pay 李梅 amount>5", ["E-ARGUMENTS 1:15"]),
    ("person list age > 60", ["E-SYNTAX 1:13"]), ("person list | whre age > 1", ["E-UNKNOWN-FILTER 1:15"]),
    ("person list | where agee > 1", ["E-UNKNOWN-FIELD 1:21"]),
    ("person list | sort nmae", ["E-UNKNOWN-FIELD 1:20"]),
    ("for r in $(person list) { print $r.nmae }", ["E-UNKNOWN-FIELD 1:36"]), ("print $x", ["E-UNKNOWN-VARIABLE 1:7"]),
    ("person list | each { print $age }", ["E-UNKNOWN-VARIABLE 1:28"]),
    ("let x = age + 1", ["E-UNKNOWN-FIELD 1:9"]), ("let x = lenn(1)", ["E-UNKNOWN-FUNCTION 1:9"]),
    ("let x = len()", ["E-ARGUMENTS 1:9"]), ("let x = 1 = 2", ["E-SYNTAX 1:11"]),
    ("let x = 5 -3", ["E-SYNTAX 1:11"]), ("print (a)", ["E-SYNTAX 1:7"]), ("break", ["E-MISPLACED 1:1"]),
    ("if yes { def f() { } }", ["E-MISPLACED 1:10"]), ("def person() { }", ["E-MISPLACED 1:5"]),
    ("print \"a\\q\"", ["E-SYNTAX 1:9"]), ("}", ["E-SYNTAX 1:1"]), ("else { }", ["E-SYNTAX 1:1"]),
    ("print \"abc", ["E-UNFINISHED 1:7"]), ("if yes {", ["E-UNFINISHED 1:8"]),
    ("person list |", ["E-UNFINISHED 1:14"]), ("include \"nowhere\"", ["E-INCLUDE 1:9"]),
    ("include \"itself\"", ["E-INCLUDE 1:9"]), ("let x = $(person list | to csv)", ["E-MISPLACED 1:9"]),
    ("person list | to word", ["E-ARGUMENTS 1:15"]), ("person list | to csv | count", ["E-MISPLACED 1:24"]),
    ("print a\nprint $x\nlet = 3\nresidnet", ["E-UNKNOWN-VARIABLE 2:7", "E-SYNTAX 3:5", "E-UNKNOWN-COMMAND 4:1"]),
    ("assert $(1 + \"a\") == 1", ["E-TYPE 1:8"]), ("let x = 1 / 0", ["E-ARITHMETIC 1:9"]), ("if 1 { }", ["E-TYPE 1:4"]),
    ("def f() { f }\nf", ["E-RECURSION 1:11"]), ("assert 1 > 2 \"no\"", ["E-ASSERT 1:8"]),
    ("person pay 李梅 amount=-1", ["E-TYPE 1:22"]), ("person pay 无人 amount=1", ["E-UNKNOWN-COMMAND 1:12"]),
    ("let a-b = 1", ["E-SYNTAX 1:5"]), ("3栋", ["E-SYNTAX 1:1"]),
  ])
  func standsWhereItIs(text: String, faults: [String]) { #expect(TestHost().faults(text) == faults) }

  @Test(arguments: [
    "print \"a", "if yes {", "person list |", "print a \\", "say [a,", "let x = $(1 + ", "def f(", "print 'a\nb",
    "print “你好",
  ])
  func moreIsExpected(text: String) { #expect(Parser.isUnfinished(text)) }

  @Test(arguments: ["print a", "", "# note", "if yes { }", "print )", "residnet", "let x ="])
  func nothingMoreIsExpected(text: String) { #expect(Parser.isUnfinished(text) == (text == "let x =")) }

  @Test(arguments: ["(", "[", "$(", "{", "if yes {", "print $(", "say [", "let x = -$(", "not "])
  func deepNestingIsAFaultAndNoCrash(opening: String) {
    #expect(!TestHost().faults("let x = " + String(repeating: opening, count: 10_000)).isEmpty)
    #expect(!TestHost().faults(String(repeating: opening, count: 10_000)).isEmpty)
  }

  @Test func hugeLinesAreRead() throws {
    let word = String(repeating: "长", count: 300_000)
    let host = TestHost()
    #expect(try host.run("print \(word)").utf8.count == word.utf8.count + 1)
    #expect(host.faults("residnet \(word)") == ["E-UNKNOWN-COMMAND 1:1"])
  }

  @Test func randomTextIsNeverACrash() {
    var generator = SystemRandomNumberGenerator()
    let pieces = [
      "print", " ", "$", "(", ")", "{", "}", "[", "]", "\"", "'", "|", ">", "=", "\n", ";", "let x", "if", "for n in",
      "1..3", "胡", "＝", "“", "\\", "#",
      "person list", "where", "each", "$x", "def f(", ",", "-", "~", "try", "catch", "\u{0}", "👨‍👩‍👧", "a", "1", ".", "not",
      "and",
    ]
    for _ in 0..<3_000 {
      let text = (0..<Int.random(in: 1...25, using: &generator)).compactMap { _ in
        pieces.randomElement(using: &generator)
      }.joined()
      // A loop without an end is asked to stop.
      let host = TestHost()
      host.interrupted = true
      _ = host.faults(text)
      _ = Parser.isUnfinished(text)
    }
  }
}
