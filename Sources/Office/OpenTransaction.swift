import Diagnostics
import Records

/// A transaction over several lines of the prompt: `begin`, then `commit` or `rollback`.
///
/// Every line runs in a transaction of its own, so a command cannot open or end one under its own feet: it asks for the
/// step, and the prompt takes it when the line has run.
public final class OpenTransaction {
  /// What a command asks for.
  public enum Step: Sendable {
    case begin, commit, rollback
  }

  /// Whether lines follow each other, so that a transaction may span several of them. A script is one by itself.
  public var isAllowed = false
  /// The step that the line at hand has asked for.
  public private(set) var pending: Step?
  /// Keeps what the session knows besides its records and says how to take it back.
  var keepState: () -> () -> Void = { {} }
  private var takeBackState: () -> Void = {}
  private let store: any RecordStore

  init(store: any RecordStore) { self.store = store }

  /// Whether one is open.
  public var isOpen: Bool { store.hasBegun }

  /// Asks for a step.
  func request(_ step: Step) throws {
    guard isAllowed else {
      throw Diagnostic(
        .state, Localized("a script is one transaction by itself", "脚本本身就是一个事务"),
        hint: Localized("begin, commit and rollback are for the prompt", "开始、提交、回滚只用于提示符"))
    }
    guard isOpen != (step == .begin) else {
      throw Diagnostic(
        .state,
        isOpen
          ? Localized("a transaction is open already", "已经开始了一个事务") : Localized("no transaction is open", "没有进行中的事务"),
        hint: isOpen
          ? Localized("end it with commit or rollback", "请用 提交 或 回滚 结束它")
          : Localized("open one with begin", "请用 开始 开启一个"))
    }
    pending = step
  }

  /// Takes the step that the line has asked for, if it has, and says so.
  ///
  /// - Throws: a ``Diagnostic`` when the office's file cannot be locked or written.
  public func takeStep() throws -> Localized? {
    guard let step = pending else { return nil }
    pending = nil
    switch step {
    case .begin:
      try store.begin()
      takeBackState = keepState()
      return Localized("open until commit or rollback", "已开始，待提交或回滚")
    case .commit:
      try store.commit()
      return Localized("kept", "已保留")
    case .rollback:
      try store.rollback()
      takeBackState()
      return Localized("taken back", "已撤回")
    }
  }

  /// Forgets a step asked for by a line that failed.
  public func forgetStep() { pending = nil }
}
