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

  /// The codes of meetings and votes.
  static let ofMeetings: [DiagnosticCode] = [.quorum, .agenda, .notice, .roll, .votes]
}
