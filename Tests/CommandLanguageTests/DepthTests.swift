import Diagnostics
import Testing

@testable import CommandLanguage

/// However deep or large a script makes things, it ends with an error and not with the machine's stack or memory.
@Suite struct DepthTests {
  private func repeated(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }

  @Test(arguments: [
    ("let x = 1", " + 1", 100), ("let x = $(person list | first)\nlet y = $x", ".paid", 100),
    ("person list", " | where age > 1", 100), ("let x = yes", " and yes", 100),
  ])
  func whatStandsInARowHasALimit(start: String, part: String, limit: Int) {
    #expect(!TestHost().faults(start + repeated(part, limit)).contains { $0.hasPrefix("E-NESTING") })
    #expect(TestHost().faults(start + repeated(part, limit + 1)).contains { $0.hasPrefix("E-NESTING") })
    #expect(TestHost().faults(start + repeated(part, 100_000)).contains { $0.hasPrefix("E-NESTING") })
  }

  @Test(arguments: ["(", "$(", "[", "len(", "\"$(", "-(", "not ("])
  func rowsInsideRowsAreAFaultAndNoCrash(opening: String) {
    let closing = opening.hasPrefix("[") ? "]" : opening.hasPrefix("\"") ? ")\"" : ")"
    for levels in [3, 90, 3_000] {
      let text = "let x = " + repeated(opening, levels) + "1" + repeated(repeated(" + 1", 99) + closing, levels)
      #expect(TestHost().faults(text).first?.hasPrefix("E-NESTING") == true)
      #expect(!Reading(text).faults.isEmpty)
    }
  }

  @Test(arguments: [
    "try { ", "if yes { ", "while yes { ", "for n in 1..2 { ", "person list | each { ",
    "let x = $(person list | each { ",
  ])
  func commandsThatCallThemselvesAreStopped(opening: String) {
    let closing = repeated(opening.contains("$(") ? "}) " : opening.hasPrefix("try") ? "} catch { } " : "} ", 40)
    let inside = repeated(opening, 40) + "f $(-(-(-$n)))" + closing
    let faults = TestHost().faults("def f(n) { \(inside) }\nf 1")
    // Where try catches it, it is gone.
    #expect(faults.isEmpty == opening.hasPrefix("try") || faults.first?.hasPrefix("E-RECURSION") == true, "\(faults)")
  }

  @Test func ordinaryRecursionGoesDeepEnough() throws {
    let text = "def total(n) { if $n == 0 { return 0 } else { return $n + $(total $($n - 1)) } }\nprint $(total 190)"
    #expect(try TestHost().run(text) == "18145\n")
  }

  @Test(arguments: [
    "let t = \"ab\"; while yes { set t = $t + $t }", "let t = \"ab\"; while yes { set t = \"$t$t\" }",
    "let l = [1, 2]; while yes { set l = $l + $l }", "let l = []; while yes { set l = [$l] }",
    "let l = [1]; while yes { set l = [$l, $l] }", "let t = \"x\"; while yes { set t = join([$t, $t], \"-\") }",
    "let l = 1..9000000", "let t = \"x\"; while yes { set t = text([$t, $t]) }",
  ])
  func whatGrowsWithoutEndIsStopped(text: String) {
    #expect(TestHost().faults(text).first?.hasPrefix("E-RANGE") == true)
  }
}
