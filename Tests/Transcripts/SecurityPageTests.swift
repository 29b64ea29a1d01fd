import Office
import Records
import Testing

/// What docs/security.md says of roles is what they may do.
@Suite struct SecurityPageTests {
  @Test func theTableOfRightsIsTrue() throws {
    let page = try Repository.text("docs/security.md")
    let rows = page.split(separator: "\n").filter { $0.hasPrefix("| ") }.map { line in
      line.split(separator: "|", omittingEmptySubsequences: false).map { $0.trimmingPrefix(" ").split(separator: " ") }
    }
    let names = OperatorRole.allCases.map(\.rawValue)
    let header = try #require(rows.first { $0.count > 6 && $0[1] == ["right"] })
    #expect(header[3..<7].map { $0.joined() } == names)
    for right in OperatorRight.allCases {
      let row = try #require(rows.first { $0.count > 6 && $0[1] == [Substring(right.rawValue)] }, "\(right)")
      for (role, cell) in zip(OperatorRole.allCases, row[3..<7]) {
        #expect((cell == ["yes"]) == role.rights.contains(right), "\(role) \(right)")
      }
    }
  }

  /// Every command that writes needs a right that not everybody has, but for those that only look or copy.
  @Test func whatChangesSomethingNeedsARight() {
    let open = OfficeCommands.all.filter { command in
      guard case .writes = command.declaration.effect else { return false }
      return command.right == .read
    }.map(\.declaration.words.english)
    #expect(open.allSatisfy { $0.hasSuffix(" export") || $0 == "backup" }, "\(open)")
  }
}
