extension [UInt8] {
  /// Appends a text's bytes at once. Handing over the text's view goes through its bytes one by one.
  @inlinable public mutating func append(utf8 text: String) {
    var text = text
    text.withUTF8 { append(contentsOf: $0) }
  }
}
