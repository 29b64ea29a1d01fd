import Sheets
import Values

/// The two forms of a sheet.
enum SheetFormat: String, ChoiceValue {
  case csv, tsv

  var chineseName: String {
    switch self {
    case .csv: "CSV"
    case .tsv: "TSV"
    }
  }

  /// What stands between the cells.
  var separator: SheetSeparator { self == .csv ? .comma : .tab }
}
