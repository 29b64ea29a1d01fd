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
  /// What a parameter is given, and where it stands.
  struct Given {
    let slot: Int
    let value: BoundArgument
    let span: Span

    init(_ slot: Int, _ value: BoundArgument, at span: Span) {
      self.slot = slot
      self.value = value
      self.span = span
    }
  }

  /// What a filter parameter is compared with, and where it stands.
  struct Filter {
    let slot: Int
    let comparison: ComparisonOperator
    let value: BoundArgument
    let span: Span

    init(_ slot: Int, _ comparison: ComparisonOperator, _ value: BoundArgument, at span: Span) {
      self.slot = slot
      self.comparison = comparison
      self.value = value
      self.span = span
    }
  }

  private let command: Command
  /// In the order of the parameters.
  private let given: [Given]
  private let filters: [Filter]
  private let place: Place

  init(_ command: Command, _ given: [Given], filters: [Filter], at place: Place) {
    self.command = command
    self.given = given
    self.filters = filters
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
    for slot in parameters.indices { values.append(parameters[slot].field.defaultValue) }
    for index in given.indices {
      let slot = given[index].slot
      let value = try given[index].value.value(parameters[slot].field.type, frame)
      if value.isPresent {
        values[slot] = value
      } else if parameters[slot].isRequired {
        // A value that turns out to be missing is as good as none given.
        throw noValue(for: parameters[slot].field.name, at: given[index].span)
      }
    }
    let filters = try self.filters.map { filter in
      let field = parameters[filter.slot].field
      return Arguments.Filter(
        field: field.name.english, comparison: filter.comparison, value: try filter.value.value(field.type, frame))
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

  private func noValue(for name: Name, at span: Span) -> Diagnostic {
    Diagnostic(
      .noValue,
      Localized("\(name.english) is needed, and there is no value here", "\(name.chinese)必填，而这里没有值"),
      at: Place(place.source, span))
  }

  /// Where the value of a parameter stands, by the parameter's name.
  private func place(of subject: String?) -> Place? {
    guard let subject, let slot = command.declaration.slot(named: subject) else { return nil }
    let spans = given.filter { $0.slot == slot }.map(\.span) + filters.filter { $0.slot == slot }.map(\.span)
    return spans.reduce(nil) { $0?.union($1) ?? $1 }.map { Place(place.source, $0) }
  }
}

extension [BoundCall.Given] {
  /// Whether a parameter is given a value.
  func contains(_ slot: Int) -> Bool { contains { $0.slot == slot } }
}
