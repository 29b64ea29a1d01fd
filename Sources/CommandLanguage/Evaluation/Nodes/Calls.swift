import Diagnostics
import Values

/// A value for a parameter: known from the text, or worked out and fitted to the parameter's type at each call.
enum BoundArgument {
  /// Known from the text alone.
  case constant(Value)
  /// Text whose meaning needs the clock or the records.
  case text(String, Place)
  /// Worked out.
  case computed(any BoundExpression, Place)
  /// A list of such values.
  case list([BoundArgument])
  /// Several lists, one after the other.
  case joined([BoundArgument])

  /// The value, fitted to a type.
  func value(_ type: ValueType, _ frame: Frame) throws -> Value {
    switch self {
    case .constant(let value): return value
    case .text(let text, let place):
      return try placed(place) { try type.resolve(text, frame.runtime.host) }
    case .computed(let expression, let place):
      let value = try expression.evaluate(frame)
      return try placed(place) { try type.fit(value, frame.runtime.host) }
    case .list(let elements):
      let elementType = type.elementType ?? type
      return .list(try elements.map { try $0.value(elementType, frame) })
    case .joined(let lists):
      return .list(
        try lists.flatMap { list -> [Value] in
          if case .list(let values) = try list.value(type, frame) { return values }
          return []
        })
    }
  }
}

extension ValueType {
  /// The type of a list's elements.
  public var elementType: ValueType? {
    if case .list(let element) = self { return element }
    return nil
  }

  /// What a text means for this type now, with the clock and the records at hand.
  public func resolve(_ text: String, _ host: any Host) throws -> Value {
    if case .reference(let kinds) = self, !text.isEmpty { return .reference(try host.resolve(text, kinds: kinds)) }
    if let value = try read(text, now: host.now) { return value }
    switch self {
    case .list(let element):
      return .list(try ValueType.elements(of: text).map { try element.resolve($0, host) })
    case .either(let types):
      for type in types {
        if case .reference = type { return try type.resolve(text, host) }
      }
      fallthrough
    default: preconditionFailure("only references need records")
    }
  }

  /// Fits a computed value to this type.
  func fit(_ value: Value, _ host: any Host) throws -> Value {
    if let fitted = try convert(value, now: host.now) { return fitted }
    if case .list(let values) = value, let elementType {
      return .list(try values.map { try elementType.fit($0, host) })
    }
    if elementType != nil { return .list([try (elementType ?? self).fit(value, host)]) }
    return try resolve(host.text(of: value), host)
  }
}

/// A call of a command of the table.
final class BoundCall {
  private let command: Command
  private let arguments: [BoundArgument?]
  private let filters: [(parameter: Parameter, comparison: ComparisonOperator, value: BoundArgument)]
  /// Where each parameter's value stands.
  private let spans: [Span?]
  private let place: Place

  init(
    _ command: Command, _ arguments: [BoundArgument?],
    filters: [(parameter: Parameter, comparison: ComparisonOperator, value: BoundArgument)],
    spans: [Span?], at place: Place
  ) {
    self.command = command
    self.arguments = arguments
    self.filters = filters
    self.spans = spans
    self.place = place
  }

  /// Whether the command answers with a text, for people or for a file, that no rows come from.
  var isDocument: Bool {
    switch command.declaration.result {
    case .document, .sheet: true
    case .nothing, .value, .row, .rows: false
    }
  }

  func run(_ frame: Frame) throws -> CommandResult {
    let runtime = frame.runtime
    try runtime.poll()
    let parameters = command.declaration.parameters
    var values: [Value] = []
    values.reserveCapacity(parameters.count)
    for index in parameters.indices {
      let field = parameters[index].field
      let value = try arguments[index]?.value(field.type, frame) ?? .none
      guard case .none = value else {
        values.append(value)
        continue
      }
      // A value that turns out to be missing is as good as none given.
      guard !parameters[index].isRequired else { throw noValue(for: field.name, at: spans[index]) }
      values.append(field.defaultValue)
    }
    let filters = try self.filters.map { filter in
      Arguments.Filter(
        field: filter.parameter.field.name.english, comparison: filter.comparison,
        value: try filter.value.value(filter.parameter.field.type, frame))
    }
    let arguments = Arguments(command.declaration, values: values, filters: filters)
    switch command.declaration.effect {
    case .writes, .publishes: try placed(place) { try runtime.host.enter(place, arguments) }
    case .reads, .session: break
    }
    do {
      return try command.run(arguments)
    } catch let diagnostic as Diagnostic {
      throw diagnostic.at(self.place(of: diagnostic.subject) ?? place)
    }
  }

  private func noValue(for name: Name, at span: Span?) -> Diagnostic {
    Diagnostic(
      .noValue,
      Localized("\(name.english) is needed, and there is no value here", "\(name.chinese)必填，而这里没有值"),
      at: span.map { Place(place.source, $0) } ?? place)
  }

  /// Where the value of a parameter stands, by the parameter's name.
  private func place(of subject: String?) -> Place? {
    guard let subject, let slot = command.declaration.slot(named: subject) else { return nil }
    return spans[slot].map { Place(place.source, $0) }
  }
}
