/// What stands between the cells of a row.
public enum SheetSeparator: UInt8, Sendable {
  /// Commas: CSV (RFC 4180).
  case comma = 0x2C
  /// Tabs: what a spreadsheet puts on the clipboard and saves as “Unicode text”; quotes mean what they mean in CSV.
  case tab = 0x09
}
