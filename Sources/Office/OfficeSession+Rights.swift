import CommandLanguage
import Diagnostics
import Records
import Values

extension OfficeSession {
  /// Makes sure that the operator's role allows what is asked for.
  ///
  /// - Parameter what: what is asked for, for the message.
  /// - Throws: ``DiagnosticCode/role``.
  func require(_ right: OperatorRight, for what: @autoclosure () -> Localized) throws {
    // Whoever may read may load a saved office, which brings its operators along.
    guard right != .read, line.load == nil, let rights = try rights(), !rights.contains(right) else { return }
    let may = OperatorRole.allCases.filter { $0.rights.contains(right) }.map(\.choice.name)
    let role = try Operator.role(of: operatorName, in: store)?.choice.name
    let what = what()
    throw Diagnostic(
      .role,
      role.map {
        Localized(
          "\(operatorName) works here as \($0.english); \(what.english) is up to others",
          "\(operatorName) 是\($0.chinese)，无权\(what.chinese)")
      }
        ?? Localized(
          "\(operatorName) is no operator of this office; \(what.english) is up to others",
          "\(operatorName) 不是本办公室的操作员，无权\(what.chinese)"),
      hint: Localized(
        "ask a \(may.map(\.english).joined(separator: " or ")); operator list shows who that is",
        "请\(may.map(\.chinese).joined(separator: "或"))办理，操作员 列出 可查看"))
  }

  /// What the operator may do; nothing where everybody may do everything.
  private func rights() throws -> Set<OperatorRight>? {
    let revision = store.revision(of: Operator.kind)
    if let known = knownRights, known.revision == revision, known.name == operatorName { return known.rights }
    var rights: Set<OperatorRight>?
    if try store.count(Query(Operator.kind)) > 0 {
      let role = try Operator.role(of: operatorName, in: store)
      let isDemonstration = try Community.isDemonstration(in: store)
      rights = role.map { isDemonstration ? $0.rightsInDemonstration : $0.rights } ?? [.read]
    }
    knownRights = (revision, operatorName, rights)
    return rights
  }
}
