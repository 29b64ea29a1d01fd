import Diagnostics
import Values

extension Profile {
  /// Communities in China, as law and practice stand; every figure with its source.
  public static let cn = Profile(
    meetingRules: MeetingRule.cn,
    noticeDays: 7,  // 村（居）务公开：决议公示不少于七日
    refundDays: 15,  // 公益事业捐赠法第十八条：改变用途须征得捐赠人同意；日数为通行做法
    postingDays: 3,  // 北京市物业管理条例第三十五至三十七条、清远市住宅小区物业管理条例第三十一条：三日内公示
    replyDays: 3,  // 异议三日内答复
    opinionCategories: [
      Choice("safety", "治安"), Choice("fire", "消防安全"), Choice("dispute", "矛盾纠纷"), Choice("cleanliness", "环境卫生"),
      Choice("facilities", "公共设施"), Choice("parking", "停车交通"), Choice("property", "物业服务"), Choice("noise", "噪音油烟"),
      Choice("welfare", "民生求助"), Choice("advice", "政策咨询"), Choice("other", "其他"),
    ],
    opinionDays: 7,  // 通行做法，法律未定
    referralDays: 30,  // 通行做法，法律未定
    adultAge: 18,  // 民法典第十七条：十八周岁以上为成年人
    termNoticeDays: 60,  // 成绩单惯例：六十日内到期的任期单列
    // 个人信息保护法第二十八条：生物识别、宗教信仰、特定身份、医疗健康、金融账户等敏感个人信息；及各类“重点人员”名单
    sensitiveWords: [
      "宗教", "信教", "病史", "精神病", "艾滋", "传染病", "吸毒", "涉毒", "刑满", "前科", "社区矫正", "重点人员", "特殊人群", "黑名单", "上访",
      "指纹", "人脸", "征信", "失信", "银行卡号",
    ],
    emergencyLines: Localized("110 police, 119 fire, 120 ambulance, 12345 government", "110 119 120 ｜ 政务 12345"),
    services: Localized("advice and errands, hazards reported, disputes settled", "咨询代办·隐患上报·纠纷调解"),
    reminders: Reminders(
      noticeDays: 3,  // 公示期满前三日提醒
      consentDays: 30,  // 同意到期前三十日提醒
      consentMonths: 12),  // 同意满十二个月应再次征询
    retention: .cn,
    smallCount: 5)  // 统计公布惯例：人数少于五人的单元格不列确数
}
