import Values

/// What an import does with rows about records that are there already. New records are added in every mode.
enum ImportMode: String, ChoiceValue {
  /// Rows that say something else than the record are refused.
  case add
  /// The columns of the sheet replace what the record has; an empty cell empties it.
  case update
  /// Only what the record lacks is filled in.
  case fill

  var chineseName: String {
    switch self {
    case .add: "新增"
    case .update: "更新"
    case .fill: "补全"
    }
  }
}
