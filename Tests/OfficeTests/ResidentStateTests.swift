import Records
import Testing
import Values

/// Moving, dying and being recorded twice, and what must hold then.
@Suite struct ResidentStateTests {
  private func desk() throws -> Desk {
    let desk = try Desk()
    try desk.run(
      """
      office init 北正街社区 hotline=0731-56780000 demo=yes
      grid add G3 name=伏虎小区
      for b in 3..5 { building add "$b栋" grid=G3 units=2 floors=4 doors-per-floor=2 }
      resident add 胡建国 address=3-2-201 phone=13800001234 moved-in=2010-05-01
      resident add 李梅 address=4-1-101
      clock set "2020-07-01 09:00"
      lead appoint 胡建国 building=3栋 from=2020-07-01 until=2023-06-30
      lead appoint 胡建国 building=4栋 from=2020-07-01 how=appointed by=社区 reason=暂无人选
      consent give 胡建国 phone channel=building-card evidence=1
      clock set "2020-08-01 09:00"
      """)
    return desk
  }

  @Test func whoMovesLeavesHisStoryBehind() throws {
    let desk = try desk()
    #expect(
      try desk.run("resident move R1 address=5-1-102 on=2020-07-20")
        == "R1 胡建国: lives in 5栋1单元102; ended: A1 building-lead of 3栋\n")
    #expect(try desk.run("print $(resident show R1).address $(resident show R1).moved-in") == "5栋1单元102 2020-07-20\n")
    // From outside he looks after 4栋 as before, and his consent stands.
    #expect(try desk.run("for a in $(lead list) { print $a.building.name }") == "4栋\n")
    #expect(try desk.run("print $(consent show C1).status") == "given\n")
    let story = try desk.run(
      "for r in $(resident history R1) { if $r.what ~ \"lived\" { print \"$r.from $r.until $r.what\" } }")
    #expect(story == "2010-05-01 2020-07-20 lived in 3栋2单元201\n")
    #expect(try desk.run("household show 3-2-201").contains("residents  0"))
    #expect(try desk.run("household show 5-1-102").contains("胡建国"))
  }

  @Test func aLeadWhoMovesWithinHisBuildingStaysLead() throws {
    let desk = try desk()
    #expect(try desk.run("resident move R1 address=3-1-101") == "R1 胡建国: lives in 3栋1单元101\n")
    #expect(try desk.run("print $(lead list | count)") == "2\n")
  }

  @Test func whoMovesOutIsGoneButNotForgotten() throws {
    let desk = try desk()
    #expect(
      try desk.run("resident move-out 胡建国 on=2020-07-31")
        == "R1 胡建国: moved out on 2020-07-31; ended: A1 building-lead of 3栋, A2 building-lead of 4栋, C1\n")
    #expect(
      try desk.run("print $(resident count) $(resident count --all) $(resident count status=moved-out)") == "1 2 1\n")
    #expect(!(try desk.run("resident list")).contains("胡建国"))
    #expect(try desk.run("resident list status=moved-out").contains("胡建国"))
    #expect(try desk.run("resident list moved-out>=2020-07-01").contains("胡建国"))
    #expect(try desk.run("print $(resident show 胡建国).status") == "moved-out\n")
    #expect(try desk.run("for r in $(resident find hjg) { print $r.status }") == "moved-out\n")
    #expect(try desk.run("print $(appointment show A1).resident.name") == "胡建国\n", "what names him stays valid")
    #expect(try desk.run("card preview 3栋").contains("（空缺）"))
    #expect(try desk.run("print $(consent show C1).status") == "withdrawn\n")
    #expect(try desk.refusal("consent give R1 phone channel=building-card evidence=2").hasPrefix("E-STATE"))
    #expect(try desk.refusal("resident move-out R1").hasPrefix("E-STATE"))
    #expect(try desk.refusal("resident move R1 address=5-1-101").hasPrefix("E-STATE"))
    #expect(try desk.refusal("resident move-in R2").hasPrefix("E-STATE"))
    #expect(try desk.run("resident move-in R1 address=5-1-101") == "R1 胡建国: lives in 5栋1单元101 again\n")
    #expect(try desk.run("print $(resident show R1).status $(resident count)") == "active 2\n")
    #expect(try desk.run("for h in $(former-address list) { print $h.from $h.until }") == "2010-05-01 2020-07-31\n")
  }

  @Test func whatWasToComeIsCancelled() throws {
    let desk = try desk()
    #expect(try desk.refusal("lead appoint 李梅 building=4栋 from=2023-07-01").hasPrefix("E-LEAD-OVERLAP"), "an open term")
    try desk.run("lead relieve 4栋 reason=改选; lead appoint 李梅 building=4栋 from=2020-10-01")
    try desk.run("resident died 李梅 on=2020-07-31")
    #expect(try desk.run("print $(appointment show A3).state $(appointment show A3).end") == "ended deceased\n")
    #expect(try desk.run("print $(lead list on=2020-10-02 | count)") == "1\n")
    try desk.run("resident add 周勇 address=4-1-102; lead appoint 周勇 building=4栋 from=2020-10-01")
  }

  @Test func theDeadHaveNoSeatsTermsOrConsents() throws {
    let desk = try desk()
    try desk.run("body add 驿站 kind=station rule=council-two-thirds; body join 驿站 胡建国 李梅 from=2020-07-01")
    #expect(
      try desk.run("resident died 胡建国 on=2020-07-30")
        == "R1 胡建国: died on 2020-07-30; ended: A1 building-lead of 3栋, A2 building-lead of 4栋, MB1, C1\n")
    #expect(try desk.run("print $(body quorum 驿站).members") == "1\n")
    #expect(try desk.run("print $(resident show R1).status") == "deceased\n")
    for line in [
      "resident died R1", "resident move-in R1", "resident move R1 address=5-1-101", "body join 驿站 R1",
      "consent give R1 name channel=minutes evidence=1", "lead appoint R1 building=3栋",
      "lead appoint R1 building=3栋 how=appointed by=社区 reason=x", "officer appoint resident=R1 role=police grid=G3",
    ] {
      #expect(try desk.refusal(line).hasPrefix("E-STATE"), "\(line)")
    }
  }

  @Test func daysAreInOrder() throws {
    let desk = try desk()
    for line in [
      "resident move R1 address=5-1-101 on=+1d", "resident move R1 address=5-1-101 on=2010-04-30",
      "resident move-out R1 on=+1d", "resident move-out R1 on=2010-04-30", "resident died R1 on=+1d",
      "resident set R1 born=2015-01-01",
    ] {
      #expect(try desk.refusal(line).hasPrefix("E-DATES"), "\(line)")
    }
    for line in [
      "resident set R1 moved-out=2020-01-01", "resident add 甲 died=2020-01-01", "resident set R1 merged-into=R2",
    ] {
      #expect(try desk.refusal(line).hasPrefix("E-UNKNOWN-PARAMETER"), "acts alone do that: \(line)")
    }
    #expect(try desk.refusal("resident move R1 address=3-2-201").hasPrefix("E-STATE"))
  }

  @Test func aRefusedActLeavesNothing() throws {
    let desk = try desk()
    let before = try desk.journal.count
    // The door is not there: neither the former address nor the end of the term may stay.
    #expect(try desk.refusal("resident move R1 address=5-1-909").hasPrefix("E-DOOR"))
    #expect(try desk.journal.count == before)
    #expect(try desk.run("print $(former-address count) $(lead list | count)") == "0 2\n")
  }
}
