import CommandLanguage
import Diagnostics
import Records
import Values

/// How a line or script runs: as one transaction, which also takes back what the session knows besides its records.
extension OfficeSession {
  public func atomically<Result>(writing: Bool, _ body: () throws -> Result) throws -> Result {
    writer.authorship.now = now
    let before = state
    let isOutermost = !store.isInTransaction
    if isOutermost {
      line = LineAtHand()
      line.isWriting = writing && !store.isReadOnly
    }
    defer { if isOutermost { line = LineAtHand() } }
    do {
      var last: Int?
      var transaction: Int?
      let result = try store.atomically(writing: writing) {
        if isOutermost { try beginSeeing() }
        let result = try body()
        if isOutermost {
          try line.load?.finish(in: self)
          if seen != nil { (last, transaction) = (try lastEntry(), store.openTransaction) }
          // What cannot be written has not been done.
          try environment.flush()
        }
        return result
      }
      if isOutermost {
        seen?.endLine(at: last, own: transaction)
        try release(isKept: true)
        let act = line.afterwards
        line.afterwards = nil
        try act?()
      }
      return result
    } catch {
      state = before
      if isOutermost {
        seen?.endLine(at: nil, own: nil)
        try? release(isKept: false)
      }
      throw error
    }
  }

  /// What a session knows besides its records: an error takes it back as well.
  var state: (operatorName: String, clock: Moment?, settings: UserSettings, language: Language) {
    get { (operatorName, fixedClock, settings, language) }
    set {
      operatorName = newValue.operatorName
      writer.authorship.by = operatorName
      (settings, environment.language) = (newValue.settings, newValue.language)
      setClock(newValue.clock)
      forgetLabels()
    }
  }

  public func enter(_ place: Place, _ arguments: Arguments) throws {
    guard past == nil || arguments.declaration.effect == .publishes else {
      throw Diagnostic(
        .misplaced, Localized("nothing is changed as of a day that is past", "截至某日查看时不能作出改动"),
        hint: Localized("leave as of away", "请去掉 截至"))
    }
    if past == nil { try store.requireWritable() }
    guard transactions.pending == nil else {
      throw Diagnostic(
        .misplaced, Localized("begin, commit and rollback end a line", "开始、提交、回滚之后不能再有改动"),
        hint: Localized("write the rest on the next line", "其余命令请另起一行"))
    }
    forgetLabels()
    writer.authorship = Authorship(now: now, by: operatorName, origin: place.nameAndLine) { [unowned self] in
      arguments.text { self.handle(of: $0) }
    }
  }

  /// Runs `body`, lists what it would change and takes it back; it writes no files.
  public func rehearse(_ body: () throws -> Void) throws {
    isRehearsing = true
    defer { isRehearsing = false }
    try Rehearsal(session: self).run(body)
  }
}
