import Diagnostics
import Values

extension Opinion {
  /// Records what somebody brought, today or on a day before.
  public static func bring(_ new: Record, in writer: RecordWriter) throws -> Record {
    var opinion = new
    let day = opinion[date] ?? writer.today
    guard day <= writer.today else {
      throw Diagnostic(
        .dates, Localized("\(day.exchangeText) is still to come", "\(day.exchangeText) 尚未到"), subject: "date")
    }
    opinion[date] = day
    return try writer.add(opinion)
  }

  /// Takes an opinion a step further, if its state allows it.
  ///
  /// - Parameters:
  ///   - next: the state to come.
  ///   - allowed: the states from which it may come.
  public static func advance(
    _ opinion: Record, to next: OpinionStatus, from allowed: [OpinionStatus], in writer: RecordWriter,
    _ edit: (inout Record) -> Void = { _ in }
  ) throws -> Record {
    try require(opinion, allowed)
    return try writer.change(opinion) {
      $0[status] = next
      $0[dealt] = writer.today
      edit(&$0)
    }
  }

  /// Refuses what an opinion's state does not allow.
  private static func require(_ opinion: Record, _ allowed: [OpinionStatus]) throws {
    let present = opinion[status]
    guard !allowed.contains(present) else { return }
    throw Diagnostic(
      .state,
      Localized("opinion O\(opinion.id) is \(present.rawValue)", "意见 O\(opinion.id) 的状态是“\(present.chineseName)”"),
      hint: Localized(
        "this needs it to be \(allowed.map(\.rawValue).joined(separator: " or "))",
        "此操作要求状态为\(allowed.map(\.chineseName).joined(separator: "或"))"), subject: "opinion")
  }

  /// Corrects what was written down, as long as the opinion is open.
  public static func correct(_ opinion: Record, text words: String?, category kind: Value?, in writer: RecordWriter)
    throws -> Record
  {
    try require(opinion, [.new, .accepted, .answered, .put, .referred])
    return try writer.change(opinion) {
      if let words { $0[text] = words }
      if let kind { $0[category] = kind }
    }
  }

  /// Merges an opinion into another that says the same.
  public static func merge(_ opinion: Record, into other: Record, in writer: RecordWriter) throws -> Record {
    guard opinion.id != other.id else {
      throw Diagnostic(.state, Localized("an opinion cannot be merged into itself", "意见不能并入自己"), subject: "into")
    }
    guard other[status] != .merged else {
      throw Diagnostic(
        .state, Localized("opinion O\(other.id) has been merged itself", "意见 O\(other.id) 本身已被合并"),
        hint: Localized("merge into the one that it went into", "请并入它所并入的那条"), subject: "into")
    }
    guard other[status] != .closed else {
      throw Diagnostic(
        .state, Localized("opinion O\(other.id) is closed", "意见 O\(other.id) 已办结"),
        hint: Localized("what comes up again is dealt with anew", "再次反映的须重新办理"), subject: "into")
    }
    return try advance(opinion, to: .merged, from: [.new, .accepted], in: writer) { $0[mergedInto] = other.reference }
  }

  /// Puts an opinion to a meeting that has not ended: a motion on its agenda answers it. One whose motion came to
  /// nothing may be put again.
  public static func put(_ opinion: Record, to motion: Record, in writer: RecordWriter) throws -> Record {
    let state = try Motion.state(of: motion, on: writer.today, in: writer.store)
    guard state == .onAgenda else {
      throw Diagnostic(
        .state,
        Localized(
          "\(motion[Motion.number]) is \(state.rawValue)", "\(motion[Motion.number]) 当前“\(state.chineseName)”"),
        hint: Localized("choose a motion that is still to be voted on", "请选择尚待表决的议题"), subject: "motion")
    }
    if opinion[status] == .put, let waiting = opinion[self.motion] {
      let earlier = try writer.store.get(Motion.kind, waiting)
      guard try Motion.state(of: earlier, on: writer.today, in: writer.store) != .onAgenda else {
        let number = earlier[Motion.number]
        throw Diagnostic(
          .state, Localized("O\(opinion.id) waits for \(number) already", "O\(opinion.id) 已提交 \(number)"),
          subject: "opinion")
      }
    }
    return try writer.together {
      try writer.change(motion) {
        if !$0[Motion.opinions].contains(opinion.reference) { $0[Motion.opinions].append(opinion.reference) }
      }
      return try advance(opinion, to: .put, from: [.new, .accepted, .referred, .put], in: writer) {
        $0[self.motion] = motion.reference
      }
    }
  }

  /// Closes an opinion with its answer: the one that was given, unless there is a new one.
  public static func close(_ opinion: Record, answer new: String?, content satisfied: Bool?, in writer: RecordWriter)
    throws -> Record
  {
    guard let final = new ?? opinion[answer] else {
      throw Diagnostic(
        .missingValue, Localized("O\(opinion.id) has no answer", "O\(opinion.id) 尚无答复"),
        hint: Localized("add answer=\"…\"", "请加 答复=“…”"), subject: "opinion")
    }
    return try advance(opinion, to: .closed, from: [.accepted, .answered, .put, .referred], in: writer) {
      $0[answer] = final
      $0[content] = satisfied
    }
  }

  /// Takes an opinion up again that was closed too soon, or merged by mistake. What was answered stands until there is
  /// another answer; whether the person was content is asked anew.
  public static func reopen(_ opinion: Record, reason: String, in writer: RecordWriter) throws -> Record {
    try advance(opinion, to: .accepted, from: [.closed, .answered, .merged], in: writer) {
      $0[content] = nil
      $0[mergedInto] = nil
      $0[resumed] = writer.today
      $0[resumeReason] = reason
    }
  }
}
