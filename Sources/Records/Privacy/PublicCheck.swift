import Diagnostics
import Values

extension Document.Audience {
  /// Everybody: a document about a record, on the agreement of those who are shown in it.
  ///
  /// - Parameters:
  ///   - subject: the record that it is about.
  ///   - channel: in which place of publication people agreed to be shown; without one nobody's phone may be.
  ///   - date: as of which day consents count; today unless given.
  ///   - shown: whose phones it shows, so that the check need not look for them.
  public static func board(
    _ subject: Reference, by channel: ConsentChannel? = nil, on date: CalendarDate? = nil,
    showing shown: [Reference] = []
  ) -> Document.Audience {
    .board(Document.Board(subject, channel: channel?.choice, on: date, showing: shown))
  }
}

/// The one check that reads everything public before it is written: no identity number, no phone without consent, no
/// room number beside a name (Personal Information Protection Law, art. 25; what county notices leaked in 2017).
///
/// What may be shown comes from the records, never from who makes the document.
public struct PublicCheck {
  private let subject: Reference
  private let numbers: PublicNumbers
  private let shown: Set<String>
  private let names: KnownNames

  /// Gathers what a document for the board may show.
  ///
  /// - Parameters:
  ///   - board: what the document is about and on whose agreement it rests.
  ///   - today: the day, unless the document is of another.
  public init(_ board: Document.Board, on today: CalendarDate, in reader: any RecordReader) throws {
    subject = board.subject
    numbers = PublicNumbers(
      channel: board.channel.flatMap { ConsentChannel(rawValue: $0.name.english) }, date: board.date ?? today,
      reader: reader)
    shown = try numbers.office().union(board.shown.flatMap(numbers.numbers))
    names = KnownNames(in: reader)
  }

  /// Refuses a document that says anything that may not be published, in either language.
  public func read(_ document: Document) throws {
    for language in Language.allCases {
      try read(
        document.texts(in: language).map(TerminalText.withoutShownSigns),
        statements: document.statements(in: language).map(TerminalText.withoutShownSigns))
    }
  }

  /// Refuses texts, each read line by line, such as rows in a format for other programs.
  public func read(texts: [String]) throws {
    let lines = texts.flatMap {
      $0.split(whereSeparator: \.isNewline).map { TerminalText.withoutShownSigns(String($0)) }
    }
    try read(lines, statements: lines)
  }

  /// Reads texts in which what was made visible stands as blanks and breaks again.
  private func read(_ texts: [String], statements: [String]) throws {
    do {
      try PublicText.refuseNumbers(in: texts, except: shown)
    } catch is Diagnostic {
      // The number may be another's who agreed, or a voucher's: all are looked through before it is refused.
      try PublicText.refuseNumbers(in: texts, except: shown.union(numbers.all(about: subject)))
    }
    for statement in statements {
      try PublicText.refuseRooms(in: statement, beside: names.first)
    }
  }
}
