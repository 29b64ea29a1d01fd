import Values

extension Arguments {
  /// The call as canonical English text, which means the same wherever it is read: values that are defaults are left
  /// out, records stand as their handles, dates and amounts in full. What rows mask is masked here as well.
  ///
  /// - Parameter handle: the short word that names a record.
  public func text(handle: @escaping (Reference) -> String) -> String {
    var writer = Writer(handle: handle, isBareAllowed: declaration.verb != nil)
    writer.append(declaration.noun.english)
    if let verb = declaration.verb {
      writer.append(" ")
      writer.append(verb.english)
    }
    for (slot, value) in values.enumerated() where value.isPresent {
      let parameter = declaration.parameters[slot]
      guard value != parameter.field.defaultValue else { continue }
      switch (parameter.role, value) {
      case (.filter, _): continue
      case (.rest, .list(let elements)):
        for element in elements {
          writer.append(" ")
          writer.append(element)
        }
        continue
      case (.positional, _), (.rest, _): writer.append(" ")
      case (.named, _):
        writer.append(" ")
        writer.append(parameter.field.name.english)
        writer.append("=")
      }
      if parameter.field.isMasked { writer.append("***") } else { writer.append(value) }
    }
    for filter in filters {
      writer.append(" \(filter.field)\(filter.comparison == .equal ? "=" : filter.comparison.rawValue)")
      let isMasked = declaration.slot(named: filter.field).map { declaration.parameters[$0].field.isMasked } ?? false
      switch filter.value {
      case _ where isMasked: writer.append("***")
      case .none: writer.append("none")
      // Without quotes it would ask for those without a value.
      case .text("none"): writer.append("\"none\"")
      default: writer.append(filter.value)
      }
    }
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  /// Puts a call's text together as bytes: every change that a command makes is journalled with one.
  private struct Writer {
    let handle: (Reference) -> String
    /// Whether a text may stand without quotes; behind a command of one word it might be read as a verb.
    let isBareAllowed: Bool
    var bytes: [UInt8] = []

    init(handle: @escaping (Reference) -> String, isBareAllowed: Bool) {
      self.handle = handle
      self.isBareAllowed = isBareAllowed
      bytes.reserveCapacity(120)
    }

    mutating func append(_ text: String) { bytes.append(utf8: text) }

    mutating func append(_ value: Value) {
      switch value {
      case .text(let text): appendQuotedUnlessPlain(text)
      case .integer(let number): append(String(number))
      case .yesNo(let answer): append(answer ? "yes" : "no")
      case .reference(let reference): append(handle(reference))
      case .row(let row):
        if let reference = row.reference {
          append(handle(reference))
        } else {
          appendQuotedUnlessPlain(value.exchangeText)
        }
      case .list(let elements):
        append("[")
        for (index, element) in elements.enumerated() {
          if index > 0 { append(", ") }
          append(element)
        }
        append("]")
      case .date(let date): append(date.precision == .day ? date.exchangeText : date.displayText(in: .chinese))
      case .moment: append("\"\(value.exchangeText)\"")
      default: append(value.exchangeText)
      }
    }

    private mutating func appendQuotedUnlessPlain(_ text: String) {
      if isBareAllowed, text.isBareWord { return append(text) }
      append("\"")
      append(text.escapedForQuotes)
      append("\"")
    }
  }
}
