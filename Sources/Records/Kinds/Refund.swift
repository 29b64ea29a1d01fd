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

/// A gift given back, in part or whole (退款).
public enum Refund {
  /// The fund.
  public static let fund = Field<Reference>("fund", "筹款", "The fund.", "筹款。", type: .reference(["fund"]))
  /// The gift.
  public static let gift = Field<Reference>(
    "gift", "捐款", "The gift: its slip number or handle.", "捐款：票号或代号。", type: .reference(["gift"]))
  /// How much.
  public static let amount = Field<Money>("amount", "金额", "How much.", "金额。")
  /// Why.
  public static let reason = Field<String>("reason", "原因", "Why.", "退款原因。", type: .text(maximum: 100))
  /// When.
  public static let date = Field<CalendarDate>("date", "日期", "When.", "退款日期。")

  /// The kind.
  public static let kind = RecordKind(
    "refund", "退款", "A gift given back, in part or whole.", "退还的捐款。", handle: .numbered("RF"),
    fields: [fund.declaration, gift.declaration, amount.declaration, reason.declaration, date.declaration],
    listed: ["date", "gift", "amount", "reason"], verbs: [.show, .list, .count],
    sample: .init(handle: "RF1", filter: "fund=F1"))

  /// How much of a gift was given back.
  public static func refunded(_ gift: Reference, in reader: any RecordReader) throws -> Money {
    Money(fen: try reader.sum("amount", Query(kind, [.equal(self.gift, gift)])))
  }

  /// Gives back what is left of a gift, or a part of it.
  public static func refund(_ gift: Record, amount asked: Money?, reason why: String, in writer: RecordWriter) throws
    -> Record
  {
    let fund = try writer.store.get(Fund.kind, gift[Gift.fund])
    try Fund.requireOpen(fund)
    guard gift[Gift.voided] == nil else {
      throw Diagnostic(
        .refund, Localized("slip \(gift[Gift.slip]) is void", "票据 \(gift[Gift.slip]) 已作废"), subject: "gift")
    }
    let left = Money(fen: gift[Gift.amount].fen - (try refunded(gift.reference, in: writer.store)).fen)
    let money = asked ?? left
    guard money > .zero, money <= left else {
      throw Diagnostic(
        .refund,
        Localized(
          "of slip \(gift[Gift.slip]) \(left.grouped) is left to refund", "票据 \(gift[Gift.slip]) 可退金额为 \(left.grouped)"),
        subject: asked == nil ? "gift" : "amount")
    }
    try FundAccounts.requireCover(for: money, from: fund, on: writer.today, in: writer.store, subject: "gift")
    var record = Record(kind)
    record[self.fund] = fund.reference
    record[self.gift] = gift.reference
    record[amount] = money
    record[reason] = why
    record[date] = writer.today
    return try writer.add(record)
  }
}
