import Diagnostics
import Foundation
import Scratch
import Testing

@testable import Typesetting

/// Cards on their sheets: none comes out without what its layout puts on it.
@Suite struct CardSheetsTests {
  private let scratch = TemporaryFolder()

  /// What is said against a card of a layout with one item.
  private func fault(_ item: String, code: String) throws -> String? {
    let layout = try CardLayout(Source(name: "own.layout", text: "card 90 54\n\(item)"), fields: [])
    let sheets = try CardSheets(layout, title: "cards") { _ in }
    do {
      try sheets.add(code: code) { _ in "" }
      try sheets.finish()
      return nil
    } catch let fault as Diagnostic {
      return "\(fault.code.id) \(fault.message.english)"
    }
  }

  @Test func aCodeHoldsItsTextOrIsRefused() throws {
    // The largest code, with the mark of UTF-8 in front, holds so many bytes.
    let most = 2_952
    #expect(try fault("code 1 1 40", code: String(repeating: "a", count: most)) == nil)
    #expect(
      try fault("code 1 1 40", code: String(repeating: "a", count: most + 1))
        == "E-PDF the PDF could not be drawn: no code holds a text of 2953 bytes")
    // Who has no number has no code.
    #expect(try fault("code 1 1 40", code: "") == nil)
  }

  @Test func aPictureThatCannotBeReadIsNamed() throws {
    let path = scratch.path + "/logo.png"
    try "no picture".write(toFile: path, atomically: true, encoding: .utf8)
    #expect(
      try fault("image 1 1 20 20 \(path)", code: "")
        == "E-LAYOUT \(path) is no picture in PNG that can be read")
  }
}
