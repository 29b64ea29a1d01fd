import Diagnostics
import Records
import Values

extension OfficeSession {
  /// Clears a document for being written. One for the board is read first; that it was published stands in the journal.
  ///
  /// Every document passes here: nothing else makes a ``ClearedDocument``, and only those are written.
  func cleared(_ document: Document) throws -> ClearedDocument {
    try ClearedDocument(inItsTime(document)) { document, board in
      precondition(isPublishing, "a command whose document is for the board declares that it publishes")
      try PublicCheck(board, on: writer.today, in: store).read(document)
      try notePublished(document.title?.english ?? "", about: board.subject)
    }
  }

  /// Writes into the journal that something was published; what is looked back at is not.
  func notePublished(_ document: String, about subject: Reference, _ details: [String: Value] = [:]) throws {
    guard past == nil else { return }
    try writer.note("publish", subject, details.merging(["document": .text(document)]) { $1 })
  }

  /// What was for the board once is for the desk now: who agreed then may have thought better of it.
  private func inItsTime(_ document: Document) -> Document {
    pastRemark.map(document.forDesk) ?? document
  }

  /// What stands on whatever shows a day that is past.
  var pastRemark: Localized? {
    past.map(dayOrMoment).map { Localized("As of \($0), not for the board", "截至 \($0)，不供张贴") }
  }

  /// Reads a document for the board without publishing it; refuses it if anything in it may not be published.
  func check(_ document: Document) throws {
    guard case .board(let board) = document.audience else { return }
    try PublicCheck(board, on: writer.today, in: store).read(document)
  }

  /// Reads the rows of a document for the board, in the format in which they are written.
  func check(_ text: String, of document: Document) throws {
    guard case .board(let board) = document.audience else { return }
    try PublicCheck(board, on: writer.today, in: store).read(texts: [text])
  }
}
