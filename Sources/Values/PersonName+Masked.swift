extension PersonName {
  /// A name for eyes that need not know it: the surname and stars, `段**`, `欧阳**`, `古*·**`; one character alone becomes
  /// a star. Stars stand for characters as people count them. Masking a masked name changes nothing.
  public static func masked(_ name: String) -> String {
    let characters = Array(name)
    guard characters.count > 1 else {
      return characters.isEmpty || name.unicodeScalars.last == "*" ? name : "*"
    }
    if characters.contains("\u{B7}") {
      return characters.enumerated().map { $0 == 0 || $1 == "\u{B7}" ? String($1) : "*" }.joined()
    }
    let kept = characters.count > 2 && compoundSurnames.contains(String(characters[...1])) ? 2 : 1
    return String(characters[..<kept]) + String(repeating: "*", count: characters.count - kept)
  }

  /// Surnames of two characters: those of the Hundred Family Surnames (百家姓), and some that came later.
  private static let compoundSurnames: Set<String> = [
    "万俟", "司马", "上官", "欧阳", "夏侯", "诸葛", "闻人", "东方", "赫连", "皇甫", "尉迟", "公羊", "澹台", "公冶", "宗政", "濮阳",
    "淳于", "单于", "太叔", "申屠", "公孙", "仲孙", "轩辕", "令狐", "钟离", "宇文", "长孙", "慕容", "鲜于", "闾丘", "司徒", "司空",
    "亓官", "司寇", "子车", "颛孙", "端木", "巫马", "公西", "漆雕", "乐正", "壤驷", "公良", "拓跋", "夹谷", "宰父", "谷梁", "段干",
    "百里", "东郭", "南门", "呼延", "归海", "羊舌", "微生", "梁丘", "左丘", "东门", "西门", "伯赏", "南宫", "第五", "独孤", "纳兰",
  ]
}
