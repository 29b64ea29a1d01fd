import Diagnostics

/// One line of a layout file: words, texts in quotes, and settings such as `size=11`.
struct LayoutLine {
  /// A word and where it stands.
  struct Word {
    let text: String
    let span: Span
    var isQuoted = false
  }

  /// The line.
  let span: Span
  private let source: Source
  private var words: [Word] = []
  private var settings: [(name: String, value: Word)] = []
  private var next = 0
  private var used: Set<String> = []

  init(_ source: Source, _ range: Range<Int>) throws {
    self.source = source
    span = Span(range.lowerBound, range.upperBound)
    try split(range)
  }

  /// The word that says what the line is; nothing if it is empty or a remark.
  private(set) var first: Word?

  /// Where what was read last stands.
  private(set) var latest = Span(0, 0)

  /// A fault of the line.
  func fault(_ message: Localized, at span: Span, hint: Localized? = nil) -> Diagnostic {
    Diagnostic(.layout, message, hint: hint, at: Place(source, span))
  }

  /// The next word or text.
  mutating func text() throws -> String {
    guard next < words.count else { throw fault(Localized("a text or name is missing", "缺少文字或名称"), at: span) }
    defer { next += 1 }
    latest = words[next].span
    return words[next].text
  }

  /// The next word as a length in millimetres; in points.
  mutating func length() throws -> Double {
    guard next < words.count, !words[next].isQuoted else {
      throw fault(Localized("a number of millimetres is missing", "缺少以毫米计的数"), at: span)
    }
    defer { next += 1 }
    latest = words[next].span
    return try number(words[next], 0...2_000) * PDFFile.millimetre
  }

  /// A setting as a length in millimetres; in points.
  mutating func length(_ name: String) throws -> Double? {
    try setting(name).map { try number($0, 0...50) * PDFFile.millimetre }
  }

  /// A setting as a size of letters.
  mutating func points(_ name: String) throws -> Double? { try setting(name).map { try number($0, 1...200) } }

  /// A setting between 0 and 1.
  mutating func share(_ name: String) throws -> Double? { try setting(name).map { try number($0, 0...1) } }

  /// A setting as a count.
  mutating func number(_ name: String) throws -> Int? {
    try setting(name).map { word in
      guard let number = Int(word.text), 1...50 ~= number else {
        throw fault(Localized("\(name) is a number from 1 to 50", "\(name) 应为 1 至 50 的数"), at: word.span)
      }
      return number
    }
  }

  /// A setting as yes or no.
  mutating func yesNo(_ name: String) throws -> Bool? {
    try setting(name).map { word in
      switch word.text {
      case "yes": true
      case "no": false
      default: throw fault(Localized("\(name) is yes or no", "\(name) 应为 yes 或 no"), at: word.span)
      }
    }
  }

  /// A setting as one of some words.
  mutating func choice<Choice: RawRepresentable & CaseIterable>(_ name: String) throws -> Choice?
  where Choice.RawValue == String {
    try setting(name).map { word in
      guard let choice = Choice(rawValue: word.text) else {
        let known = Choice.allCases.map(\.rawValue).joined(separator: ", ")
        throw fault(Localized("\(name) is one of \(known)", "\(name) 可为 \(known)"), at: word.span)
      }
      return choice
    }
  }

  /// Refuses what is left over.
  func end() throws {
    if next < words.count {
      throw fault(
        Localized("\"\(words[next].text)\" is too much here", "这里多了 “\(words[next].text)”"), at: words[next].span)
    }
    if let (name, word) = settings.first(where: { !used.contains($0.name) }) {
      throw fault(Localized("\(name)= means nothing here", "这里没有 \(name)= 这一项"), at: word.span)
    }
  }

  // MARK: Reading

  private mutating func setting(_ name: String) throws -> Word? {
    used.insert(name)
    return settings.last { $0.name == name }?.value
  }

  private func number(_ word: Word, _ range: ClosedRange<Double>) throws -> Double {
    guard let number = Double(word.text), number.isFinite else {
      throw fault(Localized("\"\(word.text)\" is no number", "“\(word.text)” 不是数"), at: word.span)
    }
    guard range.contains(number) else {
      throw fault(
        Localized(
          "\(word.text) is not between \(range.lowerBound.formattedPlain) and \(range.upperBound.formattedPlain)",
          "\(word.text) 不在 \(range.lowerBound.formattedPlain) 与 \(range.upperBound.formattedPlain) 之间"), at: word.span)
    }
    return number
  }

  private mutating func split(_ range: Range<Int>) throws {
    var at = range.lowerBound
    func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
    while at < range.upperBound {
      if isBlank(source.bytes[at]) {
        at += 1
        continue
      }
      if source.bytes[at] == UInt8(ascii: "#") { return }
      let start = at
      var name: String?
      if source.bytes[at] != UInt8(ascii: "\"") {
        while at < range.upperBound, !isBlank(source.bytes[at]), source.bytes[at] != UInt8(ascii: "=") { at += 1 }
        let word = source.text(start..<at)
        guard at < range.upperBound, source.bytes[at] == UInt8(ascii: "=") else {
          add(Word(text: word, span: Span(start, at)))
          continue
        }
        at += 1
        name = word
      }
      let (value, end) = try value(at, range.upperBound)
      if let name {
        settings.append((name, Word(text: value, span: Span(start, end))))
      } else {
        add(Word(text: value, span: Span(start, end), isQuoted: true))
      }
      at = end
    }
  }

  private mutating func add(_ word: Word) {
    if first == nil { first = word } else { words.append(word) }
  }

  /// A word, or a text in quotes, in which `\n` begins a line and `\"` is a quote.
  private func value(_ start: Int, _ end: Int) throws -> (String, Int) {
    guard start < end, source.bytes[start] == UInt8(ascii: "\"") else {
      var at = start
      while at < end, ![UInt8(ascii: " "), UInt8(ascii: "\t")].contains(source.bytes[at]) { at += 1 }
      return (source.text(start..<at), at)
    }
    var text: [UInt8] = []
    var at = start + 1
    while at < end, source.bytes[at] != UInt8(ascii: "\"") {
      if source.bytes[at] == UInt8(ascii: "\\"), at + 1 < end {
        at += 1
        text.append(source.bytes[at] == UInt8(ascii: "n") ? UInt8(ascii: "\n") : source.bytes[at])
      } else {
        text.append(source.bytes[at])
      }
      at += 1
    }
    guard at < end else { throw fault(Localized("a text has no quote at its end", "文字缺少右引号"), at: Span(start, end)) }
    return (String(decoding: text, as: UTF8.self), at + 1)
  }
}

extension Double {
  /// A whole number without its point.
  fileprivate var formattedPlain: String { self == rounded() ? "\(Int(self))" : "\(self)" }
}
