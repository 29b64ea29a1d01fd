import Diagnostics

extension DiagnosticCode {
  /// A fund's policies are not there, or forbid an act.
  public static let policy = DiagnosticCode(
    "E-POLICY", "A fund's policies on a surplus and on refunds are fixed before it opens, and kept.",
    "结余和退款的处理办法须在开户前写明，并照此办理。",
    mend: Localized(
      "Say both when the fund is opened, as the motion decided: surplus=\"…\" refunds=\"…\". Later a motion changes them: "
        + "fund amend.",
      "开户时按决议写明两项：结余处理=“…” 退款办法=“…”。之后依决议变更：筹款 变更。"),
    example: .lines(
      "fund open 路灯维修 motion=M2.1 until=+7d keeper=示例乙", "筹款 开户 路灯维修 议题=M2.1 截止=+7d 保管人=示例乙"))
  /// There is not enough money.
  public static let balance = DiagnosticCode(
    "E-BALANCE", "The fund's balance would fall below zero.", "余额将为负。",
    mend: Localized(
      "A fund spends what it holds on that day: fund ledger shows the balance after each movement.",
      "支出不得超过当日余额：筹款 账簿 列出每笔之后的余额。"),
    example: .lines(
      """
      fund open 路灯维修 motion=M2.1 until=+7d keeper=示例乙 surplus=转入维护 refunds=可退
      fund give 路灯维修 from=胡建国 amount=500
      fund spend 路灯维修 amount=800 payee=示例电料 for=灯泡 voucher=V01 asked-by=示例甲 approved-by=示例丙
      """,
      """
      筹款 开户 路灯维修 议题=M2.1 截止=+7d 保管人=示例乙 结余处理=转入维护 退款办法=可退
      筹款 收捐 路灯维修 捐款人=胡建国 金额=500
      筹款 支出 路灯维修 金额=800 收款方=示例电料 用途=灯泡 凭证=V01 申请人=示例甲 批准人=示例丙
      """))
  /// A fund with money in it cannot be closed.
  public static let balanceNonzero = DiagnosticCode(
    "E-BALANCE-NONZERO", "A fund closes at balance 0.", "余额为零方可结账。",
    mend: Localized(
      "Give the rest back with fund refund, or move it by a motion in force with fund transfer; then close.",
      "剩余的钱用 筹款 退款 退回，或依生效的决议用 筹款 结转 转出，然后结账。"),
    example: .lines(
      """
      fund open 路灯维修 motion=M2.1 until=+7d keeper=示例乙 surplus=转入维护 refunds=可退
      fund give 路灯维修 from=胡建国 amount=500
      fund close 路灯维修
      """,
      """
      筹款 开户 路灯维修 议题=M2.1 截止=+7d 保管人=示例乙 结余处理=转入维护 退款办法=可退
      筹款 收捐 路灯维修 捐款人=胡建国 金额=500
      筹款 结账 路灯维修
      """))
  /// Who asked for an expense cannot approve it.
  public static let segregation = DiagnosticCode(
    "E-SEGREGATION", "Who asks for an expense does not approve it.", "申请人与批准人不得为同一人。",
    mend: Localized("Let somebody else approve it: approved-by=NAME.", "请由另一人批准：批准人=姓名。"),
    example: .lines(
      """
      fund open 路灯维修 motion=M2.1 until=+7d keeper=示例乙 surplus=转入维护 refunds=可退
      fund give 路灯维修 from=胡建国 amount=500
      fund spend 路灯维修 amount=300 payee=示例电料 for=灯泡 voucher=V01 asked-by=示例甲 approved-by=示例甲
      """,
      """
      筹款 开户 路灯维修 议题=M2.1 截止=+7d 保管人=示例乙 结余处理=转入维护 退款办法=可退
      筹款 收捐 路灯维修 捐款人=胡建国 金额=500
      筹款 支出 路灯维修 金额=300 收款方=示例电料 用途=灯泡 凭证=V01 申请人=示例甲 批准人=示例甲
      """))
  /// An amount is zero, less, or more than any fund holds.
  public static let amount = DiagnosticCode(
    "E-AMOUNT", "An amount is above zero, and at most ten thousand million yuan.", "金额须大于零，且不超过一百亿元。",
    mend: Localized(
      "Write what was paid: amount=200. What was entered wrongly is voided on its day, refunded, or reversed.",
      "请写实际金额：金额=200。记错的当日作废，之后退款或冲正。"),
    example: .lines(
      """
      fund open 路灯维修 motion=M2.1 until=+7d keeper=示例乙 surplus=转入维护 refunds=可退
      fund give 路灯维修 from=胡建国 amount=0
      """,
      """
      筹款 开户 路灯维修 议题=M2.1 截止=+7d 保管人=示例乙 结余处理=转入维护 退款办法=可退
      筹款 收捐 路灯维修 捐款人=胡建国 金额=0
      """))
  /// A fund takes no gifts now.
  public static let fundClosed = DiagnosticCode(
    "E-FUND-CLOSED", "The fund takes no gifts on this day.", "该筹款此时不接受捐款。",
    mend: Localized(
      "fund show says from when to when it takes gifts, and whether it is closed. A closed fund stays closed: open another.",
      "筹款 查看 给出收款期和是否结账。结账后不再开启，请另开一个筹款。"),
    example: .lines("fund give F1 from=胡建国 amount=100", "筹款 收捐 F1 捐款人=胡建国 金额=100"))
  /// A motion does not bind.
  public static let motion = DiagnosticCode(
    "E-MOTION", "The motion behind it is not in force.", "所依据的决议尚未生效。",
    mend: Localized(
      "A motion is in force when it was carried, put on notice, and the notice ended without an open objection: motion show.",
      "议题通过、公示期满且没有未答复的异议才生效：议题 查看。"),
    example: .lines(
      "fund open 停车线 motion=M1.2 until=+7d keeper=示例乙 surplus=转入维护 refunds=可退",
      "筹款 开户 停车线 议题=M1.2 截止=+7d 保管人=示例乙 结余处理=转入维护 退款办法=可退"))

  /// A slip book's name cannot stand before numbers.
  public static let book = DiagnosticCode(
    "E-BOOK", "A slip book's name is letters and digits, and one fund's own.", "票据本编号须为字母和数字，且只归一项筹款。",
    mend: Localized(
      "Choose a short word for the book, book=LD2021, or leave it out: the slips then begin with the fund's handle.",
      "请为票据本取一个简短的编号，如 票据本=LD2021；也可不写，票号即以筹款代号开头。"),
    example: .lines(
      "fund open 路灯维修 motion=M2.1 until=+7d keeper=示例乙 surplus=转入维护 refunds=可退 book=F1",
      "筹款 开户 路灯维修 议题=M2.1 截止=+7d 保管人=示例乙 结余处理=转入维护 退款办法=可退 票据本=“票 本”"))
  /// The public has not seen how the fund ended.
  public static let disclosure = DiagnosticCode(
    "E-DISCLOSURE", "A fund closes when its accounts hang out as they are.", "收支公示与账目一致后方可结账。",
    mend: Localized(
      "Print the notice (fund notice), hang it out, say so (fund post FUND place=…), then close.",
      "请打印公示表（筹款 公示），张贴并登记（筹款 张贴 筹款 地点=…），然后结账。"),
    example: .lines(
      "fund open 路灯维修 motion=M2.1 until=+7d keeper=示例乙 surplus=转入维护 refunds=可退\nfund close 路灯维修",
      "筹款 开户 路灯维修 议题=M2.1 截止=+7d 保管人=示例乙 结余处理=转入维护 退款办法=可退\n筹款 结账 路灯维修"))

  /// The codes of funds, gifts, refunds and fixes.
  static let ofMoney: [DiagnosticCode] = [
    .policy, .balance, .balanceNonzero, .segregation, .amount, .fundClosed, .motion, .book, .disclosure,
    .refund, .void, .checklist,
  ]
}
