import Values

/// What is looked for among the labels of a kind: part of a name (`建国`), its pinyin or part of that (`hujianguo`,
/// `jianguo`), its initials (`hjg`).
public struct LabelPattern: Sendable {
  /// How well a label matches; the better comes first.
  public enum Match: Int, Sendable, Comparable {
    /// It is what was looked for.
    case exact
    /// It begins so.
    case beginning
    /// A part of it is.
    case part

    /// The better match comes first.
    public static func < (left: Match, right: Match) -> Bool { left.rawValue < right.rawValue }
  }

  /// The text that the keys of a label hold if it matches exactly.
  public let exact: String
  /// The text that they hold if it begins so.
  public let beginning: String
  /// The text that they hold if a part of it is so.
  public let part: String

  /// Creates a pattern from what was typed; nothing if that can be no part of a label of the kind.
  public init?(_ text: String, of kind: RecordKind) {
    let folded = LabelKeys.folded(kind.normalizeLabel(text))
    let spelling = LabelKeys.spelling(text)
    guard !folded.isEmpty else { return nil }
    let key = spelling ?? folded
    exact = LabelKeys.whole + key + LabelKeys.whole
    beginning = LabelKeys.whole + key
    // Letters count from the beginning of a syllable: `an` is no part of `wang`.
    part = spelling == nil ? key : LabelKeys.inner + key
  }
}
