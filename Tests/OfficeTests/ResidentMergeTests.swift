import Records
import Testing
import Values

/// One person recorded twice: R1 and R2. R3 is somebody else.
@Suite struct ResidentMergeTests {
  private func desk(_ lines: String = "") throws -> Desk {
    let desk = try Desk()
    try desk.run(
      """
      office init 北正街社区 hotline=0731-56780000 demo=yes
      grid add G3 name=伏虎小区
      for b in 3..5 { building add "$b栋" grid=G3 units=2 floors=4 doors-per-floor=2 }
      resident add 胡建国 address=3-2-201 phone=13800001234 party=yes
      resident add 胡建国 born=1956 party=yes tenancy=owner
      resident add 李梅 address=4-1-101
      \(lines)
      """)
    return desk
  }

  @Test func whatNamedTheDoubleNamesTheOther() throws {
    let desk = try desk(
      """
      body add 驿站 kind=station rule=council-two-thirds
      body join 驿站 R2
      opinion add 路灯不亮 category=公共设施 from=R2
      consent give R2 phone channel=building-card evidence=1
      clock set "2020-07-02 09:00"
      meeting call 例会 body=驿站 at="2020-07-05 19:30" agenda=[筹款] mover=R2
      clock set "2020-07-05 19:30"
      meeting open M1
      meeting sign-in M1 R2
      motion vote M1.1 for=1
      meeting close M1
      motion notice M1.1 days=7
      clock set "2020-07-13 09:00"
      fund open 监控 motion=M1.1 until=+7d keeper=示例乙 surplus=转入维护 refunds=可退
      fund give F1 from=R2 amount=200
      """)
    // 30: while there are two of the name nothing is done with it.
    for line in [
      "resident set 胡建国 note=x", "resident move 胡建国 address=5-1-101", "resident move-out 胡建国", "resident died 胡建国",
      "resident merge 胡建国 into=R1", "lead appoint 胡建国 building=3栋", "consent give 胡建国 name channel=minutes evidence=1",
      "fund give F1 from=胡建国 amount=1", "resident reveal 胡建国 reason=x", "body join 驿站 胡建国", "resident history 胡建国",
    ] {
      #expect(try desk.refusal(line).hasPrefix("E-AMBIGUOUS"), "\(line)")
    }
    let raised = try desk.run("print $(fund show F1).raised $(fund show F1).balance")
    #expect(
      try desk.run("resident merge R2 into=R1")
        == "R1 胡建国: R2 was merged into it; 7 records name it now\n")
    // 24: all names are valid, no amount has changed.
    #expect(try desk.run("print $(fund show F1).raised $(fund show F1).balance") == raised)
    #expect(try desk.run("print $(gift show D1).resident.handle $(body members 驿站)") != "")
    for line in [
      "print $(gift show D1).resident.handle", "for m in $(body members 驿站) { print $m.handle }",
      "for m in $(roll list) { print $m.resident.handle }", "for m in $(attendance list) { print $m.resident.handle }",
      "print $(consent show C1).resident.handle", "for m in $(motion list) { print $m.mover.handle }",
    ] {
      #expect(try desk.run(line) == "R1\n", "\(line)")
    }
    // What only the double said is said of the other now.
    #expect(try desk.run("print $(resident show R1).born $(resident show R1).tenancy") == "1956 owner\n")
    #expect(try desk.run("print $(resident show 胡建国).handle") == "R1\n", "the name is his alone")
    // Its history stays, and its handle is its own for ever.
    #expect(try desk.run("print $(resident show R2).status $(resident show R2).merged-into.handle") == "merged R1\n")
    #expect(try desk.run("resident history R2").contains("R2 was merged into R1"))
    #expect(try desk.run("resident history R1").contains("R2 was merged into R1"))
    #expect(try desk.run("history R2").contains("added: name 胡建国"))
    #expect(try desk.run("print $(resident add 钱七).handle") == "R4\n")
    for line in [
      "resident set R2 note=x", "resident move R2 address=5-1-101", "resident move-out R2", "resident died R2",
      "resident merge R2 into=R3", "resident merge R3 into=R2", "body join 驿站 R2",
      "consent give R2 name channel=minutes evidence=1", "lead appoint R2 building=3栋", "fund give F1 from=R2 amount=1",
    ] {
      #expect(try desk.refusal(line).hasPrefix("E-MERGED"), "\(line)")
    }
    #expect(try desk.refusal("resident merge R1 into=R1").hasPrefix("E-STATE"))
    #expect(try desk.run("print $(resident count) $(resident count --all)") == "3 4\n")
    #expect(try desk.run("for r in $(resident find hjg) { print $r.handle }") == "R1\n")
    #expect(try desk.run("for r in $(resident find R2) { print $r.handle }") == "R1\n")
  }

  @Test func differencesAreDecidedNotGuessed() throws {
    let desk = try desk("resident set R2 phone=13900005678 address=4-2-201 party=no")
    let refusal = try desk.refusal("resident merge R2 into=R1")
    #expect(
      refusal
        == "E-CONFLICT address: R1 has 3栋2单元201, R2 has 4栋2单元201; phone: R1 has 138****1234, R2 has 139****5678; "
        + "party: R1 has yes, R2 has no")
    #expect(try desk.refusal("resident merge R2 into=R1 keep=party take=phone").hasPrefix("E-CONFLICT address: R1"))
    #expect(try desk.refusal("resident merge R2 into=R1 keep=party take=phone,shoes").hasPrefix("E-VALUE"))
    #expect(try desk.refusal("resident merge R2 into=R1 keep=phone take=phone").hasPrefix("E-ARGUMENTS"))
    #expect(try desk.run("print $(resident show R2).status") == "active\n", "nothing has happened")
    try desk.run("居民 合并 R2 并入=R1 保留=党员 采用=电话,地址")
    #expect(try desk.run("print $(resident show R1).address $(resident show R1).phone") == "4栋2单元201 139****5678\n")
    #expect(try desk.run("print $(resident show R1).party") == "yes\n")
  }

  @Test func howSomebodyStandsIsRecordedByActs() throws {
    let desk = try desk("resident move-out R2 on=2020-06-30")
    #expect(
      try desk.refusal("resident merge R2 into=R1").hasPrefix("E-CONFLICT status: R1 has active, R2 has moved-out"))
    #expect(try desk.refusal("resident merge R2 into=R1 take=status").hasPrefix("E-VALUE"))
    try desk.run("resident merge R2 into=R1 keep=status")
    #expect(try desk.run("print $(resident show R1).status") == "active\n")
  }

  @Test func twoOnOneRollAreNotOne() throws {
    let desk = try desk(
      """
      body add 驿站 kind=station rule=council-two-thirds
      body join 驿站 R1 R2 R3
      meeting call 例会 body=驿站 at="2020-07-05 19:30" agenda=[筹款]
      clock set "2020-07-05 19:30"
      meeting open M1
      meeting sign-in M1 R1 R2 R3
      motion vote M1.1 for=3
      meeting close M1
      """)
    let refusal = try desk.refusal("resident merge R2 into=R1")
    #expect(refusal == "E-CONFLICT both stand in one place: RL2, MB2, AT2")
    #expect(
      try desk.run("resident merge R2 into=R1 --leave")
        == "R1 胡建国: R2 was merged into it; left with R2: RL2, MB2, AT2\n")
    #expect(try desk.run("meeting show M1").contains("3 of 3 came"), "what was counted then stays counted")
    #expect(try desk.run("print $(body quorum 驿站).members") == "2\n", "but nobody is counted twice from now on")
    #expect(try desk.run("print $(attendance count resident=R1)") == "1\n")
  }

  @Test func aWithdrawnConsentIsNotRevived() throws {
    let desk = try desk(
      """
      consent give R1 phone channel=building-card evidence=1
      consent give R2 phone channel=building-card evidence=2
      clock set "2020-07-02 09:00"
      consent withdraw R2 phone channel=building-card
      """)
    #expect(
      try desk.refusal("resident merge R2 into=R1") == "E-CONFLICT a consent that the other withdrew: C1")
    try desk.run("consent withdraw R1 phone channel=building-card; resident merge R2 into=R1")
    #expect(try desk.run("print $(consent count resident=R1 status=withdrawn)") == "2\n")
  }

  @Test func doublesOfDoublesFollow() throws {
    let desk = try desk("resident add 胡建国 party=yes")
    try desk.run("resident merge R4 into=R2; resident merge R2 into=R1")
    #expect(try desk.run("print $(resident show R4).merged-into.handle") == "R1\n")
    #expect(try desk.run("print $(resident show 胡建国).handle") == "R1\n")
  }

  @Test func aMergeCanBeUndone() throws {
    let desk = try desk("consent give R2 phone channel=building-card evidence=1")
    try desk.run("resident merge R2 into=R1")
    try desk.run("undo")
    #expect(try desk.run("print $(resident show R2).status $(consent show C1).resident.handle") == "active R2\n")
    #expect(try desk.run("print $(resident count)") == "3\n")
    #expect(try desk.run("journal verify").contains("fit"))
  }

  @Test func anUndecidedMergeLeavesNothing() throws {
    let desk = try desk("resident set R2 phone=13900005678")
    let before = try desk.journal.count
    #expect(try desk.refusal("resident merge R2 into=R1").hasPrefix("E-CONFLICT"))
    #expect(try desk.journal.count == before)
  }
}
