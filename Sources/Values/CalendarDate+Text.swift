import Diagnostics

extension CalendarDate {
  /// For files and the journal: `2020-08-02`, or with how exactly it is known behind a `~`. Sorts as the dates do.
  public var exchangeText: String {
    precision == .day ? iso : "\(iso)~\(CalendarDate.marks[Int(precision.rawValue)])"
  }

  /// For people: `2020-08-02`, `mid-August 2020`, `2020年8月中旬`.
  public func displayText(in language: Language) -> String {
    let (year, month, day) = components
    let third = min((day - 1) / 10, 2)
    let monthName = CalendarDate.monthNames[month - 1]
    switch (precision, language) {
    case (.day, _): return iso
    case (.tenDays, .english): return "\(["early ", "mid-", "late "][third])\(monthName) \(year)"
    case (.tenDays, .chinese): return "\(year)年\(month)月\(["上", "中", "下"][third])旬"
    case (.month, .english): return "\(monthName) \(year)"
    case (.month, .chinese): return "\(year)年\(month)月"
    case (.halfYear, .english): return "\(month == 1 ? "first" : "second") half of \(year)"
    case (.halfYear, .chinese): return "\(year)年\(month == 1 ? "上" : "下")半年"
    case (.year, .english): return "\(year)"
    case (.year, .chinese): return "\(year)年"
    }
  }

  /// Reads what ``exchangeText`` wrote.
  public init?(exchange text: String) {
    let parts = text.split(separator: "~", maxSplits: 1)
    let numbers = parts.first?.split(separator: "-").compactMap { Int($0) } ?? []
    guard numbers.count == 3, let day = CalendarDate(year: numbers[0], month: numbers[1], day: numbers[2]) else {
      return nil
    }
    guard parts.count == 2 else {
      self = day
      return
    }
    guard let mark = CalendarDate.marks.firstIndex(of: String(parts[1])),
      let precision = Precision(rawValue: UInt8(mark))
    else { return nil }
    self.init(ordinal: day.ordinal, precision: precision)
  }

  private var iso: String {
    let (year, month, day) = components
    return "\(CalendarDate.padded(year, 4))-\(CalendarDate.padded(month, 2))-\(CalendarDate.padded(day, 2))"
  }

  static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(run: "0", width - digits.count) + digits
  }

  private static let marks = ["day", "ten-days", "month", "half-year", "year"]
  private static let monthNames = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]
}
