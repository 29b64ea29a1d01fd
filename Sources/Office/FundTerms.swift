import Diagnostics
import Records
import Values

/// What people were told when they gave, as notices and receipts say it, and what was changed since.
struct FundTerms {
  private let fund: Record
  private let amendments: [Record]
  private let masks: PersonalText

  /// Gathers the terms of a fund.
  ///
  /// - Parameter masks: finds people whom they are not to name.
  init(of fund: Record, masking masks: PersonalText = PersonalText(), in reader: any RecordReader) throws {
    self.fund = fund
    self.masks = masks
    amendments = try reader.all(Amendment.kind, .equal(Amendment.fund, fund.reference))
  }

  /// The terms as running text, one line for each change.
  var blocks: [Document.Block] {
    [.paragraph(terms)] + amendments.map { .paragraph(change($0)) } + (cancellation.map { [.paragraph($0)] } ?? [])
  }

  private var terms: Localized {
    let (surplus, refunds) = (masked(fund[Fund.surplus] ?? ""), masked(fund[Fund.refunds] ?? ""))
    return Localized(
      "Given of free will; nobody owes anything. Surplus: \(surplus). Refunds: \(refunds).",
      "自愿捐助，不摊派。结余处理：\(surplus)。退款办法：\(refunds)。")
  }

  private func change(_ amendment: Record) -> Localized {
    let (field, day) = (amendment[Amendment.field], amendment[Amendment.date].exchangeText)
    let (was, now) = (masked(amendment[Amendment.was] ?? "—"), masked(amendment[Amendment.now]))
    let last = Amendment.lastDay(of: amendment).exchangeText
    let text = Localized(
      "Changed by a motion on \(day): \(field.rawValue), “\(was)” to “\(now)”.",
      "\(day) 依决议变更\(field.chineseName)：“\(was)”改为“\(now)”。")
    guard field.concernsUse else { return text }
    return text
      + Localized(" Who gave before may have it back until \(last).", "此前捐款人可在 \(last) 前要求退款。")
  }

  private func masked(_ text: String) -> String { masks.removed(from: text) ?? text }

  private var cancellation: Localized? {
    guard let day = fund[Fund.cancelled]?.exchangeText, let reason = fund[Fund.cancelReason].map(masked) else {
      return nil
    }
    return Localized("Cancelled on \(day), every gift given back: \(reason).", "\(day) 取消，退还全部捐款：\(reason)。")
  }
}
