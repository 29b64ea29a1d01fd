import Diagnostics
import Presentation
import Records
import Values

/// All that is kept about one person, for him to read (Personal Information Protection Law, art. 45): his record, every
/// record that names him, what of him hangs out, what the journal tells of him, who looked at him and why.
struct ResidentExport {
  /// One part of an export.
  enum Part: String, ChoiceValue {
    case person, record, posted, access, journal

    var chineseName: String {
      switch self {
      case .person: "本人"
      case .record: "记录"
      case .posted: "公开"
      case .access: "查看"
      case .journal: "日志"
      }
    }
  }

  /// The columns of an export as rows.
  static let shape = RowShape([
    Column(Name("part", "部分"), Part.valueType), Column(Name("kind", "类别"), .text(maximum: 40)),
    Column(Name("record", "记录"), .text(maximum: 60)), Column(Name("content", "内容"), .any),
  ])

  private let person: Record
  private let session: OfficeSession
  private let records: [Record]
  private let entries: [JournalEntry]

  /// Gathers what is kept about a resident.
  init(of person: Record, in session: OfficeSession) throws {
    self.person = person
    self.session = session
    let records = try PersonalRecords(of: person.reference, schema: session.schema, in: session.store).records
    self.records = records
    let about = Set(records.map(\.reference) + [person.reference])
    let cursor = try session.store.journal(JournalQuery())
    var entries: [JournalEntry] = []
    while let entry = try cursor.next() {
      if about.contains(entry.subject) || entry.names(person.reference) { entries.append(entry) }
      try session.poll()
    }
    self.entries = entries
  }

  private static let looks: Set<String> = ["reveal", "export", "access"]

  /// The export as rows: one for each record and each entry, its content as a row of its own.
  func rows() throws -> [Row] {
    var rows = [row(.person, person, content(of: person))]
    rows += records.map { row(.record, $0, content(of: $0)) }
    for record in try posted() {
      guard let posting = record.kind.posting else { continue }
      let title = try posting.title(record, session.store)[session.language]
      let values: [Value] = [
        .text(title), posting.place(record).map { .text($0) } ?? .none,
        posting.since(record).map { .date($0) } ?? .none,
      ]
      rows.append(row(.posted, record, Row(ResidentExport.postedShape, values)))
    }
    for entry in entries {
      let isLook = ResidentExport.looks.contains(entry.act)
      rows.append(
        Row(
          ResidentExport.shape,
          [
            .choice((isLook ? Part.access : .journal).choice), .text(entry.subject.kind),
            .text(session.handle(of: entry.subject)), .row(content(of: entry)),
          ]))
    }
    return rows
  }

  /// The export as a page for him alone.
  func document() throws -> Document {
    var page = Document(for: .desk)
    let handle = session.handle(of: person)
    page.add(.title(Localized("What is kept about \(handle)", "\(handle) 的个人信息")))
    let office = try Community.find(in: session.store)?[Community.name] ?? ""
    let by = session.operatorName
    let now = session.text(of: .moment(session.now))
    page.add(
      .paragraph(
        Localized("\(office), exported by \(by), \(now). For this person alone.", "\(office) 由\(by)于 \(now) 导出，仅供本人查阅。")
      ))
    page.add(.fields(RecordText.entries(of: content(of: person)) { session.label(of: $0) }))
    for kind in session.schema.kinds {
      let found = records.filter { $0.kind == kind }
      guard !found.isEmpty else { continue }
      page.add(.heading(kind.name.localized, right: Localized(same: String(found.count))))
      for block in blocks(of: found.map(content)) { page.add(block) }
    }
    try addPosted(to: &page)
    let looks = entries.filter { ResidentExport.looks.contains($0.act) }
    page.add(table(of: looks, Localized("Who looked, and why", "查看记录"), to: &page))
    let changes = entries.filter { !ResidentExport.looks.contains($0.act) }
    page.add(table(of: changes, Localized("The journal", "日志"), to: &page))
    return page
  }

  /// Records of one kind under each other: in columns if they have few fields, else field by field.
  private func blocks(of rows: [Row]) -> [Document.Block] {
    let label: (Reference) -> String = { session.label(of: $0) }
    let columns = rows[0].shape.columns
    let own = Value.text(session.handle(of: person))
    // What no record has, and that it is his, says nothing.
    let told = columns.indices.filter { slot in rows.contains { $0.values[slot].isPresent && $0.values[slot] != own } }
    guard told.count <= ResidentExport.widestTable else {
      let parts = rows.map { Document.Block.fields(RecordText.entries(of: $0, label: label)) }
      return Array(parts.map { [$0] }.joined(separator: [.rule]))
    }
    func cell(_ value: Value) -> Localized {
      Localized(value.displayText(in: .english, label: label), value.displayText(in: .chinese, label: label))
    }
    let table = Document.Table(
      told.map { .init(columns[$0].name.localized, isNumeric: columns[$0].type.isNumeric) },
      rows.map { row in told.map { cell(row.values[$0]) } })
    return [.table(table)]
  }

  private static let widestTable = 7

  private func addPosted(to page: inout Document) throws {
    let posted = try posted()
    guard !posted.isEmpty else { return }
    page.add(.heading(Localized("Hanging out in public", "公开张贴中"), right: Localized(same: String(posted.count))))
    let rows = try posted.compactMap { record -> [Localized]? in
      guard let posting = record.kind.posting else { return nil }
      return [
        Localized(same: session.handle(of: record)), try posting.title(record, session.store),
        Localized(same: posting.place(record) ?? ""),
        Localized(same: posting.since(record)?.exchangeText ?? ""),
      ]
    }
    page.add(.table(.init(Takedown.shape.columns.map { .init($0.name.localized) }, rows)))
  }

  private func table(of entries: [JournalEntry], _ heading: Localized, to page: inout Document) -> Document.Block {
    page.add(.heading(heading, right: Localized(same: String(entries.count))))
    let columns = [Name("number", "序号"), Name("at", "时间"), Name("by", "操作员"), Name("record", "记录")].enumerated().map {
      Document.Table.Column($1.localized, isNumeric: $0 == 0)
    }
    let rows = entries.map { entry -> [Localized] in
      let told = ChangeText(entry, session) { value, _ in session.text(of: shown(value)) }
      return [
        String(entry.number), session.text(of: .moment(entry.moment)), entry.by, session.handle(of: entry.subject),
        told.text,
      ].map { Localized(same: $0) }
    }
    return .table(.init(columns + [.init(Localized("what it tells", "内容"), fills: true)], rows))
  }

  // MARK: Content

  private func row(_ part: Part, _ record: Record, _ content: Row) -> Row {
    Row(
      ResidentExport.shape,
      [
        .choice(part.choice), .text(record.kind.name.english), .text(session.handle(of: record)), .row(content),
      ])
  }

  /// A record with nothing masked but other people.
  private func content(of record: Record) -> Row {
    let values = record.values.map(shown)
    let computed = record.kind.computed.map { computed in
      (try? computed.compute(record, session.store, session.writer.today)) ?? .none
    }
    return Row(record.kind.shape, [.text(session.handle(of: record))] + values + computed)
  }

  /// A value as he may see it: himself by his handle, other people masked.
  private func shown(_ value: Value) -> Value {
    switch value {
    case .reference(person.reference): .text(session.handle(of: person))
    case .reference(let other) where other.kind == person.kind.name.english:
      .text(PersonName.masked(session.label(of: other)))
    case .reference(let other): .text(session.label(of: other))
    case .list(let elements): .list(elements.map(shown))
    default: value
    }
  }

  private func content(of entry: JournalEntry) -> Row {
    Row(
      ResidentExport.entryShape,
      [
        .integer(entry.number), .moment(entry.moment), .text(entry.by), .text(entry.origin), .text(entry.act),
        .text(entry.before), .text(entry.after),
      ])
  }

  private func posted() throws -> [Record] {
    let consents = records.filter { $0.kind == Consent.kind }
    return try session.schema.posted(restingOn: consents, on: session.writer.today, in: session.store)
  }

  private static let postedShape = RowShape([
    Column(Name("what", "公开件"), .text(maximum: 200)), Column(Name("place", "地点"), .text(maximum: 100)),
    Column(Name("since", "自"), .date),
  ])
  private static let entryShape = RowShape([
    Column(Name("number", "序号"), .integer(0...Int.max)), Column(Name("at", "时间"), .moment),
    Column(Name("by", "操作员"), .text(maximum: 50)), Column(Name("origin", "来源"), .text(maximum: 500)),
    Column(Name("act", "动作"), .text(maximum: 40)), Column(Name("before", "原值"), .text(maximum: 10_000)),
    Column(Name("after", "新值"), .text(maximum: 10_000)),
  ])
}
