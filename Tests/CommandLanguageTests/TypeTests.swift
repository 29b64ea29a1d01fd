import Diagnostics
import Testing

@testable import CommandLanguage

/// What the check knows of kinds of values, and what it cannot know.
@Suite struct TypeTests {
  @Test(arguments: [
    // Operators.
    ("let x = \"3\" + 1", ["E-TYPE 1:9"]), ("let x = 2020-08-02 + 1", ["E-TYPE 1:9"]),
    ("let x = 7d * 2", ["E-TYPE 1:9"]),
    ("let x = 2元 * 3元", ["E-TYPE 1:9"]), ("let x = 5 / 2元", ["E-TYPE 1:9"]), ("let x = yes - 1", ["E-TYPE 1:9"]),
    ("let x = -\"a\"", ["E-SYNTAX 1:9"]), ("let s = \"a\"; let x = -$s", ["E-TYPE 1:22"]),
    ("let x = none + 1", ["E-NO-VALUE 1:9"]), ("if \"a\" > 1 { }", ["E-TYPE 1:4"]), ("if 1 in 2 { }", ["E-TYPE 1:4"]),
    ("if [1] < [\"a\"] { }", ["E-TYPE 1:4"]), ("for n in 1..\"a\" { }", ["E-TYPE 1:10"]),
    ("if 1 + \"a\" > $missing { }", ["E-TYPE 1:4", "E-UNKNOWN-VARIABLE 1:14"]),
    // Conditions and loops.
    ("if 1 { }", ["E-TYPE 1:4"]), ("while \"a\" { }", ["E-TYPE 1:7"]),
    ("assert 1 and 2", ["E-TYPE 1:8", "E-TYPE 1:14"]),
    ("let x = not 3", ["E-TYPE 1:13"]), ("for n in 5 { }", ["E-TYPE 1:10"]),
    ("person list | where age", ["E-TYPE 1:21"]),
    // Variables.
    ("let n = 3; print $($n + \"a\")", ["E-TYPE 1:18"]), ("let n = 3; print $n.name", ["E-UNKNOWN-FIELD 1:21"]),
    ("let n = 0; while $n < 3 { set n = $n + 1; print $($n + \"a\") }", ["E-TYPE 1:49"]),
    ("for n in 1..3 { print $n.name }", ["E-UNKNOWN-FIELD 1:26"]),
    ("for p in $(person list) { if $p.age { } }", ["E-TYPE 1:30"]),
    ("def f(x) { let y = \"a\"; return $($y - 1) }", ["E-TYPE 1:32"]),
    ("def f(x) { return $x - \"a\" }", ["E-TYPE 1:19"]),
    ("try { } catch e { if $e.message > 3 { } }", ["E-TYPE 1:22"]),
    // Functions, also those of the script.
    ("let x = upper(3)", ["E-TYPE 1:9"]), ("let x = round(\"a\")", ["E-TYPE 1:9"]), ("let x = len(3)", ["E-TYPE 1:9"]),
    ("let x = year(3)", ["E-TYPE 1:9"]), ("let x = min(1, \"a\")", ["E-TYPE 1:9"]),
    ("let x = upper(none)", ["E-NO-VALUE 1:9"]),
    ("let x = len(\"a\") + \"b\"", ["E-TYPE 1:9"]), ("let x = item([1, 2], 1) + \"a\"", ["E-TYPE 1:9"]),
    ("let x = percent(2.5, 7)", ["E-RANGE 1:9"]), ("let x = date(\"nie\")", ["E-VALUE 1:9"]),
    ("def f() { return 3 }\nlet x = $(f) + \"a\"", ["E-TYPE 2:9"]),
    ("def f() { }\nlet x = f() + 1", ["E-NO-VALUE 2:9"]),
    // Rows.
    ("person list | sum name", ["E-TYPE 1:19"]), ("person list | group age | sort name", ["E-UNKNOWN-FIELD 1:32"]),
    ("person list | group age | where count > \"a\"", ["E-TYPE 1:33"]), ("person list | first x", ["E-TYPE 1:15"]),
    ("person list | first -1", ["E-RANGE 1:15"]), ("print a | count", ["E-TYPE 1:11"]),
    ("[1, 2] | where value == 1 and name == 2", ["E-UNKNOWN-FIELD 1:31"]),
    ("[1, 2] | sum wert", ["E-UNKNOWN-FIELD 1:14"]),
    ("[\"a\"] | sum value", ["E-TYPE 1:13"]), ("person list | count | where name == 1", ["E-UNKNOWN-FIELD 1:29"]),
    ("print $(person list | select name | first).nmae", ["E-UNKNOWN-FIELD 1:44"]),
    ("let r = $(person list); print $r.name", ["E-UNKNOWN-FIELD 1:34"]),
    // Values of commands.
    ("person pay 李梅 amount=$(2020-08-02)", ["E-VALUE 1:22"]), ("person pay 李梅 amount=1 since=$(7d)", ["E-VALUE 1:30"]),
    ("person pay $(3元) amount=1", []), ("person pay $(person list) amount=1", ["E-VALUE 1:12"]),
    ("person pay 李梅 amount=$([1])", ["E-VALUE 1:22"]), ("person pay 李梅 amount=$(yes)", ["E-VALUE 1:22"]),
    ("person list | group age | each { person pay $it amount=1 }", ["E-VALUE 1:45"]),
  ])
  func isFoundByTheCheck(text: String, faults: [String]) { #expect(TestHost().faultsOfCheck(text) == faults) }

  /// What only the run decides, or what may well be right.
  @Test(arguments: [
    "let n = 3; set n = \"a\"; print $($n + \"b\")",
    "let n = 3; if yes { set n = \"a\" }; print $($n + \"b\") $($n + 1)",
    "let n = 3; for k in 1..3 { if $k > 1 { print $($n + \"b\") }; set n = \"a\" }",
    "let n = 3; while $n == 3 { let k = 1; while $k == 1 { set k = \"x\"; set n = \"x\" }; print $($n + \"b\") }",
    "let n = 3\nf\nprint $($n + \"b\")\ndef f() { set n = \"a\" }",
    "let n = 3; person list | each { set n = $it.name }; print $($n + \"b\")",
    "let n = 3; try { set n = \"a\" } catch { print $($n + \"b\") }",
    "def f(x) { return $x + 1 }\nprint $(f(2) + f(\"a\"))",
    "let r = $(person list | first); set r = $(person list | group age | first); print $r.count $r.name",
    "let x = 7 / 2 % 3", "let x = percent(7 / 2, 7)", "let x = [] + [1]; for n in $x { print $($n + 1) }",
    "for n in [] { print $($n + 1) }", "let x = min([]) ; print $($x == 3)", "let o = none; set o = 5; print $($o + 1)",
    "if none { }", "for n in none { }", "print $(none | sort age | count)",
    "let l = $(person list | where no); $l | sort age",
    "person pay 李梅 amount=$(\"5\") since=$(\"2020-08-02\")", "let x = 1; let x = \"a\"; print $($x + \"b\")",
    "if 1 == \"a\" { }", "let x = 3 in [\"a\", 4]", "print $(len(none)) $(text(none)) $(max(none, 3))",
  ])
  func passesTheCheck(text: String) { #expect(TestHost().faultsOfCheck(text) == []) }

  @Test(arguments: [
    ("return; print a", "1:9"), ("while yes { break; print a }", "1:20"),
    ("for n in 1..3 { continue\nprint a\nprint b }", "2:1"),
    ("def f() { return 1; print a }", "1:21"), ("if yes { return } else { return }\nprint a", "2:1"),
    ("try { return } catch { return }; print a", "1:34"), ("while yes { }; print a", "1:16"),
    ("while yes { for n in 1..3 { break } }; print a", "1:40"), ("for n in 1..3 { while yes { }; print a }", "1:32"),
    ("while yes { while yes { }; break }", "1:28"),
  ])
  func isNeverReached(text: String, place: String) {
    #expect(TestHost().faultsOfCheck(text) == ["E-UNREACHABLE \(place)"])
  }

  @Test(arguments: [
    "if yes { return }; print a", "while yes { break }; print a", "while yes { if yes { break } }; print a",
    "f; return; def f() { print a }", "return # nothing", "while $(len(\"a\")) > 0 { }; print a",
    "try { return } catch { }; print a", "for n in 1..3 { return }; print a",
  ])
  func mayBeReached(text: String) { #expect(TestHost().faultsOfCheck(text) == []) }

  @Test(arguments: [
    ("def f() { }\ndef f(a) { }", ["E-MISPLACED 2:5"]), ("def f(a, b) { }\ndef f(a) { }", ["E-MISPLACED 2:5"]),
    ("include \"twice\"\ninclude \"twice\"", []), ("include \"twice\"\ndef twice(n) { }", ["E-MISPLACED 2:5"]),
    ("def f() { person list | each { return 1 } }", ["E-MISPLACED 1:32"]),
  ])
  func definitionsStandOnce(text: String, faults: [String]) { #expect(TestHost().faultsOfCheck(text) == faults) }

  @Test func aCommandMayBeDefinedAnewOnAnotherLine() throws {
    let host = TestHost()
    let interpreter = host.interpreter()
    for line in ["def f() { return 3 }", "print $(f)", "def f(a) { return \"x\" }", "print $($(f 1) + \"y\")"] {
      try interpreter.run(Source(name: "prompt", text: line))
    }
    #expect(host.output == "3\nxy\n")
  }

  @Test func aLineThatFailsLeavesVariablesAsTheyWere() throws {
    let host = TestHost()
    let interpreter = host.interpreter()
    try interpreter.run(Source(name: "prompt", text: "let x = 1"))
    #expect(throws: (any Error).self) { try interpreter.run(Source(name: "prompt", text: "set x = \"a\"; assert no")) }
    try interpreter.run(Source(name: "prompt", text: "print $($x + 1)"))
    #expect(host.output == "2\n")
  }
}
