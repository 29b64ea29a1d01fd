import Diagnostics
import Values

extension DiagnosticCode {
  /// More would be given back than was given.
  public static let refund = DiagnosticCode(
    "E-REFUND", "No more is given back than was given.", "退款不得超过捐款。",
    mend: Localized(
      "Refund what is left of the gift, or leave the amount out to refund all of that.",
      "请退还尚未退回的部分；不写金额即全部退还。"),
    example: .lines(
      """
      fund open 路灯维修 motion=M2.1 until=+7d keeper=示例乙 surplus=转入维护 refunds=可退 book=LD
      fund give 路灯维修 from=胡建国 amount=500
      fund refund LD-0001 reason=多交 amount=600
      """,
      """
      筹款 开户 路灯维修 议题=M2.1 截止=+7d 保管人=示例乙 结余处理=转入维护 退款办法=可退 票据本=LD
      筹款 收捐 路灯维修 捐款人=胡建国 金额=500
      筹款 退款 LD-0001 原因=多交 金额=600
      """))
}

/// A gift given back, in part or whole (退款). An error is reversed by an entry that names it, with the amount below zero.
public enum Refund {
  /// The fund.
  public static let fund = Field<Reference>("fund", "筹款", "The fund.", "筹款。", type: .reference(["fund"]))
  /// The gift.
  public static let gift = Field<Reference>(
    "gift", "捐款", "The gift: its slip number or handle.", "捐款：票号或代号。", type: .reference(["gift"]))
  /// How much; below zero in a reversal.
  public static let amount = Field<Money>("amount", "金额", "How much.", "金额。")
  /// Why.
  public static let reason = Field<String>("reason", "原因", "Why.", "退款原因。", type: .text(maximum: 100))
  /// When.
  public static let date = Field<CalendarDate>("date", "日期", "When.", "退款日期。")
  /// The motion behind it, where the fund's policy alone does not allow it.
  public static let motion = Field<Reference?>(
    "motion", "议题", "The motion behind it, needed when the policy's days are over.", "所依据的决议，超过退款期限时必填。",
    type: .reference(["motion"]), since: 2)
  /// The refund that this one reverses.
  public static let reverses = Field<Reference?>(
    "reverses", "冲正", "The refund that this one reverses.", "所冲正的退款。", type: .reference(["refund"]), since: 2)

  /// The kind.
  public static let kind = RecordKind(
    "refund", "退款", "A gift given back, in part or whole.", "退还的捐款。", handle: .numbered("RF"),
    fields: [
      fund.declaration, gift.declaration, amount.declaration, reason.declaration, date.declaration,
      motion.declaration, reverses.declaration,
    ],
    listed: ["date", "gift", "amount", "reason"], verbs: [.show, .list, .count],
    partOf: ["fund", "gift"],
    sample: .init(handle: "RF1", filter: "fund=F1"), check: { refund, _, reader in try check(refund, reader) },
    undoAdding: { try Reversal.refuseUndo(of: $0, in: $1) })

  /// The refunds of a gift and their reversals.
  static func refunds(of gift: Reference, in reader: any RecordReader) throws -> [Record] {
    try reader.all(kind, .equal(self.gift, gift))
  }

  /// How much of a gift was given back.
  public static func refunded(_ gift: Reference, in reader: any RecordReader) throws -> Money {
    Money(fen: try reader.sum("amount", Query(kind, [.equal(self.gift, gift)])))
  }

  /// Gives back what is left of a gift, or a part of it; as often as something is left.
  public static func refund(
    _ gift: Record, amount asked: Money?, reason why: String, on date: CalendarDate? = nil,
    motion: Reference? = nil, in writer: RecordWriter
  ) throws -> Record {
    let fund = try writer.store.get(Fund.kind, gift[Gift.fund])
    let day = date ?? writer.today
    try Fund.requireOpen(fund)
    try FundAccounts.requireDay(day, of: fund, after: gift[Gift.date], in: writer)
    guard gift[Gift.voided] == nil else {
      throw Diagnostic(
        .refund, Localized("slip \(gift[Gift.slip]) is void", "票据 \(gift[Gift.slip]) 已作废"), subject: "gift")
    }
    let left = try Gift.left(of: gift, in: writer.store)
    let money = asked ?? left
    guard money > .zero, money <= left else {
      throw Diagnostic(
        .refund,
        Localized(
          "of slip \(gift[Gift.slip]) \(left.grouped) is left to refund", "票据 \(gift[Gift.slip]) 可退金额为 \(left.grouped)"),
        subject: asked == nil ? "gift" : "amount")
    }
    try requirePermission(for: gift, of: fund, on: day, motion: motion, in: writer)
    try FundAccounts.requireCover(for: money, from: fund, on: day, in: writer.store, subject: "gift")
    return try writer.add(record(of: gift, money, reason: why, on: day, motion: motion))
  }

  /// A refund to be added.
  static func record(
    of gift: Record, _ money: Money, reason why: String, on date: CalendarDate, motion: Reference? = nil
  ) -> Record {
    var record = Record(kind)
    record[self.fund] = gift[Gift.fund]
    record[self.gift] = gift.reference
    record[amount] = money
    record[reason] = why
    record[self.date] = date
    record[self.motion] = motion
    return record
  }

  /// A refund is due as long as the fund's policy says, for some days to those who gave before the use of the money was
  /// changed, and later when a motion says so.
  private static func requirePermission(
    for gift: Record, of fund: Record, on date: CalendarDate, motion: Reference?, in writer: RecordWriter
  ) throws {
    if let motion { return try Fund.requireInForce(motion, on: date, in: writer.store) }
    guard let last = fund[Fund.refundUntil], date > last.last else { return }
    let changes = try writer.store.all(Amendment.kind, .equal(Amendment.fund, fund.reference))
    let isOpen = changes.contains {
      $0[Amendment.field].concernsUse && gift[Gift.date] <= $0[Amendment.date] && $0[Amendment.date] <= date
        && date <= Amendment.lastDay(of: $0)
    }
    guard !isOpen else { return }
    throw Diagnostic(
      .policy,
      Localized(
        "the policy on refunds (\(fund[Fund.refunds] ?? "")) ended on \(last.exchangeText)",
        "退款办法（\(fund[Fund.refunds] ?? "")）已于 \(last.exchangeText) 截止"),
      hint: Localized("later a motion in force decides: add motion=…", "之后须依生效决议：请加 议题=…"), subject: "gift")
  }

  /// The notice prints reasons, and no names that nobody agreed to.
  private static func check(_ refund: Record, _ reader: any RecordReader) throws {
    try PublicText.checkEntry(refund, [reason.declaration], aboutPeople: true)
    let gift = try reader.get(Gift.kind, refund[gift])
    guard let donor = gift[Gift.resident] else { return }
    let name = try reader.get(Resident.kind, donor)[Resident.name]
    guard refund[reason].contains(name) else { return }
    throw Diagnostic(
      .privacy, Localized("the reason names the giver, and the notice prints it", "原因中写有捐款人姓名，而公示会印出原因"),
      hint: Localized("leave the name out: the slip says whose it is", "请去掉姓名，票号即可查到"), subject: "reason")
  }
}
