import Testing

@testable import CommandLanguage

/// Edges of the syntax: where names end, what quotes keep, what one mistake does to the rest of a script.
@Suite struct SyntaxTests {
  @Test(arguments: [
    ("let n = 3; print \"共 $n。谢谢\"", "共 3。谢谢\n"), ("let n = 3; print \"$n（户）\"", "3（户）\n"),
    ("print \"单价 $（元）\"", "单价 $（元）\n"), ("let n = 3; print \"$n１号\"", "3１号\n"),
    ("let p = $(person list | first); print \"$p.name的年龄\"", "胡建国的年龄\n"),
    ("let p = $(person list | first); print \"$p.name-$p.age\" \"$p.姓名。\"", "胡建国-61 胡建国。\n"),
    ("print \"$-\" $- a$", "$- $- a$\n"), ("say --a.b --3", "--a.b|--3\n"), ("say \"3\"栋 \"\"", "3栋|\n"),
    ("print \"$(print 你 好)x\"", "你 好\nx\n"),
    ("print $(person pay 李梅 amount=1 note=#3)", "1.00\n"), ("print $(person pay 李梅 amount=\"5\"00)", "500.00\n"),
    ("print $(twice 4); def twice(n) { return $n * 2 }", "8\n"), ("print $(f)\n\tdef f() { return 5 }", "5\n"),
    ("let f = 2; print \"\ndef f\" $(len(\"ab\"))", "\ndef f 2\n"),
  ])
  func means(text: String, output: String) throws { #expect(try TestHost().run(text) == output) }

  @Test func aNumberedArgumentMayStandInBraces() throws {
    let host = TestHost()
    #expect(try host.run("print \"${1}0\" $1栋", arguments: ["3"]) == "30 3栋\n")
  }

  @Test(arguments: [
    // A fault in a block spoils its line, not the block.
    (
      "for n in 1..3 {\n  print (a)\n  print $m\n  let x = \n  print $x\n}\nprint $y",
      ["E-SYNTAX 2:9", "E-UNKNOWN-VARIABLE 3:9", "E-SYNTAX 4:11", "E-UNKNOWN-VARIABLE 7:7"]
    ),
    ("if yes { print (a) }\nelse { print (b) }", ["E-SYNTAX 1:16", "E-SYNTAX 2:14"]),
    ("if 1 = 2 { print a }\nelse { print b }\nprint $x", ["E-SYNTAX 1:6", "E-UNKNOWN-VARIABLE 3:7"]),
    ("print (\"}\n\" }\"\nprint $x", ["E-SYNTAX 1:7", "E-UNKNOWN-VARIABLE 3:7"]),
    // What a faulty statement names is named.
    ("let x = 1 + \nprint $x", ["E-SYNTAX 1:13"]), ("let x = $(person lst)\nprint $x", ["E-UNKNOWN-COMMAND 1:18"]),
    ("def f(a) { print (b) }\nf 1", ["E-SYNTAX 1:18"]),
    (
      "for n in $x { print $n $y }",
      [
        "E-UNKNOWN-VARIABLE 1:10", "E-UNKNOWN-VARIABLE 1:24",
      ]
    ),
    ("include \"nowhere\"\nhello\nprint $x $(f(1))", ["E-INCLUDE 1:9"]),
    // Every value is looked at.
    ("person pay 李梅 amount=viel since=bald", ["E-VALUE 1:22", "E-VALUE 1:33"]),
    ("print $x $y", ["E-UNKNOWN-VARIABLE 1:7", "E-UNKNOWN-VARIABLE 1:10"]),
    ("say [a]b", ["E-SYNTAX 1:8"]), ("def f(a, a) { }", ["E-MISPLACED 1:10"]), ("include", ["E-UNFINISHED 1:8"]),
    ("include # nothing", ["E-SYNTAX 1:9"]), ("person pay 李梅 amount= # 5", ["E-SYNTAX 1:23"]),
    ("let a- = 1", ["E-SYNTAX 1:6"]),
  ])
  func faultsStandWhereTheyAre(text: String, faults: [String]) { #expect(TestHost().faults(text) == faults) }
}
