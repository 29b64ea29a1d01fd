import Diagnostics
import Foundation

extension CardLayout {
  /// Reads a layout file: one thing a line, its place and size in millimetres, then what else is to be said of it.
  ///
  ///     card 90 54
  ///     sheet A4 across=2 down=5 marks=yes
  ///     text 4 3 82 7 "{title}" size=11 bold=yes align=center
  ///     line 4 11 86 11 width=0.2
  struct Reader {
    private let source: Source
    private let fields: Set<String>
    private let directory: String
    private var layout = CardLayout()
    private var font = TextStyle.usualFont
    private var faults: [Diagnostic] = []
    private var hasCard = false

    init(_ source: Source, fields: Set<String>, directory: String) {
      self.source = source
      self.fields = fields
      self.directory = directory
    }

    mutating func read() throws -> CardLayout {
      for start in source.lineStarts {
        let range = source.rangeOfLine(at: start)
        do {
          var line = try LayoutLine(source, range)
          guard let word = line.first else { continue }
          try read(word, &line)
        } catch let fault as Diagnostic {
          faults.append(fault)
        }
      }
      checkSheet()
      guard faults.isEmpty else { throw DiagnosticList(faults) }
      return layout
    }

    private mutating func read(_ word: LayoutLine.Word, _ line: inout LayoutLine) throws {
      switch word.text {
      case "card":
        layout.card = try size(&line)
        hasCard = true
      case "sheet": try readSheet(&line)
      case "font":
        font = try line.text()
        let isKnown = (try? PDFLibraries.require()).map { PDFLibraries.hasFont(font) } ?? true
        if !isKnown {
          throw line.fault(Localized("the system has no font \(font)", "系统没有字体 \(font)"), at: line.latest)
        }
      case "text": try readText(&line)
      case "line":
        let points = try (0..<4).map { _ in try line.length() }
        try check(points[0], points[1], 0, 0, line)
        try check(points[2], points[3], 0, 0, line)
        layout.items.append(
          .line(
            from: (points[0], points[1]), to: (points[2], points[3]), width: try line.length("width") ?? 0.5,
            gray: try line.share("gray") ?? 0))
      case "box":
        let box = try box(&line)
        layout.items.append(.box(box, lineWidth: try line.length("line"), gray: try line.share("gray") ?? 0))
      case "code":
        let (x, y, side) = (try line.length(), try line.length(), try line.length())
        try check(x, y, side, side, line)
        layout.items.append(.code(x: x, y: y, side: side))
      case "image":
        let box = try box(&line)
        let name = try line.text()
        let path = name.hasPrefix("/") ? name : directory + name
        guard FileManager.default.isReadableFile(atPath: path) else {
          throw line.fault(Localized("there is no picture \(path)", "没有图片 \(path)"), at: line.latest)
        }
        layout.items.append(.image(box, path: path))
      default:
        throw line.fault(
          Localized("a layout knows no \"\(word.text)\"", "版式中没有 “\(word.text)”"), at: word.span,
          hint: Localized(
            "a line begins with card, sheet, font, text, line, box, code or image",
            "每行以 card、sheet、font、text、line、box、code 或 image 开头"))
      }
      try line.end()
    }

    private mutating func readSheet(_ line: inout LayoutLine) throws {
      let name = try line.text()
      switch name.uppercased() {
      case "A4": layout.sheet = .a4
      case "A5": layout.sheet = .a5
      case "CARD": layout.sheet = layout.card
      default:
        throw line.fault(
          Localized("no sheet is called \(name)", "没有名为 \(name) 的纸张"), at: line.latest,
          hint: Localized("write A4, A5 or card", "可写 A4、A5 或 card"))
      }
      layout.across = try line.number("across") ?? 1
      layout.down = try line.number("down") ?? 1
      layout.hasMarks = try line.yesNo("marks") ?? false
      if layout.card.width * Double(layout.across) > layout.sheet.width + 0.01
        || layout.card.height * Double(layout.down) > layout.sheet.height + 0.01
      {
        throw line.fault(
          Localized(
            "\(layout.across) by \(layout.down) cards do not fit on the sheet",
            "一张纸放不下 \(layout.across) × \(layout.down) 张卡"),
          at: line.span)
      }
    }

    private mutating func readText(_ line: inout LayoutLine) throws {
      let box = try box(&line)
      let text = try line.text()
      let parts = try parts(of: text, line)
      var style = TextStyle(size: try line.points("size") ?? 10, isBold: try line.yesNo("bold") ?? false)
      style.font = font
      style.alignment = try line.choice("align") ?? .left
      style.verticalAlignment = try line.choice("valign") ?? .top
      style.gray = try line.share("gray") ?? 0
      layout.items.append(.text(box, parts, style))
    }

    private func size(_ line: inout LayoutLine) throws -> PDFFile.Size {
      let size = PDFFile.Size(width: try line.length(), height: try line.length())
      guard size.width > 0, size.height > 0 else {
        throw line.fault(Localized("a card has a width and a height", "卡片须有宽和高"), at: line.span)
      }
      return size
    }

    private func box(_ line: inout LayoutLine) throws -> PDFFile.Box {
      let box = PDFFile.Box(try line.length(), try line.length(), try line.length(), try line.length())
      guard box.size.width > 0, box.size.height > 0 else {
        throw line.fault(
          Localized("it has no room: width and height come third and fourth", "没有空间：第三、四个数为宽和高"), at: line.span)
      }
      try check(box.x, box.y, box.size.width, box.size.height, line)
      return box
    }

    /// What stands outside the card would be cut off.
    private func check(_ x: Double, _ y: Double, _ width: Double, _ height: Double, _ line: LayoutLine) throws {
      guard x + width > layout.card.width + 0.01 || y + height > layout.card.height + 0.01 else { return }
      func millimetres(_ points: Double) -> String {
        let tenths = Int((points / PDFFile.millimetre * 10).rounded())
        return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
      }
      let (right, bottom) = (millimetres(x + width), millimetres(y + height))
      let (wide, high) = (millimetres(layout.card.width), millimetres(layout.card.height))
      throw line.fault(
        Localized(
          "it reaches to \(right), \(bottom), outside the card of \(wide) by \(high) mm",
          "它到 \(right)、\(bottom)，超出 \(wide) × \(high) 毫米的卡"), at: line.span,
        hint: Localized("card WIDTH HEIGHT comes first in the file", "文件开头写 card 宽 高"))
    }

    private func parts(of text: String, _ line: LayoutLine) throws -> [TextPart] {
      var parts: [TextPart] = []
      var rest = Substring(text)
      while let open = rest.firstIndex(of: "{") {
        guard let close = rest[open...].firstIndex(of: "}") else {
          throw line.fault(Localized("a field has no }", "字段缺少 }"), at: line.latest)
        }
        if open > rest.startIndex { parts.append(.literal(String(rest[..<open]))) }
        let name = String(rest[rest.index(after: open)..<close])
        guard fields.contains(name) else {
          let known = fields.sorted().joined(separator: ", ")
          throw line.fault(
            Localized("no field is called {\(name)}", "没有字段 {\(name)}"), at: line.latest,
            hint: Localized("fields: \(known)", "可用字段：\(known)"))
        }
        parts.append(.field(name))
        rest = rest[rest.index(after: close)...]
      }
      if !rest.isEmpty { parts.append(.literal(String(rest))) }
      return parts
    }

    private mutating func checkSheet() {
      guard faults.isEmpty, !hasCard || layout.items.isEmpty else { return }
      let message =
        hasCard
        ? Localized("the layout places nothing on its card", "版式没有在卡上放任何内容")
        : Localized("the layout does not say how large a card is", "版式没有写明卡片大小")
      faults.append(
        Diagnostic(
          .layout, message, hint: Localized("write: card 90 54", "请写：card 90 54"), at: Place(source, Span(0, 0))))
    }
  }
}
