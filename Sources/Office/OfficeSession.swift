import CommandLanguage
import Diagnostics
import Presentation
import Records
import Values

/// One person's work in one office: the records, who is at the desk, the clock, the language of the answers.
public final class OfficeSession {
  /// Where the records are kept.
  public let store: any RecordStore
  /// The kinds of record there are.
  public let schema: Schema
  /// The way to change records.
  public let writer: RecordWriter
  /// The commands that lines may name.
  public private(set) var table = CommandTable([CommandTable.Group]())
  /// What surrounds the session.
  var environment: Environment
  /// Whether the store goes away with the session, so that its clock may be set.
  let isTemporary: Bool
  private(set) var fixedClock: Moment?
  /// What is known of the line or script that runs.
  var line = LineAtHand()
  /// Whether what is done will be taken back, so that no file is written.
  var isRehearsing = false
  /// Whether the command that ran last lays out what is for the board.
  private(set) var isPublishing = false
  /// The moment as of which records are read, if it is not the present.
  var past: Moment?
  /// What the operator may do, as long as operators are as they were; nothing as rights means everything.
  var knownRights: (revision: Int, name: String, rights: Set<OperatorRight>?)?
  private var labels: [Reference: String] = [:]
  private let resolvedNames: ResolvedNames
  /// Whether the text that runs, or ran last, was seen to tell of a change.
  public internal(set) var hasAcknowledged = false
  /// The files that the text which runs, or ran last, has written: what fails later does not take them back.
  public internal(set) var writtenFiles: [String] = []
  /// What the prompt has shown; nothing where there is none.
  var seen: SeenRecords?
  /// Asks whoever sits at the prompt and gives what he typed; nothing where nobody does, as in a script.
  public var ask: ((Localized) -> String?)?
  /// Shows what is written where people read it page by page; nothing where nobody does. If it is given what holds texts
  /// back, what is longer than the window goes there.
  public var page: ((((String) -> Void)?, ((String) throws -> Void) throws -> Void) throws -> Void)?
  /// Told which words were erased, so that copies of what was typed may be erased too.
  public var didErase: (([String]) -> Void)?
  /// What the prompt remembers; nothing in a script.
  public var memory: PromptMemory?
  /// The transaction that the prompt may have opened.
  public let transactions: OpenTransaction
  /// What the line at hand asks of the prompt.
  public let requests = PromptRequests()

  /// Opens a session on a store.
  ///
  /// - Parameters:
  ///   - store: where the records are kept.
  ///   - isTemporary: whether the store goes away with the session.
  ///   - environment: what surrounds the session.
  /// - Throws: a ``Diagnostic`` when the store cannot be read.
  public init(store: any RecordStore, isTemporary: Bool, environment: Environment) throws {
    self.store = store
    resolvedNames = ResolvedNames(store: store)
    transactions = OpenTransaction(store: store)
    self.schema = OfficeSchema.all
    self.isTemporary = isTemporary
    self.environment = environment
    self.writer = RecordWriter(
      store: store, schema: schema,
      authorship: Authorship(now: environment.clock(), by: environment.operatorName, origin: "start"))
    try readClock()
    transactions.keepState = { [unowned self] in
      let before = state
      return { [unowned self] in state = before }
    }
    let here = Here(session: self)
    table = CommandTable(
      OfficeCommands.groups.map { group in
        CommandTable.Group(group.noun) { group.commands().map { Command($0.declaration, run: here.calling($0)) } }
      })
  }

  /// This session for its own table. Who only reads declarations may hold the table longer than the session is there.
  private struct Here {
    unowned let session: OfficeSession

    /// What a command does to this office when it is called.
    func calling(_ command: OfficeCommand) -> (Arguments) throws -> CommandResult {
      { [self] in try session.call(command, $0) }
    }
  }

  private func call(_ command: OfficeCommand, _ arguments: Arguments) throws -> CommandResult {
    try require(command.right, for: command.declaration.words)
    isPublishing = command.declaration.effect == .publishes
    if isAsking, let confirmation = try command.asks?(self, arguments) { try confirm(confirmation) }
    let result = try command.run(self, arguments)
    try tellNews()
    return result
  }

  /// Who changes records from now on.
  var operatorName: String {
    get { environment.operatorName }
    set { environment.operatorName = newValue }
  }

  /// Ends a command that takes long if someone asked for it.
  func poll() throws {
    if environment.isInterrupted() { throw Interruption() }
  }

  /// Whether someone asked the run to stop.
  public var isInterrupted: () -> Bool { environment.isInterrupted }

  /// Follows the clock that the office keeps, if it is a demonstration, or the one on the wall.
  func readClock() throws { setClock(try ClockCommands.savedClock(in: store)) }

  /// Forgets what was known of the store, which holds another office now.
  func didReplaceStore() throws {
    forgetLabels()
    try readClock()
  }

  /// Stops the clock at a moment, or lets it run again.
  func setClock(_ moment: Moment?) {
    fixedClock = moment
    writer.authorship.now = now
  }

  /// Forgets what records are called, because they may be called otherwise now.
  func forgetLabels() {
    if !labels.isEmpty { labels.removeAll(keepingCapacity: true) }
  }

  // MARK: Records

  /// Reads a record that an argument names.
  public func record(_ reference: Reference) throws -> Record {
    guard let kind = schema[reference.kind], let record = try store.record(kind, id: reference.id) else {
      throw Diagnostic(.unknownRecord, Localized("the record is no longer there", "该记录已不存在"))
    }
    return record
  }

  /// A record as a row: its handle, its fields, its computed values.
  public func row(of record: Record) throws -> Row {
    var values: [Value] = []
    values.reserveCapacity(record.kind.shape.columns.count)
    values.append(.text(handle(of: record)))
    for (field, value) in zip(record.kind.fields, record.values) {
      values.append(field.isMasked ? masked(value, field.type) : value)
    }
    let today = writer.today
    for computed in record.kind.computed { values.append(try computed.compute(record, store, today)) }
    return Row(record.kind.shape, values, reference: record.reference)
  }

  /// A value for eyes that need not see it: part of a phone number, a surname.
  func masked(_ value: Value, _ type: ValueType) -> Value {
    switch (value, type) {
    case (.text(let text), .phone): .text(Phone(text)?.masked ?? "***")
    case (.text(let text), _): .text(PersonName.masked(text))
    case (.reference(let reference), _): .text(PersonName.masked(label(of: reference)))
    default: .none
    }
  }

  /// The rows of records, read one by one.
  public func rows(_ query: Query) throws -> CommandResult {
    let cursor = try store.records(query)
    let stream = RowStream(query.kind.shape) { [self] in try cursor.next().map { try row(of: $0) } }
    return .rows(stream, columns: query.kind.shape.listed)
  }

  /// The short word that names a record: `R12`, `G3`, `M1.1`.
  public func handle(of record: Record) -> String { record.handle }

  /// The short word that names a record, which may have been removed.
  public func handle(of reference: Reference) -> String {
    if reference.id == 0, let kind = schema[reference.kind] { return kind.name[language] }
    if case .numbered(let prefix)? = schema[reference.kind]?.handle { return "\(prefix)\(reference.id)" }
    if let record = try? record(reference) { return handle(of: record) }
    return "\(reference.kind)/\(reference.id)"
  }

  /// What people call a record: its label, or its handle where it has none.
  public func label(of record: Record) -> String {
    guard let name = record.kind.label, let slot = record.kind.slot(of: name),
      case .text(let text) = record.values[slot]
    else { return handle(of: record) }
    return text
  }

  /// What people call a record that is named.
  public func label(of reference: Reference) -> String {
    if let label = labels[reference] { return label }
    guard let record = try? record(reference) else { return "\(reference.kind)/\(reference.id)" }
    let label = label(of: record)
    labels[reference] = label
    return label
  }

  /// Says in one line that something was done with a record: its handle and label, then what was done.
  public func acknowledge(_ record: Record, _ done: Localized) -> CommandResult {
    seen?.acknowledge(record.reference)
    let handle = handle(of: record)
    let label = label(of: record)
    var text = handle == label ? handle : handle + " " + label
    // Only what will be read is put together: a long script acknowledges every line.
    text += Localized(": ", "：")[language] + done[language]
    return .acknowledgement(Localized(same: text)) { [unowned self] in .row(try row(of: record)) }
  }
}

extension OfficeSession: Host {
  public var now: Moment { fixedClock ?? environment.clock() }

  public var language: Language { environment.language }

  public func resolve(_ text: String, kinds: [String]) throws -> Reference {
    try resolve(text, kinds: kinds, suggests: true)
  }

  /// The record that a text names; an error offers what may have been meant only if it `suggests`, which takes time.
  func resolve(_ text: String, kinds: [String], suggests: Bool) throws -> Reference {
    if let reference = resolvedNames[text, kinds] { return reference }
    let kinds = kinds.compactMap { schema[$0] }
    let reference = try NameResolution(session: self, kinds: kinds, suggests: suggests).resolve(text)
    resolvedNames.remember(text, kinds, reference)
    return reference
  }

  public func row(for reference: Reference) throws -> Row { try row(of: record(reference)) }

  public func shape(ofKind kind: String) -> RowShape? { schema[kind]?.shape }

  public func text(of value: Value) -> String {
    value.displayText(in: language) { [unowned self] in label(of: $0) }
  }

  public func text(of document: Document) throws -> String {
    DocumentText(language: language).text(of: try cleared(document))
  }
}
