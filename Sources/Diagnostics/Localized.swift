/// A piece of prose in each of the product's languages, written side by side where it is declared.
public struct Localized: Sendable, Hashable {
  /// The English text.
  public let english: String
  /// The Chinese text.
  public let chinese: String

  /// Creates a text from its two wordings.
  public init(_ english: String, _ chinese: String) {
    self.english = english
    self.chinese = chinese
  }

  /// Creates a text that reads the same in every language, such as a person's name or a number.
  public init(same text: String) {
    self.init(text, text)
  }

  /// The wording in one language.
  public subscript(language: Language) -> String {
    switch language {
    case .english: english
    case .chinese: chinese
    }
  }

  /// Joins texts with a mark between them, language by language.
  public static func joined(_ texts: [Localized], _ english: String, _ chinese: String) -> Localized {
    Localized(texts.map(\.english).joined(separator: english), texts.map(\.chinese).joined(separator: chinese))
  }

  /// Joins two texts, language by language.
  public static func + (left: Localized, right: Localized) -> Localized {
    Localized(left.english + right.english, left.chinese + right.chinese)
  }
}
