/// Bytes that can be read from any place, more than once: an open file.
public protocol ByteSource: AnyObject {
  /// How many bytes there are.
  var count: Int { get }
  /// The bytes from a place on: no more than asked for, none at the end only.
  ///
  /// - Throws: a ``Diagnostic`` when they cannot be read, or are no longer what they were.
  func bytes(at offset: Int, count: Int) throws -> [UInt8]
}
