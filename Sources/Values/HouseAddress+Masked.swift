extension HouseAddress {
  /// An address as far as the public may read it: estate and building (`伏虎小区3栋`), never entrance or room. What is no
  /// address is hidden whole. Masking what is masked changes nothing.
  public static func masked(_ text: String) -> String {
    guard let shown = HouseAddress(text)?.place, HouseAddress(shown)?.place == shown else { return "***" }
    return shown
  }

  private var place: String { estate + building }
}
