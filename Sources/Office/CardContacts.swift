import CommandLanguage
import Diagnostics
import Presentation
import Records
import Values

/// A file of electronic business cards: the office, then everybody whose own number stands on a building's card, once.
struct CardContacts {
  let session: OfficeSession
  let source: CardSource
  let subject: Reference
  let buildings: Query
  let version: VCard.Version

  /// The file as a work to be written.
  var printout: Printout {
    Printout(title: Localized("Contacts", "通讯录"), usualForm: .text) { form, sink in
      guard form == .text else {
        throw Diagnostic(
          .type, Localized("contacts are a file for telephones", "通讯录只能写成手机用的文件"),
          hint: Localized("card vcard > contacts.vcf", "联系卡 名片 > contacts.vcf"))
      }
      try write(to: sink)
      try session.notePublished("contacts", about: subject)
    }
  }

  private func write(to sink: ([UInt8]) throws -> Void) throws {
    var seen: Set<Reference> = []
    var isFirst = true
    let cursor = try source.reader.records(buildings)
    while let building = try cursor.next() {
      try session.poll()
      let card = try Card(of: building, from: source)
      let texts = card.vCards(except: &seen).map { $0.text(version) }
      let office = isFirst ? card.officeVCard.text(version) : ""
      isFirst = false
      if session.past == nil {
        // A fold parts no number for who looks at it: the lines are read as they were before it.
        let unfolded = (texts + [office] + card.statements).map { $0.replacing("\r\n ", with: "") }
        try PublicCheck(card.board, on: session.writer.today, in: source.reader).read(texts: unfolded)
      }
      try sink(Array((office + texts.joined()).utf8))
    }
  }
}
