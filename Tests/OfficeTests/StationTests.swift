import Records
import Testing
import Values

/// Steps 5, 8 to 11 and 19 of the Fuhu story, as a desk types them.
@Suite struct StationTests {
  /// An office with the station of sixteen and the owners' committee of five.
  private func desk() throws -> Desk {
    let desk = try Desk()
    try desk.run(
      """
      office init 北正街社区 hotline=0731-56780000 demo=yes
      grid add G3 name=伏虎小区 range=伏虎路以东
      building add 3栋 grid=G3 units=2 floors=4 doors-per-floor=2
      for n in 1..16 { resident add "党员$n" building=3栋 unit=1 room=101 }
      for n in 1..3 { resident add "业主$n" building=3栋 unit=2 room=201 }
      body add 驿站 kind=station rule=council-two-thirds
      for n in 1..16 { body join 驿站 "R$n" }
      body add 业委会 kind=owners-committee rule=owners-committee
      body join 业委会 R1 R2 R17 R18 R19
      """)
    return desk
  }

  @Test func elevenOfSixteen() throws {
    let desk = try desk()
    #expect(try desk.run("let q = $(body quorum 驿站); print \"$q.needed of $q.members\"") == "11 of 16\n")
    _ = try desk.run("body join 驿站 R17 voting=no")
    #expect(try desk.run("let q = $(body quorum 驿站); print \"$q.needed of $q.members\"") == "11 of 16\n")
    #expect(try desk.refusal("body join 驿站 R1").hasPrefix("E-DUPLICATE 党员1"))
  }

  @Test func theReporterStaysMasked() throws {
    let desk = try desk()
    try desk.run(
      """
      opinion add 自行车被盗 category=治安 from=业主1
      opinion add 快件丢失 category=治安 name=赵快递
      opinion refer O1 to=公安
      """)
    for line in ["opinion list", "opinion show O1", "opinion show O2", "opinion list | to json"] {
      let seen = try desk.run(line)
      #expect(!seen.contains("业主1") && !seen.contains("赵快递") && !seen.contains("resident/17"), "\(line)\n\(seen)")
    }
    #expect(try desk.run("opinion show O1").contains("2020-07-01"), "the day of its referral")
    for line in ["opinion list from=业主1", "opinion count name~赵"] {
      #expect(try desk.refusal(line).hasPrefix("E-"), "a search would tell: \(line)")
    }
    for line in ["opinion list sort=from", "opinion list sort=-name"] {
      #expect(try desk.refusal(line).hasPrefix("E-PRIVATE"), "an order would tell: \(line)")
    }
    #expect(try desk.refusal("opinion reveal O1").hasPrefix("E-REASON"))
    let before = try desk.journal.count
    #expect(try desk.run("opinion reveal O1 reason=公安回访").contains("业主1"))
    let entry = try #require(try desk.journal.last)
    #expect(try desk.journal.count == before + 1)
    #expect(entry.act == "reveal" && entry.subject == Reference(kind: "opinion", id: 1))
    #expect(entry.after.contains("公安回访"))
  }

  @Test func overdueOpinionsAreListed() throws {
    let desk = try desk()
    try desk.run("opinion add 路灯不亮 category=公共设施; opinion accept O1")
    #expect(try desk.run("print $(opinion count overdue=yes)") == "0\n")
    try desk.run("clock set \"2020-07-09 09:00\"")
    #expect(try desk.run("print $(opinion count overdue=yes)") == "1\n")
  }

  @Test func camerasAreDecidedOn() throws {
    let desk = try desk()
    try desk.run("clock set \"2020-07-12 09:00\"")
    let call = "meeting call 监控 body=驿站 place=驿站 agenda=[安装监控, 点位方案] at="
    #expect(try desk.refusal(call + "\"2020-07-14 19:30\"").hasPrefix("E-NOTICE"))
    try desk.run(call + "\"2020-07-15 19:30\" mover=党员3")
    #expect(try desk.refusal("meeting open M1").hasPrefix("E-DATES"))
    try desk.run("clock set \"2020-07-15 19:30\"; meeting open M1; for n in 1..10 { meeting sign-in M1 \"R$n\" }")
    #expect(
      try desk.refusal("motion vote M1.1 for=10") == "E-QUORUM 驿站: 10 of 16 are present, 11 needed: 1 more needed")
    #expect(try desk.refusal("meeting sign-in M1 业主1").hasPrefix("E-ROLL"))
    try desk.run("meeting sign-in M1 R11 R12 R13")
    #expect(try desk.run("meeting show M1").contains("驿站: 13 of 16 present, 11 needed"))
    #expect(try desk.refusal("motion vote M1.1 for=13 against=1").hasPrefix("E-VOTES"))
    #expect(try desk.run("motion vote M1.1 for=12 against=0 abstain=1") == "M1.1: 12–0–1, carried\n")
    #expect(try desk.run("for v in $(vote list motion=M1.1) { print $v.needed }") == "7\n")
    #expect(try desk.refusal("motion add M1 停车收费").hasPrefix("E-AGENDA"))
    try desk.run("meeting sign-out M1 R11 R12 R13")
    #expect(try desk.refusal("motion vote M1.2 for=10").hasPrefix("E-QUORUM"))
    try desk.run("meeting adjourn M1 to=\"2020-07-18 19:30\"")
    let shown = try desk.run("meeting show M1")
    #expect(shown.contains("驿站: 13 of 16 came") && shown.contains("点位方案: undecided"))
    #expect(try desk.run("meeting show M2").contains("M2.1  点位方案: on-agenda"))
    #expect(try desk.run("motion show M2.1").contains("moved by 党员3"))
  }

  @Test func aJointDecisionIsPutOnNotice() throws {
    let desk = try desk()
    try desk.run(
      """
      clock set "2020-07-15 09:00"
      meeting call 联席 body=[驿站, 业委会] at="2020-07-18 15:00" agenda=["预算20000元"]
      clock set "2020-07-18 15:00"
      meeting open M1
      for n in 1..16 { meeting sign-in M1 "R$n" }
      """)
    #expect(try desk.refusal("motion vote M1.1 for=16").hasPrefix("E-MISSING"))
    #expect(try desk.run("motion vote M1.1 body=驿站 for=15 abstain=1").contains("the other body votes next"))
    #expect(try desk.refusal("motion vote M1.1 body=业委会 for=2").contains("2 of 5 are present, 3 needed: 1 more needed"))
    try desk.run("meeting sign-in M1 R17 R18")
    #expect(try desk.run("motion vote M1.1 body=业委会 for=3 against=1").hasSuffix("carried\n"))
    try desk.run("meeting close M1")
    #expect(try desk.refusal("motion notice M1.1 from=2020-07-10").hasPrefix("E-DATES"))
    #expect(try desk.refusal("motion notice M1.1 days=6").hasPrefix("E-NOTICE"))
    try desk.run("motion notice M1.1 from=2020-07-18 days=7; clock set \"2020-07-20 09:00\"")
    try desk.run("motion object M1.1 正对窗户 by=业主3; clock set \"2020-07-22 16:00\"")
    #expect(!(try desk.run("objection list")).contains("业主3"))
    try desk.run("motion reply M1.1 已调整 amend=预算20000元，避开门窗; clock set \"2020-07-25 09:00\"")
    #expect(try desk.run("motion show M1.1").contains("state: in-notice"))
    try desk.run("clock set \"2020-07-26 09:00\"")
    let shown = try desk.run("motion show M1.1")
    #expect(shown.contains("state: in-force") && shown.contains("amended to: 预算20000元，避开门窗"))
    let minutes = try desk.run("meeting minutes M1")
    #expect(minutes.contains("议题 M1.1  预算20000元\n") && minutes.contains("应到 16，实到 16，法定 11"))
    #expect(!minutes.contains("党员1") && !minutes.contains("业主"), "numbers, no names")
    #expect(try desk.refusal("motion notice M1.1 days=30").hasPrefix("E-STATE"), "in force, it is not hung again")
  }

  @Test func aMeetingDecidesOnTheSurplus() throws {
    let desk = try desk()
    try desk.run(
      """
      meeting call 筹款 body=驿站 at="2020-07-04 19:30" agenda=[筹款, 结余转入维护]
      clock set "2020-07-04 19:30"
      meeting open M1
      for n in 1..16 { meeting sign-in M1 "R$n" }
      motion vote M1.1 for=16
      motion vote M1.2 for=9 against=7
      meeting close M1
      motion notice M1.1 days=7
      clock set "2020-07-12 09:00"
      fund open 监控 motion=M1.1 until=+7d keeper=示例乙 surplus=转入维护 refunds=可退 book=FH2020
      fund give F1 from=党员1 amount=1250
      """)
    let transfer = "fund transfer F1 amount=1250 to=监控维护 motion=M1.2"
    #expect(try desk.refusal(transfer).hasPrefix("E-MOTION"))
    try desk.run("motion notice M1.2 days=7; clock set \"2020-07-19 09:00\"")
    #expect(try desk.refusal(transfer).hasPrefix("E-MOTION"), "its last day")
    try desk.run("clock set \"2020-07-20 09:00\"; \(transfer); fund close F1")
    #expect(try desk.run("print $(fund show F1).balance") == "0.00\n")
  }
}
