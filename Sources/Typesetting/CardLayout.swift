import Diagnostics

/// Where things stand on a card, and how cards stand on a sheet; read from a layout file (``CardLayout/Reader``). It
/// knows nothing of what the fields of a text mean.
public struct CardLayout: Sendable {
  /// One thing on a card.
  public enum Item: Sendable {
    /// A text with fields in it, fitted into a box.
    case text(PDFFile.Box, [TextPart], TextStyle)
    /// A line of a width.
    case line(from: (Double, Double), to: (Double, Double), width: Double, gray: Double)
    /// A filled box, or its edge alone.
    case box(PDFFile.Box, lineWidth: Double?, gray: Double)
    /// The QR code, in a square.
    case code(x: Double, y: Double, side: Double)
    /// A picture.
    case image(PDFFile.Box, path: String)
  }

  /// A part of a text: as it stands, or a field's value.
  public enum TextPart: Sendable, Equatable {
    case literal(String)
    case field(String)
  }

  /// The size of a card.
  public internal(set) var card = PDFFile.Size.millimetres(90, 54)
  /// The size of a sheet.
  public internal(set) var sheet = PDFFile.Size.a4
  /// How many cards stand beside each other.
  public internal(set) var across = 1
  /// How many stand under each other.
  public internal(set) var down = 1
  /// Whether marks show where to cut.
  public internal(set) var hasMarks = false
  /// What stands on a card, in the order in which it is drawn.
  public internal(set) var items: [Item] = []

  /// How many cards a sheet has.
  public var cardsPerSheet: Int { across * down }

  /// Where the upper left corner of a card stands on its sheet, counted along the rows from 0; the block of cards stands
  /// in the middle.
  func corner(of place: Int) -> (x: Double, y: Double) {
    let left = (sheet.width - card.width * Double(across)) / 2
    let top = (sheet.height - card.height * Double(down)) / 2
    return (left + Double(place % across) * card.width, top + Double(place / across) * card.height)
  }

  /// Whether a card shows a code.
  public var hasCode: Bool {
    items.contains {
      if case .code = $0 { return true }
      return false
    }
  }

  /// Reads a layout.
  ///
  /// - Parameters:
  ///   - source: the file.
  ///   - fields: the fields that texts may name.
  ///   - directory: where the paths of pictures begin, with a stroke at its end; empty for the working directory.
  /// - Throws: a ``DiagnosticList`` with every fault and its place.
  public init(_ source: Source, fields: Set<String>, directory: String = "") throws {
    var reader = Reader(source, fields: fields, directory: directory)
    self = try reader.read()
  }

  init() {}
}

extension CardLayout {
  /// Every text of a card with its fields filled in.
  public func texts(field: (String) -> String) -> [String] {
    items.compactMap { item in
      guard case .text(_, let parts, _) = item else { return nil }
      return CardLayout.text(parts, field)
    }
  }

  static func text(_ parts: [TextPart], _ field: (String) -> String) -> String {
    parts.map { part in
      switch part {
      case .literal(let text): text
      case .field(let name): field(name)
      }
    }.joined()
  }
}
