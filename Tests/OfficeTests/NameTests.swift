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

  private func hint(_ text: String, _ kinds: [String] = ["resident"], in office: OfficeSession) -> String? {
    do {
      _ = try office.resolve(text, kinds: kinds)
    } catch let diagnostic as Diagnostic where diagnostic.code == .unknownRecord {
      return diagnostic.hint?.english
    } catch {}
    return nil
  }

  @Test(arguments: ["湖建国", "胡健国", "胡建围", "胡国建", "hujianguo", "Hu Jianguo", "hjg", "胡建国@9栋"])
  func aNameThatIsNearIsOffered(typed: String) throws {
    let office = try office()
    for name in ["李梅", "胡建国", "曾国安"] { _ = try add(name, office) }
    #expect(hint(typed, in: office) == "did you mean 胡建国 (R2)?")
  }

  @Test func severalThatAreEquallyNearAreOffered() throws {
    let office = try office()
    for name in ["张伟", "张维", "张伟", "张卫东"] { _ = try add(name, office) }
    #expect(hint("张卫", in: office) == "did you mean 张伟 (R1), 张伟 (R3) or 张维 (R2)?")
  }

  @Test func whatIsNotNearIsLookedForOtherwise() throws {
    let office = try office()
    #expect(hint("王芳", in: office) == "there is no resident yet")
    _ = try add("胡建国", office)
    #expect(hint("王芳", in: office) == "look for a part of it: resident list name~王")
    #expect(hint("R7", in: office) == "the newest is R1")
    #expect(hint("\u{1B}[2J", in: office) == "resident list shows them")
    #expect(hint(String(repeating: "胡", count: 100_000), in: office) == "look for a part of it: resident list name~胡")
  }

  @Test func amongVeryManyTheNearestIsFound() throws {
    let office = try office()
    try office.store.atomically {
      for number in 0..<3_500 { _ = try add("住户\(number)", office) }
      _ = try add("欧阳明日", office)
    }
    for typed in ["欧阳明月", "欧阳明", "殴阳鸣日", "明日", "ouyangmingri", "oymr"] {
      #expect(hint(typed, in: office) == "did you mean 欧阳明日 (R3501)?", "\(typed)")
    }
  }

  @Test func aScriptThatTriesVeryManyNamesDoesNotWaitForSuggestions() throws {
    let office = try office()
    _ = try add("胡建国", office)
    try office.atomically(writing: false) {
      for _ in 0..<100 { #expect(hint("湖建国", in: office)?.hasPrefix("did you mean") == true) }
      #expect(hint("湖建国", in: office) == "look for a part of it: resident list name~湖")
    }
    try office.atomically(writing: false) { #expect(hint("湖建国", in: office)?.hasPrefix("did you mean") == true) }
  }

  @Test func aNameThatAnotherTookThePlaceOfIsNotOffered() throws {
    let office = try office()
    let kept = try add("胡建国", office)
    let twice = try add("胡健国", office)
    var decisions = ResidentMerge.Decisions()
    decisions.keep = ["name"]
    _ = try ResidentMerge(of: twice, into: kept, decisions, in: office.writer).run()
    #expect(hint("湖建国", in: office) == "did you mean 胡建国 (R1)?")
  }

  @Test func whatIsNamedIsNotRemoved() throws {
    let office = try office()
    var grid = Record(Grid.kind)
    grid[Grid.code] = "G1"
    let added = try office.writer.add(grid)
    var building = Record(Building.kind)
    building[Building.name] = "3栋"
    building[Building.grid] = added.reference
    _ = try office.writer.add(building)
    do {
      try office.writer.remove(added)
      Issue.record("the grid has a building")
    } catch let diagnostic as Diagnostic {
      #expect(diagnostic.code == .recordInUse)
      #expect(diagnostic.message.english == "other records name G1: 1 of the kind building")
      #expect(diagnostic.hint?.english == "building list grid=G1 shows them")
    }
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
