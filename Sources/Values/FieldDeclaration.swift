import Diagnostics

/// All that is known of a field, a parameter or a column, whatever Swift type its values have.
///
/// A class: kinds, commands and listings hand their declarations about at every line that runs.
public final class FieldDeclaration: Sendable {
  /// What it is called.
  public let name: Name
  /// What it holds.
  public let type: ValueType
  /// Whether it must have a value.
  public let isRequired: Bool
  /// One sentence for help and the reference page.
  public let help: Localized
  /// The value that stands when none is given.
  public let defaultValue: Value
  /// Whether no two records of the kind may have the same value.
  public let isUnique: Bool
  /// Whether records are looked up by it, so that an index is kept.
  public let isIndexed: Bool
  /// Whether rows show it masked; seeing it needs a reason.
  public let isMasked: Bool
  /// Whether rows may be put in order by it.
  public let isSortable: Bool
  /// Whether a yes is for somebody to look at.
  public let isWarning: Bool
  /// Whether `add` and `set` take it; what only an act of the kind may change (moving out, merging) they do not.
  public let isSettable: Bool
  /// The number of the schema version that brought the field.
  public let since: Int
  /// The number of the schema version from which on a record may be without a value; nothing for a field that has
  /// always been as it is.
  public let optionalSince: Int?
  /// What else people write above the field's column in a sheet: 手机号 for 电话.
  public let headings: [String]

  init(
    name: Name, type: ValueType, isRequired: Bool, help: Localized, defaultValue: Value, isUnique: Bool,
    isIndexed: Bool, isMasked: Bool, isSortable: Bool, isWarning: Bool, isSettable: Bool, since: Int,
    optionalSince: Int?,
    headings: [String]
  ) {
    self.name = name
    self.type = type
    self.isRequired = isRequired
    self.help = help
    self.defaultValue = defaultValue
    self.isUnique = isUnique
    self.isIndexed = isIndexed
    self.isMasked = isMasked
    self.isSortable = isSortable
    self.isWarning = isWarning
    self.isSettable = isSettable
    self.since = since
    self.optionalSince = optionalSince
    self.headings = headings
  }
}

extension FieldDeclaration {
  /// The same field with another default.
  public func withDefault(_ value: Value) -> FieldDeclaration {
    FieldDeclaration(
      name: name, type: type, isRequired: isRequired, help: help, defaultValue: value, isUnique: isUnique,
      isIndexed: isIndexed, isMasked: isMasked, isSortable: isSortable, isWarning: isWarning, isSettable: isSettable,
      since: since,
      optionalSince: optionalSince, headings: headings)
  }

  /// The same field as its bare content: of another type, masked nowhere, needed nowhere and without a default.
  public func bare(as type: ValueType) -> FieldDeclaration {
    FieldDeclaration(
      name: name, type: type, isRequired: false, help: help, defaultValue: .none, isUnique: isUnique,
      isIndexed: isIndexed, isMasked: false, isSortable: isSortable, isWarning: isWarning, isSettable: isSettable,
      since: since,
      optionalSince: optionalSince, headings: headings)
  }
}
