import Diagnostics
import Foundation
import Office
import Records
import Storage
import Testing
import Values

@Suite struct NameTests {
  private func office() throws -> OfficeSession {
    try OfficeSession(
      store: SQLiteStore(.memory, schema: OfficeSchema.all), isTemporary: true,
      environment: .init(language: .english, operatorName: "示例甲", clock: { Moment(seconds: 0) }, output: { _ in }))
  }

  private func add(_ name: String, _ office: OfficeSession, building: Reference? = nil) throws -> Record {
    var resident = Record(Resident.kind)
    resident[Resident.name] = name
    resident[Resident.building] = building
    return try office.writer.add(resident)
  }

  @Test func aNameOrAHandleNamesOneRecord() throws {
    let office = try office()
    let record = try add("古丽•阿依", office)
    for text in ["古丽·阿依", "古丽•阿依", "R1", "r1", "Ｒ１"] {
      #expect(try office.resolve(text, kinds: ["resident"]) == record.reference, "\(text)")
    }
    for text in ["R2", "R01", "R", "", "古丽"] {
      #expect(throws: Diagnostic.self, "\(text)") { try office.resolve(text, kinds: ["resident"]) }
    }
  }

  @Test func nothingIsGuessedAmongSeveral() throws {
    let office = try office()
    _ = try add("张伟", office)
    let second = try add("张伟", office)
    do {
      _ = try office.resolve("张伟", kinds: ["resident"])
      Issue.record("the name is ambiguous")
    } catch let diagnostic as Diagnostic {
      #expect(diagnostic.code == .ambiguousRecord)
      #expect(diagnostic.hint?.english.contains("(R1") == true && diagnostic.hint?.english.contains("(R2") == true)
    }
    #expect(try office.resolve("R2", kinds: ["resident"]) == second.reference)
  }

  @Test func aPhoneIsMaskedInEveryRow() throws {
    let office = try office()
    var resident = Record(Resident.kind)
    resident[Resident.name] = "胡建国"
    resident[Resident.phone] = "13800001234"
    let record = try office.writer.add(resident)
    #expect(try office.row(of: record)["phone"] == .text("138****1234"))
    #expect(try office.row(for: record.reference)["电话"] == .text("138****1234"))
  }
}
