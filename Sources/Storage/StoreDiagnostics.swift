import Diagnostics

extension DiagnosticCode {
  /// The file that an office is kept in cannot be opened or written.
  public static let storeFile = DiagnosticCode(
    "E-STORE-FILE", "The office's file cannot be opened or written.", "办公室数据文件无法打开或写入。",
    mend: Localized(
      "Check the path, and that you may read the file and its directory; --db FILE names another file.",
      "请检查路径，以及文件及其目录是否可读；可用 --db 文件 另选位置。"),
    example: .situation(
      "--db names a file in a directory where no file can be made.", "--db 指定的文件所在目录不能建立文件。"), isFatal: true)
  /// There is no room for what was to be written.
  public static let storeFull = DiagnosticCode(
    "E-STORE-FULL", "There is no room left where the office is kept.", "存放办公室数据的位置已无空间。",
    mend: Localized(
      "Make room on the disk, then do it again: nothing of it was kept, and what was there before is whole.",
      "请在该磁盘上腾出空间后重做：此次操作未保留任何内容，原有数据完好。"),
    example: .situation(
      "The disk that the office is on is full, or the file may grow no further.", "办公室所在磁盘已满，或文件大小已达上限。"),
    isFatal: true)
  /// The office can be read only.
  public static let readOnlyOffice = DiagnosticCode(
    "E-STORE-READONLY", "The office can be read here, but not changed.", "此处只能查看该办公室，不能改动。",
    mend: Localized(
      "Copy the file to where you may write and open the copy, or ask whoever owns it. Lists, reports and journal verify work as they are.",
      "请将文件复制到可写的位置并打开副本，或请其所有者办理。列表、报表和 日志 核验 均可照常使用。"),
    example: .situation(
      "The file is on a disk that is read-only, or another person's; or --read-only was given.",
      "文件在只读磁盘上，或属于他人；或使用了 --read-only。"), isFatal: true)
  /// A file is there, but it is no office.
  public static let notAnOffice = DiagnosticCode(
    "E-STORE-FORMAT", "The file is not an office of Linli.", "该文件不是邻里办公室数据文件。",
    mend: Localized(
      "Name the right file with --db. The one that was named stays as it is.", "请用 --db 指明正确的文件。所指的文件未被改动。"),
    example: .situation("--db names a text file.", "--db 指定的是一个文本文件。"))
  /// The office was last used by a newer program.
  public static let newerOffice = DiagnosticCode(
    "E-STORE-NEWER", "A newer version of Linli made this office.", "该办公室由更新版本的邻里建立。",
    mend: Localized(
      "Update the program. An old one would not know what the new one keeps there.", "请升级程序。旧程序不认识新程序保存的内容。"),
    example: .situation(
      "The office was opened with a newer version on another machine.", "该办公室曾在另一台机器上用新版本打开。"), isFatal: true)
  /// Someone else is writing.
  public static let storeBusy = DiagnosticCode(
    "E-STORE-BUSY", "Another program is writing to the office.", "另一个程序正在写入该办公室。",
    mend: Localized(
      "Wait and try again. A prompt where begin was typed keeps the office until commit or rollback.",
      "请稍候重试。输入过 开始 的提示符会占用办公室，直到 提交 或 回滚。"),
    example: .situation(
      "A colleague typed begin at another prompt of the same office, and nothing since.",
      "同事在同一办公室的另一个提示符下输入了 开始，之后没有提交。"), isFatal: true)
  /// The file is damaged.
  public static let storeDamaged = DiagnosticCode(
    "E-STORE-DAMAGED", "The office's file is damaged.", "办公室数据文件已损坏。",
    mend: Localized(
      "Keep the file as it is, copy it, and go on with the last good copy. sqlite3 FILE .recover may save what is readable.",
      "请原样保留并复制该文件，改用最近的完好副本。sqlite3 文件 .recover 也许能救回可读的部分。"),
    example: .situation(
      "A part of the file was overwritten, by a failing disk or a broken copy.", "磁盘故障或复制中断，文件的一部分被覆盖。"), isFatal: true)

  /// The codes of this room.
  static let ofStorage: [DiagnosticCode] = [
    .storeFile, .storeFull, .readOnlyOffice, .notAnOffice, .newerOffice, .storeBusy, .storeDamaged,
  ]
}
