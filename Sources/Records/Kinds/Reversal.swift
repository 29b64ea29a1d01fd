import Diagnostics
import Values

/// How an error is put right: by an entry that names the one it takes back, with its amount below zero (冲正). Both stay.
public enum Reversal {
  /// Takes an expense, a refund or a transfer back.
  ///
  /// - Parameters:
  ///   - entry: what was entered by mistake.
  ///   - voucher: the number of the reversal's own voucher; an expense needs one.
  ///   - reason: what was wrong.
  ///   - date: when; today unless given, and not before the entry itself.
  public static func reverse(
    _ entry: Record, voucher: String?, reason: String, on date: CalendarDate? = nil, in writer: RecordWriter
  ) throws -> Record {
    let (names, day) = (fields(of: entry.kind), date ?? writer.today)
    let fund = try writer.store.get(Fund.kind, entry[names.fund])
    try Fund.requireOpen(fund)
    try FundAccounts.requireDay(day, of: fund, after: entry[names.date], in: writer)
    guard entry[names.reverses] == nil,
      try writer.store.first(entry.kind, .equal(names.reverses, entry.reference)) == nil
    else {
      throw Diagnostic(
        .state, Localized("it has been reversed, or reverses another", "该记录已冲正，或本身就是冲正"), subject: "entry")
    }
    var reversal = Record(entry.kind, id: 0, values: entry.values)
    reversal[names.amount] = Money(fen: -entry[names.amount].fen)
    reversal[names.date] = day
    reversal[names.reverses] = entry.reference
    switch entry.kind {
    case Expense.kind:
      guard let voucher, !voucher.isEmpty else {
        throw Diagnostic(
          .missingValue, Localized("the reversal has no voucher", "缺少冲正凭证号"),
          hint: Localized("add voucher=…: the number of the voucher that puts it right", "请加 凭证=…：冲正凭证的编号"))
      }
      reversal[Expense.voucher] = voucher
      reversal[Expense.reason] = reason
    case Transfer.kind:
      reversal[Transfer.reason] = reason
      // The money comes back from where it went.
      if let goal = try entry[Transfer.into].map({ try writer.store.get(Fund.kind, $0) }) {
        try Fund.requireOpen(goal)
        try FundAccounts.requireCover(
          for: entry[Transfer.amount], from: goal, on: day, in: writer.store, subject: "entry")
      }
    default: reversal[Refund.reason] = reason
    }
    return try writer.add(reversal)
  }

  /// Money that has moved is not taken back as if it had not: it is reversed.
  static func refuseUndo(of entry: Record, in writer: RecordWriter) throws {
    guard case .numbered(let prefix) = entry.kind.handle else { return }
    let handle = "\(prefix)\(entry.id)"
    throw Diagnostic(
      .undo,
      Localized(
        "money that has moved stays in the books: \(handle) is reversed", "资金变动须留在账上：\(handle) 应冲正而不是撤销"),
      hint: Localized("fund reverse \(handle) reason=…", "筹款 冲正 \(handle) 原因=…"))
  }

  /// The fields that every entry has, by its kind.
  private static func fields(of kind: RecordKind) -> (
    fund: Field<Reference>, amount: Field<Money>, date: Field<CalendarDate>, reverses: Field<Reference?>
  ) {
    switch kind {
    case Expense.kind: (Expense.fund, Expense.amount, Expense.date, Expense.reverses)
    case Transfer.kind: (Transfer.fund, Transfer.amount, Transfer.date, Transfer.reverses)
    default: (Refund.fund, Refund.amount, Refund.date, Refund.reverses)
    }
  }
}
