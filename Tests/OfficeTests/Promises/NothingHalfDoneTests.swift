import CommandLanguage
import Diagnostics
import Sentences
import Testing
import Values

/// A script with an error, in its text or met while it runs, leaves the office as it was: records, journal, settings.
@Suite struct NothingHalfDoneTests {
  /// Statements that are wrong or fail.
  private static let errors = [
    "residnet list", "resident lst", "print $missing", "let x =", "if yes {", "return\nprint a", "resident add \"\"",
    "assert no", "resident show 无名", "let x = 1 / 0", "for v in 1..3 { assert $v < 2 }",
    "def deeper() { deeper }\ndeeper", "resident add 新人 building=9栋", "grid add G3 name=重复",
    "clock set 2021-01-01\nassert no",
    "operator as 某人; assert no", "try { grid add G8; assert no } catch { grid add G9; assert no }",
  ]

  /// Statements that change something, and what stands around them.
  private static let changes = [
    "grid add G4 name=新网格", "clock set \"2020-12-31 09:00\"", "operator as 示例乙", "resident set 李梅 phone=13900001111",
    "resident add 王芳 building=3栋", "for v in 1..3 { shop add \"店铺$v\" address=临街 }",
    "try { grid add G5; assert no } catch { grid add G6 }", "consent give 胡建国 name channel=donor-list evidence=签字表",
    "$(resident list) | each { resident set $it party=no }", "print $(resident list)", "shop remove 示例商铺",
    "resident reveal 胡建国 reason=核对", "if $(resident count) > 3 { body add 驿站 kind=station rule=council-two-thirds }",
  ]

  /// A script whose parts are chosen at random, with and without an error somewhere in it.
  private func script(_ generator: inout SeededGenerator, from maker: inout SentenceMaker) -> (
    good: String, bad: String
  ) {
    var lines = (0..<Int.random(in: 1...4, using: &generator)).map { _ in
      Bool.random(using: &generator)
        ? Self.changes.randomElement(using: &generator) ?? "" : maker.sentence(of: "command", depth: 5)
    }
    let good = lines.joined(separator: "\n")
    let error = Self.errors.randomElement(using: &generator) ?? ""
    lines.insert(error, at: Int.random(in: 0...lines.count, using: &generator))
    return (good, lines.joined(separator: "\n"))
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func anErrorLeavesTheOfficeAsItWas(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    var maker = SentenceMaker(try Grammar(OfficeGrammar(computes: false, writes: true).text), seed: seed)
    let office = try TrialOffice()
    var failed = 0
    for _ in 0..<150 {
      let script = script(&generator, from: &maker)
      let before = try office.contents
      switch try office.run(script.bad) {
      case .done: Issue.record("nothing is wrong with\n\(script.bad)")
      case .wrong: break
      case .failed: failed += 1
      }
      #expect(try office.contents == before, "\(script.bad)")
      // Now and then the office changes, so that scripts meet what others left behind.
      if Int.random(in: 0..<10, using: &generator) == 0 { _ = try office.run(script.good) }
    }
    #expect(failed > 30)
  }

  /// Without the error those scripts do change the office.
  @Test func theScriptsWouldChangeTheOffice() throws {
    for change in Self.changes where !change.hasPrefix("print") {
      let office = try TrialOffice()
      let before = try office.contents
      let outcome = try office.run(change)
      guard case .done = outcome else {
        Issue.record("\(change): \(outcome)")
        continue
      }
      #expect(try office.contents != before, "\(change)")
    }
  }

  /// However deep transactions stand inside each other, an error ends them and not the machine's stack.
  @Test(arguments: ["try { ", "resident list | each { ", "for r in $(resident list limit=1) { "])
  func whatCallsItselfEndsWithAnError(opening: String) throws {
    let office = try TrialOffice()
    let before = try office.contents
    let closing = String(repeating: opening.hasPrefix("try") ? "} catch { grid add G9; deeper }" : "}", count: 30)
    let body = String(repeating: opening, count: 30) + "grid add G8; deeper" + closing
    let outcome = try office.run("def deeper() { \(body) }\ndeeper")
    guard case .failed(let fault) = outcome else {
      Issue.record("\(outcome)")
      return
    }
    #expect(fault.code == .recursion || fault.code == .duplicateRecord)
    #expect(try office.contents == before)
  }

  /// The prompt's transaction takes back what the session was told as well.
  @Test func aRollbackTakesTheClockAndTheOperatorBack() throws {
    let office = try TrialOffice()
    office.session.transactions.isAllowed = true
    let before = try office.contents
    for line in ["begin", "clock set \"2020-12-31 09:00\"", "operator as 示例乙", "grid set G3 name=新名", "rollback"] {
      _ = try office.run(line)
      _ = try office.session.transactions.takeStep()
    }
    #expect(try office.contents == before)
  }
}
