import Diagnostics
import Values

/// What somebody has set for himself, in whatever office he works: how answers look and whether he is asked.
///
/// A setting is declared once, here: the command, its completion, the file and its checking come from the declaration.
public struct UserSettings: Sendable, Equatable {
  /// The language of answers.
  public static let language = Field<Language?>("language", "语言", "The language of answers.", "回答所用语言。")
  /// When answers are coloured.
  public static let color = Field<ColorChoice?>(
    "color", "颜色", "Whether answers and errors are coloured.", "回答和错误是否着色。")
  /// The program in which long answers are read.
  public static let pager = Field<String?>(
    "pager", "分页", "The program in which long answers are read; cat for none.", "阅读长内容的程序；cat 表示不分页。",
    type: .text(maximum: 200))
  /// Whether the prompt asks before something reaches the public.
  public static let confirm = Field<Bool?>(
    "confirm", "确认", "Whether the prompt asks before something goes out to the public.", "公开之前是否询问。")

  /// All of them.
  static let all = [language.declaration, color.declaration, pager.declaration, confirm.declaration]

  private var values: [String: Value] = [:]

  /// Settings of somebody who has set nothing.
  public init() {}

  /// A setting; nothing where the usual applies.
  public subscript<Content>(field: Field<Content?>) -> Content? { Content?(fieldValue: self[field.declaration]) ?? nil }

  /// The value of a setting, whatever its type; none where the usual applies.
  subscript(field: FieldDeclaration) -> Value {
    get { values[field.name.english] ?? .none }
    set { values[field.name.english] = newValue.isPresent ? newValue : nil }
  }
}

extension Language: ChoiceValue {
  /// What it is called in Chinese.
  public var chineseName: String {
    switch self {
    case .english: "英文"
    case .chinese: "中文"
    }
  }
}
