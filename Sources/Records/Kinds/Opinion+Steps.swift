import Diagnostics
import Values

extension Opinion {
  /// Takes an opinion a step further, if its state allows it.
  ///
  /// - Parameters:
  ///   - next: the state to come.
  ///   - allowed: the states from which it may come.
  public static func advance(
    _ opinion: Record, to next: OpinionStatus, from allowed: [OpinionStatus], in writer: RecordWriter,
    _ edit: (inout Record) -> Void = { _ in }
  ) throws -> Record {
    let present = opinion[status]
    guard allowed.contains(present) else {
      throw Diagnostic(
        .state,
        Localized(
          "opinion O\(opinion.id) is \(present.rawValue)", "意见 O\(opinion.id) 的状态是“\(present.chineseName)”"),
        hint: Localized(
          "this needs it to be \(allowed.map(\.rawValue).joined(separator: " or "))",
          "此操作要求状态为\(allowed.map(\.chineseName).joined(separator: "或"))"))
    }
    return try writer.change(opinion) {
      $0[status] = next
      $0[dealt] = writer.today
      edit(&$0)
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

  /// Refers an opinion to those whose matter it is, today.
  public static func refer(_ opinion: Record, to office: String, in writer: RecordWriter) throws -> Record {
    try advance(opinion, to: .referred, from: [.new, .accepted], in: writer) {
      $0[referredTo] = office
      $0[referredOn] = writer.today
    }
  }

  /// Puts an opinion to a meeting that has not ended: a motion on its agenda answers it.
  public static func put(_ opinion: Record, to motion: Record, in writer: RecordWriter) throws -> Record {
    let state = try Motion.state(of: motion, on: writer.today, in: writer.store)
    guard state == .onAgenda else {
      throw Diagnostic(
        .state,
        Localized(
          "\(motion[Motion.number]) is \(state.rawValue)", "\(motion[Motion.number]) 当前“\(state.chineseName)”"),
        hint: Localized("choose a motion that is still to be voted on", "请选择尚待表决的议题"), subject: "motion")
    }
    return try writer.together {
      try writer.change(motion) {
        if !$0[Motion.opinions].contains(opinion.reference) { $0[Motion.opinions].append(opinion.reference) }
      }
      return try advance(opinion, to: .put, from: [.new, .accepted, .referred], in: writer)
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
}
