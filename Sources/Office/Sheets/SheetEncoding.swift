import Sheets
import Values

/// The encodings that a command may be told.
enum SheetEncoding: String, ChoiceValue {
  case utf8 = "utf-8"
  case utf16 = "utf-16"
  case gb18030

  var chineseName: String {
    switch self {
    case .utf8: "UTF-8"
    case .utf16: "UTF-16"
    case .gb18030: "GB18030"
    }
  }

  /// The encoding; of the two forms of UTF-16 the one that Excel writes.
  var textEncoding: TextEncoding {
    switch self {
    case .utf8: .utf8
    case .utf16: .utf16LittleEndian
    case .gb18030: .gb18030
    }
  }
}
