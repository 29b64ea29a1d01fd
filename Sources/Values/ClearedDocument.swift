/// A document that may be written. Only these are: one for the desk as it is, one for the board after it was read.
public struct ClearedDocument: Sendable {
  /// The document.
  public let document: Document

  /// Clears a document.
  ///
  /// - Parameter check: reads a document for the board; throws when anything in it may not be published.
  public init(_ document: Document, check: (Document, Document.Board) throws -> Void) rethrows {
    if case .board(let board) = document.audience { try check(document, board) }
    self.document = document
  }
}
