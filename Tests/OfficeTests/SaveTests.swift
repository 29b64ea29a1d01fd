import Foundation
import Testing

/// A saved office is loaded whole, or nothing of it.
@Suite struct SaveTests {
  /// A saved office with a fund.
  private func script() throws -> String {
    let desk = try Desk.withStation()
    try desk.run(
      """
      meeting call 例会 body=驿站 at="2020-07-05 19:30" place=驿站 agenda=["监控"]
      clock set "2020-07-05 19:30"
      meeting open M1
      for n in 1..12 { meeting sign-in M1 "R$n" }
      motion vote M1.1 for=12
      meeting close M1
      motion notice M1.1 days=7
      clock set "2020-07-13 09:00"
      fund open 监控 motion=M1.1 goal=2000 until=+20d keeper=示例乙 surplus=转入维护 refunds=开工前可退 book=FH2020
      fund give F1 from=R1 amount=100
      fund give F1 from=R2 amount=50
      fund void D2 reason=写错
      """)
    let path = NSTemporaryDirectory() + "linli-\(UUID().uuidString).linli"
    defer { try? FileManager.default.removeItem(atPath: path) }
    try desk.run("save \"\(path)\"")
    #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o600)
    return try String(contentsOfFile: path, encoding: .utf8)
  }

  private func empty() throws -> Desk {
    let desk = try Desk()
    try desk.clock("2020-08-01 09:00")
    return desk
  }

  @Test func whatIsNotWholeIsNotLoaded() throws {
    let script = try script()
    let changes: [(String, (String) -> String)] = [
      ("it says 95 records, and has 94", { $0.split(separator: "\n").dropLast().joined(separator: "\n") }),
      ("has 95", { $0.replacing("records=95", with: "records=96") }),
      ("the books of 监控 do not hold", { $0.replacing("voided=2020-07-13", with: "voided=2020-07-14") }),
      (
        "D1 names as resident what is not there",
        { $0.replacing("slip=FH2020-0001 resident=R1 ", with: "slip=FH2020-0001 resident=R99 ") }
      ),
      ("is no handle of a gift", { $0.replacing("put gift D1", with: "put gift R1") }),
      ("gift takes no amuont", { $0.replacing("amount=100.00", with: "amuont=100.00") }),
      ("the text holds an identity number", { $0.replacing("name=党员3", with: "name=430381199001011234") }),
    ]
    for (message, change) in changes {
      let desk = try empty()
      let changed = change(script)
      #expect(changed != script, "\(message)")
      let answer = try desk.refusal(changed)
      #expect(answer.contains(message), "\(answer)")
      #expect(try desk.journal.isEmpty && desk.run("resident count") == "0\n")
    }
  }

  @Test func anOfficeIsLoadedOnceOnly() throws {
    let script = try script()
    let desk = try empty()
    try desk.run(script)
    #expect(try desk.code(script) == "E-LOAD")
    #expect(try desk.code("put resident R99 name=李梅") == "E-STATE")
    #expect(try desk.code("office load records=0") == "E-LOAD")
    #expect(try empty().code("office load records=0 next=[resident]") == "E-LOAD")
    #expect(try empty().code("save /nowhere/office.linli") == "E-STATE", "an office without a name has nothing to save")
    #expect(try desk.code("save /nowhere/office.linli") == "E-FILE")
    #expect(try !desk.run("journal list act=save").contains("/nowhere"))
  }
}
