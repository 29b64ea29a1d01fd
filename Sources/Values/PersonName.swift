import Diagnostics
import Foundation

extension DiagnosticCode {
  /// A text cannot be somebody's name.
  public static let personName = DiagnosticCode(
    "E-NAME", "The text cannot be a person's name.", "该文字不能作为姓名。",
    mend: Localized(
      "A name has letters or Han characters, dots and blanks between them, and nothing that cannot be seen.",
      "姓名由汉字或字母组成，中间可有间隔号和空格，不含不可见字符。"),
    example: .lines("resident add \"…\"", "居民 添加 \"…\""))
}

/// Rules for people's names: those of the 2016 notice on collecting names with rare characters and dots
/// (国家民委等部门关于在政府管理和社会公共服务信息系统中统一姓名采集应用规范的通知), and what keeps two names that look alike alike.
public enum PersonName {
  /// A name as it is kept: between Han characters one dot (U+00B7), whatever dot was typed, and no blanks (`张　伟` is
  /// `张伟`); between other letters one blank; full-width letters folded; letters and their marks joined (NFC).
  public static func normalized(_ text: String) -> String {
    if isPlain(text) { return text }
    let folded = FullWidth.fold(text).precomposedStringWithCanonicalMapping.unicodeScalars
    var kept = String.UnicodeScalarView()
    // The blanks and dots since the last character of another sort.
    var gap: [Unicode.Scalar] = []
    for scalar in folded {
      if isBlank(scalar) || dots.contains(scalar.value) {
        gap.append(scalar)
        continue
      }
      let isBetweenHan = (kept.last?.properties.isIdeographic ?? false) && scalar.properties.isIdeographic
      kept.append(contentsOf: separator(for: gap, isBetweenHan: isBetweenHan))
      gap = []
      kept.append(scalar)
    }
    kept.append(contentsOf: gap.filter { !isBlank($0) })
    return String(Substring(String(kept)).trimmed)
  }

  /// Refuses what cannot be a name: signs that nobody sees or that only one font knows, a text without a letter.
  public static func check(_ name: String) throws {
    if isPlain(name), name.utf8.contains(where: isLetter) { return }
    if let sign = name.unicodeScalars.first(where: isInvisible) {
      let code = String(sign.value, radix: 16, uppercase: true)
      throw Diagnostic(
        .personName, Localized("the name holds the invisible sign U+\(code)", "姓名中含有看不见的字符 U+\(code)"),
        hint: Localized("type the name anew without it", "请重新输入，不要带该字符"), subject: "name")
    }
    if let sign = name.unicodeScalars.first(where: { $0.properties.generalCategory == .privateUse }) {
      let code = String(sign.value, radix: 16, uppercase: true)
      throw Diagnostic(
        .personName,
        Localized("U+\(code) is a private character that other machines show otherwise", "U+\(code) 是自造字，其他机器无法正确显示"),
        hint: Localized(
          "write the character of the standard, by its code if need be: \"\\u{2CB69}\"",
          "请用国标字符，必要时写编码：\"\\u{2CB69}\""), subject: "name")
    }
    guard name.unicodeScalars.contains(where: { $0.properties.isAlphabetic }) else {
      throw Diagnostic(
        .personName, Localized("\"\(name)\" holds no letter", "“\(name)”中没有文字"), subject: "name")
    }
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

  /// The dots that input methods type for the one between the parts of a name. The full stops are folded to `.`.
  private static let dots: Set<UInt32> = [
    0x2E, 0xB7, 0x387, 0x2022, 0x2024, 0x2027, 0x2219, 0x22C5, 0x2E31, 0x30FB, 0xFF65,
  ]

  private static func separator(for gap: [Unicode.Scalar], isBetweenHan: Bool) -> [Unicode.Scalar] {
    let hasDot = gap.contains { dots.contains($0.value) }
    if isBetweenHan { return hasDot ? ["\u{B7}"] : [] }
    return gap.filter { !isBlank($0) } + (gap.contains(where: isBlank) ? [" "] : [])
  }

  /// A blank of some width; the ends of lines and tabs are no part of a name.
  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.generalCategory == .spaceSeparator }

  /// Whether a name needs no care: Han characters of the basic block, or ASCII without blanks and dots.
  private static func isPlain(_ text: String) -> Bool {
    text.utf8.allSatisfy { byte in
      switch byte {
      // Bytes of which U+4000–9FFF are made.
      case 0x80...0xBF, 0xE4...0xE9: true
      case 0x21...0x7E: byte != UInt8(ascii: ".")
      default: false
      }
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte >= 0xE4 || 0x41...0x5A ~= byte || 0x61...0x7A ~= byte
  }

  /// Controls, signs of no width, marks of direction, and the variants of a character that look like it.
  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: true
    default: scalar.properties.isVariationSelector || scalar.properties.isDefaultIgnorableCodePoint
    }
  }
}
