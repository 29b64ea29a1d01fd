import CommandLanguage
import Diagnostics
import Records
import Values

/// The special verbs of `consent`.
enum ConsentCommands {
  static let all = [give, withdraw, renewals]

  private static let subject = Field<Reference>(
    "who", "本人", "Whose datum it is: a resident, a shop, or the slip of who gave under another name.",
    "居民、商户，或以其他名称捐款者的票号。", type: .reference(["resident", "shop", "gift"]))

  static let give = OfficeCommand(
    CommandDeclaration(
      Consent.kind.name, Name("give", "登记"),
      Localized("Records that somebody agrees to have a datum shown in one place.", "登记某人同意在某处公开某项信息。"),
      parameters: [
        .positional(subject), .positional(Consent.datum), .named(Consent.channel), .named(Consent.evidence),
        .named(Consent.witness), .named(Consent.from), .named(Consent.until),
      ], effect: .writes, result: .row(Consent.kind.shape),
      examples: [
        Example(
          "consent give R2 name channel=donor-list evidence=\"签字表 9\"", "R2 may be named among the donors.",
          "R2 同意在捐款公示中署名。")
      ])
  ) { session, arguments in
    let consent = try Consent.give(
      by: arguments[subject], arguments[Consent.datum], arguments[Consent.channel], from: arguments[Consent.from],
      until: arguments[Consent.until], evidence: arguments[Consent.evidence],
      witness: arguments[Consent.witness], in: session.writer)
    let name = session.label(of: arguments[subject])
    return session.acknowledge(consent, Localized("\(name) agrees", "\(name) 同意"))
  }

  static let withdraw = OfficeCommand(
    CommandDeclaration(
      Consent.kind.name, Name("withdraw", "撤回"),
      Localized(
        "Withdraws a consent, and lists the posted cards and notices that must come down.", "撤回同意，并列出须撤下的联系卡和公示。"),
      parameters: [.positional(subject), .positional(Consent.datum), .named(Consent.channel)], effect: .writes,
      result: .rows(Takedown.shape),
      examples: [
        Example(
          "consent withdraw 胡建国 phone channel=building-card", "The number may not be shown on cards any more.",
          "不再同意在联系卡上公开电话。")
      ])
  ) { session, arguments in
    let consents = try Consent.withdraw(
      by: arguments[subject], arguments[Consent.datum], arguments[Consent.channel], in: session.writer)
    return try Takedown.rows(restingOn: consents, in: session)
  }

  static let renewals = OfficeCommand(
    CommandDeclaration(
      Consent.kind.name, Name("renewals", "待续"),
      Localized("Lists the consents that should be asked for again, and until when.", "列出应再次征询的同意及期限。"),
      effect: .reads, result: .rows(renewalShape),
      examples: [Example("consent renewals", "Whom to ask again.", "应再次征询的人。")])
  ) { session, _ in
    let rows = try Consent.renewals(on: session.writer.today, in: session.store).map { consent, day in
      Row(
        renewalShape,
        [
          .text(session.handle(of: consent)),
          Consent.subject(of: consent).map { .text(session.label(of: $0)) } ?? .none,
          .choice(consent[Consent.datum].choice), .choice(consent[Consent.channel].choice), .date(day),
        ], reference: consent.reference)
    }
    return .rows(RowStream(renewalShape, rows: rows), columns: renewalShape.listed)
  }

  private static let renewalShape = RowShape([
    Column(Name("consent", "同意"), .text(maximum: 20)), Column(Name("who", "本人"), .text(maximum: 60)),
    Column(Consent.datum.declaration.name, ConsentDatum.valueType),
    Column(Consent.channel.declaration.name, ConsentChannel.valueType), Column(Name("by", "期限"), .date),
  ])
}
