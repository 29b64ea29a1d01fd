import CommandLanguage
import Diagnostics
import Office
import Storage
import Testing
import Values

@testable import Shell

@Suite struct CompleterTests {
  private func completions(_ text: String, _ language: Language = .english) throws -> [String] {
    let session = try OfficeSession(
      store: SQLiteStore(.memory, schema: OfficeSchema.all), isTemporary: true,
      environment: .init(language: language, operatorName: "示例甲", clock: { Moment(seconds: 0) }, output: { _ in }))
    let completer = Completer(
      table: session.table, language: language,
      names: { kinds, prefix in
        kinds.contains("resident") ? [("胡建国", "R1"), ("Ann Lee", "R2")].filter { $0.0.hasPrefix(prefix) } : []
      }, defined: { (["goal"], ["card-sheet"]) }, codes: session.codes)
    return completer.complete(text).candidates.map(\.text)
  }

  @Test(arguments: [
    ("resid", ["resident"]), ("居", ["居民"]), ("fund g", ["give"]), ("筹款 收", ["收捐", "收据"]),
    ("fund give F1 am", ["amount="]), ("fund give F1 amount=1 me", ["method="]),
    ("fund give F1 method=", ["cash", "transfer", "wechat"]), ("fund give F1 方式=微", ["微信"]),
    ("resident show 胡", ["胡建国"]), ("resident show A", ["\"Ann Lee\""]),
    ("resident list par", ["party="]), ("resident list party=", ["yes", "no"]), ("resident list | wh", ["where"]),
    ("print $go", ["$goal"]), ("card-", ["card-sheet"]),
    ("let x = $(resid", ["resident"]), ("if yes { resid", ["resident"]), ("grid list; resid", ["resident"]),
    ("help fu", ["fund", "functions"]), ("help E-QU", ["E-QUORUM"]),
    ("help e-store-f", ["E-STORE-FILE", "E-STORE-FORMAT", "E-STORE-FULL"]),
    ("help err", ["errors"]), ("帮助 错", ["错误"]), ("help perc", ["percent"]), ("help whe", ["where"]),
    ("help fund rec", ["receipt"]), ("nonsense ", []),
    ("whil", ["while"]), ("fund give F1 from=胡", ["胡建国"]), ("fund give F1 from=anon", ["anonymous"]),
  ])
  func offers(text: String, candidates: [String]) throws { #expect(try completions(text) == candidates) }

  @Test func offersTheLanguageOfTheSession() throws {
    #expect(try completions("筹款 ", .chinese).contains("收捐"))
    #expect(try completions("fund ", .english).contains("give"))
  }

  /// A file may have any name.
  @Test func theMenuObeysNothing() {
    let names = ["a\u{1B}[2J", "b\u{202E}c", "d\ne"].map { Completion.Candidate($0, $0) }
    let rows = CompletionMenu(Completion(replacing: "", names)).rows(columns: 40, limit: 5)
    #expect(rows.count == 3)
    #expect(!rows.joined().unicodeScalars.contains(where: TerminalText.isHarmful))
  }
}
