import Diagnostics
import Typesetting

/// The layouts that cards have unless an office brings its own; files like those that an office writes.
enum CardLayouts {
  /// Their texts by name.
  static let texts = ["wallet": wallet, "wall": wall, "wall-a5": wallA5]

  /// A card for the wallet, ten to a sheet.
  static let wallet = """
    # A card for the wallet, 90 by 54 mm, ten to an A4 sheet with marks for cutting.
    card 90 54
    sheet A4 across=2 down=5 marks=yes
    box 0 0 90 9 gray=0.86
    text 3 1 84 7 "{heading}" size=11 bold=yes align=center valign=middle
    text 3 9.8 84 5.6 "{title}" size=9 bold=yes valign=middle
    text 3 15.6 84 4.4 "{range}" size=6.5 gray=0.3 valign=middle
    line 3 20.6 87 20.6 width=0.15
    text 3 21.4 16.5 4.6 "{role1}" size=7 valign=middle
    text 20 21.4 20.5 4.6 "{name1}" size=8.5 bold=yes valign=middle
    text 41 21.4 25 4.6 "{phone1}" size=8.5 valign=middle
    text 3 26.2 16.5 4.6 "{role2}" size=7 valign=middle
    text 20 26.2 20.5 4.6 "{name2}" size=8.5 bold=yes valign=middle
    text 41 26.2 25 4.6 "{phone2}" size=8.5 valign=middle
    text 3 31.0 16.5 4.6 "{role3}" size=7 valign=middle
    text 20 31.0 20.5 4.6 "{name3}" size=8.5 bold=yes valign=middle
    text 41 31.0 25 4.6 "{phone3}" size=8.5 valign=middle
    text 3 35.8 16.5 4.6 "{role4}" size=7 valign=middle
    text 20 35.8 20.5 4.6 "{name4}" size=8.5 bold=yes valign=middle
    text 41 35.8 25 4.6 "{phone4}" size=8.5 valign=middle
    code 67.5 20.9 20
    line 3 41.2 87 41.2 width=0.15
    text 3 41.7 84 3.6 "{services-label} {services}" size=6.5 valign=middle
    text 3 45.2 84 3.6 "{hotline-label} {hotline}  {supervision-label} {supervision}  {emergency-label} {emergency}" size=6.5 valign=middle
    text 3 49.2 58 3.4 "{issued}" size=5.5 gray=0.3 valign=middle
    text 61 49.2 26 3.4 "{door}" size=7 bold=yes align=right valign=middle

    """

  /// A sheet of A4 for the wall.
  static let wall = """
    # A sheet for the wall of a building, A4.
    card 210 297
    sheet A4
    box 12 12 186 30 gray=0.86
    text 18 14 174 26 "{heading}" size=34 bold=yes align=center valign=middle
    text 18 48 174 20 "{title}" size=26 bold=yes align=center valign=middle
    text 18 69 174 14 "{range}" size=14 gray=0.3 align=center valign=middle
    line 18 86 192 86 width=0.4
    text 18 91 42 22 "{role1}" size=17 valign=middle
    text 62 91 56 22 "{name1}" size=24 bold=yes valign=middle
    text 120 91 72 14 "{phone1}" size=22 valign=middle
    text 120 105 72 8 "{note1}" size=11 gray=0.3 valign=middle
    text 18 117 42 22 "{role2}" size=17 valign=middle
    text 62 117 56 22 "{name2}" size=24 bold=yes valign=middle
    text 120 117 72 14 "{phone2}" size=22 valign=middle
    text 120 131 72 8 "{note2}" size=11 gray=0.3 valign=middle
    text 18 143 42 22 "{role3}" size=17 valign=middle
    text 62 143 56 22 "{name3}" size=24 bold=yes valign=middle
    text 120 143 72 14 "{phone3}" size=22 valign=middle
    text 120 157 72 8 "{note3}" size=11 gray=0.3 valign=middle
    text 18 169 42 22 "{role4}" size=17 valign=middle
    text 62 169 56 22 "{name4}" size=24 bold=yes valign=middle
    text 120 169 72 14 "{phone4}" size=22 valign=middle
    text 120 183 72 8 "{note4}" size=11 gray=0.3 valign=middle
    line 18 197 192 197 width=0.4
    text 18 201 30 16 "{services-label}" size=15 valign=middle
    text 50 201 86 16 "{services}" size=15 valign=middle
    text 18 219 30 16 "{hotline-label}" size=15 valign=middle
    text 50 219 86 16 "{hotline}" size=15 valign=middle
    text 18 237 30 16 "{supervision-label}" size=15 valign=middle
    text 50 237 86 16 "{supervision}" size=15 valign=middle
    text 18 255 30 16 "{emergency-label}" size=15 valign=middle
    text 50 255 86 16 "{emergency}" size=15 valign=middle
    code 140 202 54
    text 140 256 54 6 "{door}" size=12 bold=yes align=center valign=middle
    line 18 276 192 276 width=0.4
    text 18 278 174 8 "{issued}" size=11 gray=0.3 align=center valign=middle

    """

  /// A sheet of A5 for the wall: that of A4, made smaller. The thickness of lines stays.
  static let wallA5 =
    (["# A sheet for the wall of a building, A5.", "card 148 210", "sheet A5"]
    + wall.split(separator: "\n", omittingEmptySubsequences: false).dropFirst(3).map(smaller)).joined(separator: "\n")

  /// A line whose places and sizes are 0.705 of what they are, in tenths.
  private static func smaller(_ line: Substring) -> String {
    line.split(separator: " ", omittingEmptySubsequences: false).map { word in
      let name = word.hasPrefix("size=") ? "size=" : ""
      guard let length = Double(word.dropFirst(name.count)) else { return String(word) }
      let tenths = Int((length * 7.05 - 0.5).rounded(.up))
      return name + (tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)")
    }.joined(separator: " ")
  }

  /// A layout of Linli's own; nothing for another name.
  static func named(_ name: String) throws -> CardLayout? {
    try texts[name].map { try CardLayout(Source(name: name, text: $0), fields: CardFields.names) }
  }
}
