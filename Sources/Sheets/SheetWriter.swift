import Diagnostics

/// Writes the rows of a sheet, ended by CR LF as RFC 4180 wants it, in an encoding.
public struct SheetWriter {
  /// How many bytes are gathered before they are handed on.
  private static let chunk = 1 << 16

  private let encoding: TextEncoding
  private let separator: SheetSeparator
  private let sink: ([UInt8]) throws -> Void
  private var bytes: [UInt8] = []
  private var isRowBegun = false

  /// Creates a writer.
  ///
  /// - Parameters:
  ///   - encoding: the encoding of what is handed on.
  ///   - separator: what stands between cells.
  ///   - sink: takes the bytes, some rows at a time.
  public init(
    encoding: TextEncoding, separator: SheetSeparator = .comma, sink: @escaping ([UInt8]) throws -> Void
  ) {
    self.encoding = encoding
    self.separator = separator
    self.sink = sink
  }

  /// Adds a cell to the row; one that a spreadsheet would take for a formula is disarmed, unless it is a number.
  public mutating func add(_ text: String, isNumber: Bool = false) {
    if isRowBegun { bytes.append(separator.rawValue) }
    isRowBegun = true
    CellText.append(text, isGuarded: !isNumber && CellText.wantsGuard(text), separator: separator, to: &bytes)
  }

  /// Ends the row.
  ///
  /// - Throws: a ``Diagnostic`` when a character cannot be encoded, or what the sink throws.
  public mutating func endRow() throws {
    bytes.append(0x0D)
    bytes.append(0x0A)
    isRowBegun = false
    if bytes.count >= SheetWriter.chunk { try flush() }
  }

  /// Adds a row as it stood in another sheet, its line end included.
  public mutating func add(row: UnsafeBufferPointer<UInt8>) throws {
    bytes.append(contentsOf: row)
    if row.last != 0x0A, row.last != 0x0D { try endRow() }
    if bytes.count >= SheetWriter.chunk { try flush() }
  }

  /// Hands on what is left.
  public mutating func flush() throws {
    guard !bytes.isEmpty else { return }
    defer { bytes.removeAll(keepingCapacity: true) }
    if encoding == .utf8 { return try sink(bytes) }
    let text = String(decoding: bytes, as: UTF8.self)
    guard let encoded = encoding.encode(text) else { throw unencodable(text) }
    try sink(encoded)
  }

  private func unencodable(_ text: String) -> Diagnostic {
    let line = text.split(whereSeparator: \.isNewline).first { encoding.encode(String($0)) == nil } ?? ""
    let scalar = line.unicodeScalars.first { encoding.encode(String($0)) == nil }
    let code = scalar.map { "U+" + String($0.value, radix: 16, uppercase: true) } ?? ""
    let shown = String(line.prefix(40))
    return Diagnostic(
      .unencodable,
      Localized(
        "\(code) in \"\(shown)\" has no place in \(encoding.rawValue)",
        "“\(shown)”中的 \(code) 无法用 \(encoding.rawValue) 表示"),
      hint: Localized("write UTF-8 instead; nothing was written", "请改用 UTF-8；文件未写入"), subject: "encoding")
  }
}
