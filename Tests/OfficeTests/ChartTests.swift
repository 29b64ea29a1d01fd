import Testing
import Values

@testable import Office

@Suite struct ChartTests {
  /// Every day falls into one bar, and the bars follow each other without a gap, from the first day to the last.
  @Test(arguments: [0, 1, 30, 31, 45, 365, 366, 4_000])
  func everyDayHasItsBar(days: Int) throws {
    for start in ["2020-01-31", "2019-12-01", "2020-02-29", "9980-12-31"] {
      let first = try #require(CalendarDate(start))
      let last = first.adding(days: days)
      for step in ChartStep.allCases {
        let bars = (0..<step.count(first, last)).map { step.date($0, first) }
        #expect(bars == bars.sorted() && Set(bars).count == bars.count, "\(step) \(start)")
        #expect(Set(bars.map(step.label)).count == bars.count)
        for day in Set([0, days / 3, days / 2, days]) {
          let bar = step.start(of: first.adding(days: day), first)
          #expect(bars.contains(bar), "\(step) \(start) +\(day)")
        }
      }
    }
  }

  @Test func longFundsAreDrawnByWeekAndMonth() throws {
    let desk = try Desk()
    try desk.run(
      """
      office init 示例社区 hotline=0731-56780000 demo=yes
      clock set "2020-01-01 09:00"
      resident add 示例甲
      body add 议事会 rule=council-two-thirds
      body join 议事会 示例甲
      meeting call 例会 body=议事会 at="2020-01-05 19:30" place=活动室 agenda=[安装监控]
      clock set "2020-01-05 19:30"
      meeting open M1; meeting sign-in M1 示例甲; motion vote M1.1 for=1; motion notice M1.1
      clock set "2021-12-31 09:00"
      fund open 监控 motion=M1.1 from=2020-02-01 until=2021-12-31 keeper=示例乙 surplus=转入维护 refunds=可退
      fund give 监控 name=住户甲 amount=100 date=2020-02-01
      fund give 监控 name=住户乙 amount=50 date=2020-03-10
      """)
    let weeks = try desk.run("fund show 监控").components(separatedBy: "Gifts by week, from its first day\n")
    #expect(weeks.last?.split(separator: "\n").count == 6)
    #expect(weeks.last?.contains("2020-03-07  ") ?? false)
    try desk.run("fund give 监控 name=住户丙 amount=50 date=2021-12-31")
    let months = try desk.run("fund show 监控").components(separatedBy: "Gifts by month\n")
    #expect(months.last?.split(separator: "\n").count == 23)
    #expect(months.last?.hasPrefix("2020-02  ████") ?? false)
  }
}
