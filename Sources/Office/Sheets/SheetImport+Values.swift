import CommandLanguage
import Diagnostics
import Records
import Sheets
import Values

extension SheetImport {
  /// The handle that the row gives, if it gives one.
  func handle() throws -> String? {
    guard let index = columns.handle else { return nil }
    let content = trimmed(reader.cell(index))
    guard !content.isEmpty else { return nil }
    cell = index
    return FullWidth.fold(String(decoding: content, as: UTF8.self)).uppercased()
  }

  /// The value of a cell of the row, none for an empty one.
  func value(of known: SheetColumns.Known) throws -> Value {
    cell = known.index
    let content = trimmed(CellText.unguarded(reader.cell(known.index)))
    guard !content.isEmpty else { return .none }
    if case .integer(let bounds) = known.field.type, let number = number(content), bounds ~= number {
      return .integer(number)
    }
    let text = String(decoding: content, as: UTF8.self)
    switch known.field.type {
    case .reference(let kinds): return .reference(try reference(text, kinds, slot: known.slot))
    case .text where known.field.name.english == kind.label:
      let value = try known.field.type.resolve(text, session)
      if case .text(let label) = value { return .text(kind.normalizeLabel(label)) }
      return value
    default:
      if known.field.isMasked, content.contains(UInt8(ascii: "*")) { throw masked }
      return try known.field.type.resolve(text, session)
    }
  }

  /// The values of the fields that a cell stands for together, such as those of an address.
  func takeParts(of combined: SheetColumns.Combined) throws {
    cell = combined.index
    for slot in combined.slots { values[slot] = .none }
    let content = trimmed(CellText.unguarded(reader.cell(combined.index)))
    guard !content.isEmpty else { return }
    var record = Record(kind)
    let text = String(decoding: content, as: UTF8.self)
    try combined.input.apply(&record, combined.input.declaration.type.resolve(text, session), session.store)
    for slot in combined.slots { values[slot] = record.values[slot] }
  }

  /// How many names of a field are remembered.
  private static let nameLimit = 10_000

  /// The record that a cell names. A building in a thousand rows is looked up once, whether it is there or not.
  private func reference(_ text: String, _ kinds: [String], slot: Int) throws -> Reference {
    if let found = names[slot][text] { return try found.get() }
    let found: Result<Reference, Diagnostic>
    do {
      found = .success(try session.resolve(text, kinds: kinds, suggests: report.showsFaults))
    } catch let diagnostic as Diagnostic where !diagnostic.code.isFatal {
      found = .failure(diagnostic)
    }
    // What the rows themselves add may be named by rows that follow.
    if !kinds.contains(kind.name.english), kind.didAdd == nil {
      if names[slot].count >= SheetImport.nameLimit { names[slot].removeAll() }
      names[slot][text] = found
    }
    return try found.get()
  }

  private var masked: Diagnostic {
    Diagnostic(
      .maskedValue, Localized("the value is masked", "该值已隐去"),
      hint: Localized("leave the column out, or export again with reason=…", "请删去此列，或加 理由=… 重新导出"))
  }

  /// A whole number in plain digits; nothing if it is written otherwise, which may still be a number.
  private func number(_ content: UnsafeBufferPointer<UInt8>) -> Int? {
    guard content.count <= 9 else { return nil }
    var number = 0
    for byte in content {
      guard 0x30...0x39 ~= byte else { return nil }
      number = number * 10 + Int(byte - 0x30)
    }
    return number
  }

  /// A cell without blanks at its ends.
  private func trimmed(_ content: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    guard let first = content.first, let last = content[content.endIndex - 1] as UInt8?,
      first <= 0x20 || last <= 0x20 || first == 0xE3 || first == 0xC2 || last == 0x80 || last == 0xA0
    else { return content }
    var (start, end) = (0, content.count)
    while start < end, let length = blank(content, at: start, before: end) { start += length }
    while end > start, let length = blank(content, endingAt: end, behind: start) { end -= length }
    return UnsafeBufferPointer(rebasing: content[start..<end])
  }

  /// The blanks that are written into sheets: space, tab and line ends, the wide blank, the one that does not break.
  private static let wideBlanks: [[UInt8]] = [[0xE3, 0x80, 0x80], [0xC2, 0xA0]]

  private func blank(_ content: UnsafeBufferPointer<UInt8>, at start: Int, before end: Int) -> Int? {
    if content[start] <= 0x20 { return 1 }
    return SheetImport.wideBlanks.first { content[start..<end].starts(with: $0) }?.count
  }

  private func blank(_ content: UnsafeBufferPointer<UInt8>, endingAt end: Int, behind start: Int) -> Int? {
    if content[end - 1] <= 0x20 { return 1 }
    return SheetImport.wideBlanks.first {
      end - start >= $0.count && content[(end - $0.count)..<end].elementsEqual($0)
    }?
    .count
  }
}
