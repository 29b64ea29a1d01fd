import Diagnostics
import Values

/// The kinds of value that computations tell apart: one kind, or several that a value may be of.
struct ValueKinds: OptionSet, Sendable {
  let rawValue: UInt16

  static let nothing = ValueKinds(rawValue: 1 << 0)
  static let yesNo = ValueKinds(rawValue: 1 << 1)
  static let integer = ValueKinds(rawValue: 1 << 2)
  static let decimal = ValueKinds(rawValue: 1 << 3)
  static let money = ValueKinds(rawValue: 1 << 4)
  static let date = ValueKinds(rawValue: 1 << 5)
  static let moment = ValueKinds(rawValue: 1 << 6)
  static let time = ValueKinds(rawValue: 1 << 7)
  static let period = ValueKinds(rawValue: 1 << 8)
  static let text = ValueKinds(rawValue: 1 << 9)
  static let choice = ValueKinds(rawValue: 1 << 10)
  static let reference = ValueKinds(rawValue: 1 << 11)
  static let row = ValueKinds(rawValue: 1 << 12)
  static let list = ValueKinds(rawValue: 1 << 13)

  /// A number: a fraction that comes out whole is a whole number.
  static let number: ValueKinds = [.integer, .decimal]
  /// What has fields.
  static let record: ValueKinds = [.reference, .row]
  /// Every kind there is.
  static let any = ValueKinds(rawValue: (1 << 14) - 1)

  /// The kind of a value.
  init(of value: Value) {
    self =
      switch value {
      case .none: .nothing
      case .yesNo: .yesNo
      case .integer: .integer
      case .decimal: .decimal
      case .money: .money
      case .date: .date
      case .moment: .moment
      case .time: .time
      case .period: .period
      case .text: .text
      case .choice: .choice
      case .reference: .reference
      case .row: .row
      case .list: .list
      }
  }

  init(rawValue: UInt16) { self.rawValue = rawValue }

  /// Values of these kinds, of each kind one at least.
  var samples: [Value] { ValueKinds.allSamples.filter { contains(ValueKinds(of: $0)) } }

  /// A value of the first of these kinds, for messages; of no kind, no value.
  var sample: Value { ValueKinds.allSamples.first { contains(ValueKinds(of: $0)) } ?? .none }

  private static let allSamples: [Value] = [
    .none, .yesNo(true), .integer(1), .integer(2), .decimal(1.25), .money(Money(fen: 100)), .money(Money(fen: 300)),
    .date(CalendarDate(ordinal: 0)), .moment(Moment(seconds: 0)), .time(TimeOfDay(minutes: 0)),
    .period(Period(days: 1)), .text("a"), .choice(Choice("a", "甲")), .reference(Reference(kind: "a", id: 1)),
    .row(Row(RowShape([]), [])), .list([]),
  ]

  /// What is expected, for messages: `a text or a list`.
  var expectation: Localized {
    // A whole number is a number.
    let kinds = contains(.decimal) ? subtracting(.integer) : self
    var names: [Localized] = []
    for name in kinds.samples.map(\.typeName) where !names.contains(name) { names.append(name) }
    return Localized(
      names.map(\.english).joined(separator: " or "), names.map(\.chinese).joined(separator: "或"))
  }

  /// The kinds that come out when `compute` meets values of these kinds and of others.
  ///
  /// The operators themselves are asked with samples, so that what is known of them is what they do.
  ///
  /// - Throws: the fault that they report, if they report one whatever the kinds.
  func combined(with other: ValueKinds, _ compute: (Value, Value) throws -> Value) throws -> ValueKinds {
    guard self != .any, other != .any else { return try combined(withUnknown: other, compute) }
    var result: ValueKinds = []
    var fault: Diagnostic?
    for left in samples {
      for right in other.samples {
        do {
          result.insert(ValueKinds(of: try compute(left, right)))
        } catch let diagnostic as Diagnostic {
          fault = fault ?? diagnostic
        }
      }
    }
    if result.isEmpty, let fault { throw fault }
    return result.contains(.decimal) ? result.union(.integer) : result
  }

  /// Makes sure that there is something that the kinds which are known can meet.
  private func combined(withUnknown other: ValueKinds, _ compute: (Value, Value) throws -> Value) throws -> ValueKinds {
    guard self != other else { return .any }
    let known = self == .any ? other : self
    var fault: Diagnostic?
    // Most computations are with values of one's own kind.
    for unknown in known.samples + ValueKinds.any.samples {
      for sample in known.samples {
        do {
          _ = try self == .any ? compute(unknown, sample) : compute(sample, unknown)
          return .any
        } catch let diagnostic as Diagnostic {
          fault = fault ?? diagnostic
        }
      }
    }
    if let fault { throw fault }
    return .any
  }
}

extension DiagnosticCode {
  /// The code of the fault that a value of some kinds stands where others are wanted. A number with a fraction is not of
  /// another kind than a whole number: which of them a computation gives depends on its values.
  static func unfit(_ kinds: ValueKinds, for wanted: ValueKinds) -> DiagnosticCode {
    switch kinds {
    case .nothing: .noValue
    case .decimal where wanted.contains(.integer): .range
    default: .type
    }
  }
}
