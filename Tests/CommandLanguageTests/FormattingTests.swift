import Sentences
import Testing

@testable import CommandLanguage

@Suite struct FormattingTests {
  @Test(arguments: [
    ("let  x=1 +  2 ; print \"a\"b", "let x = 1 + 2\nprint \"ab\"\n"),
    ("let x = ((1 + 2) * 3) - (4 - 5)", "let x = (1 + 2) * 3 - (4 - 5)\n"),
    ("if not ($a == 1) and (not $b) {print}", "if not $a == 1 and not $b {\n    print\n}\n"),
    ("if (not $a) == $b { }", "if (not $a) == $b { }\n"), ("let x = -(-$a)", "let x = -(-$a)\n"),
    ("print \"${n}栋 ${名}栋 $n\\u{2E}x $r.name的 $a.b-$c.d\"", "print \"$n栋 ${名}栋 $n\\u{2E}x $r.name的 $a.b-$c.d\"\n"),
    (
      "person list age>= 60 --loud | where  age<3|each {print $it}",
      "person list age>=60 loud=yes | where age < 3 | each {\n    print $it\n}\n"
    ),
    ("say [a,b， \"c\"] x=  =y", "say [a, b, \"c\"] x= =y\n"), ("print a\\ ; print b", "print a\\ ;\nprint b\n"),
    ("print $((person) + 1) $(age + 1)", "print $((person + 1)) $(age + 1)\n"),
    ("let x = [２万, 2020年8月中旬, 90min, 1.50, .5]", "let x = [20000.00元, 2020年8月中旬, 90min, 1.5, 0.5]\n"),
    (
      "def f(a,b=3) { return }; try{f 1}catch e{break}",
      "def f(a, b = 3) {\n    return\n}\ntry {\n    f 1\n} catch e {\n    break\n}\n"
    ),
    ("include \"twice\"; assert yes \"no\"", "include \"twice\"\nassert yes \"no\"\n"),
    ("(5) | count > f.txt; (age) | count", "(5) | count > f.txt\n(age) | count\n"),
    ("print '\"$a\\'  \"a\nb\"", "print \"\\\"\\$a\\\\\" \"a\\nb\"\n"),
  ])
  func isWrittenLike(text: String, canonical: String) {
    #expect(Reading(text).faults.isEmpty)
    #expect(Reading(text).formatted == canonical)
    #expect(Reading(canonical).outline == Reading(text).outline)
  }

  @Test func everyScriptOfTheRepositoryStaysWhatItIs() throws {
    for script in try RepositoryFiles.scripts { expectSame(try RepositoryFiles.text(script)) }
  }

  @Test func randomTextsStayWhatTheyAre() {
    var generator = SeededGenerator(seed: 7)
    let pieces = [
      "print ", " ", " ", " ", "\n", "print ", "$", "(", ")", "{ ", " }", "[", "]", "\"", "'", "|", " > ", "\n", ";",
      "let x = ", "if ",
      "for n in ", "1..3", "胡", "＝", "“", "”", "\\", "#", "person list", " where ", " each ", "$x", "$(", "def f(",
      ", ",
      " - ", "~", "try { ", "catch ", "a", "1", ".", " not ", " and ", " == ", "=", "。", "￥", "２", "-", "--", "5元",
      "${",
      "}", "2020-08-02", "person", "f",
    ]
    var read = 0
    for _ in 0..<20_000 {
      let count = Int.random(in: 1...12, using: &generator)
      let text = (0..<count).compactMap { _ in pieces.randomElement(using: &generator) }.joined()
      read += expectSame(text) ? 1 : 0
    }
    #expect(read > 1_500)
  }

  /// Whether a text can be read; if so, it stays the same when it is written and read again.
  @discardableResult
  private func expectSame(_ text: String) -> Bool {
    let reading = Reading(text)
    guard reading.faults.isEmpty else { return false }
    let formatted = reading.formatted
    let again = Reading(formatted)
    #expect(again.faults.isEmpty && again.outline == reading.outline, "\(text)\n---\n\(formatted)")
    #expect(again.formatted == formatted, "\(text)\n---\n\(formatted)\n---\n\(again.formatted)")
    return true
  }
}
