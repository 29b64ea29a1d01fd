import Diagnostics

extension DiagnosticCode {
  /// A file holds no rows of cells below a header.
  public static let sheet = DiagnosticCode(
    "E-SHEET", "The file is no sheet: headings, and below them rows of cells.", "文件不是表格：首行应为列名，其下每行若干单元格。",
    mend: Localized(
      "Save the sheet as CSV: in Excel “Save as”, “CSV UTF-8”. The first row names the columns.",
      "请另存为 CSV：Excel 中选“另存为”“CSV UTF-8（逗号分隔）”。首行为列名。"),
    example: .lines("print \"\" > empty.csv; resident import empty.csv", "print \"\" > 空.csv; 居民 导入 空.csv"))
  /// A row's quotes or its number of cells are wrong.
  public static let sheetRow = DiagnosticCode(
    "E-SHEET-ROW", "A row's quotes or its number of cells are wrong.", "某一行的引号或单元格数目有误。",
    mend: Localized(
      "Give every row as many cells as there are headings. A cell with a comma, a quote or a line end stands in quotes.",
      "每行的单元格数须与列名一致。含逗号、引号或换行的单元格须加引号。"),
    example: .lines(
      "print \"姓名,楼栋\\n李梅\" > people.csv; resident import people.csv",
      "print \"姓名,楼栋\\n李梅\" > 居民.csv; 居民 导入 居民.csv"))
  /// A character cannot be written.
  public static let unencodable = DiagnosticCode(
    "E-UNENCODABLE", "A character has no place in the encoding that is written.", "所选编码无法表示某个字符。",
    mend: Localized("Write UTF-8, which has all characters: leave encoding= out.", "请改用 UTF-8：去掉 编码=。"),
    example: .lines(
      "shop add \"示例\\u{E5E5}店\"; shop export encoding=gb18030 > shops.csv",
      "商户 添加 \"示例\\u{E5E5}店\"; 商户 导出 编码=gb18030 > 商户.csv"))

  /// The codes of this room.
  public static let ofSheets: [DiagnosticCode] = [.sheet, .sheetRow, .unencodable]
}
