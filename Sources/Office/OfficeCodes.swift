import CommandLanguage
import Diagnostics
import Lessons
import Records
import Sheets
import Typesetting
import Values

extension DiagnosticCode {
  /// The codes of this room.
  static let ofOffice: [DiagnosticCode] = [
    .outputFile, .clock, .clockBehind, .unknownTopic, .unconfirmed, .sheetColumn, .maskedValue, .recordDiffers,
    .importRefused, .load, .backup, .printer, .settings, .prompt, .lineEditor, .option, .unknownLesson,
  ]
}

extension OfficeSession {
  /// All codes that an error may have, in the order of their names.
  public var codes: [DiagnosticCode] {
    let all: [DiagnosticCode] =
      DiagnosticCode.ofSources + DiagnosticCode.ofValues + DiagnosticCode.ofLanguage + DiagnosticCode.ofSheets
      + DiagnosticCode.ofTypesetting + DiagnosticCode.ofLessons
      + DiagnosticCode.ofRecords + DiagnosticCode.ofOffice + store.codes
    return all.sorted { $0.id < $1.id }
  }
}
