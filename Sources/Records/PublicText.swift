import Diagnostics
import Values

/// The one check that reads everything public before it is written: cards, notices, minutes.
public enum PublicText {
  /// Refuses a text that holds an identity number, a phone that nobody agreed to, or a room number beside a name.
  ///
  /// - Parameters:
  ///   - text: what is to be published.
  ///   - phones: the numbers that may stand in it.
  ///   - names: the people's names that may stand in it; no line with one of them may hold a room number.
  public static func check(_ text: String, phones: Set<String>, names: [String]) throws {
    try refuseIdentityNumber(in: text)
    for line in FullWidth.fold(text).split(separator: "\n") {
      let found = numbers(in: line).filter { $0.count >= 7 && Phone($0) != nil && !phones.contains($0) }
      if let phone = found.first {
        throw Diagnostic(
          .privacy, Localized("the phone number \(phone) may not be published", "电话 \(phone) 未经同意，不得公开"),
          hint: Localized("record a consent, or leave the number out", "请登记同意，或去掉该号码"))
      }
      guard let name = names.first(where: { line.contains(FullWidth.fold($0)) }) else { continue }
      if let room = numbers(in: line).first(where: { isRoom($0, in: line) }) {
        throw Diagnostic(
          .privacy, Localized("room \(room) stands beside the name \(name)", "姓名 \(name) 旁出现了房号 \(room)"),
          hint: Localized("publish the building only", "公开时只写楼栋"))
      }
    }
  }

  /// Refuses texts of an entry that a notice will print and nobody can change any more: empty ones, and those with an
  /// identity number or a phone number in them, with which the notice could never hang.
  ///
  /// - Parameter aboutPeople: whether the texts are about who gave, so that a room number would tell who it is.
  static func checkEntry(_ record: Record, _ fields: [FieldDeclaration], aboutPeople: Bool = false) throws {
    try checkPresence(of: fields, in: record)
    for field in fields {
      guard case .text(let text) = record.values[record.kind.slot(of: field)] else { continue }
      do { try check(text, phones: [], names: aboutPeople ? [text] : []) } catch let fault as Diagnostic {
        throw Diagnostic(
          fault.code, fault.message, hint: Localized("the notice prints it; leave it out", "公示会印出这段文字，请删去"),
          subject: field.name.english)
      }
    }
  }

  /// Refuses texts without a single letter or digit.
  static func checkPresence(of fields: [FieldDeclaration], in record: Record) throws {
    for field in fields {
      guard case .text(let text) = record.values[record.kind.slot(of: field)],
        PersonName.comparisonKey(text).isEmpty
      else { continue }
      let name = field.name
      throw Diagnostic(
        .missingValue, Localized("\(name.english) is empty", "\(name.chinese)为空"), hint: field.help,
        subject: name.english)
    }
  }

  /// Refuses a document that says any such thing, in either language.
  public static func check(_ document: Document, phones: Set<String>, names: [String]) throws {
    for language in Language.allCases {
      try check(document.statements(in: language).joined(separator: "\n"), phones: phones, names: names)
    }
  }

  /// Refuses a text about somebody that an office must not keep: an identity number, or words for what the law holds
  /// sensitive and for lists of suspects (``Profile/sensitiveWords``).
  ///
  /// - Parameter subject: the English name of the field that the text is for.
  public static func refusePrivateText(in text: String, subject: String) throws {
    try refuseIdentityNumber(in: text)
    guard let word = Profile.cn.sensitiveWords.first(where: { text.contains($0) }) else { return }
    throw Diagnostic(
      .privacy, Localized("\"\(word)\" is nothing that is kept about a person here", "“\(word)”不属于可登记的信息"),
      hint: Localized("note what the person asked for, such as large print", "只写本人提出的需要，如 大字版"), subject: subject)
  }

  /// Refuses a text with an identity number of 18 places (GB 11643-1999); an office has no use for it.
  public static func refuseIdentityNumber(in text: String) throws {
    guard text.utf8.count >= 18 else { return }
    var run = 0
    for scalar in FullWidth.fold(text).unicodeScalars {
      if "0"..."9" ~= scalar || (run == 17 && (scalar == "X" || scalar == "x")) { run += 1 } else { run = 0 }
      if run == 18 {
        throw Diagnostic(
          .privacy, Localized("the text holds an identity number", "文字中含有身份证号"),
          hint: Localized("identity numbers are not kept here; leave it out", "这里不保存身份证号，请删去"))
      }
    }
  }

  /// Whether a run of digits is a room as people write it: `2单元501`, `501室`, `3-2-501`.
  private static func isRoom(_ number: String, in line: Substring) -> Bool {
    if 3...4 ~= number.count, line.contains("单元\(number)") || line.contains("\(number)室") { return true }
    let parts = number.split(separator: "-").map(\.count)
    return parts.count == 3 && parts[0] <= 2 && parts[1] <= 2 && 3...4 ~= parts[2]
  }

  /// Runs of digits and hyphens.
  public static func numbers(in line: Substring) -> [String] {
    line.split { !($0.isASCII && ($0.isNumber || $0 == "-")) }.map(String.init)
  }
}
