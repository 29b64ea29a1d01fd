import Diagnostics
import Testing
import Values

/// What must always hold of money, and lines that try to break it. Each is refused with its code, and the books stay as
/// they were.
@Suite struct FundInvariantTests {
  /// An office with motion M1.1 in force, M1.2 carried and on notice, and M1.3 lost; and a fund with two gifts.
  private func desk(fund: Bool = true) throws -> Desk {
    let desk = try Desk()
    try desk.run(
      """
      office init 北正街社区 hotline=0731-56780000 supervision=0731-56780001 demo=yes
      grid add G3 name=伏虎小区
      building add 3栋 grid=G3 units=2 floors=4 doors-per-floor=2
      for name in ["胡建国", "李梅", "周勇", "张伟", "张伟"] { resident add $name building=3栋 unit=1 room=201 phone=13800001234 }
      shop add 示例商铺
      body add 驿站 kind=station rule=council-two-thirds
      body join 驿站 R1 R2 R3
      meeting call 例会 body=驿站 at="2020-07-05 19:30" place=驿站 agenda=["监控", "绿化", "停车"]
      clock set "2020-07-05 19:30"
      meeting open M1
      meeting sign-in M1 R1 R2 R3
      motion vote M1.1 for=3
      motion vote M1.2 for=3
      motion vote M1.3 for=0 against=3
      meeting close M1
      motion notice M1.1 days=7
      clock set "2020-07-13 09:00"
      motion notice M1.2 days=30
      """)
    guard fund else { return desk }
    try desk.run(
      """
      fund open 监控 motion=M1.1 goal=2000 until=+20d keeper=示例乙 surplus=转入维护 refunds=开工前可退 book=FH2020
      fund give 监控 from=胡建国 amount=600
      fund give 监控 from=示例商铺 amount=400
      """)
    return desk
  }

  private func refused(_ desk: Desk, _ lines: [(line: String, code: String)]) throws {
    let before = try desk.run("print $(fund show F1).balance $(gift count) $(expense count) $(refund count)")
    for (line, code) in lines {
      let answer = try desk.refusal(line)
      #expect(answer.hasPrefix("\(code) "), "\(line): \(answer)")
    }
    let after = try desk.run("print $(fund show F1).balance $(gift count) $(expense count) $(refund count)")
    #expect(after == before)
  }

  private let paid = "payee=示例安防 for=设备 asked-by=示例甲 approved-by=示例丙"

  @Test func theBalanceIsWorkedOutAndNeverBelowZero() throws {
    let desk = try desk()
    try refused(
      desk,
      [
        ("fund spend F1 amount=1000.01 voucher=V1 \(paid)", "E-BALANCE"),
        ("fund spend F1 amount=0 voucher=V1 \(paid)", "E-AMOUNT"),
        ("fund spend F1 amount=-5 voucher=V1 \(paid)", "E-AMOUNT"),
        ("fund spend F1 amount=92233720368547758.07 voucher=V1 \(paid)", "E-VALUE"),
        ("fund give F1 from=李梅 amount=92233720368547758.07", "E-VALUE"),
        ("fund give F1 from=李梅 amount=0", "E-AMOUNT"), ("fund give F1 from=李梅 amount=0.001", "E-VALUE"),
        ("fund transfer F1 amount=1001 to=维护 motion=M1.1", "E-BALANCE"),
        ("fund open 绿化 motion=M1.1 until=+7d keeper=乙 surplus=无 refunds=可退 balance=5", "E-UNKNOWN-PARAMETER"),
        ("fund set F1 balance=5", "E-UNKNOWN-COMMAND"), ("gift set D1 amount=5", "E-UNKNOWN-COMMAND"),
        ("gift remove D1", "E-UNKNOWN-COMMAND"), ("expense add amount=5", "E-UNKNOWN-COMMAND"),
      ])
    // Today's gift does not pay for yesterday's bill.
    try desk.run("fund spend F1 amount=1000 voucher=V1 \(paid); clock set \"2020-07-14 09:00\"")
    try desk.run("fund give F1 from=李梅 amount=500")
    try refused(
      desk,
      [
        ("fund spend F1 amount=1 voucher=V2 date=2020-07-13 \(paid)", "E-BALANCE"),
        ("fund refund FH2020-0001 reason=退 amount=1 date=2020-07-13", "E-BALANCE"),
        ("fund spend F1 amount=1 voucher=V2 date=2020-07-12 \(paid)", "E-DATES"),
        ("fund spend F1 amount=1 voucher=V2 date=2020-07-15 \(paid)", "E-DATES"),
        ("fund spend F1 amount=1 voucher=V2 date=2020年7月中旬 \(paid)", "E-DATES"),
      ])
  }

  @Test func noGiftIsGivenBackTwice() throws {
    let desk = try desk()
    try desk.run("fund refund FH2020-0001 reason=多交 amount=350; fund refund FH2020-0001 reason=多交 amount=200")
    try refused(
      desk,
      [
        ("fund refund FH2020-0001 reason=退 amount=50.01", "E-REFUND"),
        ("fund refund FH2020-0001 reason=退 amount=0", "E-REFUND"),
        ("fund refund FH2020-0001 reason=退 amount=-1", "E-REFUND"),
        ("fund refund FH2020-0009 reason=退", "E-UNKNOWN-RECORD"), ("fund refund FH2020-0001", "E-ARGUMENTS"),
        ("fund refund FH2020-0001 reason=胡建国多交", "E-PRIVATE"),
        ("fund refund FH2020-0001 reason=请致电13800001234", "E-PRIVATE"),
        ("fund refund FH2020-0001 reason=3栋2单元501多交", "E-PRIVATE"),
        ("fund refund FH2020-0001 reason=\"\"", "E-MISSING"), ("fund cancel F1 reason=\"\"", "E-MISSING"),
      ])
    try desk.run("fund refund FH2020-0001 reason=多交")
    try refused(desk, [("fund refund FH2020-0001 reason=退", "E-REFUND")])
    #expect(try desk.run("print $(gift show FH2020-0001).left $(fund show F1).balance") == "0.00 400.00\n")
  }

  @Test func anExpenseTakesTwoPeople() throws {
    let desk = try desk()
    let rest = "fund spend F1 amount=1 voucher=V1 payee=示例安防 for=设备"
    try refused(
      desk,
      [
        ("\(rest) asked-by=示例甲 approved-by=示例甲", "E-SEGREGATION"),
        ("\(rest) asked-by=示例甲 approved-by=\"示例甲　\"", "E-SEGREGATION"),
        ("\(rest) asked-by=\"Ａ B\" approved-by=ab", "E-SEGREGATION"),
        ("\(rest) asked-by=胡建国 approved-by=R1", "E-SEGREGATION"),
        ("\(rest) asked-by=胡建国@3栋 approved-by=胡建国", "E-SEGREGATION"),
        ("\(rest) asked-by=张伟 approved-by=示例甲", "E-AMBIGUOUS"),
        ("\(rest) asked-by=R4 approved-by=张伟", "E-AMBIGUOUS"),
        ("\(rest) asked-by=R4 approved-by=r4", "E-SEGREGATION"),
        ("\(rest) asked-by=示例甲 approved-by=\"\"", "E-MISSING"), ("\(rest) asked-by=示例甲", "E-ARGUMENTS"),
        ("fund open 绿化 motion=M1.2 until=+7d keeper=乙 surplus=无 refunds=可退", "E-MOTION"),
        ("fund open 停车 motion=M1.3 until=+7d keeper=乙 surplus=无 refunds=可退", "E-MOTION"),
      ])
    // Two people of one name, told apart by their handles.
    try desk.run("\(rest) asked-by=R4 approved-by=R5")
    #expect(
      try desk.run("print $(expense show X1).approved-by $(expense show X1).approved-resident.handle") == "张伟 R5\n")
  }

  @Test func slipNumbersHaveNoGapsAndAreNeverUsedAgain() throws {
    let desk = try desk()
    try desk.run("fund void FH2020-0002 reason=写错; fund give F1 from=示例商铺 amount=40")
    try refused(
      desk,
      [
        ("fund give F1 from=李梅 amount=5 slip=FH2020-0099", "E-UNKNOWN-PARAMETER"),
        ("fund void FH2020-0002 reason=再次", "E-VOID"), ("fund void FH2020-0001", "E-ARGUMENTS"),
        ("fund open 绿化 motion=M1.1 until=+7d keeper=乙 surplus=无 refunds=可退 book=fh２０２０", "E-DUPLICATE"),
        ("fund open 绿化 motion=M1.1 until=+7d keeper=乙 surplus=无 refunds=可退 book=F1", "E-BOOK"),
      ])
    // A refused line takes no number.
    _ = try desk.refusal("fund give F1 from=李梅 amount=5; fund spend F1 amount=5000 voucher=V1 \(paid)")
    try desk.run("fund give F1 from=李梅 amount=5; fund post F1 place=公告栏")
    try refused(desk, [("fund void FH2020-0004 reason=写错", "E-VOID")])
    try desk.run("clock set \"2020-07-14 09:00\"; fund give F1 from=李梅 amount=5 date=2020-07-13")
    try refused(desk, [("fund void FH2020-0005 reason=写错", "E-VOID")])
    #expect(
      try desk.run("for g in $(gift list fund=F1) { print $g.slip $g.voided }")
        == "FH2020-0001 \nFH2020-0002 2020-07-13\nFH2020-0003 \nFH2020-0004 \nFH2020-0005 \n")
  }

  @Test func aFundClosesEmptyAndDisclosed() throws {
    let desk = try desk()
    try refused(desk, [("fund close F1", "E-BALANCE-NONZERO")])
    try desk.run("fund post F1 place=公告栏; fund transfer F1 amount=1000 to=维护 motion=M1.1")
    try refused(desk, [("fund close F1", "E-DISCLOSURE"), ("fund post F1 place=公告栏 days=6", "E-NOTICE")])
    try desk.run("fund post F1 place=公告栏; fund close F1")
    try refused(
      desk,
      [
        ("fund close F1", "E-FUND-CLOSED"), ("fund give F1 from=李梅 amount=5", "E-FUND-CLOSED"),
        ("fund reverse T1 reason=错", "E-FUND-CLOSED"), ("fund refund FH2020-0001 reason=退", "E-FUND-CLOSED"),
        ("fund cancel F1 reason=退", "E-FUND-CLOSED"),
      ])
    #expect(try desk.run("print $(fund audit F1 | where not holds | count)") == "0\n")
  }

  @Test func whatWasSaidChangesByAMotionOnly() throws {
    let desk = try desk()
    let opening = "fund open 绿化 motion=M1.1 until=+7d keeper=乙"
    try refused(
      desk,
      [
        ("\(opening) refunds=可退", "E-POLICY"), ("\(opening) surplus=转入维护", "E-POLICY"),
        ("\(opening) surplus=\"  \" refunds=可退", "E-POLICY"),
        ("fund set F1 surplus=另用", "E-UNKNOWN-COMMAND"), ("fund amend F1 surplus=另用", "E-ARGUMENTS"),
        ("fund amend F1 motion=M1.2 surplus=另用", "E-MOTION"), ("fund amend F1 motion=M1.1", "E-MISSING"),
        ("fund amend F1 motion=M1.1 surplus=\"\"", "E-POLICY"),
      ])
    try desk.run("fund amend F1 motion=M1.1 surplus=转入绿化")
    for line in ["fund notice F1", "fund receipt FH2020-0001", "fund show F1"] {
      let text = try desk.run(line).replacing("\n", with: "").replacing(" ", with: "").replacing("│", with: "")
      #expect(text.contains("surplus,“转入维护”to“转入绿化”"), "\(line)")
      #expect(text.contains("backuntil2020-07-28"), "\(line)")
    }
  }

  @Test func nobodyOwesAndNobodyIsRanked() throws {
    let desk = try desk()
    let opening = "fund open 绿化 motion=M1.1 until=+7d keeper=乙 surplus=无 refunds=可退"
    try refused(
      desk,
      [
        ("\(opening) minimum=100", "E-UNKNOWN-PARAMETER"), ("\(opening) due=100", "E-UNKNOWN-PARAMETER"),
        ("gift list sort=-amount", "E-RANKING"), ("gift list sort=amount", "E-RANKING"),
        ("捐款 列出 排序=-金额", "E-RANKING"), ("gift list | sort -amount", "E-RANKING"),
        ("gift list sort=slip,-left", "E-RANKING"), ("let g = $(gift list); for x in $($g | sort 金额) { }", "E-RANKING"),
      ])
    #expect(try desk.run("gift list amount>=500 | count") == "1\n")
    #expect(!(try desk.run("help fund")).lowercased().contains("arrears"))
  }

  @Test func onlyWhoAgreedIsNamed() throws {
    let desk = try desk()
    try desk.run(
      """
      fund give F1 name=老战友合唱队 amount=10
      fund give F1 name=夕阳红舞队 amount=10 publish=yes
      fund give F1 from=李梅 amount=10 publish=yes
      fund give F1 from=anonymous amount=10
      """)
    try refused(
      desk,
      [
        ("fund give F1 from=anonymous amount=10 publish=yes", "E-ARGUMENTS"),
        ("fund give F1 from=李梅 name=某人 amount=10", "E-ARGUMENTS"),
        ("fund give F1 name=\"王五 3-2-501\" amount=10", "E-PRIVATE"), ("fund give F1 name=\"\" amount=10", "E-MISSING"),
        ("fund give F1 name=430381199001011234 amount=10", "E-PRIVATE"),
      ])
    func notice() throws -> String { try desk.run("fund notice F1") + (try desk.run("fund notice F1 | to html")) }
    var text = try notice()
    for name in ["胡建国", "示例商铺", "老战友", "李梅", "13800001234", "201"] { #expect(!text.contains(name), "\(name)") }
    #expect(text.contains("李*") && text.contains("夕阳红舞队") && text.contains("a resident") && text.contains("a shop"))
    // Whoever withdraws is not named any more, whenever he gave; and the notice that hangs must come down.
    try desk.run("fund post F1 place=公告栏; clock set \"2020-07-14 09:00\"")
    try desk.run("consent withdraw 李梅 name channel=donor-list; consent withdraw FH2020-0004 name channel=donor-list")
    text = try notice()
    #expect(!text.contains("李*") && !text.contains("夕阳红舞队"))
    #expect(try desk.run("print $(disclosure show DS1).withdrawn") == "2\n")
  }
}
