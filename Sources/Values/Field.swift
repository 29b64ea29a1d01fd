import Diagnostics

/// A declared field whose values have a known Swift type: the key by which rules read and write it.
///
/// The same declaration serves as a record's field, a command's parameter and a listing's column:
///
///     static let amount = Field<Money>("amount", "金额", "How much.", "金额。")
///     gift[Gift.amount]          // Money
///     arguments[Gift.amount]     // Money
///
/// A field of an optional type may be left out; any other must have a value or a default.
public struct Field<Content: FieldValue>: Sendable {
  /// What is known of the field without its Swift type.
  public let declaration: FieldDeclaration

  /// Declares a field.
  ///
  /// - Parameters:
  ///   - english: the English name, lower case, words joined by hyphens.
  ///   - chinese: the Chinese name.
  ///   - englishHelp: one sentence for the help.
  ///   - chineseHelp: the same in Chinese.
  ///   - type: what the field takes, where that is narrower than its Swift type says.
  ///   - defaultValue: the value that stands when none is given.
  ///   - isUnique: whether no two records of the kind may share a value.
  ///   - isIndexed: whether records are looked up by it.
  ///   - isMasked: whether rows show it masked.
  ///   - isSortable: whether rows may be put in order by it.
  ///   - isWarning: whether a yes is for somebody to look at.
  ///   - isSettable: whether `add` and `set` take it, and not only an act of the kind.
  ///   - since: the schema version that brought the field.
  ///   - optionalSince: the schema version from which on it may be without a value, if that was not so always.
  ///   - headings: what else people write above its column in a sheet.
  public init(
    _ english: String, _ chinese: String, _ englishHelp: String, _ chineseHelp: String, type: ValueType? = nil,
    default defaultValue: Content? = nil, isUnique: Bool = false, isIndexed: Bool = false, isMasked: Bool = false,
    isSortable: Bool = true, isWarning: Bool = false, isSettable: Bool = true, since: Int = 1,
    optionalSince: Int? = nil, headings: [String] = []
  ) {
    declaration = FieldDeclaration(
      name: Name(english, chinese), type: type ?? Content.valueType,
      isRequired: !Content.isOptional && defaultValue == nil, help: Localized(englishHelp, chineseHelp),
      defaultValue: defaultValue?.fieldValue ?? .none, isUnique: isUnique, isIndexed: isIndexed, isMasked: isMasked,
      isSortable: isSortable, isWarning: isWarning, isSettable: isSettable, since: since, optionalSince: optionalSince,
      headings: headings)
  }
}
