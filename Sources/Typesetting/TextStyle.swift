import CDrawing

/// How a text on a page looks.
public struct TextStyle: Sendable, Hashable {
  /// Where the lines of a text stand in their box.
  public enum Alignment: String, Sendable, CaseIterable {
    case left, center, right
  }

  /// Where a text stands in a box that is higher than it.
  public enum VerticalAlignment: String, Sendable, CaseIterable {
    case top, middle, bottom
  }

  /// The font that texts have unless another is named: it has all Han characters that names have.
  public static let usualFont = "Noto Sans CJK SC"

  /// The font's family.
  public var font = TextStyle.usualFont
  /// The size in points; less where the text would not fit.
  public var size = 10.0
  /// Whether it is bold.
  public var isBold = false
  /// Where lines stand.
  public var alignment = Alignment.left
  /// Where the text stands.
  public var verticalAlignment = VerticalAlignment.top
  /// From 0, black, to 1, white.
  public var gray = 0.0

  /// Creates a style.
  public init(
    size: Double = 10, isBold: Bool = false, alignment: Alignment = .left, verticalAlignment: VerticalAlignment = .top
  ) {
    self.size = size
    self.isBold = isBold
    self.alignment = alignment
    self.verticalAlignment = verticalAlignment
  }

  func withC<Result>(_ body: (UnsafePointer<drawing_style>) -> Result) -> Result {
    font.withCString { family in
      var style = drawing_style(
        family: family, size: size, bold: isBold, align: alignment == .left ? 0 : alignment == .center ? 1 : 2,
        valign: verticalAlignment == .top ? 0 : verticalAlignment == .middle ? 1 : 2, gray: gray)
      return body(&style)
    }
  }
}
