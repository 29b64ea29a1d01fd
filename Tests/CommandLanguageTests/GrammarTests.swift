import Sentences
import Testing

/// The grammar of docs/language.md is the one that the parser reads.
@Suite struct GrammarTests {
  private static let page = "docs/language.md"

  @Test func everySentenceIsRead() throws {
    let blocks = try RepositoryFiles.blocks("ebnf", of: Self.page)
    let grammar = try Grammar(try #require(blocks.first))
    var maker = SentenceMaker(grammar, seed: 20_200_802)
    // Some sentences are deep enough for an expression inside an expression's brackets.
    for number in 0..<1_200 {
      let sentence = maker.sentence(of: "script", depth: number % 60 == 0 ? 30 : 6 + number % 12)
      let reading = Reading(sentence)
      #expect(reading.faults.isEmpty, "\(reading.faults)")
      let again = Reading(reading.formatted)
      #expect(
        again.faults.isEmpty && again.outline == reading.outline, "\(again.faults)\n\(sentence)\n\(reading.formatted)")
      #expect(again.formatted == reading.formatted)
    }
    for rule in grammar.rules {
      #expect(!maker.taken[rule.choices].contains { $0.contains(0) }, "\(rule.name) \(maker.taken[rule.choices])")
    }
  }

  @Test func whatIsRefusedIsRefused() throws {
    let blocks = try RepositoryFiles.blocks("refused", of: Self.page)
    let grammar = try Grammar(try #require(try RepositoryFiles.blocks("ebnf", of: Self.page).first))
    for line in try #require(blocks.first).split(separator: "\n") {
      let parts = line.split(separator: " ", maxSplits: 1).map(String.init)
      #expect(grammar[parts[0]] != nil, "\(line)")
      #expect(!Reading(parts[1]).faults.isEmpty, "\(line)")
    }
  }
}
