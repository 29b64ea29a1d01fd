import Diagnostics

extension DiagnosticCode {
  /// A required field has no value.
  public static let missingValue = DiagnosticCode(
    "E-MISSING", "A value that is needed is missing.", "缺少必填的值。",
    mend: Localized("Add it as the hint shows.", "请按提示补上。"),
    example: .lines("fund give F1 amount=100", "筹款 收捐 F1 金额=100"))
  /// A name names no record.
  public static let unknownRecord = DiagnosticCode(
    "E-UNKNOWN-RECORD", "No record of that kind has this name or handle.", "没有这个名称或代号的记录。",
    mend: Localized(
      "Name the record by its handle or its whole name. Look for a part of it: resident list name~建.",
      "请用代号或全名指明。可按部分查找：居民 列出 姓名~建。"),
    example: .lines("resident show 湖建国", "居民 查看 hujianguo"))
  /// A name names several records.
  public static let ambiguousRecord = DiagnosticCode(
    "E-AMBIGUOUS", "Several records have this name; one must be chosen by its handle.", "有多条同名记录，须用代号指明一条。",
    mend: Localized(
      "Write the handle of the one that is meant, or its name with what tells it apart: 张伟@3栋.",
      "请写明所指那条的代号，或在名称后加区别：张伟@3栋。"),
    example: .lines("resident show 张伟", "居民 查看 张伟"))
  /// A value that must be unique is taken.
  public static let duplicateRecord = DiagnosticCode(
    "E-DUPLICATE", "Another record already has this value, which must be unique.", "该值必须唯一，已被另一条记录使用。",
    mend: Localized(
      "Show the record that has it; perhaps it is the one that was to be added. Else choose another value.",
      "请查看已有的那条记录，也许正是要添加的；否则请换一个值。"),
    example: .lines("building add 3栋 grid=G3", "楼栋 添加 3栋 网格=G3"))
  /// A record cannot be removed while others name it.
  public static let recordInUse = DiagnosticCode(
    "E-IN-USE", "Other records name this one, so it cannot be removed.", "其他记录引用了它，不能删除。",
    mend: Localized(
      "Remove the others first, or let them name another record.", "请先删除那些记录，或让它们改为引用另一条。"),
    example: .lines("grid remove G3", "网格 删除 G3"))
  /// A record was merged into another, which is to be named instead.
  public static let merged = DiagnosticCode(
    "E-MERGED", "The record was merged into another, which stands for it now.", "该记录已并入另一条记录。",
    mend: Localized("Name the record that the message names.", "请改用提示中的那条记录。"),
    example: .lines(
      "resident merge R18 into=R17 keep=address take=phone\nresident move-out R18",
      "居民 合并 R18 并入=R17 保留=地址 采用=电话\n居民 迁出 R18"))
  /// An act does not fit the state that a record is in.
  public static let state = DiagnosticCode(
    "E-STATE", "The record's state does not allow this.", "记录当前的状态不允许此操作。",
    mend: Localized(
      "Show the record to see how far it has come; the hint says what must come before.",
      "请查看记录进行到哪一步；提示说明须先做什么。"),
    example: .lines("meeting close M2", "会议 散会 M2"))
  /// A record that belongs to one person names two.
  public static let onePerson = DiagnosticCode(
    "E-ONE-PERSON", "The record belongs to one person, and two are named.", "该记录只属于一个人，却写了两个。",
    mend: Localized(
      "Name a resident, or give the name of somebody who is none; not both.", "写居民，或写非居民的姓名，不要同时写。"),
    example: .lines(
      "opinion add 路灯不亮 category=facilities from=胡建国 name=示例丁", "意见 添加 路灯不亮 类别=公共设施 反映人=胡建国 姓名=示例丁"))
  /// Masked data are shown for a reason only.
  public static let reason = DiagnosticCode(
    "E-REASON", "Showing masked data needs a reason.", "查看隐去的信息须说明理由。",
    mend: Localized(
      "Add reason=\"…\". The journal keeps who looked at what, when and why.",
      "请加 理由=“…”。日志会记下谁在何时、为何查看了什么。"),
    example: .lines("resident reveal 胡建国", "居民 查看原文 胡建国"))
  /// A date stands before another that it must follow.
  public static let dates = DiagnosticCode(
    "E-DATES", "The dates are in the wrong order.", "日期先后有误。",
    mend: Localized(
      "Look at both dates: a mistyped year is the usual reason.", "请核对两个日期：多半是年份写错。"),
    example: .lines(
      "lead appoint 陈素芬 building=3栋 from=2030-01-01 until=2029-01-01",
      "楼栋长 任命 陈素芬 楼栋=3栋 起=2030-01-01 止=2029-01-01"))
  /// Data that an office must not keep or publish.
  public static let privacy = DiagnosticCode(
    "E-PRIVATE", "The text holds private data that may not be kept or published here.", "文字含有不得保存或公开的个人信息。",
    mend: Localized(
      "Leave it out. A phone may be published when its owner agreed: consent give.",
      "请删去。电话须经本人同意方可公开：同意 登记。"),
    example: .lines(
      "resident set 胡建国 note=430381199001011234", "居民 修改 胡建国 备注=430381199001011234"))

  /// The codes of this room.
  public static let ofRecords: [DiagnosticCode] =
    [
      .missingValue, .unknownRecord, .ambiguousRecord, .duplicateRecord, .recordInUse, .merged, .state, .onePerson,
      .reason,
      .dates,
      .privacy, .door, .address, .conflict, .leadResident, .leadOverlap, .officerOverlap, .adult, .journal, .undo,
      .role,
    ] + ofMeetings + ofMoney + ofPrivacy
}
