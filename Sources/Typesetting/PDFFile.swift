import CDrawing
import Diagnostics

/// A PDF that is drawn page by page and handed on as it grows: thousands of pages need no more memory than one.
/// Lengths are points from the upper left corner.
public final class PDFFile {
  /// The points of a millimetre.
  public static let millimetre = 72.0 / 25.4

  private let target: OpaquePointer
  private let sink: Sink
  private var isOpen = true

  /// What takes the file's bytes; the C library cannot pass errors on, so the first one is kept.
  private final class Sink {
    let put: ([UInt8]) throws -> Void
    var failure: (any Error)?

    init(_ put: @escaping ([UInt8]) throws -> Void) { self.put = put }

    func take(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
      guard failure == nil else { return false }
      do {
        try put(Array(bytes))
        return true
      } catch {
        failure = error
        return false
      }
    }
  }

  /// Begins a file.
  ///
  /// - Parameters:
  ///   - size: the width and height of its pages.
  ///   - title: what it is called.
  ///   - put: takes the next bytes.
  /// - Throws: a ``Diagnostic`` that names the package to install when a library or the fonts are missing.
  public init(size: Size, title: String, to put: @escaping ([UInt8]) throws -> Void) throws {
    try PDFLibraries.require()
    sink = Sink(put)
    let context = Unmanaged.passUnretained(sink).toOpaque()
    guard
      let target = drawing_open(
        size.width, size.height, PDFFile.drawable(title),
        { context, bytes, count in
          guard let context else { return false }
          let sink = Unmanaged<Sink>.fromOpaque(context).takeUnretainedValue()
          return sink.take(UnsafeBufferPointer(start: bytes, count: count))
        }, context)
    else { throw PDFLibraries.failure(Localized("there is not enough memory", "内存不足")) }
    self.target = target
  }

  deinit {
    if isOpen { _ = drawing_close(target) }
  }

  /// A width and a height.
  public struct Size: Sendable, Hashable {
    /// The width.
    public var width: Double
    /// The height.
    public var height: Double

    /// Creates a size in points.
    public init(width: Double, height: Double) {
      self.width = width
      self.height = height
    }

    /// Creates a size in millimetres.
    public static func millimetres(_ width: Double, _ height: Double) -> Size {
      Size(width: width * millimetre, height: height * millimetre)
    }

    /// A sheet of A4 (ISO 216).
    public static let a4 = Size.millimetres(210, 297)
    /// A sheet of A5.
    public static let a5 = Size.millimetres(148, 210)
  }

  /// A place and a size.
  public struct Box: Sendable, Hashable {
    /// The left edge.
    public var x: Double
    /// The upper edge.
    public var y: Double
    /// The size.
    public var size: Size

    /// Creates a box.
    public init(_ x: Double, _ y: Double, _ width: Double, _ height: Double) {
      self.x = x
      self.y = y
      size = Size(width: width, height: height)
    }
  }

  /// Ends the page. What follows begins another.
  public func endPage() throws {
    drawing_show_page(target)
    if let failure = sink.failure { throw failure }
  }

  /// Draws with the origin elsewhere.
  public func at(_ x: Double, _ y: Double, _ body: () throws -> Void) rethrows {
    drawing_translate(target, x, y)
    defer { drawing_restore(target) }
    try body()
  }

  /// How much room a text takes when its lines have a width.
  public func measure(_ text: String, width: Double, _ style: TextStyle) -> Size {
    var widest = 0.0
    let height = style.withC { drawing_measure(target, PDFFile.drawable(text), width, $0, &widest) }
    return Size(width: widest, height: height)
  }

  /// Draws a text into a box: broken into lines, and made smaller until all of it fits. Nothing is cut off.
  public func draw(_ text: String, in box: Box, _ style: TextStyle) {
    guard !text.isEmpty else { return }
    _ = style.withC {
      drawing_text(target, PDFFile.drawable(text), box.x, box.y, box.size.width, box.size.height, $0)
    }
  }

  /// Draws a line from one point to another.
  public func drawLine(from start: (Double, Double), to end: (Double, Double), width: Double, gray: Double = 0) {
    drawing_line(target, start.0, start.1, end.0, end.1, width, gray)
  }

  /// Draws the edge of a box.
  public func drawFrame(_ box: Box, width: Double, gray: Double = 0) {
    drawing_box(target, box.x, box.y, box.size.width, box.size.height, width, gray)
  }

  /// Fills a box.
  public func fill(_ box: Box, gray: Double) {
    drawing_box(target, box.x, box.y, box.size.width, box.size.height, 0, gray)
  }

  /// Draws a QR code (ISO/IEC 18004) with its quiet zone into a square.
  ///
  /// - Throws: ``DiagnosticCode/pdf`` when no code holds all of the text.
  public func drawCode(_ text: String, x: Double, y: Double, side: Double) throws {
    var text = text
    guard text.withUTF8({ drawing_code(target, $0.baseAddress, $0.count, x, y, side) }) else {
      throw PDFLibraries.failure(
        Localized("no code holds a text of \(text.utf8.count) bytes", "二维码容纳不下 \(text.utf8.count) 字节的内容"))
    }
  }

  /// Draws a PNG picture into a box.
  ///
  /// - Throws: ``DiagnosticCode/layout`` when it cannot be read.
  public func drawImage(_ path: String, in box: Box) throws {
    guard drawing_image(target, path, box.x, box.y, box.size.width, box.size.height) else {
      throw Diagnostic(
        .layout, Localized("\(path) is no picture in PNG that can be read", "\(path) 不是可读取的 PNG 图片"))
    }
  }

  /// Ends the file.
  public func finish() throws {
    isOpen = false
    let reason = drawing_close(target)
    if let failure = sink.failure { throw failure }
    if let reason { throw PDFLibraries.failure(Localized(same: String(cString: reason))) }
  }

  /// A text without what no page shows: control characters, marks that turn the direction of writing.
  private static func drawable(_ text: String) -> String {
    text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map { TerminalText.safe(String($0)) }
      .joined(separator: "\n")
  }
}
