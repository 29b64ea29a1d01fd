import CommandLanguage
import Diagnostics
import Records

extension DiagnosticCode {
  /// What was asked about was not confirmed.
  public static let unconfirmed = DiagnosticCode(
    "E-UNCONFIRMED", "What the prompt asked about was not confirmed.", "提示符询问的操作未经确认。",
    mend: Localized("Type what the prompt asks for, or leave it.", "请按提示输入，或就此作罢。"),
    example: .situation(
      "resident forget R19 at the prompt, and another word than R19 typed", "在提示符处 居民 抹去 R19，输入的不是 R19"))
}

extension OfficeSession {
  /// Whether somebody sits there who can be asked. Scripts are not asked; they were read before they ran.
  var isAsking: Bool { ask != nil && memory != nil && writer.authorship.origin.hasPrefix("prompt") && !isRehearsing }

  /// Asks at the prompt; goes on only after a clear yes.
  func confirm(_ confirmation: Confirmation) throws {
    guard isAsking, let ask else { return }
    // Who is tired of a plain yes may say so once; a word is asked for all the same.
    guard confirmation.word != nil || settings[UserSettings.confirm] != false else { return }
    // Who is asked has read what was listed before.
    if !line.held.tellsOfChange { try release(isKept: true) }
    guard let answer = ask(confirmation.question), confirmation.isGiven(by: answer) else {
      throw Diagnostic(.unconfirmed, Localized("not confirmed; nothing was changed", "未确认，未作任何改动"))
    }
  }

  /// Asks before what is for everybody, or a whole work, leaves the office: for a file or for the printer.
  func confirmLeaving(_ result: CommandResult, to destination: Localized) throws {
    guard isAsking, isPublishing, past == nil else { return }
    let title: Localized
    switch result {
    case .printout(let printout): title = printout.title
    case .document(let document, _):
      let document = try document()
      guard case .board = document.audience else { return }
      title = document.title ?? Localized("this", "本件")
    default: return
    }
    try confirm(
      Confirmation(
        Localized(
          "“\(title.english)” is for the public. It goes \(destination.english), and the journal notes that it was published.",
          "“\(title.chinese)”供公开，将\(destination.chinese)，日志记为已公开。")))
  }

  /// Lets copies of erased words go that are kept outside of the records.
  func forget(_ words: [String]) {
    if !isRehearsing { didErase?(words) }
  }
}
