import Diagnostics

extension DiagnosticCode {
  /// A lesson's file is wrong.
  public static let lesson = DiagnosticCode(
    "E-LESSON", "A lesson's file is wrong.", "课程文件有误。",
    mend: Localized(
      "docs/lessons.md shows how a lesson is written; lesson check FILE says whether it is right.",
      "课程的写法见 docs/lessons.md；课程 检查 文件 可核对是否正确。"),
    example: .lines(
      "print '## lesson: Keys' > keys.linli; lesson check keys.linli",
      "print '## 课程：钥匙' > 钥匙.linli; 课程 检查 钥匙.linli"))

  /// The codes of this room.
  public static let ofLessons: [DiagnosticCode] = [.lesson]
}
