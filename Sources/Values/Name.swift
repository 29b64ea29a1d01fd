import Diagnostics

/// What something is called when it is typed: one English and one Chinese identifier, both always accepted.
public struct Name: Sendable, Hashable {
  /// The English identifier: lower-case words joined by hyphens (`moved-out`).
  public let english: String
  /// The Chinese identifier (`迁出日期`).
  public let chinese: String

  /// Creates a name.
  public init(_ english: String, _ chinese: String) {
    self.english = english
    self.chinese = chinese
  }

  /// The English identifier behind its article: `an opinion`.
  public var englishWithArticle: String {
    (english.first.map { "aeio".contains($0) } ?? false ? "an " : "a ") + english
  }

  /// Whether a typed word is this name; capitals do not matter.
  public func matches(_ word: String) -> Bool {
    word == english || word == chinese || word.lowercased() == english
  }

  /// The identifier in one language.
  public subscript(language: Language) -> String {
    switch language {
    case .english: english
    case .chinese: chinese
    }
  }

  /// The name as prose.
  public var localized: Localized { Localized(english, chinese) }
}
