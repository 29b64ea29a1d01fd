extension Moment {
  /// Reads what ``exchangeText`` wrote, `2020-08-02 19:30` or `2020-08-02 19:30:05`, and nothing else.
  public init?(exchange text: String) {
    let bytes = Array(text.utf8)
    let separators = Array("0000-00-00 00:00:00".utf8)
    guard bytes.count == 16 || bytes.count == 19 else { return nil }
    var numbers = [0]
    for (byte, separator) in zip(bytes, separators) {
      if separator != UInt8(ascii: "0") {
        guard byte == separator else { return nil }
        numbers.append(0)
      } else {
        guard UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte else { return nil }
        numbers[numbers.count - 1] = numbers[numbers.count - 1] * 10 + Int(byte - UInt8(ascii: "0"))
      }
    }
    guard let date = CalendarDate(year: numbers[0], month: numbers[1], day: numbers[2]), numbers[3] < 24,
      numbers[4] < 60
    else { return nil }
    // A moment without seconds is written without them.
    let second = numbers.count == 6 ? numbers[5] : 0
    guard numbers.count == 5 || 1..<60 ~= second else { return nil }
    self.init(seconds: date.ordinal * 86_400 + numbers[3] * 3_600 + numbers[4] * 60 + second)
  }
}
