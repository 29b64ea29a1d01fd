import Diagnostics
import Foundation
import Office
import Records
import Testing
import Values

/// A desk in an office whose every text is hostile, and what is to be typed there.
struct HostileDesk {
  let desk: Desk
  let folder: String
  /// How many texts were made hostile.
  private(set) var count = 0
  private var next = 0

  /// Opens the office, in a folder for what it writes.
  init(language: Language = .english, width: Int? = nil) throws {
    folder = NSTemporaryDirectory() + "linli-hostile-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    desk = try Desk(language: language, directory: folder, width: width)
    try desk.run(HostileDesk.office)
    try makeHostile(with: HostileTexts.kept) { record, slot, text, desk in
      try desk.session.writer.change(record) { $0.values[slot] = text }
    }
  }

  /// An office with a record of nearly every kind.
  private static let office = """
    office init 北正街社区 subdistrict=示例街道 hotline=0731-56780000 supervision=0731-56780001 demo=yes
    grid add G3 name=伏虎小区 range=伏虎路以东
    for b in [3, 4] { building add "$b栋" grid=G3 units=2 floors=2 doors-per-floor=2 }
    for n in 1..8 { resident add "党员$n" building=3栋 unit=1 room=101 phone="1380000120$n" note=x tags=[x] party=yes }
    for n in 1..3 { shop add "商铺$n" address=x contact="店主$n" phone="1390000120$n" }
    body add 驿站 kind=station rule=council-two-thirds
    for n in 1..6 { body join 驿站 "R$n" }
    officer appoint 示例丑 role=grid-manager grid=G3 duty-line=0731-56780012
    lead appoint R1 building=3栋 until=2023-06-30
    lead appoint R2 building=4栋 until=2023-06-30 how=appointed by=社区 reason=x
    for n in 1..6 {
      consent give "R$n" phone channel=building-card evidence=x
      consent give "R$n" name channel=donor-list evidence=x
    }
    card post 3栋 place=门口
    opinion add 路灯不亮 category=facilities from=R7
    opinion add 噪音 category=other
    opinion refer O1 to=公安
    meeting call 例会 body=驿站 at="2020-07-04 19:30" place=驿站 agenda=["装监控", "修路灯"]
    opinion put O1 motion=M1.1
    clock set "2020-07-04 19:30"
    meeting open M1 chair=示例甲 recorder=示例乙
    for n in 1..6 { meeting sign-in M1 "R$n" }
    meeting remark M1 有人担心 motion=M1.1
    for n in 1..2 { motion vote "M1.$n" for=5 against=0 abstain=1 }
    meeting close M1
    motion notice M1.1 days=7 place=公告栏
    motion object M1.1 太近
    motion reply M1.1 已调整
    clock set "2020-07-13 09:00"
    fund open 监控 motion=M1.1 goal=2000 until=+20d keeper=示例乙 surplus=转入维护 refunds=开工前可退 book=FH2020 refund-until=+25d
    for n in 1..4 { fund give F1 from="R$n" amount=500 }
    fund give F1 from=商铺1 amount=200
    fund give F1 from=anonymous amount=36
    fund void D4 reason=写错
    clock set "2020-08-05 09:00"
    fund refund D3 reason=多交 amount=10
    fund spend F1 amount=600 payee=安防 for=摄像头 voucher=V1 asked-by=示例甲 approved-by=示例丙
    fix add 监控 fund=F1 contractor=安防 checklist=["标识", "角度"]
    fix start FX1 on=2020-08-05
    fix accept FX1 on=2020-08-05
    fund post F1 place=公告栏
    figure add 办结 year=2020 part=1 whole=2 source=x
    operator add 示例甲 role=leader; operator add 示例乙 role=clerk
    """

  /// Puts what no office keeps past the writer, as another program would.
  mutating func corrupt() throws {
    try makeHostile(with: HostileTexts.controls) { record, slot, text, desk in
      var record = record
      record.values[slot] = text
      try desk.session.store.update(record)
    }
  }

  private mutating func makeHostile(
    with texts: [String], _ change: (Record, Int, Value, Desk) throws -> Void
  ) throws {
    for kind in OfficeSchema.all.kinds {
      for record in try desk.session.store.records(Query(kind)).collect() {
        for slot in kind.fields.indices {
          if case .field(let name) = kind.handle, kind.fields[slot].name.english == name { continue }
          // Who is nobody at the desk may do nothing.
          // The book numbers the slips.
          let isBook = [Fund.book.declaration, Gift.slip.declaration].contains { $0 === kind.fields[slot] }
          guard kind != Operator.kind, !isBook, isText(kind.fields[slot].type),
            record.values[slot].isPresent
          else { continue }
          // The first of them that the field takes.
          for attempt in texts.indices {
            let text = texts[(next + attempt) % texts.count]
            var value = Value.text(text)
            if case .list = kind.fields[slot].type { value = .list([value, .text("x" + text)]) }
            guard let current = try desk.session.store.record(kind, id: record.id) else { break }
            guard (try? desk.session.store.atomically { try change(current, slot, value, desk) }) != nil else {
              continue
            }
            next += attempt + 1
            count += 1
            break
          }
        }
      }
    }
  }

  private func isText(_ type: ValueType) -> Bool {
    switch type {
    case .text, .code, .any, .list(.text): true
    default: false
    }
  }

  /// Lets the folder go.
  func end() { try? FileManager.default.removeItem(atPath: folder) }
}
