import Diagnostics
import Records
import Sheets
import Values

/// Which column of a sheet holds what.
struct SheetColumns {
  /// A field that a column gives.
  struct Known {
    /// The column's position in the sheet.
    let index: Int
    /// The field's position in the kind.
    let slot: Int
    let field: FieldDeclaration
  }

  /// How many columns there are.
  let count: Int
  /// A column that holds a value in place of several fields.
  struct Combined {
    /// The column's position in the sheet.
    let index: Int
    let input: RecordKind.Input
    /// The positions of the fields in the kind.
    let slots: [Int]
  }

  /// The columns that hold one field each.
  private(set) var single: [Known] = []
  /// The columns that hold values in place of several.
  private(set) var combined: [Combined] = []
  /// All fields that the sheet gives.
  private(set) var known: [Known] = []
  /// The column that holds handles, if there is one.
  private(set) var handle: Int?
  /// The columns that hold nothing that can be imported: harmless only as long as they are empty.
  private var refused: [(index: Int, fault: Diagnostic)] = []

  /// Reads the headings, the first row of a sheet.
  ///
  /// - Throws: a ``Diagnostic`` when there are none, two mean the same, or none says which record a row is about.
  init(_ reader: SheetReader, for kind: RecordKind) throws {
    guard case .row = try SheetColumns.event(reader) else {
      throw Diagnostic(
        .sheet, Localized("\(reader.text.name) is empty", "\(reader.text.name) 是空文件"),
        hint: Localized("the first row names the columns", "首行应为列名"))
    }
    count = reader.cellCount
    for index in 0..<count {
      let text = String(decoding: reader.cell(index), as: UTF8.self)
      let place = reader.place(ofCell: index)
      switch SheetHeading.meaning(of: text, for: kind) {
      case .nothing:
        refused.append(
          (index, Diagnostic(.sheetColumn, Localized("this column has no heading", "此列没有列名"), at: place)))
      case .handle:
        guard handle == nil else { throw SheetColumns.twice(kind.shape.columns[0].name, at: place) }
        handle = index
      case .field(let slot):
        let field = kind.fields[slot]
        guard !single.contains(where: { $0.slot == slot }) else { throw SheetColumns.twice(field.name, at: place) }
        single.append(Known(index: index, slot: slot, field: field))
      case .input(let input):
        let name = input.declaration.name
        guard !combined.contains(where: { $0.input.declaration.name == name }) else {
          throw SheetColumns.twice(name, at: place)
        }
        combined.append(Combined(index: index, input: input, slots: input.fields.map { kind.slot(of: $0) }))
      case .refused(let code, let message, let hint):
        refused.append((index, Diagnostic(code, message, hint: hint, at: place)))
      }
    }
    refuseBesideParts(reader)
    known = single
    for column in combined {
      known += column.slots.map { Known(index: column.index, slot: $0, field: kind.fields[$0]) }
    }
    try requireIdentity(kind, at: reader.place())
  }

  /// An address beside a building would say the same twice, or something else.
  private mutating func refuseBesideParts(_ reader: SheetReader) {
    for column in combined {
      guard let part = single.first(where: { column.slots.contains($0.slot) }) else { continue }
      let (name, other) = (column.input.declaration.name, part.field.name)
      let message = Localized(
        "\(name.english) and \(other.english) are both given", "\(name.chinese)与\(other.chinese)不能同时给出")
      refused.append(
        (
          column.index,
          Diagnostic(
            .sheetColumn, message, hint: Localized("leave one of them out", "请删去其中一列"),
            at: reader.place(ofCell: column.index))
        ))
    }
    let refusedIndices = refused.map(\.index)
    combined.removeAll { refusedIndices.contains($0.index) }
  }

  /// The position of the column of a field.
  func index(of field: String) -> Int? { known.first { $0.field.name.english == field }?.index }

  /// The faults of the columns that are not empty in a row, though they cannot be imported.
  func faults(in reader: SheetReader) -> [Diagnostic] {
    refused.filter { $0.index < reader.cellCount && !reader.cell($0.index).isEmpty }.map(\.fault)
  }

  private static func event(_ reader: SheetReader) throws -> SheetReader.Event {
    let event = try reader.next()
    if case .fault(let diagnostic) = event { throw diagnostic }
    return event
  }

  private static func twice(_ name: Name, at place: Place) -> Diagnostic {
    Diagnostic(
      .sheetColumn, Localized("two columns hold \(name.english)", "有两列都是\(name.chinese)"),
      hint: Localized("leave one of them out", "请删去其中一列"), at: place)
  }

  private func requireIdentity(_ kind: RecordKind, at place: Place) throws {
    guard handle == nil, let first = kind.identifiedBy.first, let slot = kind.slot(of: first),
      !known.contains(where: { $0.slot == slot })
    else { return }
    // Columns that mean nothing say more than the one that is missing, unless none means anything.
    if let fault = refused.first?.fault, !known.isEmpty || count == 1 { throw fault }
    guard !known.isEmpty else {
      throw Diagnostic(
        .sheetColumn,
        Localized("the first row names no field of \(kind.name.englishWithArticle)", "首行没有\(kind.name.chinese)的任何列名"),
        hint: Localized("the headings stand in the first row; take out what stands above them", "列名须在首行，请删去其上方的标题"),
        at: place)
    }
    let name = kind.fields[slot].name
    throw Diagnostic(
      .sheetColumn,
      Localized(
        "no column says which \(kind.name.english) a row is about", "没有一列说明各行是哪条\(kind.name.chinese)"),
      hint: Localized("a column \(name.english) is needed, or handle", "需要“\(name.chinese)”列或“代号”列"), at: place)
  }
}
