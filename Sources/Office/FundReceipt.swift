import Diagnostics
import Records
import Values

/// A gift's slip (社区内部收款凭证). It is no fiscal donation receipt: those may not be used for money raised by residents
/// (公益事业捐赠票据使用管理暂行办法, 财综〔2010〕112号).
struct FundReceipt {
  private let gift: Record
  private let session: OfficeSession

  init(of gift: Record, _ session: OfficeSession) {
    self.gift = gift
    self.session = session
  }

  /// The slip.
  func document() throws -> Document {
    let office = try Community.require(in: session.store)
    let fund = try session.record(gift[Gift.fund])
    let amount = gift[Gift.amount]
    var slip = Document(.slip, for: .desk, [.title(Localized("Receipt of the community", "社区内部收款凭证"))])
    slip.add(.heading(number, right: date))
    var entries = [
      Document.Entry(Localized("Received by", "收款单位"), Localized(same: office[Community.name])),
      .init(Localized("For", "项目"), Localized("\(fund[Fund.title]) (of free will)", "\(fund[Fund.title])（自愿筹资）")),
      .init(Localized("From", "交款人"), try donor()),
      .init(Localized("Amount", "金额"), Localized(same: "人民币\(amount.capitalNumerals)  ￥\(amount.grouped)")),
      .init(
        Localized("Method", "方式"), Localized(gift[Gift.method].rawValue, gift[Gift.method].chineseName)),
      .init(Localized("On notices", "公示姓名"), try publicName()),
    ]
    for refund in try session.store.all(Refund.kind, .equal(Refund.gift, gift.reference)) {
      let (money, day) = (refund[Refund.amount].grouped, refund[Refund.date].exchangeText)
      entries.append(.init(Localized("Refunded", "退款"), Localized(same: "￥\(money)  \(day)")))
    }
    slip.add(.fields(entries))
    slip.add(.rule)
    try FundTerms(of: fund, in: session.store).blocks.forEach { slip.add($0) }
    slip.add(
      .paragraph(
        Localized(
          "This is no invoice and no fiscal donation receipt; it gives no tax deduction.",
          "本凭证非发票、非捐赠票据，不作税前扣除凭证。")))
    slip.add(
      .signatures([Localized("Received", "收款人"), Localized("Reviewed", "复核人"), Localized("Paid (seal)", "交款人（盖章）")]))
    return slip
  }

  private var number: Localized {
    let slip = gift[Gift.slip]
    return gift[Gift.voided] == nil
      ? Localized("No. \(slip)", "第 \(slip) 号") : Localized("No. \(slip) — VOID", "第 \(slip) 号（作废）")
  }

  private var date: Localized {
    let day = gift[Gift.date]
    return Localized(day.exchangeText, "\(day.year)年\(day.month)月\(day.day)日")
  }

  /// Who gave: the slip is the giver's own, so that he is named, a resident with his building.
  private func donor() throws -> Localized {
    guard let giver = Gift.giver(of: gift) else { return Localized("anonymous", "匿名") }
    if giver.kind == Gift.kind.name.english { return Localized(same: gift[Gift.name] ?? "") }
    let name = session.label(of: giver)
    guard giver.kind == Resident.kind.name.english,
      let building = try session.store.get(Resident.kind, giver)[Resident.building].map({ session.label(of: $0) })
    else { return Localized(same: name) }
    return Localized("\(name) (\(building))", "\(name)（\(building)）")
  }

  private func publicName() throws -> Localized {
    let name = try DonorNames(on: session.writer.today, in: session.store).name(of: gift)
    return Localized("as “\(name.english)”", "列为“\(name.chinese)”")
  }
}
