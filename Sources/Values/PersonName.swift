import Foundation

/// Rules for people's names.
public enum PersonName {
  /// A name as it is kept: without blanks at its ends, with the one dot (U+00B7) that the rule of 2016 on names with
  /// rare characters and dots (国家民委等部门关于在政府管理和社会公共服务信息系统中统一姓名采集应用规范的通知) allows.
  public static func normalized(_ text: String) -> String {
    if text.isPlainWord { return text }
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x2022, 0x30FB, 0x2027, 0xFF0E, 0x2219, 0xFF65: scalars.append("\u{B7}")
      default: scalars.append(scalar)
      }
    }
    return String(Substring(String(scalars)).trimmed)
  }

  /// The form in which two spellings are compared: what only looks different (width, case, blanks, marks, punctuation,
  /// characters that take no place) is the same. Empty for a text without a letter.
  public static func comparisonKey(_ text: String) -> String {
    var key = String.UnicodeScalarView()
    for scalar in text.precomposedStringWithCompatibilityMapping.lowercased().unicodeScalars {
      let properties = scalar.properties
      if properties.isAlphabetic || properties.numericType != nil || properties.generalCategory == .privateUse {
        key.append(scalar)
      }
    }
    return String(key)
  }

  /// A name for eyes that need not know it: the surname and stars, `段**`, `欧阳*`, `古***·**`. Masking a masked name
  /// changes nothing.
  public static func masked(_ name: String) -> String {
    if name.contains("\u{B7}") {
      return name.enumerated().map { $0 == 0 || $1 == "\u{B7}" ? String($1) : "*" }.joined()
    }
    let length = compoundSurnames.contains(String(name.prefix(2))) && name.count > 2 ? 2 : 1
    return name.prefix(length) + String(repeating: "*", count: max(0, name.count - length))
  }

  private static let compoundSurnames: Set<String> = [
    "欧阳", "司马", "诸葛", "上官", "司徒", "东方", "皇甫", "尉迟", "公孙", "慕容", "令狐", "夏侯", "宇文", "长孙", "独孤", "南宫",
  ]
}
