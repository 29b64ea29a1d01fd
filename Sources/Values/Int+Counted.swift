extension Int {
  /// So many of a thing, in English: `1 record`, `2 records`, `0 entries`.
  ///
  /// - Parameters:
  ///   - one: what one is called.
  ///   - many: what several are called, if that is not the same with an s.
  public func counted(_ one: String, _ many: String? = nil) -> String {
    "\(self) \(self == 1 ? one : many ?? one + "s")"
  }
}
