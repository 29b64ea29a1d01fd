import Records
import Testing
import Values

/// Who looks after what: invariant 9 of the field, tried by commands.
@Suite struct AppointmentTests {
  private func desk() throws -> Desk {
    let desk = try Desk()
    try desk.run(
      """
      office init 北正街社区 hotline=0731-56780000 demo=yes
      grid add G3 name=伏虎小区
      for b in 3..4 { building add "$b栋" grid=G3 units=2 floors=4 doors-per-floor=2 }
      resident add 胡建国 address=3-2-201 phone=13800001234
      resident add 陈素芬 address=3-1-101
      resident add 曾国安 address=4-1-101
      resident add 小明 address=3-2-201 born=2005
      resident add 小红 address=3-2-201 born=2002-07-02
      clock set "2020-07-01 09:00"
      """)
    return desk
  }

  @Test func aLeadLivesThereOrWasAppointedWithAReason() throws {
    let desk = try desk()
    #expect(
      try desk.refusal("lead appoint 曾国安 building=3栋") == "E-LEAD-RESIDENT 曾国安 lives in 4栋1单元101, not in 3栋")
    for half in ["how=appointed", "how=appointed by=社区", "how=appointed reason=暂无人选", "by=社区 reason=暂无人选"] {
      #expect(try desk.refusal("lead appoint 曾国安 building=3栋 \(half)").hasPrefix("E-LEAD-RESIDENT"), "\(half)")
    }
    try desk.run("lead appoint 曾国安 building=3栋 how=appointed by=社区 reason=暂无人选 duties=传达通知")
    #expect(try desk.run("card preview 3栋").contains("曾国安（社区委派）"))
    try desk.run("resident move-out 陈素芬")
    #expect(try desk.refusal("lead appoint 陈素芬 building=3栋").hasPrefix("E-STATE"))
  }

  @Test func aLeadIsOfAge() throws {
    let desk = try desk()
    #expect(try desk.refusal("lead appoint 小明 building=3栋").hasPrefix("E-ADULT"))
    #expect(try desk.refusal("lead appoint 小红 building=3栋 from=2020-07-01").hasPrefix("E-ADULT"))
    #expect(try desk.refusal("lead appoint 小明 building=3栋 how=appointed by=社区 reason=x").hasPrefix("E-ADULT"))
    #expect(try desk.refusal("officer appoint resident=小明 role=police grid=G3").hasPrefix("E-ADULT"))
    try desk.run("lead appoint 小红 building=3栋 from=2020-07-02")
  }

  @Test func termsDoNotOverlap() throws {
    let desk = try desk()
    try desk.run("lead appoint 胡建国 building=3栋 from=2020-07-08 until=2023-07-07")
    for term in [
      "from=2020-07-08 until=2023-07-07", "from=2021-01-01 until=2021-12-31", "from=2023-07-07", "from=2020-01-01",
      "from=2020-01-01 until=2020-07-08", "from=2020-07-01 until=2020年", "from=2020-01-01 until=2025-01-01",
    ] {
      #expect(try desk.refusal("lead appoint 陈素芬 building=3栋 \(term)").hasPrefix("E-LEAD-OVERLAP"), "\(term)")
    }
    try desk.run("lead appoint 陈素芬 building=3栋 from=2019-01-01 until=2020-07-07")
    try desk.run("lead appoint 陈素芬 building=3栋 from=2023-07-08")
    #expect(
      try desk.refusal("lead appoint 胡建国 building=3栋 from=2030-01-01").hasPrefix("E-LEAD-OVERLAP"), "an open term")
    #expect(
      try desk.refusal("lead appoint 胡建国 building=4栋 from=2020-07-08 until=2020-07-07 how=appointed by=a reason=b")
        .hasPrefix("E-DATES"))
    try desk.run("lead appoint 胡建国 building=4栋 from=2020-07-08 until=2020年 how=appointed by=a reason=b")
    #expect(
      try desk.run("for a in $(lead history 3栋) { print $a.handle $a.state }")
        == "A1 upcoming\nA2 serving\nA3 upcoming\n")
  }

  @Test func aTermCanBeEndedAndWhatIsLeftIsFree() throws {
    let desk = try desk()
    try desk.run("lead appoint 胡建国 building=3栋 from=2020-01-01; lead relieve 3栋 on=2020-06-01 reason=工作调动 end=resigned")
    #expect(try desk.refusal("lead relieve 3栋 reason=x").hasPrefix("E-STATE"))
    #expect(try desk.refusal("lead appoint 陈素芬 building=3栋 from=2020-05-31").hasPrefix("E-LEAD-OVERLAP"))
    try desk.run("lead appoint 陈素芬 building=3栋 from=2020-06-01")
    #expect(try desk.run("print $(appointment show A1).end $(appointment show A1).end-reason") == "resigned 工作调动\n")
    #expect(try desk.run("print $(lead list on=2020-05-31 | count) $(lead list on=2019-12-31 | count)") == "1 0\n")
  }

  @Test func aHandoverIsOneAct() throws {
    let desk = try desk()
    #expect(try desk.refusal("lead handover 陈素芬 building=3栋").hasPrefix("E-STATE"))
    try desk.run("lead appoint 胡建国 building=3栋 from=2020-01-01 until=2022-12-31")
    let before = try desk.journal.count
    #expect(try desk.refusal("lead handover 曾国安 building=3栋").hasPrefix("E-LEAD-RESIDENT"))
    #expect(try desk.journal.count == before, "the old term has not ended")
    #expect(try desk.run("lead handover 陈素芬 building=3栋") == "A2: 陈素芬, building-lead of 3栋, after 胡建国\n")
    #expect(try desk.run("print $(appointment show A1).ended $(appointment show A1).end") == "2020-07-01 handed-over\n")
    #expect(try desk.run("for a in $(lead list) { print $a.resident.name }") == "陈素芬\n")
  }

  @Test func whatIsUndoneMustStillFit() throws {
    let desk = try desk()
    try desk.run("lead appoint 胡建国 building=3栋 from=2020-01-01")
    try desk.run("resident move-out 胡建国")
    try desk.run("operator as 示例乙; lead appoint 陈素芬 building=3栋")
    try desk.run("operator as 示例甲")
    #expect(try desk.refusal("undo").hasPrefix("E-LEAD-OVERLAP"), "somebody else serves now")
    #expect(try desk.run("print $(resident show 胡建国).status") == "moved-out\n")
  }

  @Test func endedTermsLeaveTheCards() throws {
    let desk = try desk()
    try desk.run(
      """
      lead appoint 胡建国 building=3栋 from=2020-06-01 until=2020-07-31
      consent give 胡建国 phone channel=building-card evidence=1
      officer appoint 示例子 role=grid-chief grid=G3 duty-line=0731-56780011 from=2020-06-01 until=2020-07-31
      card post 3栋 place=门口
      """)
    #expect(try desk.run("card preview 3栋").contains("胡建国 ☎ 13800001234"))
    #expect(try desk.run("print $(card stale | count)") == "0\n")
    try desk.run("clock set \"2020-08-01 00:00\"")
    let card = try desk.run("card preview 3栋")
    #expect(!card.contains("胡建国") && !card.contains("13800001234") && !card.contains("示例子"))
    #expect(try desk.run("print $(card stale | count)") == "1\n")
  }

  @Test func vacanciesTellWhatComes() throws {
    let desk = try desk()
    try desk.run("lead appoint 胡建国 building=3栋 from=2020-01-01 until=2020-08-30")
    func vacancies() throws -> String {
      try desk.run("for v in $(lead vacancies) { print \"$v.place.name $v.state $v.last $v.days\" }")
    }
    #expect(try vacancies() == "3栋 ends-soon 胡建国 60\n4栋 vacant  \n")
    try desk.run("lead appoint 陈素芬 building=3栋 from=2020-08-31")
    #expect(try vacancies() == "4栋 vacant  \n", "somebody follows")
    try desk.run("lead relieve 3栋 on=2020-08-31 reason=x; clock set \"2020-09-01 09:00\"")
    #expect(try vacancies() == "3栋 vacant 胡建国 \n4栋 vacant  \n", "who never took it up served never")
    try desk.run("officer appoint 示例子 role=police grid=G3")
    #expect(
      try desk.run("for v in $(officer vacancies) { print $v.role $v.state }")
        == "grid-chief vacant\ngrid-manager vacant\n")
  }

  @Test func officersAreAppointedLikeLeads() throws {
    let desk = try desk()
    try desk.run("officer appoint 示例子 role=police grid=G3 from=2020-01-01 by=公安分局")
    #expect(
      try desk.refusal("officer appoint 示例丑 role=police grid=G3").hasPrefix("E-OFFICER-OVERLAP G3 has a police: 示例子"))
    #expect(try desk.refusal("officer appoint role=police grid=G3").hasPrefix("E-MISSING"))
    #expect(try desk.refusal("officer appoint 张三 resident=R1 role=grid-chief grid=G3").hasPrefix("E-ONE-PERSON"))
    #expect(try desk.refusal("officer appoint \"张\u{200B}三\" role=grid-chief grid=G3").hasPrefix("E-NAME"))
    #expect(try desk.refusal("officer appoint 张三 role=building-lead grid=G3").hasPrefix("E-VALUE"))
    try desk.run("officer appoint resident=胡建国 role=grid-manager grid=G3 duty-line=0731-56780012")
    #expect(try desk.run("card preview 3栋").contains("胡建国 ☎ 0731-56780012（工作）"))
    #expect(try desk.run("officer handover 示例丑 role=police grid=G3") == "A3: 示例丑, police of 伏虎小区, after 示例子\n")
    try desk.run("officer relieve G3 role=police on=2020-08-01 reason=调离")
    #expect(
      try desk.run("for a in $(officer history G3 role=police) { print $a.name $a.end }")
        == "示例子 handed-over\n示例丑 relieved\n")
    // A grid manager's post does not rest on living here.
    #expect(try desk.run("resident move-out 胡建国") == "R1 胡建国: moved out on 2020-07-01\n")
  }

  /// 29: no number is given twice, whatever is removed.
  @Test func handlesAreNeverUsedAgain() throws {
    let desk = try desk()
    try desk.run("shop add 示例书店; shop remove 示例书店; shop add 示例书店")
    #expect(try desk.run("print $(shop show 示例书店).handle") == "S2\n")
    #expect(
      try desk.run("building add 9栋 grid=G3; building remove 9栋; building add 9栋 grid=G3").contains("B4 9栋: added"))
    #expect(try desk.refusal("resident remove R1").hasPrefix("E-UNKNOWN-COMMAND"))
    #expect(try desk.refusal("building remove 3栋").hasPrefix("E-IN-USE"))
    #expect(try desk.refusal("resident add R99").hasPrefix("E-NAME"), "no name takes a handle's place")
    #expect(try desk.refusal("resident add 甲 id=7").hasPrefix("E-UNKNOWN-PARAMETER"))
    #expect(try desk.refusal("resident add 甲 handle=R7").hasPrefix("E-UNKNOWN-PARAMETER"))
  }
}
