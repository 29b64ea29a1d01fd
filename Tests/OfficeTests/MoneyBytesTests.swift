import Foundation
import GRDB
import Office
import Records
import Scratch
import Testing
import Values

/// Another program changes a byte of what an office keeps of money: a fund, its gifts and expenses, or what the journal
/// says of them.
@Suite struct MoneyBytesTests {
  private let scratch = TemporaryFolder()
  private var folder: String { scratch.path }

  /// An office in a file with a fund, two gifts and an expense.
  private func desk() throws -> Desk {
    let desk = try Desk(folder: folder)
    try desk.run(
      """
      office init 北正街社区 hotline=0731-56780000 supervision=0731-56780001 demo=yes
      body add 驿站 kind=station rule=council-two-thirds
      for name in ["胡建国", "李梅", "周勇"] { resident add $name }
      body join 驿站 R1 R2 R3
      clock set "2020-07-01 09:00"
      meeting call 例会 body=驿站 at="2020-07-05 19:30" place=驿站 agenda=["监控"]
      clock set "2020-07-05 19:30"
      meeting open M1
      meeting sign-in M1 R1 R2 R3
      motion vote M1.1 for=3
      meeting close M1
      motion notice M1.1 days=7
      clock set "2020-07-13 09:00"
      fund open 监控 motion=M1.1 goal=2000 until=+20d keeper=示例乙 surplus=转入维护 refunds=开工前可退 book=FH2020
      fund give 监控 from=胡建国 amount=600 publish=yes
      fund give 监控 name=夕阳红合唱队 amount=400.50
      fund spend 监控 amount=500 payee=示例安防 for=摄像头 voucher=V01 asked-by=示例甲 approved-by=示例丙
      """)
    return desk
  }

  private func isFound(by desk: Desk) throws -> Bool {
    do {
      try desk.run("journal verify")
      return false
    } catch { return true }
  }

  @Test func everyChangedByteIsFound() throws {
    let desk = try desk()
    #expect(try !isFound(by: desk))
    var configuration = Configuration()
    configuration.foreignKeysEnabled = false
    let other = try DatabaseQueue(path: folder + "/office.db", configuration: configuration)
    try other.write { try $0.execute(sql: "DROP TRIGGER journal_kept; DROP TRIGGER journal_unchanged") }
    var changes = 0
    for table in ["fund", "gift", "expense", "journal"] {
      let condition = table == "journal" ? "kind IN ('fund', 'gift', 'expense')" : "1"
      let (columns, rows) = try other.read { db in
        (
          try db.columns(in: table).map(\.name),
          try Int.fetchAll(db, sql: "SELECT rowid FROM \(table) WHERE \(condition)")
        )
      }
      #expect(!rows.isEmpty)
      for (column, row) in columns.flatMap({ column in rows.map { (column, $0) } }) {
        let old = try #require(
          try other.read {
            try DatabaseValue.fetchOne($0, sql: "SELECT \"\(column)\" FROM \(table) WHERE rowid = \(row)")
          })
        for value in neighbours(of: old) {
          let isNumber = column == "id" || column == "number"
          try set(table, column, value, row, other)
          #expect(try isFound(by: desk), "\(table).\(column) of \(row): \(old) is \(value)")
          try set(table, column, old, isNumber ? Int.fromDatabaseValue(value) ?? row : row, other)
          changes += 1
        }
      }
    }
    #expect(changes > 200)
    #expect(try !isFound(by: desk))
  }

  private func set(
    _ table: String, _ column: String, _ value: DatabaseValue, _ row: Int, _ queue: DatabaseQueue
  ) throws {
    try queue.write { db in
      try db.execute(sql: "UPDATE \(table) SET \"\(column)\" = ? WHERE rowid = ?", arguments: [value, row])
    }
  }

  /// What one changed byte makes of a value: of texts and bytes the first, a middle and the last one.
  private func neighbours(of value: DatabaseValue) -> [DatabaseValue] {
    func changed(_ bytes: [UInt8]) -> [[UInt8]] {
      Set([0, bytes.count / 2, bytes.count - 1]).filter { bytes.indices.contains($0) }.map { index in
        var bytes = bytes
        bytes[index] ^= 1
        return bytes
      }
    }
    switch value.storage {
    case .null: return [0.databaseValue]
    case .int64(let number): return [(number ^ 64).databaseValue]
    case .double: return []
    case .blob(let data): return changed(Array(data)).map { Data($0).databaseValue }
    // What is no UTF-8 any more comes out as another text.
    case .string(let text): return changed(Array(text.utf8)).map { String(decoding: $0, as: UTF8.self).databaseValue }
    }
  }
}
