import Diagnostics
import Foundation
import Records

extension DiagnosticCode {
  /// Something that cannot be taken back was not confirmed.
  public static let unconfirmed = DiagnosticCode(
    "E-UNCONFIRMED", "What cannot be taken back was not confirmed.", "不可恢复的操作未经确认。",
    mend: Localized("Type the word that the prompt asks for, or leave it.", "请按提示输入指定的词，或就此作罢。"),
    example: .situation(
      "resident forget R19 at the prompt, and another word than R19 typed", "在提示符处 居民 抹去 R19，输入的不是 R19"))
}

extension OfficeSession {
  /// Asks at the prompt for something that cannot be taken back: who wants it types a word. Scripts are not asked; they
  /// were read before they ran.
  func confirm(_ word: String, _ what: Localized) throws {
    guard let ask, writer.authorship.origin.hasPrefix("prompt"), !isRehearsing else { return }
    let question = what + Localized(" Type \(word) to go on: ", "输入 \(word) 确认：")
    guard ask(question)?.trimmingCharacters(in: .whitespaces) == word else {
      throw Diagnostic(.unconfirmed, Localized("not confirmed; nothing was changed", "未确认，未作任何改动"))
    }
  }

  /// Lets copies of erased words go that are kept outside of the records.
  func forget(_ words: [String]) {
    if !isRehearsing { didErase?(words) }
  }
}
