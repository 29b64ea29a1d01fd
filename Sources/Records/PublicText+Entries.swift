import Diagnostics
import Values

extension PublicText {
  /// Refuses texts of an entry that a notice will print and nobody can change any more: empty ones, and those with a
  /// phone number in them, with which the notice could never hang.
  ///
  /// - Parameter aboutPeople: whether the texts are about who gave, so that a room number would tell who it is.
  static func checkEntry(_ record: Record, _ fields: [FieldDeclaration], aboutPeople: Bool = false) throws {
    try checkPresence(of: fields, in: record)
    for field in fields {
      guard case .text(let text) = record.values[record.kind.slot(of: field)] else { continue }
      do {
        try refuseNumbers(in: [text], except: [])
        if aboutPeople { try refuseRooms(in: text) { $0 } }
      } catch let fault as Diagnostic {
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
}
