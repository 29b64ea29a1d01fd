import Diagnostics
import Values

/// A moment of the past, for what is told as of it.
struct BoundMoment {
  private let moment: BoundArgument
  private let place: Place

  init(_ moment: BoundArgument, at place: Place) {
    self.moment = moment
    self.place = place
  }

  /// Runs `body` as of the moment; a day means its end.
  func during<Result>(_ frame: Frame, _ body: () throws -> Result) throws -> Result {
    guard case .moment(let moment) = try moment.value(.moment, frame) else {
      throw Diagnostic(.noValue, Localized("as of needs a date, and there is none here", "截至 后须有日期，而这里没有值"), at: place)
    }
    return try placed(place) { try frame.runtime.host.asOf(moment.endIfDay, body) }
  }
}

/// What `$(as of …)` gets.
final class BoundPast: BoundExpression {
  private let pipeline: BoundPipeline
  private let moment: BoundMoment

  init(_ pipeline: BoundPipeline, asOf moment: BoundMoment) {
    self.pipeline = pipeline
    self.moment = moment
  }

  func evaluate(_ frame: Frame) throws -> Value {
    try moment.during(frame) { try pipeline.value(frame) }
  }
}
