import Diagnostics
import Presentation
import Records
import Values

/// A gift's slip (社区内部收款凭证). It is no fiscal donation receipt: those may not be used for money raised by residents
/// (公益事业捐赠票据使用管理暂行办法, 财综〔2010〕112号).
enum ReceiptText {
  /// The slip as text.
  static func text(of gift: Record, _ session: OfficeSession) throws -> String {
    let office = try Community.require(in: session.store)
    let fund = try session.record(gift[Gift.fund])
    let donor = [gift[Gift.resident], gift[Gift.shop]].compactMap { $0 }.first.map { session.label(of: $0) }
    let date = gift[Gift.date]
    var box = TextBox(title: "社区内部收款凭证", width: 62)
    box.add(
      "第 \(gift[Gift.slip]) 号\(gift[Gift.voided] == nil ? "" : "（作废）")    \(date.year)年\(date.month)月\(date.day)日")
    box.add("收款单位  ", office[Community.name])
    box.add("项目      ", "\(fund[Fund.title])（自愿筹资）")
    box.add("交款人    ", donor ?? gift[Gift.name] ?? "爱心人士（匿名）")
    box.add("金额      ", "人民币\(gift[Gift.amount].capitalNumerals)   ￥\(gift[Gift.amount].grouped)")
    box.add("方式      ", gift[Gift.method].chineseName)
    box.addRule()
    box.add("自愿捐助，不摊派。结余：\(fund[Fund.surplus] ?? "")；退款：\(fund[Fund.refunds] ?? "")。")
    box.add("本凭证非发票、非捐赠票据，不作税前扣除凭证。")
    box.add("收款人 ________  复核人 ________  交款人 ________（盖章）")
    return TerminalLines.safe(box.text)
  }
}
