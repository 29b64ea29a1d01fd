import Diagnostics
import Records
import Values

/// The loading of a saved office: begun on an empty one, and whole when its transaction ends, or nothing of it is kept.
struct OfficeLoad {
  /// How many records it says it has.
  let count: Int
  /// The first number that new records of a kind get, where that is not the one behind the last.
  let next: [(kind: RecordKind, number: Int)]

  /// Makes sure that all records are there, that all that they name is there, and that the books of money hold.
  ///
  /// - Parameter poll: called for every record; what it throws ends the check.
  func finish(in session: OfficeSession) throws {
    let store = session.store
    var ids: [String: Set<Int>] = [:]
    for kind in session.schema.kinds {
      let records = try store.records(Query(kind))
      var found: Set<Int> = []
      while let record = try records.next() { found.insert(record.id) }
      ids[kind.name.english] = found
    }
    let present = ids.values.reduce(0) { $0 + $1.count }
    guard present == count else {
      throw refusal(
        Localized("it says \(count.counted("record")), and has \(present)", "应有 \(count) 条记录，实有 \(present) 条"))
    }
    for kind in session.schema.kinds {
      let records = try store.records(Query(kind))
      while let record = try records.next() {
        try session.poll()
        try requireNamed(in: record, ids)
      }
    }
    if let (fund, check) = try FundAudit.firstFailure(on: session.writer.today, in: store) {
      let (names, title) = (check.failures.joined(separator: ", "), fund[Fund.title])
      throw refusal(
        Localized(
          "the books of \(title) do not hold (\(check.name.english): \(names))",
          "\(title) 账目不符（\(check.name.chinese)：\(names)）"))
    }
    for (kind, number) in next { try store.setNextNumber(number, of: kind) }
  }

  private func requireNamed(in record: Record, _ ids: [String: Set<Int>]) throws {
    func require(_ value: Value, _ field: FieldDeclaration) throws {
      switch value {
      case .reference(let reference) where ids[reference.kind]?.contains(reference.id) != true:
        throw refusal(
          Localized(
            "\(record.handle) names as \(field.name.english) what is not there",
            "\(record.handle) 的\(field.name.chinese)所指记录不存在"))
      case .list(let elements): for element in elements { try require(element, field) }
      default: return
      }
    }
    for (field, value) in zip(record.kind.fields, record.values) { try require(value, field) }
  }

  private func refusal(_ reason: Localized) -> Diagnostic {
    Diagnostic(
      .load, Localized("the saved office is not whole: \(reason.english)", "已保存的办公室不完整：\(reason.chinese)"),
      hint: Localized("take the file as save wrote it; nothing was kept", "请使用 保存 写出的原文件；未保留任何内容"))
  }
}
