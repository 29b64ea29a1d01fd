import Diagnostics
import Foundation
import Office
import Testing

/// What every code of an error promises: it is declared, listed, raised and explained.
@Suite struct ErrorTests {
  /// The text of every source file.
  private static let sources: [String] = {
    let files = FileManager.default.enumerator(atPath: Repository.path("Sources"))?.compactMap { $0 as? String } ?? []
    return files.filter { $0.hasSuffix(".swift") }.compactMap { try? Repository.text("Sources/" + $0) }
  }()

  private func codes() throws -> [DiagnosticCode] { try SessionRun().office.codes }

  /// Whoever declares a code and forgets its room's list, or makes one up where it is raised, hears of it here.
  @Test func everyCodeIsDeclaredByNameAndListedOnce() throws {
    var declared: [String] = []
    for source in Self.sources {
      for part in source.components(separatedBy: "= DiagnosticCode(").dropFirst() {
        declared.append(String(part.trimmingPrefix(while: \.isWhitespace).dropFirst().prefix { $0 != "\"" }))
      }
    }
    let made =
      Self.sources.reduce(0) { $0 + $1.components(separatedBy: "DiagnosticCode(\"").count - 1 }
      + Self.sources.reduce(0) { $0 + $1.components(separatedBy: "DiagnosticCode(\n").count - 1 }
    #expect(made == declared.count, "a code is made where it is raised")
    #expect(Set(declared).count == declared.count, "two codes share a name")
    #expect(try codes().map(\.id) == declared.sorted(), "the rooms' lists and the declarations differ")
  }

  @Test func everyCodeIsExplainedInBothLanguages() throws {
    for code in try codes() {
      #expect(code.id.contains(/^E(-[A-Z]+)+$/), "\(code.id)")
      for text in [code.title, code.mend, code.example.text] {
        #expect(!text.english.isEmpty && !text.chinese.isEmpty, "\(code.id)")
      }
      for text in [code.title, code.mend] {
        #expect(text.english.hasSuffix(".") || text.english.hasSuffix("}"), "\(code.id): \(text.english)")
        #expect(text.chinese.hasSuffix("。"), "\(code.id): \(text.chinese)")
      }
    }
  }

  @Test func everyExampleProvokesItsCodeAndThePageIsCurrent() throws {
    let codes = try codes()
    let situations = codes.filter { if case .situation = $0.example { true } else { false } }
    #expect(situations.map(\.id) == Situation.all.keys.sorted())
    let english = try outputs(of: codes, .english)
    let chinese = try outputs(of: codes, .chinese)
    let page = ErrorPage.text(of: zip(codes, zip(english, chinese)).map { ($0, Localized($1.0, $1.1)) })
    if Repository.isUpdating { try Repository.write(page, to: "docs/errors.md") }
    #expect(page == (try Repository.text("docs/errors.md")))
  }

  /// What the examples of codes print; each leaves the demonstration office as it was.
  private func outputs(of codes: [DiagnosticCode], _ language: Language) throws -> [String] {
    let run = try SessionRun(language: language)
    try run.runFile("scripts/demo/fuhu.linli")
    let before = run.run("print $(resident count) $(gift count) $(fund count) $(clock show)")
    return try codes.map { code in
      let output: String
      switch code.example {
      case .lines: output = run.run(code.example.text[language])
      case .situation: output = try Situation(language).output(of: code) ?? ""
      }
      #expect(output.contains("[\(code.id)]\n"), "\(code.id)\n\(output)")
      #expect(run.run("print $(resident count) $(gift count) $(fund count) $(clock show)") == before, "\(code.id)")
      return output
    }
  }

  @Test(arguments: Language.allCases)
  func helpExplainsEveryCode(language: Language) throws {
    let run = try SessionRun(language: language)
    let list = run.run("help errors")
    for code in run.office.codes {
      let help = run.run("help \(code.id)")
      for part in [code.id, code.title[language], code.mend[language]] { #expect(help.contains(part), "\(help)") }
      #expect(list.contains(code.id))
    }
    #expect(run.run("help e-quorum") == run.run("help E-QUORUM"))
    #expect(run.run("help E-QOURUM").contains(Localized("did you mean E-QUORUM?", "是否想写 E-QUORUM？")[language]))
  }
}
