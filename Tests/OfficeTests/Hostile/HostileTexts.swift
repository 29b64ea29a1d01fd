/// Texts that would do harm if some program took them for more than texts.
enum HostileTexts {
  /// What an office keeps when it is typed or imported.
  static let kept: [String] = [
    "x\u{202E}txt.exe\u{2066}y", "=cmd|'/C calc'!A0", "+1+cmd|'x'!A1", "-1-cmd|'x'!A1", "@SUM(1)", "\u{FF1D}1+1", "'=1",
    "'-5",
    "<script>alert(1)</script>", "&amp;\"'<b onmouseover=x>", "javascript:alert(1)", "a\nEND:VCARD\n=1",
    "a|b\u{301}|\u{301}`c`\\",
    "[x](javascript:alert(1))", "{{hotline}}{{{title}}}{{#people}}", "$(fund list)\"; undo\n# x", "\u{301}\u{20DD}x",
    "a\u{2028}undo\u{2029}c", "x;y,z\\\nTEL:110", ";\u{301}x,\u{301}y\\\u{301}\nz", "\u{200F}\u{61C}\u{2069}x",
    "\\\u{301}t\\n\\",
    "\"\u{301} x=\"", "*a* _b_ ~~c~~ ![d](e)", String(repeating: "长", count: 180),
  ]

  /// What no office keeps, whoever types it: another program may have written it into the file.
  static let controls: [String] = [
    "\u{1B}[2Jx", "x\u{1B}]0;title\u{7}", "\u{9B}2Jx", "x\u{0}y", "\r=1+1", "\t=1+1", "\n=1+1", "x\u{7F}\u{8}\u{8}",
    "a\r\nb\r=1",
    "\u{85}x",
  ]
}
