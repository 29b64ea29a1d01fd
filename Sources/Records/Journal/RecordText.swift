import Diagnostics
import Foundation
import Values

extension DiagnosticCode {
  /// The journal holds what nobody wrote there.
  public static let journal = DiagnosticCode(
    "E-JOURNAL", "The journal does not fit.", "日志不符。",
    mend: Localized(
      "Somebody changed the office's file past the program. Keep the file as it is, find out who could write to it, "
        + "and go on with a backup from before the change.",
      "有人绕过程序改动了办公室数据文件。请原样保留此文件，查明谁能写入，并改用改动之前的备份。"),
    example: .situation(
      "A phone number was changed in the file with another program; then journal verify is typed.",
      "有人用其他程序在文件里改了一个电话号码，随后输入 日志 核验。"))
}

/// Records as JSON text with English names: the form in which the journal keeps what was and what is.
public enum RecordText {
  /// The values that a text gives to a kind's fields, by position.
  ///
  /// - Throws: ``DiagnosticCode/journal`` when the text cannot have been written for the kind.
  public static func values(in text: String, of kind: RecordKind) throws -> [Int: Value] {
    guard !text.isEmpty else { return [:] }
    let object = try? JSONSerialization.jsonObject(with: Data(text.utf8), options: .fragmentsAllowed)
    guard let object = object as? [String: Any] else { throw misfit(kind) }
    var values: [Int: Value] = [:]
    for (name, content) in object {
      guard let slot = kind.slot(of: name) else { throw misfit(kind) }
      values[slot] = try value(content, kind.fields[slot].type)
    }
    return values
  }

  /// What an entry says of the fields that an erasure took from another record than the person's own.
  static func erasure(of fields: [String], because number: Int) -> [String: Value] {
    ["fields": .text(fields.joined(separator: ", ")), "entry": .integer(number)]
  }

  /// The positions of the fields that such an entry lists.
  static func erasedFields(in text: String, of kind: RecordKind) -> [Int] {
    let object = try? JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    guard let fields = object?["fields"] as? String else { return [] }
    return fields.split(separator: ", ").compactMap { kind.slot(of: String($0)) }
  }

  private static func value(_ content: Any, _ type: ValueType) throws -> Value {
    switch (content, type) {
    case (is NSNull, _): .none
    case (let elements as [Any], .list(let element)): .list(try elements.map { try value($0, element) })
    default: try type.value(exchange: "\(content)")
    }
  }

  private static func misfit(_ kind: RecordKind) -> Diagnostic {
    Diagnostic(
      .journal,
      Localized("an entry holds no values of \(kind.name.englishWithArticle)", "条目内容不是\(kind.name.chinese)的字段值"))
  }

  /// All fields that have a value.
  static func json(of record: Record) -> String {
    json(of: record, only: Array(record.values.indices))
  }

  /// Some fields, by position; a missing value is `null` when it was asked for among others.
  static func json(of record: Record, only slots: [Int]) -> String {
    let isWhole = slots.count == record.values.count
    var json = JSONText(capacity: 32 * slots.count)
    json.append(raw: "{")
    var isFirst = true
    for slot in slots where !isWhole || record.values[slot].isPresent {
      if !isFirst { json.append(raw: ",") }
      isFirst = false
      json.append(raw: record.kind.journalKeys[slot])
      json.append(record.values[slot])
    }
    json.append(raw: "}")
    return json.text
  }

  /// An object of named values, in the order of their names.
  static func json(_ values: [String: Value]) -> String {
    var json = JSONText()
    json.append(raw: "{")
    for (index, (name, value)) in values.sorted(by: { $0.key < $1.key }).enumerated() {
      if index > 0 { json.append(raw: ",") }
      json.append(name)
      json.append(raw: ":")
      json.append(value)
    }
    json.append(raw: "}")
    return json.text
  }

  /// The positions of the fields whose values differ.
  static func differences(from old: Record, to new: Record) -> [Int] {
    old.values.indices.filter { old.values[$0] != new.values[$0] }
  }
}
