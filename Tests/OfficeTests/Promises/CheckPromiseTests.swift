import CommandLanguage
import Diagnostics
import Foundation
import Office
import Sentences
import Testing
import Values

/// What the check of a script promises (docs/language.md), tried with scripts made from the declarations.
///
/// `LINLI_TRIALS=20 swift test --filter Promise` tries twenty times as many, and other ones every time.
@Suite struct CheckPromiseTests {
  /// The codes of what the text alone decides, whatever it computes.
  private static let decided: Set<DiagnosticCode> = [
    .syntax, .unfinished, .nesting, .include, .unknownCommand, .unknownParameter, .unknownField, .unknownVariable,
    .unknownFunction, .unknownFilter, .arguments, .misplaced, .unreachable,
  ]

  /// Runs what the check lets pass, and says how much that was.
  private func passed(
    _ grammar: OfficeGrammar, after prelude: String, in office: TrialOffice, seed: UInt64, count: Int,
    neverFails: Set<DiagnosticCode>
  ) throws -> Int {
    let factor = ProcessInfo.processInfo.environment["LINLI_TRIALS"].flatMap { Int($0) } ?? 1
    var maker = SentenceMaker(try Grammar(grammar.text), seed: factor > 1 ? .random(in: 0 ... .max) : seed)
    var passed = 0
    for number in 0..<count * factor {
      let text = maker.sentence(of: "script", depth: 4 + number % 4)
      switch try office.rehearse(prelude + text) {
      case .done: passed += 1
      case .failed(let fault):
        passed += 1
        if neverFails.contains(fault.code) {
          Issue.record("the check passed what failed: \(fault.code.id) \(fault.message.english)\n\(text)")
        }
      case .wrong(let faults):
        #expect(!faults.contains { $0.code == .syntax || $0.code == .unfinished }, "\(faults.map(\.message))\n\(text)")
      }
    }
    return passed
  }

  @Test(arguments: [1, 2] as [UInt64])
  func whatIsWrittenOutIsChecked(seed: UInt64) throws {
    let grammar = OfficeGrammar(computes: false, writes: true)
    let never = Self.decided.union([.value, .type])
    #expect(try passed(grammar, after: "", in: TrialOffice(), seed: seed, count: 500, neverFails: never) > 100)
  }

  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func whatIsComputedFromKnownKindsIsChecked(seed: UInt64) throws {
    let grammar = OfficeGrammar(computes: true, writes: true)
    // With the story there are records of every kind.
    let office = try seed == 1 ? TrialOffice(TrialOffice.story) : TrialOffice()
    #expect(
      try passed(
        grammar, after: OfficeGrammar.prelude, in: office, seed: seed, count: 500,
        neverFails: Self.decided.union([.type])) > 100)
  }

  @Test func everyCommandAnswersWhatItDeclares() throws {
    let office = try TrialOffice(TrialOffice.story)
    for declaration in OfficeCommands.all.map(\.declaration) {
      for example in declaration.examples {
        let outcome = try office.rehearse(example.line)
        if case .wrong(let faults) = outcome { #expect(faults.isEmpty, "\(example.line) \(faults.map(\.message))") }
      }
    }
  }
}
