import Diagnostics

extension Document {
  /// A name and what belongs to it.
  public struct Entry: Sendable {
    /// The name.
    public let name: Localized
    /// What belongs to it.
    public let text: Localized

    /// Creates an entry.
    public init(_ name: Localized, _ text: Localized) {
      self.name = name
      self.text = text
    }
  }

  /// Rows and columns.
  public struct Table: Sendable {
    /// One column.
    public struct Column: Sendable {
      /// What stands above it; may be empty.
      public let heading: Localized
      /// Whether it stands at its right edge, as numbers do.
      public let isNumeric: Bool
      /// Whether it takes the room that the others leave, so that the table is as wide as the page and the amounts of
      /// several tables stand under each other.
      public let fills: Bool

      /// Creates a column.
      public init(_ heading: Localized, isNumeric: Bool = false, fills: Bool = false) {
        self.heading = heading
        self.isNumeric = isNumeric
        self.fills = fills
      }
    }

    /// The columns.
    public let columns: [Column]
    /// One cell for each column in every row.
    public let rows: [[Localized]]
    /// The sums under the rows, one cell for each column.
    public let total: [Localized]?
    /// Whether a long list of narrow rows goes on beside itself, as in a newspaper.
    public let flows: Bool
    /// The positions of the rows that somebody should look at; what they say says so, too.
    public let warned: Set<Int>

    /// Creates a table.
    public init(
      _ columns: [Column], _ rows: [[Localized]], total: [Localized]? = nil, flows: Bool = false, warned: Set<Int> = []
    ) {
      precondition(
        (rows + [total].compactMap { $0 }).allSatisfy { $0.count == columns.count }, "a cell for each column")
      self.columns = columns
      self.rows = rows
      self.total = total
      self.flows = flows
      self.warned = warned
    }
  }

  /// A length to compare with others.
  public struct Bar: Sendable {
    /// What it stands for.
    public let label: Localized
    /// How much of the whole it is; more than the whole is shown as the whole.
    public let part: Int
    /// What a full bar is.
    public let whole: Int
    /// What stands behind it: the figure itself.
    public let text: Localized

    /// Creates a bar.
    public init(_ label: Localized, _ part: Int, of whole: Int, _ text: Localized) {
      self.label = label
      self.part = part
      self.whole = whole
      self.text = text
    }

    /// How many of `cells` are full: the part cut off, but never none of something nor all of less than the whole.
    public func full(of cells: Int) -> Int {
      guard part > 0, whole > 0 else { return 0 }
      guard part < whole else { return cells }
      let product = part.multipliedFullWidth(by: cells)
      return max(1, min(cells - 1, whole.dividingFullWidth(product).quotient))
    }
  }
}
