import Diagnostics
import Values

extension Binder {
  /// Makes sure that a value which is worked out may fit a parameter's type.
  ///
  /// What a text or a number holds decides whether it can be read as something else; all other kinds fit or do not.
  func checkFit(_ value: any BoundExpression, _ known: StaticType, _ type: ValueType, at place: Place) throws {
    try placed(place) {
      if let constant = value as? BoundConstant {
        _ = try type.convert(constant.value, now: host.now)
      } else {
        try checkFit(known, type)
      }
    }
  }

  private func checkFit(_ known: StaticType, _ type: ValueType) throws {
    guard !known.isUnknown else { return }
    var fault: Diagnostic?
    for sample in known.kinds.samples {
      do {
        return try checkFit(sample, known, type)
      } catch let diagnostic as Diagnostic {
        fault = fault ?? diagnostic
      }
    }
    if let fault { throw fault }
  }

  private func checkFit(_ sample: Value, _ known: StaticType, _ type: ValueType) throws {
    switch (sample, type) {
    case (.text, _), (.choice, _): return
    case (.integer, .time), (.integer, .period), (.decimal, .time), (.decimal, .period):
      throw unfit(sample, type)
    case (.integer, _), (.decimal, _): return
    case (.list, .list(let element)): try checkFit(known.element, element)
    case (_, .list(let element)): try checkFit(sample, known, element)
    case (.row, .reference(let kinds)), (.reference, .reference(let kinds)):
      // A row that shows a record has the columns of its kind.
      let expected = kinds.compactMap { host.shape(ofKind: $0) }
      guard let shapes = known.shapes, !shapes.contains(where: { shape in expected.contains { $0 === shape } })
      else { return }
      _ = try type.convert(ValueKinds.row.sample, now: host.now)
    case (.row, .either(let types)), (.reference, .either(let types)):
      for case .reference(let kinds) in types { return try checkFit(sample, known, .reference(kinds)) }
      throw unfit(sample, type)
    default:
      do { _ = try type.convert(sample, now: host.now) } catch is Diagnostic { throw unfit(sample, type) }
    }
  }

  /// The fault that no value of a kind can be of a type.
  private func unfit(_ sample: Value, _ type: ValueType) -> Diagnostic {
    let (wanted, found) = (type.expectation, sample.typeName)
    return Diagnostic(
      .value,
      Localized(
        "expected \(wanted.english), not \(found.english)", "此处应为\(wanted.chinese)，而不是\(found.chinese)"),
      hint: type.example.map { Localized("an example: \($0)", "例如：\($0)") })
  }
}
