import Diagnostics
import Values

extension Profile {
  /// Communities in China, as law and practice stood in 2020; every figure with its source.
  public static let cn = Profile(
    meetingRules: [
      MeetingRule(
        choice: Choice("council-two-thirds", "议事会三分之二"),
        attendance: .init(numerator: 2, denominator: 3, moreThan: false),
        passing: .init(numerator: 1, denominator: 2, moreThan: true), base: .present, noticeDays: 3,
        source: Localized(
          "usual by-laws of residents' councils (as of 2020): two thirds attend, more than half of those present carry",
          "居民议事会章程通例（2020年）：三分之二以上成员到会，到会成员过半数通过")),
      MeetingRule(
        choice: Choice("residents-majority", "居民会议过半数"),
        attendance: .init(numerator: 1, denominator: 2, moreThan: true),
        passing: .init(numerator: 1, denominator: 2, moreThan: true), base: .present, noticeDays: 3,
        source: Localized(
          "Organic Law of Urban Residents' Committees (2018), arts. 9–10; revised from 2026-01-01: check the new text",
          "城市居民委员会组织法（2018）第九、十条；2026年1月1日起施行修订本，请核对")),
      MeetingRule(
        choice: Choice("party-members", "党员大会"),
        attendance: .init(numerator: 2, denominator: 3, moreThan: false),
        passing: .init(numerator: 1, denominator: 2, moreThan: false), base: .members, noticeDays: 3,
        source: Localized(
          "the “four discussions” procedure (as of 2020): two thirds of the party members attend, half of all carry",
          "“四议两公开”工作法（2020年）：三分之二以上党员到会，应到党员半数以上同意")),
      MeetingRule(
        choice: Choice("owners-committee", "业委会过半数"),
        attendance: .init(numerator: 1, denominator: 2, moreThan: true),
        passing: .init(numerator: 1, denominator: 2, moreThan: true), base: .members, noticeDays: 3,
        source: Localized(
          "Qingyuan Regulations on Residential Property Management (2022), art. 31: more than half of all members",
          "清远市住宅小区物业管理条例（2022）第三十一条：全体成员过半数同意")),
    ],
    noticeDays: 7,  // 村（居）务公开：决议公示不少于七日
    replyDays: 3,  // 异议三日内答复
    opinionCategories: [
      Choice("safety", "治安"), Choice("fire", "消防安全"), Choice("dispute", "矛盾纠纷"), Choice("cleanliness", "环境卫生"),
      Choice("facilities", "公共设施"), Choice("parking", "停车交通"), Choice("property", "物业服务"), Choice("noise", "噪音油烟"),
      Choice("welfare", "民生求助"), Choice("advice", "政策咨询"), Choice("other", "其他"),
    ],
    opinionDays: 7,
    adultAge: 18,  // 民法典第十七条：十八周岁以上为成年人
    termNoticeDays: 60,  // 成绩单惯例：六十日内到期的任期单列
    // 个人信息保护法第二十八条：生物识别、宗教信仰、特定身份、医疗健康、金融账户等敏感个人信息；及各类“重点人员”名单
    sensitiveWords: [
      "宗教", "信教", "病史", "精神病", "艾滋", "传染病", "吸毒", "涉毒", "刑满", "前科", "社区矫正", "重点人员", "特殊人群", "黑名单", "上访",
      "指纹", "人脸", "征信", "失信", "银行卡号",
    ], emergencyLines: "110 119 120 ｜ 政务 12345", services: "咨询代办·隐患上报·纠纷调解")
}
