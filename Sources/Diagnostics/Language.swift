/// A language that the product speaks to its users.
public enum Language: String, Sendable, CaseIterable {
  /// English.
  case english = "en"
  /// Chinese (simplified characters).
  case chinese = "zh"
}
