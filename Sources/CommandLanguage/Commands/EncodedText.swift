import Diagnostics
import Values

/// A text in an encoding of its own, which a command writes piece by piece: a sheet for a spreadsheet.
public struct EncodedText {
  /// What stands before it in a file that begins with it: the mark of its encoding.
  public let mark: [UInt8]
  /// Whether it is UTF-8, so that it may be shown.
  public let isUTF8: Bool
  private let produce: (_ sink: ([UInt8]) throws -> Void) throws -> Void

  /// Creates a text from a function that writes it; each piece ends with a line.
  public init(
    mark: [UInt8], isUTF8: Bool, _ produce: @escaping (_ sink: ([UInt8]) throws -> Void) throws -> Void
  ) {
    self.mark = mark
    self.isUTF8 = isUTF8
    self.produce = produce
  }

  /// Writes it, without its mark.
  public func write(to sink: ([UInt8]) throws -> Void) throws { try produce(sink) }

  /// Writes it piece by piece as text.
  ///
  /// - Throws: a ``Diagnostic`` when it is not UTF-8.
  public func writeText(to sink: (String) throws -> Void) throws {
    guard isUTF8 else {
      throw Diagnostic(
        .type, Localized("this text is not UTF-8, and can only be written to a file", "此文本不是 UTF-8，只能写入文件"),
        hint: Localized("put > FILE behind the command", "请在命令后加 > 文件"))
    }
    try write { try sink(String(decoding: $0, as: UTF8.self)) }
  }
}
