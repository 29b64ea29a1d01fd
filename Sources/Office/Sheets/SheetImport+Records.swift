import Diagnostics
import Records
import Values

extension DiagnosticCode {
  /// A record is there already, and is not what a row says.
  public static let recordDiffers = DiagnosticCode(
    "E-DIFFERS", "The record is there already, with other values.", "该记录已存在，但内容不同。",
    mend: Localized(
      "Say which is right: mode=update takes the sheet's values, mode=fill only what the record lacks.",
      "请指明以谁为准：模式=更新 采用表格的值，模式=补全 只填空缺。"),
    example: .lines(
      "print \"姓名,备注\\n胡建国,新\" > people.csv; resident import people.csv",
      "print \"姓名,备注\\n胡建国,新\" > 居民.csv; 居民 导入 居民.csv"))
}

extension SheetImport {
  /// The record that the row is about; nothing for a new one.
  func record(_ handle: String?) throws -> Record? {
    guard let handle else { return try finder.record(values) }
    cell = columns.handle
    defer { cell = nil }
    if let record = try finder.record(handle: handle) {
      try requireName(of: record)
      return record
    }
    isNumbered = true
    if let other = try finder.record(values, isNumbered: true) {
      throw Diagnostic(
        .unknownRecord,
        Localized("no \(kind.name.english) is \(handle)", "没有代号为 \(handle) 的\(kind.name.chinese)"),
        hint: Localized(
          "did you mean \(session.description(of: other))?", "是否指 \(session.description(of: other))？"))
    }
    return nil
  }

  /// A row that gives a number must also give the name, if it gives one: numbers of another office mean others.
  private func requireName(of record: Record) throws {
    guard case .numbered = kind.handle, let label = kind.label, let slot = kind.slot(of: label),
      values[slot].isPresent, values[slot] != record.values[slot]
    else { return }
    let (handle, name) = (session.handle(of: record), session.label(of: record))
    throw Diagnostic(
      .recordDiffers,
      Localized(
        "\(handle) is \(name), not \(values[slot].exchangeText)", "\(handle) 是 \(name)，不是 \(values[slot].exchangeText)"),
      hint: Localized("mend the handle, or leave it empty for a new one", "请改正代号；新增的行请留空"), subject: label)
  }

  /// Adds the row as a new record. A handle that nobody has may stand only for the record that gets it.
  func add(_ handle: String?) throws {
    var record = Record(kind)
    for known in columns.known where values[known.slot].isPresent { record.values[known.slot] = values[known.slot] }
    // What goes wrong after the record itself was written takes only this row back.
    let added =
      handle == nil && kind.didAdd == nil
      ? try session.writer.add(record) : try session.store.atomically { try add(record, as: handle) }
    finder.note(added)
    report.new += 1
  }

  private func add(_ record: Record, as handle: String?) throws -> Record {
    let added = try session.writer.add(record)
    // Rows that were refused before have left their numbers free; where nothing will be kept that is no new fault.
    let expected = Record(kind, id: added.id + (keepsGoodRows ? 0 : refusedNumbers), values: added.values)
    guard let handle, session.handle(of: expected) != handle else { return added }
    cell = columns.handle
    let given = session.handle(of: added)
    throw Diagnostic(
      .unknownRecord,
      Localized("no \(kind.name.english) is \(handle)", "没有代号为 \(handle) 的\(kind.name.chinese)"),
      hint: Localized("leave the cell empty for a new one; it becomes \(given)", "新增的行请留空；代号将为 \(given)"))
  }

  /// Brings a record that is there up to the row, as far as the mode allows.
  func change(_ record: Record) throws {
    var edited = record
    var emptied = 0
    for known in columns.known {
      let (old, new) = (record.values[known.slot], values[known.slot])
      switch mode {
      case .add:
        guard !new.isPresent || new == old else { throw differs(record, known) }
      case .update:
        let replacement = new.isPresent ? new : known.field.defaultValue
        guard replacement.isPresent || !old.isBlank else { continue }
        edited.values[known.slot] = replacement
        if !new.isPresent, replacement != old { emptied += 1 }
      case .fill:
        if old.isBlank, new.isPresent { edited.values[known.slot] = new }
      }
    }
    guard edited.values != record.values else { return report.same += 1 }
    finder.note(try session.writer.change(record) { $0 = edited })
    report.changed += 1
    report.emptied += emptied
  }

  private func differs(_ record: Record, _ known: SheetColumns.Known) -> Diagnostic {
    let name = known.field.name
    let old = record.values[known.slot]
    let shown = session.text(of: known.field.isMasked ? session.masked(old, known.field.type) : old)
    let (handle, label) = (session.handle(of: record), session.label(of: record))
    let subject = handle == label ? handle : "\(label) (\(handle))"
    let message =
      old.isBlank
      ? Localized("\(subject) is there already, without \(name.english)", "\(subject) 已存在，没有\(name.chinese)")
      : Localized(
        "\(subject) is there already, with the \(name.english) \(shown)", "\(subject) 已存在，其\(name.chinese)为 \(shown)")
    return Diagnostic(
      .recordDiffers, message,
      hint: kind.verbs.contains(.set)
        ? Localized("mode=update replaces what is there, mode=fill fills what is empty", "模式=更新 替换原值，模式=补全 只填空缺")
        : nil, subject: name.english)
  }
}

extension Value {
  /// Whether there is no value, or a text without a character.
  fileprivate var isBlank: Bool {
    switch self {
    case .none: true
    case .text(let text): text.isEmpty
    default: false
    }
  }
}
