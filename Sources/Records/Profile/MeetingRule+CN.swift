import Diagnostics
import Values

extension MeetingRule {
  /// The rules that bodies of a community in China work by, and some that bodies elsewhere do. What is practice and not
  /// law says so in its source.
  static let cn: [MeetingRule] = [
    MeetingRule(
      Choice("council-two-thirds", "议事会三分之二"),
      Terms(.atLeast(2, 3), passing: .moreThan(1, 2), of: .present), noticeDays: 3, since: CalendarDate("2015年"),
      source: Localized(
        "usual by-laws of residents' councils since the opinion on community consultation of 2015 (practice, no law): "
          + "two thirds attend, more than half of those present carry",
        "居民议事会章程通例（2015年城乡社区协商意见以来的做法，非法律规定）：三分之二以上成员到会，到会成员过半数通过")),
    MeetingRule(
      Choice("residents-majority", "居民会议过半数"),
      Terms(.moreThan(1, 2), passing: .moreThan(1, 2), of: .present), noticeDays: 3, since: CalendarDate("1990-01-01"),
      revised: CalendarDate("2026-01-01"),
      source: Localized(
        "Organic Law of Urban Residents' Committees (2018), art. 9; the days of notice are practice",
        "城市居民委员会组织法（2018）第九条；提前通知的天数为做法")),
    MeetingRule(
      Choice("villagers-assembly", "村民会议"),
      Terms(.moreThan(1, 2), passing: .moreThan(1, 2), of: .present), noticeDays: 10, since: CalendarDate("2010-10-28"),
      source: Localized(
        "Organic Law of Villagers' Committees (2018), arts. 21–22: more than half of the adults",
        "村民委员会组织法（2018）第二十一、二十二条：十八周岁以上村民过半数参加")),
    MeetingRule(
      Choice("villagers-households", "村民会议户代表"),
      Terms(.atLeast(2, 3), passing: .moreThan(1, 2), of: .present), noticeDays: 10, since: CalendarDate("2010-10-28"),
      source: Localized(
        "Organic Law of Villagers' Committees (2018), arts. 21–22: representatives of two thirds of the households",
        "村民委员会组织法（2018）第二十一、二十二条：三分之二以上的户的代表参加")),
    MeetingRule(
      Choice("villagers-delegates", "村民代表会议"),
      Terms(.atLeast(2, 3), passing: .moreThan(1, 2), of: .present), noticeDays: 3, since: CalendarDate("2010-10-28"),
      source: Localized(
        "Organic Law of Villagers' Committees (2018), art. 26; the days of notice are practice",
        "村民委员会组织法（2018）第二十六条；提前通知的天数为做法")),
    MeetingRule(
      Choice("party-members", "党员大会"),
      Terms(.atLeast(2, 3), passing: .atLeast(1, 2), of: .members), noticeDays: 3, since: CalendarDate("2010年"),
      source: Localized(
        "the “four discussions” procedure, furthered since 2010: two thirds of the party members attend, half of all carry",
        "“四议两公开”工作法（2010年起推广）：三分之二以上党员到会，应到党员半数以上同意")),
    MeetingRule(
      Choice("party-branch", "支部党员大会"),
      Terms(.atLeast(1, 2), passing: .moreThan(1, 2), of: .members), noticeDays: 3, since: CalendarDate("2018-10-28"),
      source: Localized(
        "Regulations on Party Branches (on trial, 2018), art. 11; the days of notice are practice",
        "中国共产党支部工作条例（试行）（2018）第十一条；提前通知的天数为做法")),
    MeetingRule(
      Choice("owners-committee", "业委会过半数"),
      Terms(.moreThan(1, 2), passing: .moreThan(1, 2), of: .members), noticeDays: 3, since: CalendarDate("2010-01-01"),
      source: Localized(
        "Guidance Rules for Owners' Assemblies and Committees (2009, no. 274) ask for half of all members, local "
          + "regulations since for more than half, as this does; nobody by proxy; the days of notice are practice",
        "业主大会和业主委员会指导规则（建房〔2009〕274号）：过半数委员出席，全体委员半数以上同意；各地条例为全体过半数，此处从严；不得委托；提前通知的天数为做法")),
    MeetingRule(
      Choice("management-committee", "物业管理委员会"),
      Terms(.moreThan(1, 2), representatives: .moreThan(1, 2), passing: .moreThan(1, 2), of: .members),
      bySignature: true, noticeDays: 3, publicDays: 10, since: CalendarDate("2022年"),
      source: Localized(
        "Qingyuan Regulations on Residential Property Management (2022), art. 31: more than half of the members and of "
          + "the owners' representatives attend, nobody by proxy; more than half of all sign; ten days on the board",
        "清远市住宅小区物业管理条例（2022）第三十一条：过半数成员且过半数业主代表出席，不得委托；全体成员过半数签字；公示十日")),
    MeetingRule(
      Choice("condominium", "区分所有权人会议"),
      Terms(.atLeast(2, 3), passing: .atLeast(3, 4), of: .present),
      reconvened: Terms(
        .atLeast(1, 5, people: 3), passing: .moreThan(1, 2), of: .present, undoing: .moreThan(1, 2)),
      proxies: .share(numerator: 1, denominator: 5), noticeDays: 10, since: CalendarDate("2003-12-31"),
      source: Localized(
        "Condominium Administration Act as Taipei City publishes it, arts. 27, 30–32, counted by heads and not by floor "
          + "area; by-laws may differ",
        "公寓大厦管理条例（台北市公布文本）第二十七、三十至三十二条，按人数而不按面积计算；规约另有规定的从其规定")),
    MeetingRule(
      Choice("association", "自治会章程"),
      Terms(.moreThan(1, 2), passing: .moreThan(1, 2), of: .present), proxies: .unlimited, writtenVotes: true,
      noticeDays: 7, since: CalendarDate("2018年"),
      source: Localized(
        "model by-laws of neighbourhood associations in Nagoya City's handbook (2018); Local Autonomy Act of Japan, "
          + "art. 260-18: votes by proxy and in writing count as present",
        "名古屋市町内会手册（2018）所载章程范例；日本地方自治法第260条之18：委托和书面表决计入出席")),
  ]
}
