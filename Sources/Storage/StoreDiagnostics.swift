import Diagnostics

extension DiagnosticCode {
  /// The file that an office is kept in cannot be opened or written.
  public static let storeFile = DiagnosticCode(
    "E-STORE-FILE", "The office's file cannot be opened or written.", "办公室数据文件无法打开或写入。")
  /// A file is there, but it is no office.
  public static let notAnOffice = DiagnosticCode(
    "E-STORE-FORMAT", "The file is not an office of Linli.", "该文件不是邻里办公室数据文件。")
  /// The office was last used by a newer program.
  public static let newerOffice = DiagnosticCode(
    "E-STORE-NEWER", "A newer version of Linli made this office.", "该办公室由更新版本的邻里建立。")
  /// Someone else is writing.
  public static let storeBusy = DiagnosticCode(
    "E-STORE-BUSY", "Another program is writing to the office.", "另一个程序正在写入该办公室。")
  /// The file is damaged.
  public static let storeDamaged = DiagnosticCode("E-STORE-DAMAGED", "The office's file is damaged.", "办公室数据文件已损坏。")
}
