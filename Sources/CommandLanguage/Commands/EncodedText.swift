/// A text that a command writes piece by piece, in an encoding of its own where it goes into a file: a sheet for a
/// spreadsheet.
public struct EncodedText {
  /// Writes the text piece by piece, in its encoding or else in UTF-8; each piece ends with a line.
  public typealias Writing = (_ isEncoded: Bool, _ sink: ([UInt8]) throws -> Void) throws -> Void

  /// What stands before it in a file that begins with it: the mark of its encoding.
  public let mark: [UInt8]
  private let produce: Writing

  /// Creates a text from a function that writes it.
  public init(mark: [UInt8], _ produce: @escaping Writing) {
    self.mark = mark
    self.produce = produce
  }

  /// Writes it in its encoding, without its mark.
  public func write(to sink: ([UInt8]) throws -> Void) throws { try produce(true, sink) }

  /// Writes it as text.
  public func writeText(to sink: (String) throws -> Void) throws {
    try produce(false) { try sink(String(decoding: $0, as: UTF8.self)) }
  }

  /// The same text, `body` called before each piece; what that throws ends it.
  func before(_ body: @escaping () throws -> Void) -> EncodedText {
    EncodedText(mark: mark) { [produce] isEncoded, sink in
      try produce(isEncoded) {
        try body()
        try sink($0)
      }
    }
  }
}
