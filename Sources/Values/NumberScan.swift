/// The numbers in a text, whatever they are written with: ASCII, full-width and other digits, Han numerals, with blanks,
/// dashes, dots, brackets or line breaks among them. What looks for phone and identity numbers reads these.
public struct NumberScan {
  /// Groups of digits with nothing but separators between them.
  public struct Run: Sendable {
    /// The digits of each group; an identity number may end in a group `X`.
    public fileprivate(set) var groups: [String] = []
    /// Whether a plus stands before the first group.
    public fileprivate(set) var hasPlus = false
    /// The letters and signs before the run, four at most, in lower case.
    public fileprivate(set) var context = ""
    /// For each group whether it lies so near to the one before that the two may be one number: a few separators, or the
    /// break of a line. An amount such as `499.50` is no part of a longer number.
    public fileprivate(set) var joins: [Bool] = []
    /// For each group whether nothing but a point parts it from the one before.
    fileprivate var points: [Bool] = []

    /// Parts amounts in yuan and fen, the point before the last two digits, from what stands beside them.
    fileprivate mutating func partAmounts() {
      for fen in groups.indices.dropFirst() where points[fen] && groups[fen].count == 2 {
        let yuan = fen - 1
        let isInside = points[yuan] || (fen + 1 < groups.count && points[fen + 1])
        guard !isInside, groups[yuan].count <= NumberScan.longestYuan else { continue }
        joins[yuan] = false
        if fen + 1 < groups.count { joins[fen + 1] = false }
      }
    }
  }

  /// More digits before a point are rather a telephone number than an amount without commas.
  private static let longestYuan = 6

  /// How many separators one number may have in one place.
  private static let nearest = 3
  private static let contextLength = 4

  private var runs: [Run] = []
  private var run = Run()
  private var group = ""
  private var gap = 0
  private var breaksLine = false
  private var isPoint = false
  private var plus = false
  private var context: [Unicode.Scalar] = []

  /// The runs of a text, in order.
  public static func runs(in text: String) -> [Run] {
    var scan = NumberScan()
    for scalar in text.unicodeScalars { scan.read(scalar) }
    scan.endRun()
    return scan.runs
  }

  /// The digit that a scalar stands for.
  public static func digit(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar.value {
    case 0x30...0x39: return Int(scalar.value - 0x30)
    case ..<0x80: return nil
    case 0xFF10...0xFF19: return Int(scalar.value - 0xFF10)
    case 0x3007, han: return hanDigit(scalar)
    default:
      let properties = scalar.properties
      guard properties.numericType == .decimal || properties.numericType == .digit else { return nil }
      return properties.numericValue.map { Int($0) }
    }
  }

  /// Asked of nearly every character of Chinese texts: compared sooner than hashed.
  private static func hanDigit(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar {
    case "〇", "零": 0
    case "一", "壹", "幺": 1
    case "二", "贰": 2
    case "三", "叁": 3
    case "四", "肆": 4
    case "五", "伍": 5
    case "六", "陆": 6
    case "七", "柒": 7
    case "八", "捌": 8
    case "九", "玖": 9
    default: nil
    }
  }

  /// The characters of which hardly any text in Chinese has others: none of them parts or ends a number unseen.
  static let han: ClosedRange<UInt32> = 0x3400...0x9FFF

  private mutating func read(_ scalar: Unicode.Scalar) {
    if let digit = NumberScan.digit(scalar) {
      if group.isEmpty, run.groups.isEmpty {
        run.hasPlus = plus
        run.context = String(String.UnicodeScalarView(context)).lowercased()
      }
      group.append(String(digit))
      return
    }
    let folded = FullWidth.fold(scalar)
    if folded == "X" || folded == "x", !group.isEmpty || !run.groups.isEmpty {
      endGroup()
      group = "X"
      endGroup()
      return
    }
    if NumberScan.isSeparator(folded) {
      endGroup()
      isPoint = gap == 0 && folded == "."
      gap += 1
      if NumberScan.isLineBreak(folded) { breaksLine = true }
      plus = folded == "+" || (plus && folded.properties.isWhitespace)
      if folded == "+" { endRun() }
      return
    }
    endRun()
    plus = false
    if NumberScan.han ~= folded.value || folded.properties.isAlphabetic
      || folded.properties.generalCategory == .otherSymbol
    {
      if context.count == NumberScan.contextLength { context.removeFirst() }
      context.append(folded)
    }
  }

  private mutating func endGroup() {
    guard !group.isEmpty else { return }
    run.joins.append(!run.groups.isEmpty && (gap <= NumberScan.nearest || breaksLine))
    run.points.append(isPoint)
    run.groups.append(group)
    group = ""
    (gap, breaksLine, isPoint) = (0, false, false)
  }

  private mutating func endRun() {
    endGroup()
    if !run.groups.isEmpty {
      run.partAmounts()
      runs.append(run)
      context = []
    }
    run = Run()
    (gap, breaksLine, isPoint) = (0, false, false)
  }

  /// What may stand inside a number without ending it. Commas and colons do not: they part numbers from each other.
  public static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "-", ".", "_", "/", "\\", "(", ")", "[", "]", "+", "·", "•", "~": return true
    case "\u{2500}"..."\u{257F}": return true
    default:
      if han ~= scalar.value { return false }
      if scalar.value < 0x80 { return scalar.properties.isWhitespace || scalar.value < 0x20 }
      switch scalar.properties.generalCategory {
      case .dashPunctuation, .format, .spaceSeparator, .lineSeparator, .paragraphSeparator, .control, .nonspacingMark,
        .enclosingMark:
        return true
      default: return scalar == "\u{2212}" || scalar.properties.isDefaultIgnorableCodePoint
      }
    }
  }

  private static func isLineBreak(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0A...0x0D, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }
}
