import Diagnostics
import Foundation
import GRDB
import Records
import struct Records.Record
import Testing
import Values

@testable import Storage

/// A kind of people as a first version declares it, and as a second one does: searched, with a way to leave, with a
/// field that may be missing now.
private enum Person {
  static let name = Field<String>("name", "姓名", "Name.", "姓名。")
  static let phone = Field<String?>("phone", "电话", "Phone.", "电话。", type: .phone)
  static let since = Field<CalendarDate>("since", "起", "Since.", "起。")
  static let sinceIfKnown = Field<CalendarDate?>("since", "起", "Since.", "起。", optionalSince: 3)
  static let left = Field<CalendarDate?>("left", "离开", "Left.", "离开。", since: 3)
  static let status = Field<Bool>("status", "状态", "Status.", "状态。")
  static let friend = Field<Reference?>("friend", "友人", "Friend.", "友人。", type: .reference(["person"]), since: 3)

  static let old = RecordKind(
    "person", "人", "A person.", "人。", handle: .numbered("PE"), label: "name",
    fields: [name.declaration, phone.declaration, since.declaration])
  static let kind = RecordKind(
    "person", "人", "A person.", "人。", handle: .numbered("PE"), label: "name",
    fields: [name.declaration, phone.declaration, sinceIfKnown.declaration, left.declaration, friend.declaration],
    departure: .init(fields: [left.declaration], status: status.declaration, successor: nil, since: 3),
    search: .init(tails: [phone.declaration], since: 3))

  static func record(_ name: String, phone: String? = nil) -> Record {
    var record = Record(kind)
    record[self.name] = name
    record[self.phone] = phone
    return record
  }
}

@Suite struct SearchTests {
  private let schema = Schema([Person.kind])
  private let today = CalendarDate(ordinal: 18_000)

  private func found(_ text: String, _ store: SQLiteStore) throws -> [String] {
    guard let pattern = LabelPattern(text, of: Person.kind) else { return [] }
    return try store.labels(of: Person.kind, matching: pattern, limit: 10)
  }

  private func numbers(_ text: String, _ store: SQLiteStore) throws -> [Int] {
    guard let pattern = LabelPattern(text, of: Person.kind) else { return [] }
    return try store.numbers(of: Person.kind, matching: pattern).map(\.id).sorted()
  }

  @Test(arguments: [
    ("胡建国", ["胡建国"]), ("建国", ["胡建国", "吕建国"]), ("hjg", ["胡建国"]), ("hu", ["胡建国"]), ("jianguo", ["吕建国", "胡建国"]),
    ("lvjianguo", ["吕建国"]), ("Lü Jiànguó", ["吕建国"]), ("l", ["Ann Lee", "吕建国", "古丽·阿依"]), ("ann", ["Ann Lee"]),
    ("annlee", ["Ann Lee"]),
    ("Ann Lee", ["Ann Lee"]), ("al", ["Ann Lee"]), ("lee", ["Ann Lee"]), ("uo", []), ("%", []), ("_", []), ("'", []),
    ("\"", []), ("\n", []), ("\t", []), ("g", ["古丽·阿依", "吕建国", "胡建国"]), ("guliayi", ["古丽·阿依"]), ("丽·阿", ["古丽·阿依"]),
  ])
  func labelsAreFoundByWhatIsKnownOfThem(text: String, labels: [String]) throws {
    let store = try SQLiteStore(.memory, schema: schema)
    for name in ["胡建国", "吕建国", "Ann Lee", "古丽·阿依"] { _ = try store.insert(Person.record(name)) }
    #expect(Set(try found(text, store)) == Set(labels))
  }

  @Test func anIndexIsRightWhateverHappens() throws {
    struct Stop: Error {}
    let store = try SQLiteStore(.memory, schema: schema)
    let first = try store.insert(Person.record("胡建国"))
    let second = try store.insert(Person.record("胡建国"))
    #expect(try numbers("hjg", store) == [first, second])
    try store.delete(Reference(kind: "person", id: first))
    #expect(try numbers("hjg", store) == [second])
    var renamed = Record(Person.kind, id: second, values: Person.record("李梅").values)
    try store.update(renamed)
    #expect(try found("hjg", store).isEmpty, "nothing of the name is left")
    #expect(try numbers("lm", store) == [second])
    // What is taken back is as if it had never been, also for what comes after in the same transaction.
    try store.atomically {
      try? store.atomically {
        _ = try store.insert(Person.record("周勇"))
        renamed.values[0] = .text("胡建国")
        try store.update(renamed)
        throw Stop()
      }
      _ = try store.insert(Person.record("周勇"))
    }
    #expect(try found("zy", store) == ["周勇"] && found("hjg", store).isEmpty)
    #expect(try numbers("lm", store) == [second])
    try store.begin()
    _ = try store.insert(Person.record("钱七"))
    try store.rollback()
    _ = try store.insert(Person.record("钱七"))
    #expect(try found("qq", store) == ["钱七"])
  }

  @Test func whoIsGoneIsLeftOut() throws {
    let store = try SQLiteStore(.memory, schema: schema)
    for name in ["甲", "乙", "丙"] { _ = try store.insert(Person.record(name)) }
    var gone = Record(Person.kind, id: 2, values: Person.record("乙").values)
    gone[Person.left] = today
    try store.update(gone)
    #expect(try store.count(Query(Person.kind, onlyCurrent: true)) == 2)
    #expect(try store.count(Query(Person.kind, [.equal(Person.name, "乙")], onlyCurrent: true)) == 0)
    #expect(try store.records(Query(Person.kind, onlyCurrent: true)).collect().map(\.id) == [1, 3])
    #expect(try store.records(Query(Person.kind, [.present(Person.left)])).collect().map(\.id) == [2])
    #expect(try store.count(Query(Person.kind, [.equal(Person.left, nil), .equal(Person.name, "甲")])) == 1)
    #expect(try store.count(Query(Person.kind, [Condition("left", .less, .none)])) == 0)
  }

  @Test func anEndFindsAPhone() throws {
    let store = try SQLiteStore(.memory, schema: schema)
    _ = try store.insert(Person.record("甲", phone: "13800001234"))
    _ = try store.insert(Person.record("乙", phone: "110"))
    _ = try store.insert(Person.record("丙"))
    func ids(_ tail: String) throws -> [Int] {
      try store.records(Query(Person.kind, [Condition("phone", .tail, .text(tail))])).collect().map(\.id)
    }
    #expect(try ids("1234") == [1] && ids("110") == [2] && ids("234").isEmpty && ids("").isEmpty)
  }

  @Test func anOlderOfficeIsSearchedToo() throws {
    let path = NSTemporaryDirectory() + "linli-\(UUID().uuidString).db"
    defer { try? FileManager.default.removeItem(atPath: path) }
    do {
      let store = try SQLiteStore(.file(path), schema: Schema([Person.old]))
      for name in ["胡建国", "李梅"] {
        var record = Record(Person.old)
        record[Person.name] = name
        record[Person.phone] = "13800001234"
        record[Person.since] = today
        _ = try store.insert(record)
      }
      try store.delete(Reference(kind: "person", id: 2))
      try store.close()
    }
    let store = try SQLiteStore(.file(path), schema: schema)
    #expect(try found("hjg", store) == ["胡建国"])
    #expect(try store.record(Person.kind, id: 1)?[Person.sinceIfKnown] == today)
    #expect(try store.records(Query(Person.kind, [Condition("phone", .tail, .text("1234"))])).collect().count == 1)
    // What had to have a value may be without one now, and no number is used twice.
    #expect(try store.insert(Person.record("周勇")) == 3)
    #expect(try store.record(Person.kind, id: 3)?[Person.sinceIfKnown] == nil)
    #expect(throws: Diagnostic.self, "references are still checked") {
      var record = Person.record("赵六")
      record[Person.friend] = Reference(kind: "person", id: 99)
      _ = try store.insert(record)
    }
  }

  /// The kinds of people and places as they were before anybody was searched or moved, with a record of each.
  @Test func anOfficeOfTheFirstVersionOpens() throws {
    let path = NSTemporaryDirectory() + "linli-\(UUID().uuidString).db"
    defer { try? FileManager.default.removeItem(atPath: path) }
    let schema = Schema([
      Grid.kind, Building.kind, Household.kind, Resident.kind, FormerAddress.kind, Shop.kind, Appointment.kind,
    ])
    let queue = try DatabaseQueue(path: path)
    try Migrations(schema: schema).run(on: queue, upTo: 1)
    try queue.write { db in
      try db.execute(
        sql: """
          INSERT INTO grid (code) VALUES ('G1');
          INSERT INTO building (name, grid) VALUES ('3栋', 1);
          INSERT INTO resident (name, building, phone, party) VALUES ('胡建国', 1, '13800001234', 0);
          INSERT INTO resident (name, party, moved_out) VALUES ('李梅', 0, '2020-06-30');
          INSERT INTO appointment (role, resident, building, "from", until, how)
            VALUES ('building-lead', 1, 1, '2020-07-01', '2023-06-30', 'elected');
          INSERT INTO appointment (role, resident, building, "from", until, how)
            VALUES ('building-lead', 1, 1, '2020-07-01', '2023-06-30', 'elected');
          DELETE FROM appointment WHERE id = 2;
          """)
    }
    try queue.close()
    let store = try SQLiteStore(.file(path), schema: schema)
    let pattern = try #require(LabelPattern("hjg", of: Resident.kind))
    #expect(try store.numbers(of: Resident.kind, matching: pattern).map(\.id) == [1])
    #expect(try store.count(Query(Resident.kind, onlyCurrent: true)) == 1)
    var term = try #require(try store.record(Appointment.kind, id: 1))
    #expect(term[Appointment.until] == CalendarDate("2023-06-30") && term[Appointment.end] == nil)
    term[Appointment.until] = nil
    try store.update(term)
    #expect(try store.insert(Record(Appointment.kind, id: 0, values: term.values)) == 3, "no number is used twice")
  }
}
