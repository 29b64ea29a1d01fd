import Diagnostics

extension DiagnosticCode {
  /// Too few people are there for a vote.
  public static let quorum = DiagnosticCode(
    "E-QUORUM", "Too few members are present for a vote.", "到会人数不足，不能表决。",
    mend: Localized(
      "Sign in who has come: meeting sign-in M4 NAME. If too few come: meeting adjourn M4 to=\"2021-01-08 19:30\".",
      "请让到会成员签到：会议 签到 M4 姓名。人数不够则休会：会议 休会 M4 改期=\"2021-01-08 19:30\"。"),
    example: .lines(
      "meeting open M4\nmeeting sign-in M4 胡建国 李梅\nmotion vote \"M4.1\" for=2",
      "会议 开会 M4\n会议 签到 M4 胡建国 李梅\n议题 表决 \"M4.1\" 同意=2"))
  /// A matter that the notice did not announce.
  public static let agenda = DiagnosticCode(
    "E-AGENDA", "Only what the notice announced may be decided.", "只能表决通知中列明的议题。",
    mend: Localized(
      "Call another meeting with the matter on its agenda: meeting call TITLE body=… at=… agenda=[…].",
      "请另行召集会议，把事项列入议程：会议 通知 名称 议事组织=… 时间=… 议程=[…]。"),
    example: .lines("meeting open M4\nmotion add M4 停车收费", "会议 开会 M4\n议题 添加 M4 停车收费"))
  /// A meeting is called too late.
  public static let notice = DiagnosticCode(
    "E-NOTICE", "The notice comes too late, or hangs too short.", "通知或公示的天数不足。",
    mend: Localized(
      "Choose a later day, or let the notice hang longer. The days come from the body's rule and from the profile.",
      "请改在以后，或延长公示。天数由议事规则和规定而来。"),
    example: .lines(
      "meeting call 停车 body=伏虎小区党员驿站 at=\"2020-12-29 19:30\" agenda=[停车线重划]",
      "会议 通知 停车 议事组织=伏虎小区党员驿站 时间=\"2020-12-29 19:30\" 议程=[停车线重划]"))
  /// Somebody who is not on the roll.
  public static let roll = DiagnosticCode(
    "E-ROLL", "Only who is on the roll is entitled.", "只有名册上的成员有资格。",
    mend: Localized(
      "The roll is fixed when a meeting is called: roll list meeting=M4. Who joins later is on the next one's.",
      "名册在通知会议时确定：应到名册 列出 会议=M4。之后加入的列入下次会议。"),
    example: .lines("meeting open M4\nmeeting sign-in M4 张建华", "会议 开会 M4\n会议 签到 M4 张建华"))
  /// More votes than people.
  public static let votes = DiagnosticCode(
    "E-VOTES", "There are never more votes than people present.", "票数不能多于到会人数。",
    mend: Localized(
      "Count again, or sign in who is there without having signed: meeting sign-in M4 NAME.",
      "请重新点票，或让在场未签到的人签到：会议 签到 M4 姓名。"),
    example: .lines(
      "meeting open M4\nfor m in $(body members 伏虎小区党员驿站) { meeting sign-in M4 $m }\nmotion vote \"M4.1\" for=17",
      "会议 开会 M4\nfor 某 in $(议事组织 成员 伏虎小区党员驿站) { 会议 签到 M4 ${某} }\n议题 表决 \"M4.1\" 同意=17"))

  /// A body would decide by a rule that does not stand yet.
  public static let rule = DiagnosticCode(
    "E-RULE", "The body's rule does not stand on that day.", "议事规则届时尚未施行。",
    mend: Localized(
      "body rules shows since when each stands. Give the body one that does: body set BD1 rule=….",
      "议事组织 议事规则 列出各规则的施行日期。请改用届时有效的：议事组织 修改 BD1 规则=…。"),
    example: .lines(
      "body add 物管会 rule=management-committee\nbody join 物管会 胡建国\n"
        + "meeting call 例会 body=物管会 at=\"2021-02-01 19:30\" agenda=[续聘物业]",
      "议事组织 添加 物管会 规则=物业管理委员会\n议事组织 加入 物管会 胡建国\n"
        + "会议 通知 例会 议事组织=物管会 时间=\"2021-02-01 19:30\" 议程=[续聘物业]"))
  /// A body's rule does not let somebody take part by proxy or in writing, or one member would hold too many votes.
  public static let proxy = DiagnosticCode(
    "E-PROXY", "Proxies and votes in writing count as far as the body's rule allows them.", "委托和书面表决须在议事规则允许的范围内。",
    mend: Localized(
      "body rules shows what each rule allows. A proxy is held by another member who has come.",
      "议事组织 议事规则 列出各规则是否允许。受托人须是已到会的其他成员。"),
    example: .lines(
      "meeting open M4\nmeeting sign-in M4 胡建国\nmeeting sign-in M4 李梅 mode=proxy holder=胡建国",
      "会议 开会 M4\n会议 签到 M4 胡建国\n会议 签到 M4 李梅 方式=委托 受托人=胡建国"))
  /// Votes of one motion that cannot be of different kinds, or of a kind that the body's rule does not have.
  public static let ballot = DiagnosticCode(
    "E-BALLOT", "A vote by name, a secret one and one by signature are not mixed.", "记名、无记名、签字表决不得混用。",
    mend: Localized(
      "End a vote by name with motion tally. At a joint meeting the second body votes in secret if the first did. "
        + "A body that decides by signature votes with motion cast.",
      "记名表决以 议题 计票 结束。联席会议上，前一组织无记名的，后一组织也无记名。以签字决定的组织用 议题 投票。"),
    example: .lines(
      "meeting open M4\nfor m in $(body members 伏虎小区党员驿站) { meeting sign-in M4 $m }\n"
        + "motion cast \"M4.1\" for 胡建国\nmotion vote \"M4.1\" for=16 --secret",
      "会议 开会 M4\nfor 某 in $(议事组织 成员 伏虎小区党员驿站) { 会议 签到 M4 ${某} }\n"
        + "议题 投票 \"M4.1\" 同意 胡建国\n议题 表决 \"M4.1\" 同意=16 --无记名"))
  /// Somebody, or a body, has voted already.
  public static let voted = DiagnosticCode(
    "E-VOTED", "Nobody votes twice on one motion.", "对同一议题不得重复表决。",
    mend: Localized(
      "What was voted stands. If it was entered wrongly, take the entry back at once with undo.",
      "已表决的不再更改。若属录入错误，请立即用 撤销 收回该条。"),
    example: .lines(
      "meeting open M4\nfor m in $(body members 伏虎小区党员驿站) { meeting sign-in M4 $m }\n"
        + "motion cast \"M4.1\" for 胡建国\nmotion cast \"M4.1\" against 胡建国",
      "会议 开会 M4\nfor 某 in $(议事组织 成员 伏虎小区党员驿站) { 会议 签到 M4 ${某} }\n"
        + "议题 投票 \"M4.1\" 同意 胡建国\n议题 投票 \"M4.1\" 反对 胡建国"))
  /// Minutes that have been approved.
  public static let minutes = DiagnosticCode(
    "E-MINUTES", "Approved minutes are not changed; corrections are added to them.", "会议纪要核定后不得改动，只能附加更正。",
    mend: Localized(
      "Add what is wrong, with what is right: meeting correct M2 \"…\".", "请附加更正，写明有误之处和正确内容：会议 更正 M2 \"…\"。"),
    example: .lines(
      "meeting approve M2\nmeeting set M2 chair=示例甲", "会议 核定 M2\n会议 修改 M2 主持人=示例甲"))

  /// The codes of meetings and votes.
  static let ofMeetings: [DiagnosticCode] = [
    .quorum, .agenda, .notice, .roll, .votes, .rule, .proxy, .ballot, .voted, .minutes,
  ]
}
