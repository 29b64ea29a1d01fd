import CommandLanguage
import Diagnostics
import Records
import Sheets
import Values

/// One import: the rows of a sheet, one by one, become records through the same rules as everything else.
final class SheetImport {
  /// Thrown through a transaction to take a dry run back.
  private struct TakenBack: Error {}

  let kind: RecordKind
  let session: OfficeSession
  let mode: ImportMode
  let reader: SheetReader
  let columns: SheetColumns
  let finder: RecordFinder
  var report: ImportReport
  /// The values of the row at hand, at the positions of their fields.
  var values: [Value]
  /// The cell that is being looked at.
  var cell: Int?
  /// Whether the row at hand has a number that no record has.
  var isNumbered = false
  /// How many such rows were refused.
  private(set) var refusedNumbers = 0
  /// What the names in the cells of each field were found to name, rightly or wrongly: many rows name few buildings.
  var names: [[String: Result<Reference, Diagnostic>]]
  /// Whether good rows are kept when others are refused.
  var keepsGoodRows: Bool { rejectsPath != nil && !isDryRun }
  private let isDryRun: Bool
  private let rejects: RejectedRows?
  private let rejectsPath: String?
  private var progress: ImportProgress

  /// The least bytes that a row takes; for an estimate of how many there are.
  private static let shortRow = 16

  /// Opens a sheet.
  ///
  /// - Throws: a ``Diagnostic`` when it is no sheet of the kind.
  init(
    _ kind: RecordKind, path: String, mode: ImportMode, encoding: TextEncoding?, isDryRun: Bool, rejects: String?,
    in session: OfficeSession
  ) throws {
    self.kind = kind
    self.session = session
    self.mode = mode
    self.isDryRun = isDryRun
    let file = try InputFile(path: session.location(ofInput: path), name: path)
    let text = try SheetText(name: path, source: file, encoding: encoding, poll: session.poll)
    reader = try SheetReader(text)
    columns = try SheetColumns(reader, for: kind)
    finder = try RecordFinder(
      kind, session, slots: columns.known.map(\.slot), expectedRows: text.count / SheetImport.shortRow)
    values = Array(repeating: .none, count: kind.fields.count)
    names = Array(repeating: [:], count: kind.fields.count)
    let mark = text.hasMark && text.encoding == .utf8
    report = ImportReport(
      file: path,
      encoding: Localized(
        text.encoding.rawValue + (mark ? " with mark" : ""), text.encoding.rawValue + (mark ? "，带标记" : "")))
    progress = ImportProgress(show: session.environment.progress)
    rejectsPath = rejects
    self.rejects =
      if let rejects, !isDryRun, !session.isRehearsing {
        RejectedRows(session.location(of: rejects), of: text, headings: Array(reader.rowText))
      } else {
        nil
      }
  }

  /// Reads all rows.
  ///
  /// - Throws: a ``Diagnostic`` when a row was refused and nothing is said about where to put it, or when the file cannot
  ///   be read to its end; then nothing was imported.
  func run() throws -> CommandResult {
    let origin = session.writer.authorship.origin
    defer {
      session.writer.authorship.origin = origin
      progress.end()
    }
    guard !isDryRun else { return try rehearsed(origin) }
    try readRows(origin)
    guard report.refused > 0 else {
      let row = report.row(session.language)
      return .acknowledgement(report.summary) { .row(row) }
    }
    guard let rejectsPath else { throw report.refusal }
    if let rejects {
      try rejects.keep()
      session.noteWritten(rejectsPath)
    }
    if session.isRehearsing { try session.environment.output(session.wouldWrite(rejectsPath)) }
    let kept = Localized("the refused rows are in \(rejectsPath)\n", "拒收的行已写入 \(rejectsPath)\n")
    return document(faults: report.faultText(session.language), end: kept)
  }

  private func rehearsed(_ origin: String) throws -> CommandResult {
    do {
      try session.store.atomically {
        try readRows(origin)
        throw TakenBack()
      }
    } catch is TakenBack {}
    let samples = report.samples.map { $0[session.language] + "\n" }.joined()
    return document(
      faults: samples + report.faultText(session.language),
      end: Localized("this was a dry run; nothing was changed\n", "这是试运行，未作任何改动\n"))
  }

  private func document(faults: String, end: Localized) -> CommandResult {
    let summary = TerminalText.safe(report.summary[session.language]) + "\n"
    return .document(
      faults + summary + TerminalLines.safe(end[session.language]), value: .row(report.row(session.language)))
  }

  // MARK: Rows

  private func readRows(_ origin: String) throws {
    let name = reader.text.name.split(separator: "/").last.map(String.init) ?? reader.text.name
    let place = JournalEntry.origin(origin, reading: name + ":")
    while true {
      try session.poll()
      let event = try reader.next()
      switch event {
      case .end: return
      case .fault(let diagnostic): try refuse(diagnostic)
      case .row:
        session.writer.authorship.origin = place + String(reader.line)
        do {
          (cell, isNumbered) = (nil, false)
          try takeRow()
        } catch let diagnostic as Diagnostic where !diagnostic.code.isFatal && diagnostic.causes.isEmpty {
          try refuse(diagnostic)
        }
      }
      progress.update(rows: report.read, part: reader.text.offset, of: reader.text.count)
    }
  }

  private func refuse(_ diagnostic: Diagnostic) throws {
    report.refuse {
      diagnostic.at(reader.place(ofCell: diagnostic.subject.flatMap { columns.index(of: $0) } ?? cell))
    }
    if isNumbered { refusedNumbers += 1 }
    try rejects?.add(reader.rowText)
  }

  private func takeRow() throws {
    guard reader.cellCount == columns.count else { throw ragged }
    let faults = columns.faults(in: reader)
    guard faults.isEmpty else { throw SheetImport.unusable(faults) }
    for known in columns.single { values[known.slot] = try value(of: known) }
    for combined in columns.combined { try takeParts(of: combined) }
    cell = nil
    if isDryRun, report.samples.count < ImportReport.sampleLimit { report.samples.append(sample) }
    let handle = try self.handle()
    if let record = try record(handle) {
      try finder.claim(record)
      try change(record)
    } else {
      try add(handle)
    }
  }

  private var ragged: Diagnostic {
    cell = min(reader.cellCount, columns.count)
    return Diagnostic(
      .sheetRow,
      Localized(
        "the row has \(reader.cellCount.counted("cell")), the headings are \(columns.count)",
        "此行有 \(reader.cellCount) 个单元格，列名有 \(columns.count) 个"),
      hint: Localized("a cell that holds the separator stands in quotes", "含分隔符的单元格须加引号"))
  }

  /// The faults of columns end the import: they are those of every row.
  private static func unusable(_ faults: [Diagnostic]) -> Diagnostic {
    Diagnostic(
      .importRefused,
      Localized(
        "\(faults.count.counted("column")) cannot be imported; nothing was imported",
        "有 \(faults.count) 列不能导入；未导入任何内容"),
      hint: Localized("rename, empty or remove them", "请改名、清空或删去"), causes: faults)
  }

  /// The row as it was read.
  private var sample: Localized {
    func text(_ language: Language) -> String {
      let cells = columns.known.filter { values[$0.slot].isPresent }.map { known in
        let value = values[known.slot]
        let shown = session.text(of: known.field.isMasked ? session.masked(value, known.field.type) : value)
        return "\(known.field.name[language])=\(shown)"
      }
      return TerminalText.safe("\(reader.text.name):\(reader.line): \(cells.joined(separator: " "))")
    }
    return Localized(text(.english), text(.chinese))
  }
}
