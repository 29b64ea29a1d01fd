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
  /// A record was merged into another, which is to be named instead.
  public static let merged = DiagnosticCode(
    "E-MERGED", "The record was merged into another, which stands for it now.", "该记录已并入另一条记录。")
  /// An act does not fit the state that a record is in.
  public static let state = DiagnosticCode("E-STATE", "The record's state does not allow this.", "记录当前的状态不允许此操作。")
  /// Masked data are shown for a reason only.
  public static let reason = DiagnosticCode("E-REASON", "Showing masked data needs a reason.", "查看隐去的信息须说明理由。")
  /// A date stands before another that it must follow.
  public static let dates = DiagnosticCode("E-DATES", "The dates are in the wrong order.", "日期先后有误。")
  /// Data that an office must not keep or publish.
  public static let privacy = DiagnosticCode(
    "E-PRIVATE", "The text holds private data that may not be kept or published here.", "文字含有不得保存或公开的个人信息。")
}
