extension String {
  /// Whether the text is one word that needs no care: no blank, no control character, nothing full-width, no dot of a
  /// name. Nearly every value is; what it leaves out is looked at scalar by scalar.
  var isPlainWord: Bool {
    utf8.allSatisfy { byte in
      switch byte {
      case 0x21...0x7E, 0x80...0xBF: true
      // The first bytes of U+0080–00BF, of U+1000–3FFF (blanks, punctuation, dots) and of U+F000–FFFF (full-width).
      case 0xC2, 0xE1...0xE3, 0xEF: false
      default: byte > 0xC2
      }
    }
  }

  /// How many Unicode scalars the text has.
  var scalarCount: Int { utf8.count { $0 & 0xC0 != 0x80 } }
}
