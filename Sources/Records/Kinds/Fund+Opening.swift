import Diagnostics
import Values

extension Fund {
  /// Opens a fund: its motion binds, both policies are fixed.
  public static func open(_ new: Record, in writer: RecordWriter) throws -> Record {
    var fund = new
    for policy in [surplus, refunds] where fund[policy]?.isEmpty ?? true {
      let name = policy.declaration.name
      throw Diagnostic(
        .policy, Localized("the fund does not say its \(name.english) policy", "未写明\(name.chinese)"),
        hint: Localized("add \(name.english)=\"…\": \(policy.declaration.help.english)", "请加 \(name.chinese)=“…”"))
    }
    if !fund.values[kind.slot(of: opened.declaration)].isPresent { fund[opened] = writer.today }
    guard fund[opened].precision == .day else {
      throw Diagnostic(.dates, Localized("the first day must be a day", "开始日期须精确到日"), subject: "from")
    }
    if let last = fund[refundUntil], last < fund[opened] {
      throw Diagnostic(
        .dates, Localized("refunds would end before the fund opens", "退款截止早于开始日期"), subject: "refund-until")
    }
    for day in Set([min(fund[opened], writer.today), writer.today]) {
      try requireInForce(fund[motion], on: day, in: writer.store)
    }
    fund[book] = try fund[book].map { try bookName($0) }
    return try writer.add(fund)
  }

  /// The form in which a book's name is kept: ` ＦＨ2020` is `FH2020`. Two funds never write in one book: each fund's own
  /// numbers have to be without gaps for the people who gave to it.
  private static func bookName(_ text: String) throws -> String {
    let name = FullWidth.fold(text).uppercased()
    let isWord = name.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" }
    guard let first = name.first, isWord, first != "-", name.last != "-" else {
      throw Diagnostic(
        .book, Localized("\(text) cannot stand before slip numbers", "\(text) 不能作票据编号前缀"),
        hint: Localized("letters and digits: FH2020", "请用字母和数字，如 FH2020"), subject: "book")
    }
    if first == "F", name.count > 1, name.dropFirst().allSatisfy(\.isNumber) {
      throw Diagnostic(
        .book, Localized("\(name) is the book of the fund with that handle", "\(name) 是同代号筹款的票据本"),
        hint: Localized("leave book= out, or choose another name", "可不写票据本，或另取名称"), subject: "book")
    }
    return name
  }

  /// What a fund's slip numbers begin with.
  public static func bookName(of fund: Record) -> String { fund[book] ?? "F\(fund.id)" }

  /// Refuses acts on a closed fund.
  static func requireOpen(_ fund: Record) throws {
    guard fund[closed] != nil else { return }
    throw Diagnostic(.fundClosed, Localized("\(fund[title]) is closed", "\(fund[title]) 已结账"), subject: "fund")
  }

  /// Refuses gifts to and expenses of a fund that is closed or was cancelled.
  static func requireActive(_ fund: Record) throws {
    try requireOpen(fund)
    guard fund[cancelled] != nil else { return }
    throw Diagnostic(
      .fundClosed, Localized("\(fund[title]) was cancelled", "\(fund[title]) 已取消"),
      hint: Localized("what is left in it is refunded or moved", "余款只能退还或结转"), subject: "fund")
  }

  /// Refuses a motion that does not bind on a day.
  static func requireInForce(_ motion: Reference, on date: CalendarDate, in reader: any RecordReader) throws {
    let record = try reader.get(Motion.kind, motion)
    let state = try Motion.state(of: record, on: date, in: reader)
    guard state == .inForce else {
      let number = record[Motion.number]
      let day = date.exchangeText
      throw Diagnostic(
        .motion,
        Localized(
          "\(number) is \(state.rawValue) on \(day), not in force", "\(number) 在 \(day)“\(state.chineseName)”，尚未生效"),
        hint: Localized("it binds when its notice has ended without an open objection", "公示期满且无未答复异议后生效"),
        subject: "motion")
    }
  }
}
