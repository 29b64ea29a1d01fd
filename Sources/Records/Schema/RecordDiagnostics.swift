import Diagnostics

extension DiagnosticCode {
  /// A required field has no value.
  public static let missingValue = DiagnosticCode("E-MISSING", "A value that is needed is missing.", "缺少必填的值。")
  /// A name names no record.
  public static let unknownRecord = DiagnosticCode(
    "E-UNKNOWN-RECORD", "No record of that kind has this name or handle.", "没有这个名称或代号的记录。")
  /// A name names several records.
  public static let ambiguousRecord = DiagnosticCode(
    "E-AMBIGUOUS", "Several records have this name; one must be chosen by its handle.", "有多条同名记录，须用代号指明一条。")
  /// A value that must be unique is taken.
  public static let duplicateRecord = DiagnosticCode(
    "E-DUPLICATE", "Another record already has this value, which must be unique.", "该值必须唯一，已被另一条记录使用。")
  /// A record cannot be removed while others name it.
  public static let recordInUse = DiagnosticCode(
    "E-IN-USE", "Other records name this one, so it cannot be removed.", "其他记录引用了它，不能删除。")
}
