import Diagnostics
import Records
import Testing
import Values

/// What never happens at a station, tried from the prompt: each line breaks one rule and is refused with its code.
@Suite struct InvariantTests {
  /// M1 of the station, open since 19:30 on 4 July with ten of sixteen, and two motions on its agenda.
  private func openMeeting() throws -> Desk {
    let desk = try Desk.withStation()
    try desk.run("meeting call 监控 body=驿站 at=\"2020-07-04 19:30\" agenda=[安装监控, 点位方案]")
    try desk.clock("2020-07-04 19:30")
    try desk.run("meeting open M1; for n in 1..10 { meeting sign-in M1 \"R$n\" }")
    return desk
  }

  /// A motion is on the agenda of a notice that went out in time.
  @Test func onlyWhatWasAnnouncedInTimeIsDecided() throws {
    let desk = try Desk.withStation()
    #expect(try desk.code("meeting call 监控 body=驿站 at=\"2020-07-03 19:30\" agenda=[监控]") == "E-NOTICE")
    #expect(try desk.code("meeting call 监控 body=驿站 at=\"2020-06-30 19:30\" agenda=[监控]") == "E-NOTICE")
    try desk.run("meeting call 监控 body=驿站 at=\"2020-07-04 19:30\" agenda=[监控]; motion add M1 停车")
    #expect(try desk.code("motion vote M1.1 for=16") == "E-STATE", "it is not open")
    try desk.clock("2020-07-02 09:00")
    #expect(try desk.code("motion add M1 绿化") == "E-AGENDA", "two days before are too late")
    #expect(try desk.code("meeting open M1") == "E-DATES")
    try desk.clock("2020-07-04 19:30")
    try desk.run("meeting open M1")
    #expect(try desk.code("motion add M1 收费") == "E-AGENDA")
    #expect(try desk.code("motion vote M1.3 for=16") == "E-UNKNOWN-RECORD")
    #expect(try desk.code("body set 驿站 rule=residents-majority") == "E-STATE", "the rule stands to the end")
  }

  /// A motion is carried with quorum at its vote and a pass by the rule; votes are never more than people.
  @Test func nothingIsCarriedWithoutQuorum() throws {
    let desk = try openMeeting()
    for line in ["motion vote M1.1 for=10", "motion cast M1.1 for R1", "motion vote M1.1 for=10 --secret"] {
      #expect(try desk.refusal(line).hasSuffix("10 of 16 present, 11 needed: 1 more needed"), "\(line)")
    }
    #expect(try desk.run("body quorum 驿站").contains("10 present: 1 more needed"))
    #expect(try desk.run("print $(body quorum 驿站).more") == "1\n")
    try desk.run("meeting sign-in M1 R11")
    #expect(try desk.run("body quorum 驿站").contains("quorum reached"))
    for votes in ["for=12", "for=6 against=5 abstain=1", "for=1000000000 against=1000000000"] {
      #expect(try desk.code("motion vote M1.1 \(votes)") == "E-VOTES", "\(votes)")
    }
    #expect(try desk.code("motion vote M1.1 for=-1") == "E-VALUE")
    #expect(try desk.run("motion vote M1.1 for=5 against=0 abstain=6").hasSuffix("6 needed: lost\n"))
    try desk.run("meeting sign-out M1 R11")
    #expect(try desk.code("motion vote M1.2 for=10") == "E-QUORUM")
    #expect(try desk.code("motion notice M1.1") == "E-STATE", "what was lost is not published")
  }

  /// A member votes once, for himself or by proxy as far as the rule goes; observers never count.
  @Test func nobodyCountsTwice() throws {
    let desk = try openMeeting()
    #expect(try desk.code("meeting sign-in M1 R1") == "E-DUPLICATE")
    #expect(try desk.code("meeting sign-in M1 R11 R12 R11") == "E-DUPLICATE")
    #expect(try desk.code("meeting sign-in M1 R17") == "E-ROLL")
    try desk.run("meeting sign-in M1 R17 mode=observer")
    #expect(try desk.code("meeting sign-in M1 R17") == "E-DUPLICATE")
    #expect(try desk.code("meeting sign-in M1 R11 mode=proxy holder=R1") == "E-PROXY", "the rule has none")
    #expect(try desk.code("meeting sign-in M1 R11 mode=written") == "E-PROXY")
    #expect(try desk.code("motion vote M1.1 for=10") == "E-QUORUM", "neither the observer nor the refused counted")
    try desk.run("meeting sign-in M1 R11 R12; motion cast M1.1 for R1 R2")
    #expect(try desk.code("motion cast M1.1 against R1") == "E-VOTED")
    #expect(try desk.code("motion cast M1.1 abstain R3 R4 R3") == "E-VOTED")
    #expect(try desk.code("motion cast M1.1 for R13") == "E-STATE", "who is not there")
    #expect(try desk.code("motion cast M1.1 for R17") == "E-ROLL", "who observes")
    #expect(try desk.code("meeting sign-out M1 R1") == "E-STATE", "not while they vote")
    try desk.run("motion tally M1.1")
    #expect(try desk.code("motion cast M1.1 for R5") == "E-VOTED")
    #expect(try desk.code("motion vote M1.1 for=12") == "E-VOTED")
  }

  /// Of a secret vote there are totals and nothing else: no row, no export, no line of the journal tells more.
  @Test func aSecretVoteStaysSecret() throws {
    let desk = try openMeeting()
    try desk.run("meeting sign-in M1 R11 R12 R13")
    let before = try desk.journal.count
    try desk.run("motion vote M1.1 for=8 against=4 abstain=1 --secret")
    #expect(try desk.code("motion cast M1.1 for R1") == "E-VOTED")
    #expect(try desk.run("motion ballots M1.1").contains("(0 rows)"))
    for line in [
      "vote list", "vote list | to json", "motion show M1.1", "meeting minutes M1", "journal list limit=2",
      "meeting minutes M1 | to html",
    ] {
      let seen = try desk.run(line)
      #expect(!seen.contains("党员") && !seen.contains("resident/"), "\(line)\n\(seen)")
    }
    for entry in try desk.journal.dropFirst(before) {
      #expect(["vote", "motion"].contains(entry.subject.kind) || entry.act == "publish")
      #expect(!entry.after.contains("resident/") && !entry.origin.contains("党员"))
    }
    let fields = Vote.kind.fields.map(\.name.english)
    #expect(!fields.contains("resident"), "there is no place to write it down")
  }

  /// What is voted by name is shown when the vote is over, and not before: in no listing, dry run or journal.
  @Test func aRunningVoteShowsNothing() throws {
    let desk = try openMeeting()
    try desk.run("meeting sign-in M1 R11; motion cast M1.1 for R1 R2; motion cast M1.1 against R3")
    #expect(try desk.code("motion ballots M1.1") == "E-STATE")
    #expect(try desk.code("ballot list") == "E-UNKNOWN-COMMAND")
    #expect(try desk.code("ballot reveal BA1 reason=好奇") == "E-UNKNOWN-COMMAND")
    let last = try desk.journal.count
    for line in [
      "motion show M1.1", "vote list", "meeting minutes M1", "journal list", "history BA3", "motion list",
      "journal show \(last)", "journal list | select command", "journal list | to json",
    ] {
      let seen = try desk.run(line)
      #expect(!seen.contains("against") || line == "vote list", "\(line)\n\(seen)")
      #expect(!seen.contains("\"choice\":\"for\""), "\(line)\n\(seen)")
    }
    try desk.run("motion tally M1.1")
    #expect(try desk.run("journal list | select command").contains("motion cast M1.1 *** R3"))
    let seen = try desk.run("motion ballots M1.1 | to csv")
    #expect(seen.contains("党员1,for") && seen.contains("党员3,against"))
  }

  /// A motion binds when its notice has ended without an open objection, and not a day earlier.
  @Test func nothingBindsBeforeItsNoticeHasEnded() throws {
    let desk = try openMeeting()
    try desk.run(
      "meeting sign-in M1 R11; motion vote M1.1 for=11; motion vote M1.2 for=11; meeting close M1")
    func open(_ number: String) throws -> String {
      try desk.code("fund open 筹款 motion=\(number) until=+7d keeper=乙 surplus=转入维护 refunds=可退")
    }
    #expect(try open("M1.1") == "E-MOTION", "carried alone binds nobody")
    #expect(try desk.code("motion notice M1.1 from=2020-07-03") == "E-DATES")
    #expect(try desk.code("motion notice M1.1 days=6") == "E-NOTICE")
    try desk.run("motion notice M1.1 from=2020-07-05 days=7; motion notice M1.2 days=7")
    #expect(try desk.code("motion object M1.1 太贵") == "E-STATE", "it does not hang yet")
    try desk.clock("2020-07-12 23:59")
    #expect(try open("M1.1") == "E-MOTION", "its last day")
    #expect(try open("M1.2").hasPrefix("done"))
    try desk.run("motion object M1.1 太贵 by=业主1")
    try desk.clock("2020-07-20 09:00")
    #expect(try open("M1.1") == "E-MOTION", "the objection waits for its answer")
    #expect(try desk.code("motion object M1.1 又一条") == "E-STATE", "the notice has come down")
    #expect(try desk.run("objection list").contains("2020-07-15"), "until when it should have been answered")
    try desk.run("motion reply M1.1 已核价")
    #expect(try open("M1.1").hasPrefix("E-DUPLICATE"), "it binds; the title is taken")
    #expect(try desk.code("motion revoke M1.1 reason=反悔") == "E-STATE")
  }

  /// Approved minutes stay as they are; corrections are added.
  @Test func approvedMinutesAreNotChanged() throws {
    let desk = try openMeeting()
    try desk.run(
      """
      meeting sign-in M1 R11; motion vote M1.1 for=11; meeting remark M1 有人问起费用 motion=M1.1
      meeting close M1; motion assign M1.1 executor=业委会
      meeting set M1 chair=示例甲
      """)
    let before = try desk.run("meeting minutes M1")
    try desk.run("meeting approve M1 by=示例丙")
    for line in [
      "meeting set M1 chair=示例乙", "meeting remark M1 补一句", "remark set RK1 没人说话",
      "motion assign M1.1 executor=物业", "meeting approve M1 by=示例丁",
    ] { #expect(try desk.code(line) == "E-MINUTES", "\(line)") }
    for line in [
      "meeting sign-in M1 R12", "meeting sign-out M1 R1", "meeting open M1", "motion vote M1.2 for=11",
      "meeting cancel M1", "meeting adjourn M1",
    ] { #expect(try desk.code(line) == "E-STATE", "\(line)") }
    for line in ["remark remove RK1", "vote remove V1", "meeting remove M1", "attendance remove AT1"] {
      #expect(try desk.code(line) == "E-UNKNOWN-COMMAND", "\(line)")
    }
    try desk.run("meeting correct M1 实到应为十二人")
    let after = try desk.run("meeting minutes M1")
    func words(_ text: String) -> [String] {
      text.split(separator: "\n").map { $0.split(separator: " ").joined(separator: " ") }
    }
    let now = Set(words(after))
    #expect(words(before).allSatisfy { now.contains($0) || $0.contains("─") }, "every line is still there\n\(after)")
    #expect(after.contains("实到应为十二人"))
  }

  /// What later acts stand on is not taken back, and nothing is taken back of approved minutes.
  @Test func whatOthersStandOnIsNotUndone() throws {
    let desk = try openMeeting()
    let lines = ["meeting sign-in M1 R11", "motion vote M1.1 for=11", "meeting close M1", "meeting approve M1"]
    for line in lines { try desk.run(line) }
    let acts = try lines.map { line in
      try #require(try desk.journal.first { $0.command.hasPrefix(line) }, "\(line)").transaction
    }
    for act in acts.dropLast() {
      let refused = refusal {
        _ = try desk.session.store.atomically { try Undo(in: desk.session.writer).takeBack(act) }
      }
      #expect(refused == .undo, "\(act)")
    }
    #expect(
      refusal { _ = try desk.session.store.atomically { try Undo(in: desk.session.writer).takeBack(acts[3]) } }
        == .minutes)
    #expect(try desk.run("journal verify").contains("fit"))
  }

  private func refusal(_ body: () throws -> Void) -> DiagnosticCode? {
    do { try body() } catch let diagnostic as Diagnostic { return diagnostic.code } catch {}
    return nil
  }

  /// Who brought an opinion is shown for a reason only, and no list, filter, order or group tells it otherwise.
  @Test func whoBroughtAnOpinionIsNotFoundOut() throws {
    let desk = try Desk.withStation()
    try desk.run(
      """
      opinion add 自行车被盗 category=治安 from=业主1
      opinion add 电瓶被盗 category=治安 from=业主2
      opinion add 快件丢失 category=治安 name=赵快递
      """)
    for line in [
      "opinion list", "opinion show O1", "opinion show O3", "opinion list | to json", "opinion list | to csv",
      "opinion list show=from,name", "opinion list | select from name", "opinion list | group from",
      "opinion list | group name", "opinion list | each { print $it.from $it.name }", "journal list limit=3",
      "history O1",
      "opinion list | where from ~ \"业主\"", "opinion list | sort from", "opinion list | to html",
      "for o in $(opinion list) { print $o.from }", "print $(opinion show O1).from", "opinion list | to markdown",
      "journal list limit=3 | select command", "journal show \(try desk.journal.count)",
    ] {
      let seen = try desk.run(line)
      #expect(!seen.contains("业主1") && !seen.contains("赵快递") && !seen.contains("resident/17"), "\(line)\n\(seen)")
    }
    for line in ["opinion list | where from == \"业主1\" | count", "opinion list | where name == 赵快递 | count"] {
      #expect(try desk.refusal(line).hasPrefix("done: 0") || desk.refusal(line).hasPrefix("E-"), "\(line)")
    }
    for line in ["opinion list from=业主1", "opinion count name~赵", "opinion list sort=from", "opinion list sort=-name"] {
      #expect(try desk.code(line).hasPrefix("E-"), "\(line)")
    }
    #expect(try desk.code("print $(opinion show O1).from.phone") == "E-UNKNOWN-FIELD")
    for line in ["opinion reveal O1", "opinion reveal O1 reason=\"\"", "opinion reveal O1 reason=\"   \""] {
      #expect(try desk.code(line) == "E-REASON", "\(line)")
    }
    #expect(try desk.journal.allSatisfy { $0.act != "reveal" }, "what was refused is no look")
    #expect(try desk.run("opinion reveal O1 reason=公安回访").contains("业主1"))
    #expect(try desk.journal.last?.act == "reveal" && desk.journal.last?.after.contains("公安回访") == true)
  }

  /// Names stand in what is published only where their owners agreed, also inside the text of a motion.
  @Test func onlyAgreedNamesArePublished() throws {
    let desk = try Desk.withStation()
    try desk.run(
      """
      resident set R5 phone=13800001234
      meeting call 推选 body=驿站 at="2020-07-04 19:30" agenda=[推选党员5为召集人] mover=党员3 chair=党员4
      """)
    try desk.clock("2020-07-04 19:30")
    try desk.run(
      """
      meeting open M1; for n in 1..16 { meeting sign-in M1 "R$n" }
      motion vote M1.1 for=16; meeting remark M1 党员6愿意协助; meeting close M1; motion notice M1.1
      motion assign M1.1 executor=党员7
      """)
    for line in ["meeting notice M1", "meeting minutes M1", "motion poster M1.1"] {
      for format in ["", " | to html"] {
        let seen = try desk.run(line + format)
        for number in 3...7 { #expect(!seen.contains("党员\(number)"), "\(line): \(number)\n\(seen)") }
      }
    }
    try desk.run("for n in 3..7 { consent give \"R$n\" name channel=minutes evidence=签字表 }")
    let seen = try desk.run("meeting minutes M1")
    #expect((3...7).allSatisfy { seen.contains("党员\($0)") })
    try desk.run("consent withdraw 党员5 name channel=minutes")
    #expect(try !desk.run("motion poster M1.1").contains("党员5"), "what is withdrawn is not printed again")
    try desk.run("meeting call 电话 body=驿站 at=+9d agenda=[请致电13800001234]")
    #expect(try desk.code("meeting notice M2") == "E-PRIVATE")
    #expect(try desk.run("meeting sheet M1").contains("党员5"), "the sheet stays in the office")
  }
}
