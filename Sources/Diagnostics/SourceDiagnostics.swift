extension DiagnosticCode {
  /// A text is not in the encoding that is read.
  public static let encoding = DiagnosticCode(
    "E-ENCODING", "The text is not in the encoding that it is read in.", "文本不是读取时所用的编码。",
    mend: Localized(
      "Convert a script: iconv -f GB18030 -t UTF-8 OLD > NEW. A sheet is imported with encoding=…, or saved as UTF-8.",
      "脚本请先转码：iconv -f GB18030 -t UTF-8 旧文件 > 新文件。表格导入时可加 编码=…，或另存为 UTF-8。"),
    example: .situation("A script was saved as GB18030.", "脚本保存成了 GB18030 编码。"))
  /// A text holds a byte that no text holds.
  public static let controlCharacter = DiagnosticCode(
    "E-CONTROL-CHARACTER", "The text holds a NUL byte, as only other data do.", "文本含有 NUL 字节，可能不是文本。",
    mend: Localized(
      "Check that the right file was named. Text saved as UTF-16 looks like this too: save it as UTF-8.",
      "请核对文件是否正确。另存为 UTF-16 的文本也会如此：请改存为 UTF-8。"),
    example: .situation("A picture was named where a script is expected.", "把图片当成了脚本。"))

  /// The codes of this room.
  public static let ofSources: [DiagnosticCode] = [.encoding, .controlCharacter]
}
