import Values

/// The forms under which a label is found, as one text in which the store looks for parts: the label itself, its pinyin
/// and its initials, each whole between two marks, then what begins with a later syllable, behind another mark.
///
///     胡建国   →   ⏎胡建国⏎ ⏎hujianguo⏎ ⏎hjg⏎ ⇥jianguo ⇥guo ⇥jg
public enum LabelKeys {
  /// Stands before and behind a whole key. No label holds it.
  static let whole = "\n"
  /// Stands before a key that begins with a later syllable.
  static let inner = "\t"

  /// The keys of a label.
  public static func text(of label: String) -> String {
    let label = folded(label)
    let pinyin = Pinyin(label)
    var keys = whole + label + whole
    for spelled in [pinyin.joined, pinyin.initials] where spelled != label && !spelled.isEmpty {
      keys += whole + spelled + whole
    }
    var (rest, initials) = (pinyin.joined, pinyin.initials)
    for syllable in pinyin.syllables.dropLast() {
      rest = String(rest.dropFirst(syllable.count))
      initials = String(initials.dropFirst())
      keys += inner + rest
      // One initial is the beginning of its syllable already.
      if initials.count > 1 { keys += inner + initials }
    }
    return keys
  }

  /// A text as keys hold it: small letters, no marks.
  static func folded(_ text: String) -> String {
    text.lowercased().filter { !$0.isNewline && $0 != "\t" }
  }

  /// The letters of a text if it is nothing but pinyin as people type it, with or without apostrophes and blanks.
  static func spelling(_ text: String) -> String? {
    let letters = Pinyin.folded(text)
    let isSpelling =
      letters.utf8.contains { UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 }
      && letters.utf8.allSatisfy {
        UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 || UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0
      }
    return isSpelling ? letters : nil
  }
}
