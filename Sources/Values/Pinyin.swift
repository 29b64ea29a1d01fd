import Foundation
import Synchronization

/// How a name sounds, in the Latin letters that people type for it (汉语拼音, ISO 7098) without tones: what an office
/// searches by when it does not know the characters.
///
/// Han characters become their reading, with the `v` that keyboards have for `ü`; letters and digits are kept in lower
/// case, a run of them as one syllable; everything else only parts syllables. A surname has its own reading (曾 is zeng,
/// not ceng), and so have characters that given names read otherwise than dictionaries do.
public struct Pinyin: Sendable, Hashable {
  /// The syllables: `["hu", "jian", "guo"]` for 胡建国, `["gu", "li", "a", "yi"]` for 古丽·阿依.
  public let syllables: [String]

  /// The syllables of a name. Texts of any length and content are welcome; `""` has none.
  public init(_ name: String) {
    let scalars = Array(name.unicodeScalars)
    var syllables = Self.surname(scalars)
    var kept = String.UnicodeScalarView()
    func keep() {
      if !kept.isEmpty { syllables.append(Self.withoutMarks(String(kept).lowercased())) }
      kept = String.UnicodeScalarView()
    }
    Self.readings.withLock { readings in
      for scalar in scalars.dropFirst(syllables.count) {
        let properties = scalar.properties
        if properties.isIdeographic {
          keep()
          syllables.append(Self.reading(scalar, known: &readings))
        } else if properties.isAlphabetic || properties.numericType == .decimal
          || properties.generalCategory == .nonspacingMark
        {
          kept.append(scalar)
        } else {
          keep()
        }
      }
    }
    keep()
    self.syllables = syllables
  }

  /// The syllables without anything between them: `hujianguo`.
  public var joined: String { syllables.joined() }

  /// The first letter of every syllable: `hjg`.
  public var initials: String { String(syllables.compactMap { $0.first }) }

  /// Pinyin as somebody typed it, in the form of `joined`: `Hú Jiànguó`, `hu jian guo` and `hu'jian'guo` are all
  /// `hujianguo`.
  public static func folded(_ typed: String) -> String {
    withoutMarks(typed.lowercased().filter { $0.isLetter || $0.isNumber })
  }

  /// The readings that were asked for so far. The transform takes some 20 µs a character, a town has some thousand.
  private static let readings = Mutex(givenNames)

  private static func reading(_ scalar: Unicode.Scalar, known: inout [Unicode.Scalar: String]) -> String {
    if let reading = known[scalar] { return reading }
    let character = String(Character(scalar))
    let reading = withoutMarks(character.applyingTransform(.mandarinToLatin, reverse: false) ?? character)
    known[scalar] = reading
    return reading
  }

  /// The syllables of the surname with a reading of its own that a name begins with; none where the usual one is right.
  private static func surname(_ scalars: [Unicode.Scalar]) -> [String] {
    if scalars.count > 2, let compound = compoundSurnames[String(String.UnicodeScalarView(scalars.prefix(2)))] {
      return compound
    }
    return scalars.first.flatMap { surnames[$0] }.map { [$0] } ?? []
  }

  private static func withoutMarks(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
    var letters = String.UnicodeScalarView()
    for scalar in text.decomposedStringWithCanonicalMapping.unicodeScalars {
      if scalar == "\u{308}", letters.last == "u" {
        letters.removeLast()
        letters.append("v")
      } else if scalar.properties.generalCategory != .nonspacingMark {
        letters.append(scalar)
      }
    }
    return String(letters)
  }
}
