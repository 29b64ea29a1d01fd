/// A text that is handed out in blocks of whole lines, so that a long one is never held whole.
public protocol SourceReader: AnyObject {
  /// What the user calls the text.
  var name: String { get }

  /// The lines from a place on.
  ///
  /// - Parameters:
  ///   - offset: where the block begins, in bytes from the beginning of the text; the beginning of a line.
  ///   - line: the number of that line.
  ///   - length: how many bytes are wanted; a block ends with a line, so that it may be longer, and at the end of the
  ///     text shorter.
  /// - Returns: the block, and whether the text ends with it.
  /// - Throws: a ``Diagnostic`` when the text can no longer be read or is no text.
  func block(at offset: Int, line: Int, length: Int) throws -> (source: Source, isLast: Bool)
}

extension Source: SourceReader {
  /// A text that is held whole is one block.
  public func block(at offset: Int, line: Int, length: Int) -> (source: Source, isLast: Bool) { (self, true) }
}
