import Diagnostics
import Values

extension DiagnosticCode {
  /// Rows of a file were refused, so that nothing of it was imported.
  public static let importRefused = DiagnosticCode(
    "E-IMPORT", "Rows of the file were refused, so that nothing of it was imported.", "文件中有被拒收的行，因此没有导入任何内容。",
    mend: Localized(
      "Mend the rows that are named above it, or add rejects=FILE: the others are kept, these are put aside.",
      "请改正上方列出的各行，或加 退回=文件：保留其余各行，将这些行另存。"),
    example: .lines(
      "print \"姓名,电话\\n李梅,1\" > people.csv; resident import people.csv",
      "print \"姓名,电话\\n李梅,1\" > 居民.csv; 居民 导入 居民.csv"))
}

/// What an import did with the rows of a sheet.
struct ImportReport {
  /// How many refused rows are told; of the others only the number.
  static let shownLimit = 20
  /// How many of the first rows a dry run shows as they were read.
  static let sampleLimit = 3

  static let shape = RowShape([
    Column(Name("read", "读取"), .integer(0...Int.max)), Column(Name("new", "新增"), .integer(0...Int.max)),
    Column(Name("changed", "修改"), .integer(0...Int.max)), Column(Name("same", "相同"), .integer(0...Int.max)),
    Column(Name("refused", "拒收"), .integer(0...Int.max)), Column(Name("emptied", "清空"), .integer(0...Int.max)),
    Column(Name("encoding", "编码"), .text(maximum: 40)),
    Column(Name("reasons", "原因"), .list(.text(maximum: 10_000))),
  ])

  let file: String
  /// The sheet's encoding, in words.
  let encoding: Localized
  var new = 0
  var changed = 0
  var same = 0
  /// How many values an update took away.
  var emptied = 0
  /// The first rows as they were read, for a dry run.
  var samples: [Localized] = []
  private(set) var refused = 0
  /// The faults of the first rows that were refused, in order.
  private(set) var faults: [Diagnostic] = []

  init(file: String, encoding: Localized) {
    self.file = file
    self.encoding = encoding
  }

  var read: Int { new + changed + same + refused }

  /// Whether the next fault is told.
  var showsFaults: Bool { faults.count < Self.shownLimit }

  /// Counts a refused row; its fault is asked for only if it is told.
  mutating func refuse(_ fault: () -> Diagnostic) {
    if showsFaults { faults.append(fault()) }
    refused += 1
  }

  /// The counts as a value of the language, with the reasons that are told: `people.csv:3: 1 is not a telephone number`.
  func row(_ language: Language) -> Row {
    let reasons = faults.map { fault in
      let line = fault.place.map { "\($0.source.name):\($0.source.line(at: $0.span.start)): " } ?? ""
      return Value.text(line + fault.message[language])
    }
    return Row(
      Self.shape,
      [
        .integer(read), .integer(new), .integer(changed), .integer(same), .integer(refused), .integer(emptied),
        .text(encoding.english), .list(reasons),
      ])
  }

  /// The counts in one line.
  var summary: Localized {
    let gone =
      emptied > 0
      ? Localized(
        " (\(emptied.counted("value")) emptied)", "（清空 \(emptied) 个值）") : Localized(same: "")
    return Localized(
      "\(file) (\(encoding.english)): read \(read), new \(new), changed \(changed)\(gone.english), same \(same), "
        + "refused \(refused)",
      "\(file)（\(encoding.chinese)）：读取 \(read) 行，新增 \(new)，修改 \(changed)\(gone.chinese)，相同 \(same)，拒收 \(refused)")
  }

  /// The faults that are told, and how many are not.
  func faultText(_ language: Language) -> String {
    let more = refused - faults.count
    let rest = Localized("… and \(more) more rows were refused\n", "…… 另有 \(more) 行被拒收\n")[language]
    return DiagnosticRenderer(language: language).text(faults) + (more > 0 ? rest : "")
  }

  /// The fault that nothing was imported.
  var refusal: Diagnostic {
    let shown =
      refused > faults.count ? Localized(" (the first \(faults.count) are shown)", "（列出前 \(faults.count) 行）") : nil
    let first = faults.first?.place.map { $0.source.line(at: $0.span.start) }
    let line = first.map { Localized(", the first in line \($0)", "，首处在第 \($0) 行") } ?? Localized(same: "")
    return Diagnostic(
      .importRefused,
      Localized(
        "\(refused) of \(read) rows \(refused == 1 ? "was" : "were") refused\(line.english)\(shown?.english ?? ""); "
          + "nothing was imported",
        "\(read) 行中有 \(refused) 行被拒收\(line.chinese)\(shown?.chinese ?? "")；未导入任何内容"),
      hint: Localized(
        "mend the file, or add rejects=FILE to keep the other rows", "请改正文件，或加 退回=文件 保留其余各行"), causes: faults)
  }
}
