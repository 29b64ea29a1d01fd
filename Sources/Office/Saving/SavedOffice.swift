import CommandLanguage
import Diagnostics
import Records
import Values

/// The whole office as a script: `office load`, then a line for every record, kind by kind in the order of their numbers.
/// The same records give the same bytes.
struct SavedOffice {
  private let session: OfficeSession

  /// An office to be saved.
  init(of session: OfficeSession) { self.session = session }

  /// Writes the script.
  func write(_ count: Int, _ put: (String) throws -> Void) throws {
    let office = try Community.require(in: session.store)
    var next: [String] = []
    for kind in session.schema.kinds {
      let number = try session.store.nextNumber(of: kind)
      let last = try session.store.first(Query(kind, newestFirst: true))?.id ?? 0
      if number != last + 1 { next.append("\(kind.name.english)=\(number)") }
    }
    // A remark ends with its line, whatever the office is called.
    try put("# \(TerminalText.safe(office[Community.name]))\n")
    let numbers = next.isEmpty ? "" : " next=[\(next.map { "\"\($0)\"" }.joined(separator: ", "))]"
    try put("office load records=\(count)\(numbers)\n")
    for kind in kinds {
      let declaration = PutCommand.declaration(of: kind)
      let records = try session.store.records(Query(kind))
      while let record = try records.next() {
        try session.poll()
        try put(PutCommand.line(of: record, declaration, in: session) + "\n")
      }
      // Only a demonstration's clock can be set; its record says that it is one.
      if kind == Community.kind, let clock = try ClockCommands.savedClock(in: session.store) {
        try put("clock set \"\(clock.exchangeText)\"\n")
      }
    }
  }

  /// The kinds in an order in which all that is named by a handle which is a field of its own stands before; the office
  /// is first.
  private var kinds: [RecordKind] {
    let isNumbered: (RecordKind) -> Bool = { if case .numbered = $0.handle { true } else { false } }
    let others = session.schema.kinds.filter { $0 != Community.kind }
    return [Community.kind] + others.filter { !isNumbered($0) } + others.filter(isNumbered)
  }
}
