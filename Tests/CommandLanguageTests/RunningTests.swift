import Diagnostics
import Testing
import Values

@testable import CommandLanguage

@Suite struct RunningTests {
  @Test(arguments: [
    ("print 你好 world", "你好 world\n"), ("print $(1 + 2 * 3)", "7\n"), ("print $((1 + 2) * 3)", "9\n"),
    ("print $(7 / 2)", "3.5\n"),
    ("print $(2万 + 50)", "20,050.00\n"), ("print $(2020-07-26 + 7d)", "2020-08-02\n"),
    ("print $(not 1 == 2 and yes)", "yes\n"),
    ("let x = 5; set x = $x + 1; print \"x=$x\"", "x=6\n"), ("let 数 = 3\nprint \"${数}栋\"", "3栋\n"),
    ("let n = 4; print \"$n栋\"", "4栋\n"),
    ("for n in 1..3 { print $n }", "1\n2\n3\n"),
    ("let n = \"a\"; for n in 1..3 { }; try { assert no } catch n { }; print $($n + \"b\")", "ab\n"),
    (
      "let low = 9223372036854775806; for n in $low..9223372036854775807 { print $n }",
      "9223372036854775806\n9223372036854775807\n"
    ),
    ("for n in 3..1 { print $n }; for n in 2..2 { print $n }", "2\n"),
    ("person list | last 9223372036854775807 | count", "3\n"),
    ("let l = $(person list | where no); $l | sort age | first 2 | count", "0\n"), ("(none) | sum age", "0\n"),
    ("[$(person list | group age | first), $(person list | group age | last)] | count", "2\n"),
    ("print $(person pay 李梅 amount=5 | where value > 4 | count)", "1\n"), ("print $(3 in none)", "no\n"),
    ("let n = 0; while $n < 3 { set n = $n + 1; if $n == 2 { continue }; print $n }", "1\n3\n"),
    ("for n in 1..9 { if $n > 2 { break } else { print $n } }", "1\n2\n"),
    ("def add(a, b = 10) { return $($a + $b) }\nprint $(add 5) $(add(1, 2))", "15 3\n"),
    (
      "def fact(n) { if $n < 2 { return 1 }; return $n * $(fact $($n - 1)) }\nprint $(fact 20)", "2432902008176640000\n"
    ),
    ("print $(even 4)\ndef even(n) { return $n % 2 == 0 }", "yes\n"),
    ("print 'a $b' \"tab\\tend \\u{80E1}\"", "a $b tab\tend 胡\n"),
    ("print a \\\n b # note", "a b\n"), ("print 3#楼", "3#楼\n"), ("say [a, b,\n c]", "a|b|c\n"), ("say a b", "a|b\n"),
    ("say a,b、c", "a|b|c\n"),
    ("print $(len([1, 2, 3])) $(3 in [1, 2, 3])", "3 yes\n"),
    ("let f = $(person list | first); print $f.name $f.age", "胡建国 61\n"),
    ("assert 1 == 1", ""), ("$(1 + 1)", "2\n"), ("let r = $(person list); print $(len($r))", "3\n"),
    ("include \"twice\"\nprint $(twice 4)", "8\n"),
    ("try { person pay 李梅 amount=-1 } catch e { print $e.code $e.message }", "E-TYPE less than nothing\n"),
    ("try { assert no \"因为\" } catch e { print $e.message }", "因为\n"),
    ("def f() { for n in 1..5 { if $n == 3 { return $n } } }\nprint $(f)", "3\n"),
  ])
  func prints(text: String, output: String) throws { #expect(try TestHost().run(text) == output) }

  @Test(arguments: [
    ("person list", "胡建国 61\n李梅 34\n周勇 47\n"), ("person list age>=40", "胡建国 61\n周勇 47\n"),
    ("person list age >= 40 | count", "2\n"),
    ("person list | where age < 50 and name ~ \"勇\"", "周勇 47\n"),
    ("person list | sort -age | first 2", "胡建国 61\n周勇 47\n"),
    ("person list | last 1 | select paid name", "300.50 周勇\n"), ("person list | sum paid", "600.50\n"),
    ("person list | each { print $it.name }", "胡建国\n李梅\n周勇\n"),
    ("person list | where $it.paid > 150 |\n  count", "2\n"),
    ("let l = $(person list); $l | where age > 60", "胡建国 61 200.00\n"), ("[3, 1, 2] | sort value | first 1", "1\n"),
    ("person list | group age | count", "3\n"),
  ])
  func filters(text: String, output: String) throws {
    #expect(try TestHost().run(text) == output)
  }

  /// The same command in English, in Chinese, and as a Chinese keyboard types it.
  @Test(arguments: [
    "person pay 李梅 amount=500 note=\"two words\"", "人 付款 李梅 金额=500 备注=\"two words\"", "人　付款　李梅　金额＝５００　备注＝“two words”",
    "person pay amount=500 person=李梅 note='two words'", "person pay 李梅 amount = ￥500 note = \"two words\"；",
    "let who = $(person list | where name == \"李梅\" | first); person pay $who amount=$(400 + 100) note=\"two $(\"words\")\"",
  ])
  func meansTheSame(text: String) throws {
    let host = TestHost()
    #expect(try host.run(text) == "李梅 500.00 two words\n")
    #expect(host.total == 50_000)
  }

  @Test func anAcknowledgementIsQuietInsideABlock() throws {
    #expect(try TestHost().run("if yes { person pay 李梅 amount=1 }\nprint $(person pay 李梅 amount=2)") == "2.00\n")
  }

  @Test func aScriptHappensWholeOrNotAtAll() {
    let host = TestHost()
    #expect(
      host.faults("person pay 李梅 amount=5\nperson pay 周勇 amount=6\nperson pay 王五 amount=7") == [
        "E-UNKNOWN-COMMAND 3:12"
      ])
    #expect(host.total == 0)
  }

  @Test func aFailedTryTakesItsChangesBack() throws {
    let host = TestHost()
    _ = try host.run(
      "person pay 李梅 amount=1; try { person pay 李梅 amount=2; assert no } catch { person pay 李梅 amount=4 }")
    #expect(host.total == 500)
  }

  @Test func textThatIsWrongNeverRuns() {
    let host = TestHost()
    #expect(host.faults("person pay 李梅 amount=5\nprint $missing") == ["E-UNKNOWN-VARIABLE 2:7"])
    #expect(host.total == 0 && host.output.isEmpty)
  }

  @Test func variablesStayFromLineToLine() throws {
    let host = TestHost()
    let interpreter = host.interpreter(["甲", "乙"])
    try interpreter.run(Source(name: "a", text: "let x = 1; def twice(n) { return $($n + $n + $x) }"))
    #expect(throws: DiagnosticList.self) { try interpreter.run(Source(name: "b", text: "let y = $nowhere")) }
    try interpreter.run(Source(name: "c", text: "print $(twice 4) $1 $2 $(len($args))"))
    #expect(host.output == "9 甲 乙 2\n")
    #expect(interpreter.definedNames.variables == ["1", "2", "args", "x"])
  }

  @Test(arguments: [
    "while yes { }", "for n in 1..1000000000000 { }", "def f() { while yes { } }\nf", "try { while yes { } } catch { }",
  ])
  func everyLoopCanBeStopped(text: String) {
    let host = TestHost()
    host.interrupted = true
    #expect(throws: Interruption.self) { try host.run(text) }
  }
}

@Suite struct FunctionTests {
  @Test(arguments: FunctionDeclaration.all.map { ($0.example.expression, $0.example.result) })
  func examplesComeToWhatTheySay(expression: String, result: String) throws {
    #expect(try TestHost().run("print $(\(expression))") == result + "\n")
  }
}
