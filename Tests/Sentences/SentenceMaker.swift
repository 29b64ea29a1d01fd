/// Makes sentences of a grammar, the same ones in every run; ways that were seldom taken are taken first.
package struct SentenceMaker {
  private let grammar: Grammar
  private let heights: [String: Int]
  private var generator: SeededGenerator
  /// How often each way of each choice was taken.
  package private(set) var taken: [[Int]]

  package init(_ grammar: Grammar, seed: UInt64) {
    self.grammar = grammar
    generator = SeededGenerator(seed: seed)
    taken = grammar.ways.map { Array(repeating: 0, count: $0) }
    var heights: [String: Int] = [:]
    // Each round finds the rules that need one level more.
    for _ in grammar.rules {
      for rule in grammar.rules {
        heights[rule.name] = SentenceMaker.height(rule.part, heights).map { $0 + 1 }
      }
    }
    self.heights = heights
  }

  /// How many levels of rules a part needs at least; nothing if that is not known yet.
  private static func height(_ part: Grammar.Part, _ heights: [String: Int]) -> Int? {
    switch part {
    case .text, .range, .optional, .repeated: return 0
    case .rule(let name): return heights[name]
    case .except(let part, _): return height(part, heights)
    case .choice(_, let parts): return parts.compactMap { height($0, heights) }.min()
    case .sequence(let parts):
      let known = parts.compactMap { height($0, heights) }
      return known.count == parts.count ? known.max() ?? 0 : nil
    }
  }

  /// A sentence of a rule, about `depth` levels deep.
  package mutating func sentence(of rule: String, depth: Int) -> String {
    guard let rule = grammar[rule] else { preconditionFailure("there is no rule \(rule)") }
    return text(rule.part, rule.isSpaced, depth)
  }

  private mutating func text(_ part: Grammar.Part, _ isSpaced: Bool, _ depth: Int) -> String {
    switch part {
    case .text(let text): return text
    case .range(let range):
      return Unicode.Scalar(UInt32.random(in: range, using: &generator)).map(String.init) ?? "?"
    case .rule(let name): return sentence(of: name, depth: depth - 1)
    case .sequence(let parts): return joined(parts, isSpaced, depth)
    case .choice(let number, let parts):
      let low = parts.map { SentenceMaker.height($0, heights) ?? .max }
      let open = parts.indices.filter { low[$0] < depth || low[$0] == low.min() }
      let way = way(number, of: open)
      return text(parts[way], isSpaced, depth)
    case .optional(let number, let part):
      let fits = (SentenceMaker.height(part, heights) ?? .max) < depth
      return way(number, of: fits ? [0, 1] : [0]) == 1 ? text(part, isSpaced, depth) : ""
    case .repeated(let number, let part):
      let fits = (SentenceMaker.height(part, heights) ?? .max) < depth
      guard way(number, of: fits ? [0, 1] : [0]) == 1 else { return "" }
      return joined(Array(repeating: part, count: Int.random(in: 1...2, using: &generator)), isSpaced, depth)
    case .except(let part, let excluded):
      while true {
        let made = text(part, isSpaced, depth)
        if !excluded.contains(made) { return made }
      }
    }
  }

  private mutating func joined(_ parts: [Grammar.Part], _ isSpaced: Bool, _ depth: Int) -> String {
    parts.map { text($0, isSpaced, depth) }.filter { !$0.isEmpty }.joined(separator: isSpaced ? " " : "")
  }

  /// A way to go on: a new one if there is one, else any.
  private mutating func way(_ number: Int, of open: [Int]) -> Int {
    let new = open.filter { taken[number][$0] == 0 }
    let way = (new.isEmpty ? open : new).randomElement(using: &generator) ?? 0
    taken[number][way] += 1
    return way
  }
}
