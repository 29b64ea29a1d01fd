/// Where a cell stands in the buffer.
struct SheetCell {
  /// All of it, quotes included.
  let whole: Range<Int>
  /// Its content; in the unescaped bytes if ``isUnescaped``.
  var content: Range<Int>
  /// Whether its content differs from what stands there: doubled quotes, carriage returns.
  let hasEscapes: Bool
  /// Whether its content was copied to be put right.
  var isUnescaped = false
}
