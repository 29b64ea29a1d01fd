import Diagnostics
import Records
import Testing
import Values

/// The sheets of a meeting, in both languages, as text and as pages.
@Suite struct SheetTests {
  /// M1, a joint meeting that carried M1.1, its minutes and the motion's notice.
  private func desk(_ language: Language) throws -> Desk {
    let desk = try Desk.withStation(language: language)
    try desk.run(
      """
      meeting call 联席 body=[驿站, 业委会] at="2020-07-04 19:30" place=党员驿站 agenda=["预算20000元", 点位方案] origin=residents
      clock set "2020-07-04 21:00"
      meeting open M1 at=19:30 chair=示例甲 recorder=示例乙
      for n in 1..13 { meeting sign-in M1 "R$n" at=19:31 }
      meeting sign-in M1 R17 R18 at=19:40
      motion vote M1.1 body=驿站 for=12 abstain=1
      motion vote M1.1 body=业委会 for=4
      meeting remark M1 有人问起费用 motion=M1.1
      meeting sign-out M1 R11 R12 R13 at=20:30
      meeting close M1 at=20:40
      motion notice M1.1 place=小区公告栏
      motion assign M1.1 executor=业委会 due=2020年8月中旬
      """)
    return desk
  }

  private static let lines = ["meeting notice M1", "meeting sheet M1", "meeting minutes M1", "motion poster M1.1"]

  /// What the paper forms ask for, and each in the language asked for.
  @Test func theFormsAskForThis() throws {
    let chinese = try desk(.chinese)
    let minutes = try chinese.run("会议 纪要 M1")
    for part in [
      "会议纪要", "时间", "2020-07-04 19:30 至 20:40", "地点", "主持人  ", "记录人  ", "应到", "实到", "比例", "13/16", "4/5",
      "法定", "议题 M1.1", "动议事由", "党员群众", "发言要点", "表决", "同意 12，反对 0，弃权 1", "结论", "通过", "公示起止",
      "2020-07-04 至 2020-07-11", "执行人/期限", "业委会，2020年8月中旬前",
    ] { #expect(minutes.contains(part), "\(part)\n\(minutes)") }
    let english = try desk(.english).run("meeting minutes M1")
    for part in [
      "Minutes", "When", "Where", "Chair ", "Recorder ", "entitled", "came", "share", "needed", "13/16",
      "12 for, 0 against, 1 abstained", "Result", "carried", "On notice", "业委会, until mid-August 2020", "undecided",
    ] { #expect(english.contains(part), "\(part)\n\(english)") }
    #expect(!english.contains("同意") && !minutes.contains("carried"))
    let notice = try chinese.run("会议 通知书 M1")
    for part in ["会议通知", "驿站、业委会全体成员", "议程", "预算20000元", "到会者过半数", "全体成员过半数", "不得委托"] {
      #expect(notice.contains(part), "\(part)\n\(notice)")
    }
    let sheet = try chinese.run("会议 签到表 M1")
    for part in ["签到表", "应到 16  法定 11  实到 13", "应到 5  法定 3  实到 4", "19:31", "20:30", "缺席", "签名"] {
      #expect(sheet.contains(part), "\(part)\n\(sheet)")
    }
    let poster = try chinese.run("议题 公示书 M1.1")
    for part in ["决议公示", "公示起止", "2020-07-04 至 2020-07-11", "小区公告栏", "自 2020-07-12 起生效", "盖章"] {
      #expect(poster.contains(part), "\(part)\n\(poster)")
    }
  }

  @Test func everyLineFitsASheetAndColumnsLineUp() throws {
    for language in Language.allCases {
      let desk = try desk(language)
      for line in SheetTests.lines {
        for row in try desk.run(line).split(separator: "\n") {
          #expect(DisplayWidth.of(String(row)) <= 72, "\(line)\n\(row)")
        }
      }
      let rows = try desk.run("meeting sheet M1").split(separator: "\n").filter { $0.contains("19:31") }
      #expect(rows.count == 15)
      let places = Set(
        rows.compactMap { row in row.range(of: "19:31").map { DisplayWidth.of(String(row[..<$0.lowerBound])) } })
      #expect(places.count == 2, "one column in each of two tables: \(places)")
    }
  }

  @Test func pagesStandByThemselves() throws {
    for language in Language.allCases {
      let desk = try desk(language)
      for line in SheetTests.lines {
        let page = try desk.run(line + " | to html")
        #expect(page.hasPrefix("<!DOCTYPE html>") && page.hasSuffix("</html>\n"), "\(line)")
        #expect(!page.contains("<script"))
      }
    }
  }

  @Test func whatIsTypedCannotBreakASheet() throws {
    let desk = try Desk.withStation()
    try desk.run(
      """
      meeting call "<b>会</b>" body=驿站 at="2020-07-04 19:30" agenda=["<script>alert(1)</script>"]
      clock set "2020-07-04 19:30"
      meeting open M1
      meeting remark M1 "一</td></table>二"
      """)
    #expect(try desk.code("meeting remark M1 \"\\u{1B}[31m\"") == "E-VALUE", "nothing that a terminal obeys is kept")
    for line in ["meeting notice M1", "meeting sheet M1", "meeting minutes M1", "meeting show M1"] {
      for format in ["", " | to html"] {
        let seen = try desk.run(line + format)
        if !format.isEmpty {
          #expect(!seen.contains("<script>") && !seen.contains("<b>") && !seen.contains("一</td>"), "\(line)")
        }
      }
    }
  }

  /// Without agenda, place, people or an office name, a sheet is short and not an error of the program.
  @Test func almostNothingMakesASheetToo() throws {
    let desk = try Desk.withStation()
    try desk.run("meeting call 空 body=驿站 at=+9d agenda=[]")
    for line in ["meeting notice M1", "meeting sheet M1", "meeting minutes M1"] { try desk.run(line) }
    #expect(try desk.code("motion poster M1.1") == "E-UNKNOWN-RECORD")
    try desk.run("meeting cancel M1")
    for line in ["meeting notice M1", "meeting sheet M1", "meeting minutes M1"] { try desk.run(line) }
  }

  @Test func aNewerTextOfARuleIsPointedAt() throws {
    let desk = try Desk.withStation()
    try desk.clock("2026-02-01 09:00")
    try desk.run("body add 居民会议 kind=assembly rule=residents-majority; body join 居民会议 R1 R2 R3")
    #expect(try desk.run("body quorum 居民会议").contains("newer text"))
    #expect(try desk.run("meeting call 会 body=居民会议 at=+9d agenda=[甲]").contains("newer text since 2026-01-01"))
    #expect(try desk.run("body rules | count") == "11\n")
  }
}
