import Diagnostics
import Foundation
import Testing

/// Broken scripts with what is said about them: `Mistakes/NAME.linli`, and `NAME.txt` with both languages. Each runs in
/// the office that `office.session` sets up. `scripts/update` records the outputs anew.
@Suite struct MistakeTests {
  private static let folder = "Tests/Transcripts/Mistakes"

  /// The broken scripts; files that they include begin with `part-`.
  static var scripts: [String] {
    get throws {
      try Repository.files(in: folder, ending: ".linli").filter { !$0.contains("/part-") }
    }
  }

  @Test(arguments: try scripts)
  func mistakesAreNamedAsRecorded(file: String) throws {
    let seen = try Language.allCases.map { language in "# \(language.rawValue)\n" + (try output(file, language)) }
      .joined()
    let record = file.replacing(".linli", with: ".txt")
    if Repository.isUpdating {
      try Repository.write(seen, to: record)
    } else {
      #expect(seen == (try Repository.text(record)), "\(file)")
    }
    #expect(seen.contains("E-"), "\(file) is no mistake")
  }

  @Test func thereIsARecordForEveryMistake() throws {
    // While they are recorded, new ones may still be missing.
    guard !Repository.isUpdating else { return }
    #expect(try Self.scripts.count >= 100)
    #expect(
      try Repository.files(in: Self.folder, ending: ".txt")
        == Self.scripts.map { $0.replacing(".linli", with: ".txt") })
  }

  /// What a script shows; faults are said about the file's name alone, wherever the repository stands.
  private func output(_ file: String, _ language: Language) throws -> String {
    let folder = Repository.path(Self.folder) + "/"
    let run = try SessionRun(language: language, including: folder)
    let office = try Repository.text("\(Self.folder)/office.session")
    #expect(!run.run(office, named: "office.session").contains("E-"))
    let seen = run.run(try Repository.text(file), named: file.replacing(Self.folder + "/", with: ""))
    return seen.replacing(folder, with: "")
  }
}
