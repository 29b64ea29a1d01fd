import CDrawing
import Diagnostics

extension DiagnosticCode {
  /// What PDF is drawn with is not installed, or a PDF could not be drawn.
  public static let pdf = DiagnosticCode(
    "E-PDF", "A PDF cannot be drawn.", "无法生成 PDF。",
    mend: Localized(
      "Install the package that the hint names; text and HTML need none of it.", "请安装提示中的软件包；文本与 HTML 不需要。"),
    example: .situation("a PDF is asked for where Pango is not installed", "在没有安装 Pango 的机器上要求输出 PDF"))

  /// A layout for cards says something that it cannot.
  public static let layout = DiagnosticCode(
    "E-LAYOUT", "A card's layout is wrong.", "联系卡版式有误。",
    mend: Localized(
      "Mend the line that the message names; card layout show wallet writes one to begin with.",
      "请改正所指的一行；可用 联系卡 版式 wallet 输出一个样板再改。"),
    example: .lines("card layout check door-card", "联系卡 版式 检查 门卡"))

  /// The codes of this room.
  public static let ofTypesetting: [DiagnosticCode] = [.pdf, .layout]
}

/// The system's libraries that PDF is drawn with: Pango, Cairo, libqrencode, and fonts. They are opened when the first
/// PDF is asked for.
public enum PDFLibraries {
  /// The Debian package in which something missing is.
  private static let packages = [
    "libcairo.so.2": "libcairo2", "libpango-1.0.so.0": "libpango-1.0-0",
    "libpangocairo-1.0.so.0": "libpangocairo-1.0-0", "libgobject-2.0.so.0": "libglib2.0-0",
    "libqrencode.so.4": "libqrencode4", "fonts": "fonts-noto-cjk",
  ]

  /// Opens them.
  ///
  /// - Throws: a ``Diagnostic`` that names the package to install.
  public static func require() throws {
    guard let missing = drawing_missing() else { return }
    throw PDFLibraries.missing(String(cString: missing))
  }

  /// Whether the system has a font family. They have to be open.
  static func hasFont(_ family: String) -> Bool { drawing_has_family(family) }

  /// The fault that a library of a file's name is missing, or `fonts`.
  public static func missing(_ name: String) -> Diagnostic {
    let package = packages[name] ?? name
    let what = name == "fonts" ? Localized("the fonts for Chinese", "中文字体") : Localized(same: name)
    return Diagnostic(
      .pdf, Localized("PDF needs \(what.english); not installed", "输出 PDF 需要 \(what.chinese)，系统中没有"),
      hint: Localized("install it: apt-get install \(package)", "请安装：apt-get install \(package)"))
  }

  /// The fault that a PDF could not be drawn.
  static func failure(_ reason: Localized) -> Diagnostic {
    Diagnostic(.pdf, Localized("the PDF could not be drawn: ", "PDF 未能生成：") + reason)
  }
}
