/// What people write above the columns of their sheets for fields that several kinds have.
enum Headings {
  static let building = ["楼号", "楼栋号", "栋", "栋号", "幢", "幢号", "楼"]
  static let unit = ["单元号"]
  static let room = ["房号", "室号", "房间", "房间号", "门牌号"]
  static let phone = ["联系电话", "手机", "手机号", "手机号码", "电话号码", "联系方式"]
}
