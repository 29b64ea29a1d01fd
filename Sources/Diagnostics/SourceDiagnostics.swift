extension DiagnosticCode {
  /// A text is not in the encoding that is read.
  public static let encoding = DiagnosticCode("E-ENCODING", "The text is not encoded in UTF-8.", "文本不是 UTF-8 编码。")
  /// A text holds a byte that no text holds.
  public static let controlCharacter = DiagnosticCode(
    "E-CONTROL-CHARACTER", "The text holds a NUL byte, as only other data do.", "文本含有 NUL 字节，可能不是文本。")
}
