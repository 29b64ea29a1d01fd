import Diagnostics
import Values

/// What no public text may say, as rules of texts alone; ``PublicCheck`` knows what the records allow.
public enum PublicText {
  /// Refuses texts with an identity number, or with a phone number that is neither a service line nor one of `phones`,
  /// however it is written.
  ///
  /// - Parameters:
  ///   - texts: pieces of text, in each of which one number may stand.
  ///   - phones: the numbers that may stand in them.
  public static func refuseNumbers(in texts: [String], except phones: Set<String>) throws {
    let allowed = Set(phones.map { $0.filter(\.isNumber) })
    for text in texts {
      for run in NumberScan.runs(in: text) {
        try refuseIdentityNumber(in: run)
        guard let phone = forbiddenPhone(in: run, allowed) else { continue }
        throw Diagnostic(
          .privacy, Localized("the phone number \(phone) may not be published", "电话 \(phone) 未经同意，不得公开"),
          hint: Localized("record a consent, or leave the number out", "请登记同意，或去掉该号码"))
      }
    }
  }

  /// Refuses a statement with a room number beside a name.
  ///
  /// - Parameter name: gives a name that stands in a text, whole or masked.
  public static func refuseRooms(in statement: String, beside name: (String) throws -> String?) throws {
    guard let room = RoomScan.first(in: statement), let name = try name(statement) else { return }
    throw Diagnostic(
      .privacy, Localized("room \(room) stands beside the name \(name)", "姓名 \(name) 旁出现了房号 \(room)"),
      hint: Localized("publish the building only", "公开时只写楼栋"))
  }

  /// Refuses a text about somebody that an office must not keep: an identity number, or words for what the law holds
  /// sensitive and for lists of suspects (``Profile/sensitiveWords``).
  ///
  /// - Parameter subject: the English name of the field that the text is for.
  public static func refusePrivateText(in text: String, subject: String) throws {
    try refuseIdentityNumber(in: text)
    guard let word = Profile.cn.sensitiveWords.first(where: { text.contains($0) }) else { return }
    throw Diagnostic(
      .privacy, Localized("\"\(word)\" is nothing that is kept about a person here", "“\(word)”不属于可登记的信息"),
      hint: Localized("note what the person asked for, such as large print", "只写本人提出的需要，如 大字版"), subject: subject)
  }

  /// Refuses a text with an identity number of 18 places (GB 11643-1999); an office has no use for it.
  public static func refuseIdentityNumber(in text: String) throws {
    // Fewer bytes hold no 18 digits.
    guard text.utf8.count >= IdentityNumber.length else { return }
    for run in NumberScan.runs(in: text) { try refuseIdentityNumber(in: run) }
  }

  /// Eighteen digits in one are refused whatever they mean; parted by blanks, dashes or breaks, only if they are a number
  /// that somebody can have.
  private static func refuseIdentityNumber(in run: NumberScan.Run) throws {
    let groups = run.groups
    for start in groups.indices {
      var digits = ""
      for end in start..<groups.count where end == start || run.joins[start + 1...end].allSatisfy({ $0 }) {
        if groups[end] == "X", digits.count != IdentityNumber.length - 1 { break }
        digits += groups[end]
        guard digits.count >= IdentityNumber.length else { continue }
        let isWhole = end == start || (end == start + 1 && groups[end] == "X")
        // Place, day of birth and the rest apart: who writes so means an identity number.
        let isParted = groups[start...end].map(\.count).starts(with: [6, 8]) && IdentityNumber.isPlausible(digits)
        guard isWhole || isParted || IdentityNumber.isValid(digits) else { break }
        throw Diagnostic(
          .privacy, Localized("the text holds an identity number", "文字中含有身份证号"),
          hint: Localized("identity numbers are not kept here; leave it out", "这里不保存身份证号，请删去"))
      }
    }
  }

  /// The first phone number of a run that is not allowed.
  private static func forbiddenPhone(in run: NumberScan.Run, _ allowed: Set<String>) -> String? {
    var start = 0
    while start < run.groups.count {
      let date = dateStart(in: run.groups[start...])
      var windows: [(end: Int, digits: String)] = []
      var digits = ""
      for end in start..<run.groups.count {
        if run.groups[end] == "X" || end == date || (end > start && !run.joins[end]) { break }
        digits += run.groups[end]
        if digits.count > longestPhone { break }
        windows.append((end, digits))
      }
      if let known = windows.last(where: { isAllowed($0.digits, allowed) }) {
        start = known.end + 1
        continue
      }
      let isFirst = start == 0
      if let phone = windows.first(where: {
        isPhone($0.digits, hasPlus: isFirst && run.hasPlus, isCalled: isFirst && isCalled(run), allowed)
      }) {
        return phone.digits
      }
      start += 1
    }
    return nil
  }

  private static let longestPhone = 18

  /// Where a date of year, month and day begins: no phone number goes on there.
  private static func dateStart(in groups: ArraySlice<String>) -> Int? {
    groups.indices.dropLast(2).first { index in
      ["19", "20"].contains(groups[index].prefix(2)) && groups[index...(index + 2)].map(\.count) == [4, 2, 2]
    }
  }

  /// Whether the words before a run say that a number follows.
  private static func isCalled(_ run: NumberScan.Run) -> Bool {
    ["电话", "手机", "热线", "致电", "号码", "联系", "微信", "tel", "hone", "call", "☎", "☏", "📞"].contains(
      where: run.context.hasSuffix)
  }

  private static func isAllowed(_ digits: String, _ allowed: Set<String>) -> Bool {
    allowed.contains(digits)
      || (Phone(digits) ?? abroad(digits)).map { allowed.contains($0.number.filter(\.isNumber)) } ?? false
  }

  private static func isPhone(_ digits: String, hasPlus: Bool, isCalled: Bool, _ allowed: Set<String>) -> Bool {
    if hasPlus, 6...15 ~= digits.count { return true }
    // A line written without its area is known by the words before it.
    if isCalled, 7...8 ~= digits.count, digits.first != "0", digits.first != "1" {
      return !allowed.contains { $0.hasSuffix(digits) }
    }
    guard digits.count >= 10, let phone = Phone(digits) ?? abroad(digits), !phone.isServiceLine else { return false }
    guard phone.number.hasPrefix("0") else { return true }
    // No line begins with 0 or 1 behind its area; dates in a row do.
    let line = phone.number.drop { $0 != "-" }.dropFirst()
    return line.first != "0" && line.first != "1"
  }

  /// A number as it is dialled from abroad, without the plus.
  private static func abroad(_ digits: String) -> Phone? {
    digits.count >= 12 && digits.hasPrefix("86") ? Phone("+" + digits) : nil
  }
}
