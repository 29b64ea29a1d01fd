import Values

extension Arguments {
  /// The call as canonical English text, which means the same wherever it is read: values that are defaults are left
  /// out, records stand as their handles, dates and amounts in full. What rows mask is masked here as well.
  ///
  /// - Parameter handle: the short word that names a record.
  public func text(handle: (Reference) -> String) -> String {
    var text = declaration.words.english
    for (parameter, value) in zip(declaration.parameters, values) {
      guard value.isPresent, value != parameter.field.defaultValue else { continue }
      let value = parameter.field.isMasked ? .text("***") : value
      switch (parameter.role, value) {
      case (.filter, _): continue
      case (.rest, .list(let elements)):
        for element in elements { text += " " + word(element, handle) }
      case (.positional, _), (.rest, _): text += " " + word(value, handle)
      case (.named, _):
        text += " "
        text += parameter.field.name.english
        text += "="
        text += word(value, handle)
      }
    }
    for filter in filters {
      let sign = filter.comparison == .equal ? "=" : filter.comparison.rawValue
      text += " \(filter.field)\(sign)\(word(filter.value, handle))"
    }
    return text
  }

  private func word(_ value: Value, _ handle: (Reference) -> String) -> String {
    switch value {
    case .text(let text): return quotedUnlessPlain(text)
    case .reference(let reference): return handle(reference)
    case .row(let row): return row.reference.map(handle) ?? quotedUnlessPlain(value.exchangeText)
    case .list(let elements): return "[" + elements.map { word($0, handle) }.joined(separator: ", ") + "]"
    case .moment: return "\"\(value.exchangeText)\""
    default: return value.exchangeText
    }
  }

  /// A text as a word: bare if it can be nothing but this value.
  private func quotedUnlessPlain(_ text: String) -> String {
    var isPlain = declaration.verb != nil && !text.isEmpty && text.utf8.first != UInt8(ascii: "-")
    if isPlain { isPlain = text.unicodeScalars.allSatisfy(\.isPlainInWord) }
    return isPlain ? text : "\"\(text.escapedForQuotes)\""
  }
}

extension Unicode.Scalar {
  /// Whether the scalar means itself in a word without quotes, in every position.
  fileprivate var isPlainInWord: Bool {
    switch value {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x4E00...0x9FFF, 0x3400...0x4DBF, 0xB7, 0x20000...0x323AF: true
    default: self == "-" || self == "_" || self == "." || self == "/" || self == ":"
    }
  }
}
