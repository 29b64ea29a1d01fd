/// Texts measured in cells of a terminal.
extension String {
  /// One sign so many times; an empty text for less than one. Written at once, where `String(repeating:count:)` adds one
  /// after the other.
  public init(run sign: Unicode.Scalar, _ count: Int) {
    guard count > 0 else {
      self = ""
      return
    }
    let unit = sign.utf8
    self.init(unsafeUninitializedCapacity: unit.count * count) { bytes in
      var end = 0
      for _ in 0..<count {
        for byte in unit {
          bytes[end] = byte
          end += 1
        }
      }
      return end
    }
  }

  /// The text with blanks behind it up to a width in cells.
  public func padded(to width: Int) -> String { self + String(run: " ", width - DisplayWidth.of(self)) }

  /// The text with blanks before it up to a width in cells.
  public func leftPadded(to width: Int) -> String {
    String(run: " ", width - DisplayWidth.of(self)) + self
  }

  /// The text cut to a width in cells, an ellipsis at its end if anything is missing.
  public func truncated(to width: Int) -> String {
    // Most cells are short; a huge one is not measured whole.
    if utf8.count <= width || (utf8.count <= width * 8 && DisplayWidth.of(self) <= width) { return self }
    var taken = ""
    var used = 0
    for character in self {
      let cells = DisplayWidth.of(character)
      if used + cells > max(0, width - 1) { return taken + (width > 0 ? "…" : "") }
      taken.append(character)
      used += cells
    }
    return taken
  }
}
