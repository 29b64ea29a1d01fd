import CommandLanguage
import Diagnostics
import Records
import Sheets
import Values

/// Writes records as the rows of a sheet, each cell as it could be typed.
final class SheetExport {
  /// Where the values of a column come from.
  private enum Content {
    case handle
    case stored(slot: Int, isMasked: Bool)
    case computed(RecordKind.Computed)
  }

  /// Whether a column is written in full that rows mask.
  let showsMaskedFields: Bool
  private let session: OfficeSession
  private let columns: [(column: Column, content: Content, isMasked: Bool)]
  private var names: [Reference: String] = [:]

  /// How many names are remembered.
  private static let nameLimit = 10_000

  /// Prepares for a kind.
  ///
  /// - Parameters:
  ///   - kind: what is written.
  ///   - shown: the positions of the columns in the kind's rows; nothing for all that `import` takes.
  ///   - isUnmasked: whether what rows mask is written in full.
  init(_ kind: RecordKind, columns shown: [Int]?, isUnmasked: Bool, in session: OfficeSession) {
    self.session = session
    columns = (shown ?? SheetExport.importable(kind)).map { position in
      let column = kind.shape.columns[position]
      if position == 0 { return (column, .handle, false) }
      guard position <= kind.fields.count else {
        return (column, .computed(kind.computed[position - 1 - kind.fields.count]), false)
      }
      let isMasked = kind.fields[position - 1].isMasked
      return (column, .stored(slot: position - 1, isMasked: isMasked && !isUnmasked), isMasked)
    }
    showsMaskedFields = isUnmasked && columns.contains(where: \.isMasked)
  }

  /// The fields that `import` takes, behind the handle unless that is one of them.
  private static func importable(_ kind: RecordKind) -> [Int] {
    let fields = kind.fields.indices.filter { kind.fields[$0].isSettable || !kind.verbs.contains(.add) }.map { $0 + 1 }
    if case .field = kind.handle { return fields }
    return [0] + fields
  }

  /// Writes the headings and all records.
  func write(_ next: () throws -> Listing.Match?, to writer: SheetWriter) throws {
    var writer = writer
    for (column, content, _) in columns { writer.add(heading(column, content)) }
    try writer.endRow()
    while let (record, _) = try next() {
      try session.poll()
      for (column, content, _) in columns {
        writer.add(try text(of: record, content), isNumber: column.type.isNumeric)
      }
      try writer.endRow()
    }
    try writer.flush()
  }

  private func heading(_ column: Column, _ content: Content) -> String {
    guard case .stored(_, isMasked: true) = content else { return column.name[session.language] }
    return column.name[session.language] + SheetHeading.maskMark[session.language]
  }

  private func text(of record: Record, _ content: Content) throws -> String {
    switch content {
    case .handle: session.handle(of: record)
    case .stored(let slot, isMasked: true): text(of: session.masked(record.values[slot], record.kind.fields[slot].type))
    case .stored(let slot, isMasked: false): try text(of: record.values[slot], record.kind.fields[slot].type)
    case .computed(let computed):
      try text(of: computed.compute(record, session.store, session.writer.today), computed.declaration.type)
    }
  }

  private func text(of value: Value) -> String { value.typedText(in: session.language) { session.label(of: $0) } }

  private func text(of value: Value, _ type: ValueType) throws -> String {
    if case .text(let text) = value { return text }
    return try value.typedText(in: session.language) { try name(of: $0, type) }
  }

  /// A text by which `import` finds a record again: its label if that names it alone, else with what tells it apart,
  /// else its handle.
  private func name(of reference: Reference, _ type: ValueType) throws -> String {
    if let name = names[reference] { return name }
    if names.count >= SheetExport.nameLimit { names.removeAll() }
    let record = try session.record(reference)
    var kinds = [reference.kind]
    if case .reference(let allowed) = type { kinds = allowed }
    let label = session.label(of: record)
    let details = record.kind.distinguishedBy.map { session.text(of: record, $0) }.filter { !$0.isEmpty }
    let name = ([label] + details.map { "\(label)@\($0)" }).first { candidate in
      (try? session.resolve(candidate, kinds: kinds, suggests: false)) == reference
    }
    names[reference] = name ?? session.handle(of: record)
    return name ?? session.handle(of: record)
  }
}
