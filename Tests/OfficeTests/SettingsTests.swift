import Diagnostics
import Foundation
import Office
import Scratch
import Testing
import Values

/// What somebody sets for himself is kept, and what is wrong in the file stops nobody.
@Suite struct SettingsTests {
  private let scratch = TemporaryFolder()
  private var folder: String { scratch.path }
  private var path: String { folder + "/linli/settings" }

  private func desk() throws -> Desk {
    let desk = try Desk(settingsFile: SettingsFile(path: path))
    return desk
  }

  private func mode(_ path: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
  }

  @Test func whatIsSetIsKeptInAFileOfOnesOwn() throws {
    let desk = try desk()
    try desk.run("config display language=zh color=never pager=\"less -S\" confirm=no")
    let text = try String(contentsOfFile: path, encoding: .utf8)
    #expect(text == "language = zh\ncolor = never\npager = less -S\nconfirm = no\n")
    #expect(try mode(path) == 0o600)
    #expect(try mode(folder + "/linli") == 0o700)
    let (settings, faults) = SettingsFile(path: path).load()
    #expect(faults.isEmpty)
    #expect(settings == desk.session.settings)
    // From now on answers are Chinese.
    #expect(try desk.run("grid add G1").contains("已添加"))
    try desk.run("设置 显示 --复原")
    #expect(try String(contentsOfFile: path, encoding: .utf8).isEmpty)
    #expect(try desk.run("grid add G2").contains("added"))
  }

  @Test func whatIsTakenBackIsNotKept() throws {
    let desk = try desk()
    #expect(try desk.code("config display language=zh color=never; resident show 无人") == "E-UNKNOWN-RECORD")
    #expect(!FileManager.default.fileExists(atPath: path))
    #expect(desk.session.settings == UserSettings())
    #expect(desk.session.language == .english)
    try desk.run("config display color=never; config display confirm=no")
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "color = never\nconfirm = no\n")
  }

  @Test func aBrokenLineIsToldWithItsPlaceAndPassedOver() throws {
    try FileManager.default.createDirectory(atPath: folder + "/linli", withIntermediateDirectories: true)
    let text = "# mine\ncolour = red\n\nlanguage = zh\nconfirm = perhaps\nnonsense\r\ncolor=never"
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    let (settings, faults) = SettingsFile(path: path).load()
    #expect(settings[UserSettings.language] == .chinese)
    #expect(settings[UserSettings.color] == .never)
    #expect(settings[UserSettings.confirm] == nil)
    #expect(faults.map(\.code.id) == ["E-SETTINGS", "E-SETTINGS", "E-SETTINGS"])
    #expect(faults.compactMap { $0.place?.source.line(at: $0.place?.span.start ?? 0) } == [2, 5, 6])
    #expect(faults[0].hint?.english == "did you mean color?")
    try Data([0xBA, 0xFA]).write(to: URL(fileURLWithPath: path))
    #expect(SettingsFile(path: path).load().faults.count == 1)
    #expect(SettingsFile(path: folder + "/nowhere").load().faults.isEmpty)
  }

  @Test func whatIsWrongIsRefusedBeforeAnythingIsKept() throws {
    let desk = try desk()
    #expect(try desk.code("config display color=pink") == "E-VALUE")
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  @Test func theListSaysWhoseASettingIs() throws {
    let desk = try desk()
    try desk.run("config display confirm=no")
    #expect(
      try desk.run("config list | select of setting value") == """
        of      setting        value
        ──────  ─────────────  ─────
        you     language
        you     color
        you     pager
        you     confirm        no
        office  backup folder
        office  backup keep
        (6 rows)

        """)
  }

  @Test(
    arguments: [
      (ColorChoice.auto, true, [:], true), (.auto, false, [:], false), (.auto, true, ["NO_COLOR": "1"], false),
      (.auto, true, ["NO_COLOR": ""], true), (.auto, true, ["TERM": "dumb"], false),
      (.always, false, ["NO_COLOR": "1"], true),
      (.never, true, [:], false),
    ] as [(ColorChoice, Bool, [String: String], Bool)])
  func coloursAreForTerminals(choice: ColorChoice, isTerminal: Bool, environment: [String: String], isColoured: Bool) {
    #expect(choice.allows(terminal: isTerminal, environment) == isColoured)
  }
}
