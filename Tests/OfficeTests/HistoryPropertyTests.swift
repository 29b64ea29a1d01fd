import Diagnostics
import Foundation
import Office
import Records
import Storage
import Testing
import Values

/// What holds for every office, whatever was done in it: it can be looked back to, saved and loaded, undone and redone.
@Suite struct HistoryPropertyTests {
  private typealias Contents = [Reference: [Value]]

  /// An office with people, a station and a fund that takes gifts.
  private func desk() throws -> Desk {
    let desk = try Desk.withStation()
    try desk.run(
      """
      meeting call 例会 body=驿站 at="2020-07-05 19:30" place=驿站 agenda=["监控", "绿化"]
      clock set "2020-07-05 19:30"
      meeting open M1
      for n in 1..12 { meeting sign-in M1 "R$n" }
      motion vote M1.1 for=12
      motion vote M1.2 for=12
      meeting close M1
      motion notice M1.1 days=7
      motion notice M1.2 days=7
      clock set "2020-07-13 09:00"
      fund open 监控 motion=M1.1 goal=2000 until=+20d keeper=示例乙 surplus=转入维护 refunds=开工前可退 book=FH2020
      fund open 绿化 motion=M1.2 until=+20d keeper=示例乙 surplus=转入维护 refunds=可退
      """)
    return desk
  }

  private func contents(_ store: any RecordStore) throws -> Contents {
    var contents: Contents = [:]
    for kind in OfficeSchema.all.kinds {
      for record in try store.all(kind) { contents[record.reference] = record.values }
    }
    return contents
  }

  private func count(_ store: any RecordStore) throws -> Int {
    try store.journal(JournalQuery(order: .newestFirst, limit: 1)).next()?.number ?? 0
  }

  /// A made-up line; many are refused. Money that has moved is put right by another entry,
  /// and a slip is void on its own day only: those are never undone.
  private func line(_ random: inout SeededGenerator, movesMoney: Bool) -> String {
    func number(_ range: ClosedRange<Int>) -> Int { .random(in: range, using: &random) }
    func pick(_ texts: [String]) -> String { texts[number(0...texts.count - 1)] }
    let person = "R\(number(1...24))"
    let fund = pick(["F1", "F1", "F2"])
    let text = pick([
      "路灯不亮", "说“不”", "a\\\"b\\n$(x)".replacingOccurrences(of: "$", with: "\\$"), "none", "-1", "R1", "[甲, 乙]",
    ])
    let payments = [
      "clock set \"2020-07-\(number(13...31)) \(number(10...20)):00\"",
      "fund refund D\(number(1...9)) reason=多交 amount=\(number(1...90))",
      "fund spend \(fund) amount=\(number(1...300)) payee=示例安防 for=设备 voucher=V\(number(1...9)) asked-by=示例甲 approved-by=示例丙",
      "fund transfer \(fund) amount=\(number(1...50)) to=维护 motion=M1.1",
    ]
    return pick(
      (movesMoney ? payments : []) + [
        "resident add \"\(text)\" building=3栋 note=\"\(text)\" tags=[\"\(text)\", 甲]",
        "resident add 张伟 phone=1380000\(number(1000...9999))",
        "resident set \(person) tenancy=\(pick(["owner", "tenant"])) born=\(number(1930...2000))",
        "resident set \(person) note=\"\(text)\"", "resident move-out \(person)", "resident move-in \(person)",
        "resident died \(person)", "resident merge \(person) into=R\(number(1...24))",
        "opinion add \"\(text)\" category=facilities from=\(person)",
        "opinion close O\(number(1...5)) answer=\"\(text)\"",
        "consent give \(person) phone channel=building-card evidence=\"\(text)\"",
        "consent withdraw \(person) phone channel=building-card", "lead appoint \(person) building=3栋 until=2023-07-12",
        "lead relieve 3栋", "body join 驿站 \(person)", "body leave 驿站 \(person)", "card post 3栋 place=\"\(text)\"",
        "card take-down P\(number(1...3))",
        "fund give \(fund) from=\(person) amount=\(number(1...500)).\(number(10...99))",
        "fund give \(fund) from=anonymous amount=\(number(1...500))", "fund void D\(number(1...9)) reason=\"\(text)\"",
        "grid set G3 range=\"\(text)\"",
        "building add \(number(4...9))栋 grid=G3 units=1 floors=1", "building remove \(number(4...9))栋",
        "shop add \"\(text)\"", "shop remove S\(number(1...3))",
      ])
  }

  /// Runs made-up lines; `each` is told after every one that was not refused.
  private func live(
    _ desk: Desk, _ random: inout SeededGenerator, lines: Int, movesMoney: Bool = true, _ each: () throws -> Void
  ) throws {
    for _ in 0..<lines {
      do { try desk.run(line(&random, movesMoney: movesMoney)) } catch is DiagnosticList {
        continue
      } catch is Diagnostic { continue }
      try each()
    }
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func everyMomentCanBeLookedBackTo(seed: UInt64) throws {
    struct TakenBack: Error {}
    let desk = try desk()
    let store = desk.session.store
    var random = SeededGenerator(seed: seed)
    var moments: [(entry: Int, contents: Contents)] = [(try count(store), try contents(store))]
    try live(desk, &random, lines: 150) { moments.append((try count(store), try contents(store))) }
    #expect(moments.count > 40)
    for (entry, then) in moments {
      do {
        try store.atomically {
          try Rewind(store: store, schema: OfficeSchema.all).run(to: entry)
          #expect(try contents(store) == then)
          throw TakenBack()
        }
      } catch is TakenBack {}
    }
    #expect(try contents(store) == moments.last?.contents)
  }

  @Test(arguments: [4, 5, 6] as [UInt64])
  func aSavedOfficeIsTheSameOffice(seed: UInt64) throws {
    let desk = try desk()
    var random = SeededGenerator(seed: seed)
    try live(desk, &random, lines: 150) {}
    let path = NSTemporaryDirectory() + "linli-\(UUID().uuidString).linli"
    defer { try? FileManager.default.removeItem(atPath: path) }
    try desk.run("save \"\(path)\"")
    let script = try String(contentsOfFile: path, encoding: .utf8)
    let other = try Desk()
    try other.clock("2020-08-01 09:00")
    try other.run(script)
    let (loaded, saved) = (try contents(other.session.store), try contents(desk.session.store))
    #expect(Set(loaded.keys) == Set(saved.keys))
    for (record, values) in saved { #expect(loaded[record] == values, "\(record)") }
    try other.run("save \"\(path)\"")
    #expect(try String(contentsOfFile: path, encoding: .utf8) == script)
    #expect(try other.run("journal verify").contains("fit"))
    // Numbers of what went are not given again.
    for line in ["shop add 新店", "building add 19栋 grid=G3", "resident add 新人"] {
      #expect(try other.run(line) == desk.run(line))
    }
  }

  @Test(arguments: [7, 8, 9] as [UInt64])
  func whatIsUndoneAndRedoneIsAsItWas(seed: UInt64) throws {
    let desk = try desk()
    var random = SeededGenerator(seed: seed)
    try live(desk, &random, lines: 120, movesMoney: false) {}
    let store = desk.session.store
    let before = try contents(store)
    var undone = 0
    var answer = try desk.refusal("undo")
    while undone < 1000, answer.hasPrefix("done") {
      undone += 1
      answer = try desk.refusal("undo")
    }
    let last = try desk.run("journal list limit=6")
    #expect(undone > 20, "\(answer)\n\(last)")
    for _ in 0..<undone { #expect(try desk.refusal("redo").hasPrefix("done")) }
    #expect(try contents(store) == before)
    #expect(try desk.run("journal verify").contains("fit"))
  }
}
