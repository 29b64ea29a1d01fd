import Diagnostics
import Values

/// A source of values and the filters that they flow through.
final class BoundPipeline: BoundExpression {
  /// Where values come from.
  enum Origin {
    case call(BoundCall)
    case expression(any BoundExpression)
    case print([any BoundExpression])

    /// Whether a text comes from it that is laid out for people and has no rows.
    var isDocument: Bool {
      switch self {
      case .call(let call): call.isDocument
      case .expression: false
      case .print: true
      }
    }
  }

  private let origin: Origin
  private let filters: [any BoundFilter]

  init(_ origin: Origin, _ filters: [any BoundFilter]) {
    self.origin = origin
    self.filters = filters
  }

  /// What comes out at the end; rows not yet read.
  func run(_ frame: Frame) throws -> CommandResult {
    var result: CommandResult
    switch origin {
    case .call(let call): result = try call.run(frame).polled(by: frame.runtime)
    case .expression(let expression): result = .value(try expression.evaluate(frame))
    case .print(let words):
      let host = frame.runtime.host
      let texts = try words.map { host.text(of: try $0.evaluate(frame)) }
      result = .document(texts.joined(separator: " ") + "\n")
    }
    for filter in filters {
      result = try result.isNothing ? filter.applyToNothing(result, frame) : filter.apply(to: result, frame)
    }
    return result
  }

  /// What `$(…)` gets: rows as a list, a document's value or text.
  func evaluate(_ frame: Frame) throws -> Value { try value(frame) }

  /// What comes out at the end, as one value.
  func value(_ frame: Frame) throws -> Value {
    switch try run(frame) {
    case .nothing: return .none
    case .acknowledgement(_, let value): return try value()
    case .value(let value): return value
    case .rows(let stream, _): return .list(try stream.collect().map(Value.row))
    case .document(let document, let value):
      let known = try value()
      return known.isPresent ? known : .text(try frame.runtime.host.text(of: try document()))
    case .encoded(let encoded):
      var text = ""
      try encoded.writeText { text += $0 }
      return .text(text)
    case .printout(let printout):
      var bytes: [UInt8] = []
      try printout.write(as: .text) { bytes += $0 }
      return .text(String(decoding: bytes, as: UTF8.self))
    }
  }
}

/// A pipeline that stands by itself: its result is shown or written.
final class BoundOutput: BoundStatement {
  private let pipeline: BoundPipeline
  private let moment: BoundMoment?
  private let format: OutputFormat?
  private let path: (any BoundExpression)?
  private let appends: Bool
  /// Whether a command's acknowledgement is shown: not inside a block, whose author prints what he wants seen.
  private let acknowledges: Bool
  private let place: Place

  init(
    _ pipeline: BoundPipeline, asOf moment: BoundMoment?, as format: OutputFormat?, to path: (any BoundExpression)?,
    appends: Bool, acknowledges: Bool, at place: Place
  ) {
    self.pipeline = pipeline
    self.moment = moment
    self.format = format
    self.path = path
    self.appends = appends
    self.acknowledges = acknowledges
    self.place = place
  }

  func execute(_ frame: Frame) throws -> Completion {
    if let moment { try moment.during(frame) { try show(frame) } } else { try show(frame) }
    return .next
  }

  private func show(_ frame: Frame) throws {
    let host = frame.runtime.host
    var result = try pipeline.run(frame)
    if acknowledges, let last = frame.runtime.lastResult { result = last.keeping(result) }
    switch result {
    case .nothing, .value(.none): if path == nil { return }
    case .acknowledgement: if path == nil, !acknowledges { return }
    default: break
    }
    var destination = Destination.standardOutput
    if let path {
      let name = host.text(of: try path.evaluate(frame))
      destination = appends ? .appending(name) : .file(name)
    }
    try placed(place) { try host.show(result, as: format, to: destination) }
  }
}

extension CommandResult {
  /// The same result, its rows read only as long as nobody asks the run to stop.
  fileprivate func polled(by runtime: Runtime) -> CommandResult {
    switch self {
    case .rows(let stream, let columns):
      .rows(
        RowStream(stream.shape) {
          try runtime.poll()
          return try stream.next()
        }, columns: columns)
    case .encoded(let text): .encoded(text.before(runtime.poll))
    case .printout(let printout): .printout(printout.before(runtime.poll))
    default: self
    }
  }
}
