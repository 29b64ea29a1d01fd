import Foundation
import Scratch
import Testing

/// Two prompts at one office: nothing of one is lost by the other, and who changes a record is told what he cannot know.
@Suite struct NewsTests {
  private let scratch = TemporaryFolder()
  private var folder: String { scratch.path }

  private func desks() throws -> (Desk, Desk) {
    let desks = (try Desk(folder: folder), try Desk(folder: folder))
    for desk in [desks.0, desks.1] { desk.session.transactions.isAllowed = true }
    try desks.0.run("resident add 胡建国 phone=13800001234; resident add 李梅")
    return desks
  }

  private let told =
    "R1: since you last saw it, 示例乙 changed phone: 138****1234 → 138****9999 (2020-07-01 09:00, entry 3)\n"

  @Test func whoChangesARecordIsToldWhatOthersChanged() throws {
    let (first, second) = try desks()
    try second.run("operator as 示例乙")
    _ = try first.run("resident show R1")
    #expect(try second.run("resident set R1 phone=13800009999") == "R1 胡建国: changed\n")
    // What else is typed in between shows nothing of it.
    _ = try first.run("resident show R2")
    #expect(try first.run("resident set R1 party=yes") == told + "R1 胡建国: changed\n")
    // Only the field that the line names was written.
    #expect(try first.run("print $(resident show R1).party") == "yes\n")
    #expect(try first.run("resident reveal R1 reason=核对").contains("13800009999"))
    // It is told once; and nobody is told of what he did himself.
    #expect(try first.run("resident set R1 party=no") == "R1 胡建国: changed\n")
    #expect(try second.run("resident set R2 party=yes") == "R2 李梅: changed\n")
  }

  @Test func whoHasSeenTheChangeIsNotTold() throws {
    let (first, second) = try desks()
    try second.run("operator as 示例乙; resident set R1 phone=13800009999")
    _ = try first.run("resident list")
    #expect(try first.run("resident set R1 party=yes") == "R1 胡建国: changed\n")
    // A row that a filter leaves out was not seen.
    try second.run("resident set R2 phone=13800000000")
    _ = try first.run("resident list | where handle == \"R1\"")
    #expect(try first.run("resident set R2 party=yes").hasPrefix("R2: since you last saw it, 示例乙 changed phone: – →"))
  }

  @Test func aChangeThatIsTakenBackIsToldAgain() throws {
    let (first, second) = try desks()
    _ = try first.run("resident show R1")
    try second.run("operator as 示例乙; resident set R1 phone=13800009999")
    #expect(try first.code("resident set R1 party=yes; assert no") == "E-ASSERT")
    #expect(try first.run("resident set R1 party=yes") == told + "R1 胡建国: changed\n")
  }
}
