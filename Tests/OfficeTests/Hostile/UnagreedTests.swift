import CommandLanguage
import Diagnostics
import Foundation
import Office
import Records
import Testing
import Values

/// Nothing public holds a number, a name or a room that was not agreed, wherever and however somebody wrote it.
@Suite struct UnagreedTests {
  /// Whose phone stands on cards, and nowhere else.
  private static let agreed = "13812340001"
  /// Who agreed that his phone stands on notices of funds, but not on cards.
  private static let agreedElsewhere = "13412340007"
  /// Whose phone stands nowhere: no consent; one withdrawn, ended, not begun; who only gave.
  private static let secrets = [
    "13912340002", "13712340003", "13612340004", "13512340005", "13312340008", "15012340009",
  ]
  /// Who gave and did not agree to be named, or no longer.
  private static let givers = ["彭立新", "贺春梅"]

  private let folder: String

  init() throws {
    folder = NSTemporaryDirectory() + "linli-unagreed-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  private func desk(_ language: Language = .chinese) throws -> Desk {
    let desk = try Desk(language: language, directory: folder)
    try desk.run(
      """
      office init 北正街社区 subdistrict=示例街道 hotline=0731-56780000 supervision=0731-56780001 demo=yes
      grid add G3 name=伏虎小区 range=伏虎路以东
      for b in 3..8 { building add "$b栋" grid=G3 units=1 floors=1 doors-per-floor=1 }
      resident add 胡建国 building=3栋 unit=1 room=101 phone=13812340001 note=x
      resident add 欧阳明德 building=4栋 unit=1 room=101 phone=13912340002 note=x
      resident add 蒋秀英 building=5栋 unit=1 room=101 phone=13712340003
      resident add 邓桂兰 building=6栋 unit=1 room=101 phone=13612340004
      resident add 谭丽华 building=7栋 unit=1 room=101 phone=13512340005
      resident add 唐志远 building=8栋 unit=1 room=101 phone=13412340007
      resident add 彭立新 building=3栋 unit=1 room=101 phone=13312340008
      resident add 曾国安 building=3栋 unit=1 room=101 phone=15012340009
      resident add 贺春梅 building=3栋 unit=1 room=101
      for n in 1..6 { lead appoint "R$n" building="$($n + 2)栋" until=2023-06-30 how=appointed by=社区 reason=无人 }
      officer appoint 示例丑 role=grid-manager grid=G3 duty-line=0731-56780012
      consent give R1 phone channel=building-card evidence=签字表
      consent give R3 phone channel=building-card evidence=签字表; consent withdraw R3 phone channel=building-card
      consent give R4 phone channel=building-card evidence=签字表 from=2020-01-01 until=2020-06-30
      consent give R5 phone channel=building-card evidence=签字表 from=2021-01-01
      consent give R6 phone channel=donor-list evidence=签字表; lead relieve 8栋 reason=搬走
      consent give R8 name channel=donor-list evidence=签字表
      consent give R9 name channel=donor-list evidence=签字表; consent withdraw R9 name channel=donor-list
      card post 3栋 place=门口
      body add 驿站 kind=station rule=council-two-thirds
      for n in 1..9 { body join 驿站 "R$n" }
      meeting call 例会 body=驿站 at="2020-07-04 19:30" place=驿站 agenda=["装监控"]
      clock set "2020-07-04 19:30"
      meeting open M1 chair=示例甲 recorder=示例乙
      for n in 1..9 { meeting sign-in M1 "R$n" }
      meeting remark M1 有人担心 motion=M1.1
      motion vote M1.1 for=9
      meeting close M1
      motion notice M1.1 days=7 place=公告栏
      clock set "2020-07-13 09:00"
      fund open 监控 motion=M1.1 goal=2000 until=+20d keeper=示例乙 surplus=转入维护 refunds=开工前可退 book=FH
      for n in 7..9 { fund give F1 from="R$n" amount=500 }
      fund give F1 from=anonymous amount=36
      clock set "2020-08-03 09:00"
      fund refund D1 reason=多交 amount=10
      fund spend F1 amount=600 payee=安防 for=摄像头 voucher=V1 asked-by=示例甲 approved-by=示例丙
      figure add 办结 year=2020 part=1 whole=2 source=市级
      """)
    return desk
  }

  /// What is typed for everything public: every command that publishes, with what it may be given, cards in both
  /// languages and as text too.
  private func lines(_ desk: Desk) throws -> [String] {
    let published = OfficeCommands.all.map(\.declaration).filter {
      if case .publishes = $0.effect { $0.words.english != "card set" } else { false }
    }
    let lines = try published.flatMap { try desk.lines(of: $0) }.filter { !$0.contains("layout") }
    let cards = [
      "card print language=en", "card print each=door", "card print each=grid", "card preview 3栋",
      "card preview 4栋 language=en",
      "card vcard version=3.0",
    ]
    // Of lines that answer alike one is enough.
    var answers: Set<String> = []
    return (lines + cards).filter {
      let answer = desk.answer(to: $0)
      return answer.isDone && answers.insert(answer.text).inserted
    }
  }

  @Test(arguments: Language.allCases)
  func nothingPublicHoldsWhatWasNotAgreed(language: Language) throws {
    let desk = try desk(language)
    let lines = try lines(desk)
    #expect(lines.count > 10, "\(lines)")
    for line in lines {
      for format in ["", " | to html", " | to csv", " | to json"] {
        let answer = desk.answer(to: line + format)
        if answer.isDone { expectNothingSecret(answer.text, line + format) }
      }
    }
    #expect(Spelling.digits(of: desk.answer(to: "card print").text).contains(UnagreedTests.agreed))
  }

  /// What is hidden in any text of any record is found in every document, or stands in none.
  @Test func whatIsHiddenInATextIsNotPublished() throws {
    let desk = try desk()
    let lines = try lines(desk)
    let phones =
      UnagreedTests.secrets.enumerated().flatMap { index, phone in
        Spelling.phones(phone).enumerated().filter { $0.offset % 7 == index }.map(\.element)
      }
    let hidden =
      phones + UnagreedTests.givers.flatMap(Spelling.names) + ["欧阳明德住4栋1单元101室", "1单元101 欧阳\u{200B}明德", "4-1-101欧阳 明德"]
    let formats = ["", " | to html", " | to csv", " | to json"]
    var (entered, refused) = (0, 0)
    for kind in OfficeSchema.all.kinds {
      for record in try desk.session.store.records(Query(kind, limit: 1)).collect() {
        for slot in kind.fields.indices where isText(kind.fields[slot]) && record.values[slot].isPresent {
          // What no document shows is tried once.
          var isShown = true
          for turn in 0..<2 where isShown {
            // Who is called by a name and a room is not who bears that name.
            let isName = kind.fields[slot] === Resident.name.declaration
            let text = isName ? phones[turn] : hidden[(entered * 5 + turn) % hidden.count]
            try desk.session.store.begin()
            defer { try? desk.session.store.rollback() }
            // What is refused when it is typed cannot be published.
            guard (try? desk.session.writer.change(record) { $0.values[slot] = .text("说明 \(text)") }) != nil else {
              continue
            }
            entered += 1
            isShown = false
            for (index, line) in lines.enumerated() {
              let line = line + formats[(entered + index) % formats.count]
              let answer = desk.answer(to: line)
              isShown = isShown || answer.text.contains("说明") || answer.text.contains("E-PRIVATE")
              if answer.isDone {
                expectNothingSecret(
                  answer.text, "\(line), \(kind.name.english) \(kind.fields[slot].name.english) \(text)")
              } else if answer.text.contains("E-PRIVATE") {
                refused += 1
              }
            }
          }
        }
      }
    }
    #expect(entered > 40 && refused > 30, "\(entered) \(refused)")
  }

  /// The number of a paper may look like a phone, but not be somebody's.
  @Test func aVoucherIsNoPhone() throws {
    let desk = try desk()
    for (voucher, isShown) in [("13099990000", true), (UnagreedTests.secrets[0], false)] {
      try desk.run(
        "fund spend F1 amount=1 payee=安防 for=电线 voucher=\(voucher) asked-by=示例甲 approved-by=示例丙")
      #expect(desk.answer(to: "fund notice F1").isDone == isShown, "\(voucher)")
    }
  }

  /// On paper, in codes and in folders there is no more than on the screen.
  @Test func paperAndCodesHoldNoMore() throws {
    let desk = try desk()
    let places = ["grid set G3 range=", "grid set G3 name=", "building set 4栋 name="]
    for (index, place) in ([""] + places).enumerated() {
      if !place.isEmpty {
        let spellings = Spelling.phones(UnagreedTests.secrets[index])
        try desk.run(place + ("x " + spellings[index * 3]).asWord)
      }
      for layout in ["wallet", "wall"] {
        let path = "\(folder)/\(index)\(layout).pdf"
        guard desk.answer(to: "card print layout=\(layout) > \(path.asWord)").isDone else {
          #expect(!FileManager.default.fileExists(atPath: path))
          continue
        }
        let text = try OtherProgram.run("pdftotext", ["-layout", path, "-"])
        expectNothingSecret(text, "card \(layout) after \(place)")
        #expect(text.contains("0731"))
        _ = try OtherProgram.run("pdftoppm", ["-png", "-r", "200", "-l", "1", "-singlefile", path, path])
        let codes = try OtherProgram.run("zbarimg", ["-q", "--raw", path + ".png"])
        #expect(codes.contains("BEGIN:VCARD"))
        expectNothingSecret(codes, "card codes of \(layout) after \(place)")
      }
      for form in ["text", "html"] {
        let set = "\(folder)/set\(index)\(form)"
        let isDone = desk.answer(to: "card set \(set.asWord) format=\(form)").isDone
        let files = (try? FileManager.default.contentsOfDirectory(atPath: set)) ?? []
        #expect(isDone == place.isEmpty && (files.count == 6 || !isDone))
        for file in files {
          expectNothingSecret(try String(contentsOfFile: set + "/" + file, encoding: .utf8), "card " + file)
          expectNothingSecret(file, "card set: the name of a file")
        }
      }
    }
  }

  /// Whether it is a text that somebody writes.
  private func isText(_ field: FieldDeclaration) -> Bool {
    let own = [Gift.slip.declaration, Motion.number.declaration]
    if case .text = field.type { return !own.contains { $0 === field } }
    return false
  }

  private func expectNothingSecret(_ text: String, _ place: String) {
    let digits = Spelling.digits(of: text)
    for secret in UnagreedTests.secrets { #expect(!digits.contains(secret), "\(place.debugDescription): \(secret)") }
    if !place.hasPrefix("card") { #expect(!digits.contains(UnagreedTests.agreed), "\(place.debugDescription)") }
    if !place.hasPrefix("fund") {
      #expect(!digits.contains(UnagreedTests.agreedElsewhere), "\(place.debugDescription)")
    }
    // Cards name those who lead, and places are called as they are.
    if ["fund", "meeting", "motion"].contains(where: place.hasPrefix), !place.contains("body name") {
      let letters = Spelling.letters(of: text)
      for giver in UnagreedTests.givers { #expect(!letters.contains(giver), "\(place.debugDescription): \(giver)") }
    }
    for line in text.split(whereSeparator: \.isNewline) where Spelling.letters(of: String(line)).contains("欧阳明德") {
      #expect(!Spelling.digits(of: String(line)).contains("101"), "\(place.debugDescription): \(line)")
    }
  }
}
