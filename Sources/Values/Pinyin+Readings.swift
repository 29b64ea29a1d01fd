/// Readings of surnames and in given names, where the transform, which reads one character at a time, gives another.
/// Of a surname with two readings (盖 ge and gai, 覃 qin and tan) the better known one stands.
extension Pinyin {
  /// Surnames of one character.
  static let surnames: [Unicode.Scalar: String] = [
    "曾": "zeng", "单": "shan", "單": "shan", "仇": "qiu", "解": "xie", "区": "ou", "區": "ou", "查": "zha", "盖": "ge",
    "蓋": "ge", "翟": "zhai", "乐": "yue", "樂": "yue", "缪": "miao", "繆": "miao", "覃": "qin", "朴": "piao", "种": "chong",
    "秘": "bi", "折": "she", "繁": "po", "洗": "xian", "句": "gou", "黑": "he", "薄": "bo", "召": "shao", "祭": "zhai",
    "都": "du", "能": "nai", "乜": "nie", "么": "yao", "炅": "gui", "员": "yun", "員": "yun", "贠": "yun", "郇": "xun",
    "郄": "qie", "钭": "tou", "丌": "qi", "祢": "mi", "晟": "cheng",
  ]

  /// Surnames of two characters. 单于 is left out: today it is a 单 whose given name begins with 于.
  static let compoundSurnames: [String: [String]] = [
    "万俟": ["mo", "qi"], "尉迟": ["yu", "chi"], "尉遲": ["yu", "chi"], "澹台": ["tan", "tai"], "澹臺": ["tan", "tai"],
    "长孙": ["zhang", "sun"], "長孫": ["zhang", "sun"], "乐正": ["yue", "zheng"], "樂正": ["yue", "zheng"],
    "拓跋": ["tuo", "ba"],
  ]

  /// Characters of given names.
  static let givenNames: [Unicode.Scalar: String] = [
    "长": "chang", "長": "chang", "重": "chong", "琢": "zhuo", "晟": "sheng", "泊": "bo", "拓": "tuo", "卜": "bu",
    "佛": "fo", "蕃": "fan", "仔": "zai", "地": "di",
  ]
}
