import CommandLanguage
import Diagnostics
import Records
import Values

/// The special verbs of `consent`.
enum ConsentCommands {
  static let all = [give, withdraw]

  private static let subject = Field<Reference>(
    "who", "本人", "Whose datum it is: a resident, a shop, or the slip of who gave under another name.",
    "居民、商户，或以其他名称捐款者的票号。", type: .reference(["resident", "shop", "gift"]))

  static let give = OfficeCommand(
    CommandDeclaration(
      Consent.kind.name, Name("give", "登记"),
      Localized("Records that somebody agrees to have a datum shown in one place.", "登记某人同意在某处公开某项信息。"),
      parameters: [
        .positional(subject), .positional(Consent.datum), .named(Consent.channel), .named(Consent.evidence),
        .named(Consent.from), .named(Consent.until),
      ], effect: .writes, result: .row(Consent.kind.shape),
      examples: [
        Example(
          "consent give R2 name channel=donor-list evidence=\"签字表 9\"", "R2 may be named among the donors.",
          "R2 同意在捐款公示中署名。")
      ])
  ) { session, arguments in
    let consent = try Consent.give(
      by: arguments[subject], arguments[Consent.datum], arguments[Consent.channel], from: arguments[Consent.from],
      until: arguments[Consent.until], evidence: arguments[Consent.evidence], in: session.writer)
    let name = session.label(of: arguments[subject])
    return session.acknowledge(consent, Localized("\(name) agrees", "\(name) 同意"))
  }

  static let withdraw = OfficeCommand(
    CommandDeclaration(
      Consent.kind.name, Name("withdraw", "撤回"),
      Localized("Withdraws a consent, and lists the posted cards that must come down.", "撤回同意，并列出须撤下的联系卡。"),
      parameters: [.positional(subject), .positional(Consent.datum), .named(Consent.channel)], effect: .writes,
      result: .rows(CardCommands.staleShape),
      examples: [
        Example(
          "consent withdraw 胡建国 phone channel=building-card", "The number may not be shown on cards any more.",
          "不再同意在联系卡上公开电话。")
      ])
  ) { session, arguments in
    _ = try Consent.withdraw(
      by: arguments[subject], arguments[Consent.datum], arguments[Consent.channel], in: session.writer)
    return try CardCommands.staleCards(in: session)
  }
}
