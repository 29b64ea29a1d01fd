import Diagnostics
import Foundation
import Office
import Records
import Scratch
import Storage
import Testing
import Values

/// What is erased is gone from the bytes of every file, and from nothing that others need.
@Suite struct ErasureTests {
  private let scratch = TemporaryFolder()
  private var path: String { scratch.path + "/office.db" }
  private let secrets = ["刘𬭩", "13800001234", "13800009999", "请用大字版", "1956-01-01~year"]

  private func store() throws -> SQLiteStore { try SQLiteStore(.file(path), schema: OfficeSchema.all) }

  private func writer(_ store: SQLiteStore) throws -> RecordWriter {
    RecordWriter(
      store: store, schema: OfficeSchema.all,
      authorship: Authorship(now: try #require(Moment("2020-07-01 09:00")), by: "示例甲", origin: "test:1"))
  }

  /// The secrets that stand in the office's files.
  private func found() -> [String] {
    let bytes = ["", "-wal", "-shm"].compactMap { FileManager.default.contents(atPath: path + $0) }
    return secrets.filter { secret in bytes.contains { $0.range(of: Data(secret.utf8)) != nil } }
  }

  /// An office with many people, one of whom leaves traces everywhere.
  private func fill(_ writer: RecordWriter) throws -> Record {
    var person = Record(Resident.kind)
    person[Resident.name] = "刘𬭩"
    person[Resident.phone] = "13800001234"
    person[Resident.born] = CalendarDate("1956")
    person[Resident.note] = "请用大字版"
    let added = try writer.add(person)
    for number in 0..<500 {
      var other = Record(Resident.kind)
      other[Resident.name] = "居民\(number)"
      try writer.add(other)
    }
    // An earlier number is in the gaps of pages, and in the journal.
    let changed = try writer.change(added) { $0[Resident.phone] = "13800009999" }
    var opinion = Record(Opinion.kind)
    opinion[Opinion.text] = "刘𬭩反映，回电 138 0000 1234"
    opinion[Opinion.category] = .choice(Profile.cn.opinionCategories[0])
    opinion[Opinion.status] = .closed
    try writer.add(opinion)
    for number in 0..<500 {
      var other = Record(Shop.kind)
      other[Shop.name] = "商铺\(number)"
      try writer.add(other)
    }
    try writer.note("reveal", added.reference, reason: "回访刘𬭩")
    return changed
  }

  @Test func nothingIsLeftInTheFiles() throws {
    let store = try store()
    let writer = try writer(store)
    let person = try store.atomically { try fill(writer) }
    #expect(found() == secrets)
    let outcome = try store.atomically { try ResidentErasure(of: person, in: writer).run(reason: "书面申请") }
    #expect(outcome.records == 2 && outcome.entries >= 3)
    #expect(found().isEmpty, "while the office is open")
    var verification = JournalVerification(store: store, schema: OfficeSchema.all)
    #expect(try verification.run().findings.isEmpty)
    #expect(try store.records(Query(Opinion.kind)).collect().map { $0[Opinion.text] } == ["R1反映，回电 ***"])
    try store.close()
    #expect(found().isEmpty)
    #expect(try self.store().count(Query(Resident.kind)) == 501)
  }

  /// Another program that reads keeps the log from being emptied; what could not be done then is done later.
  @Test func whatAReaderKeptFromBeingScrubbedIsScrubbedLater() throws {
    let store = try store()
    let writer = try writer(store)
    let person = try store.atomically { try fill(writer) }
    let reader = try self.store()
    try reader.atomically(writing: false) {
      _ = try reader.count(Query(Resident.kind))
      _ = try store.atomically { try ResidentErasure(of: person, in: writer).run(reason: "书面申请") }
      #expect(try reader.record(Resident.kind, id: person.id)?[Resident.name] == "刘𬭩", "it sees what was when it began")
    }
    try reader.close()
    try store.close()
    try self.store().close()
    #expect(found().isEmpty)
  }

  @Test func aSlipKeepsItsDonorsNameWhereTheProfileSaysSo() throws {
    let store = try SQLiteStore(.memory, schema: OfficeSchema.all)
    let writer = try writer(store)
    var meeting = Record(Meeting.kind)
    meeting[Meeting.title] = "例会"
    meeting[Meeting.at] = writer.authorship.now
    meeting[Meeting.called] = writer.today
    meeting[Meeting.bodies] = []
    var motion = Record(Motion.kind)
    motion[Motion.number] = "M1.1"
    motion[Motion.meeting] = try writer.add(meeting).reference
    motion[Motion.text] = "装监控"
    var fund = Record(Fund.kind)
    fund[Fund.title] = "监控"
    fund[Fund.motion] = try writer.add(motion).reference
    fund[Fund.opened] = writer.today
    fund[Fund.until] = writer.today
    fund[Fund.keeper] = "示例乙"
    let box = try writer.add(fund).reference
    func donor(_ name: String, _ date: CalendarDate) throws -> (Record, Record) {
      var person = Record(Resident.kind)
      person[Resident.name] = name
      let added = try writer.add(person)
      var gift = Record(Gift.kind)
      gift[Gift.fund] = box
      gift[Gift.slip] = "FH-\(added.id)"
      gift[Gift.resident] = added.reference
      gift[Gift.amount] = Money(fen: 10_000)
      gift[Gift.date] = date
      return (added, try writer.add(gift))
    }
    let kept = Retention(rules: Profile.cn.retention.rules, keepsDonorNames: true)
    let cases: [(Retention, Int, String?)] = [(kept, 1, "刘𬭩"), (kept, 16, nil), (Profile.cn.retention, 1, nil)]
    for (retention, years, name) in cases {
      let (person, gift) = try donor("刘𬭩", try #require(writer.today.moved(months: -12 * years)))
      _ = try ResidentErasure(of: person, in: writer, retention).run(reason: "书面申请")
      let left = try #require(try store.record(Gift.kind, id: gift.id))
      #expect(left[Gift.name] == name)
      #expect(left[Gift.amount] == gift[Gift.amount])
      #expect(left[Gift.slip] == gift[Gift.slip])
    }
    var verification = JournalVerification(store: store, schema: OfficeSchema.all)
    #expect(try verification.run().findings.map(\.message.english) == [])
  }

  /// A kind that names residents and says nothing of it cannot be declared; all of the office's say it.
  @Test func everyKindThatNamesResidentsSaysWhatBecomesOfIt() {
    for kind in OfficeSchema.all.kinds {
      let names = kind.fields.contains { field in
        switch field.type {
        case .reference(let kinds), .list(.reference(let kinds)): kinds.contains("resident")
        default: false
        }
      }
      #expect(!names || kind.tie != nil, "\(kind.name.english)")
    }
  }

  /// A record of a kind that nobody thought of is found by its declaration.
  @Test func anExportFindsKindsThatItDoesNotKnow() throws {
    let whose = Field<[Reference]>("whose", "谁的", "Whose.", "谁的。", type: .list(.reference(["resident"])))
    let key = RecordKind(
      "key", "钥匙", "A key.", "钥匙。", handle: .numbered("K"), fields: [whose.declaration], tie: .init(isOwn: true))
    let part = Field<Reference>("of", "属于", "Of.", "属于。", type: .reference(["key"]))
    let tag = RecordKind(
      "tag", "标签", "A tag.", "标签。", handle: .numbered("TG"), fields: [part.declaration], partOf: ["of"])
    let schema = Schema(OfficeSchema.all.kinds + [key, tag])
    let store = try SQLiteStore(.memory, schema: schema)
    let writer = RecordWriter(
      store: store, schema: schema, authorship: Authorship(now: Moment(seconds: 0), by: "示例甲", origin: "test:1"))
    let people = try (1...12).map { number in
      var person = Record(Resident.kind)
      person[Resident.name] = "居民\(number)"
      return try writer.add(person).reference
    }
    var mine = Record(key)
    mine[whose] = [people[1], people[0]]
    var other = Record(key)
    other[whose] = [people[10], people[11]]
    var mark = Record(tag)
    mark[part] = try writer.add(mine).reference
    try writer.add(other)
    try writer.add(mark)
    let found = try PersonalRecords(of: people[0], schema: schema, in: store).records
    #expect(found.map { "\($0.kind.name.english)\($0.id)" } == ["key1", "tag1"])
  }
}
