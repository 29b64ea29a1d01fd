import Diagnostics
import Foundation
import Office
import Records
import Shell
import Testing
import Typesetting
import Values

@testable import Storage

/// Makes happen what the codes of the world outside describe.
struct Situation {
  let language: Language
  private let directory: String

  init(_ language: Language) throws {
    self.language = language
    directory = NSTemporaryDirectory() + "linli-\(UUID().uuidString)/"
    try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
  }

  /// Every situation, by its code.
  static let all: [String: @Sendable (Situation) throws -> String] = [
    "E-ENCODING": { try $0.reading("story.linli", [0x70, 0x72, 0x69, 0x6E, 0x74, 0x20, 0xBA, 0xFA, 0xBD, 0xA8]) },
    "E-CONTROL-CHARACTER": { try $0.reading("door.png", [0x0A, 0x1A, 0x0A, 0x00, 0x00, 0x0D]) },
    "E-NESTING": {
      try SessionRun(language: $0.language)
        .run("print $(" + String(repeating: "(", count: 101) + "1" + String(repeating: ")", count: 101) + ")")
    },
    "E-INCLUDE": { situation in
      _ = try situation.file("a.linli", Array("include \"b.linli\"\n".utf8))
      _ = try situation.file("b.linli", Array("include \"a.linli\"\n".utf8))
      return try SessionRun(language: situation.language, including: situation.directory)
        .run("include \"b.linli\"\n", named: "a.linli")
    },
    "E-OPTION": { situation in
      situation.said {
        var options = ProgramOptions()
        try OptionReader(["--chek", "fund.linli"]).read(into: &options)
      }
    },
    "E-LINE-EDITOR": { situation in situation.said { throw LineEditor.unavailable("libedit.so.2") } },
    "E-PDF": { situation in situation.said { throw PDFLibraries.missing("libpangocairo-1.0.so.0") } },
    "E-SETTINGS": { situation in
      let path = try situation.file("settings", Array("colour = red\n".utf8))
      return DiagnosticRenderer(language: situation.language).text(SettingsFile(path: path).load().faults)
    },
    "E-PRINTER": { situation in
      let run = try SessionRun(language: situation.language)
      run.run("office init 北正街社区 hotline=0731-56780000; grid add G1; building add 3栋 grid=G1")
      return run.run(Localized("card print | to printer", "联系卡 打印 | 输出 printer")[situation.language])
    },
    "E-CLOCK": { situation in
      let run = try SessionRun(language: situation.language, isTemporary: false)
      run.run("office init 北正街社区 hotline=0731-56780000")
      return run.run(
        Localized("clock set \"2020-07-01 09:00\"", "时钟 设定 \"2020-07-01 09:00\"")[situation.language])
    },
    "E-CLOCK-BEHIND": { situation in
      let run = try SessionRun(language: situation.language, isTemporary: false)
      run.office.writer.authorship.now = try #require(Moment("2020-07-26 09:00"))
      try run.office.writer.note("restore", Record.all(Community.kind), [:])
      return situation.said(run.office.checkClock)
    },
    "E-UNCONFIRMED": { situation in
      let run = try SessionRun(language: situation.language)
      run.run("resident add 胡建国")
      run.office.ask = { _ in "no" }
      return run.run(
        Localized("resident forget 胡建国 reason=书面申请", "居民 抹去 胡建国 理由=书面申请")[situation.language])
    },
    "E-JOURNAL": { situation in
      let run = try SessionRun(language: situation.language)
      run.run("resident add 胡建国 phone=13800001234")
      // Past the writer, as another program would.
      guard var record = try run.office.store.record(Resident.kind, id: 1) else { return "" }
      record[Resident.phone] = "13800009999"
      try run.office.store.update(record)
      return run.run(Localized("journal verify", "日志 核验")[situation.language])
    },
    "E-ROLE": { situation in
      let run = try SessionRun(language: situation.language)
      run.run("operator add 示例甲 role=leader; operator add 示例乙 role=clerk; fund count; operator as 示例乙")
      return run.run(Localized("retention apply", "保存期限 执行")[situation.language])
    },
    "E-STORE-FILE": { situation in situation.said { try Situation.open("/proc/office.db").close() } },
    "E-STORE-FULL": { situation in
      let store = try Situation.open(situation.directory + "office.db")
      // As many pages as there are; the database says of more what it says of a disk without room.
      try store.access { try $0.execute(sql: "PRAGMA max_page_count = 1") }
      return situation.said {
        try store.atomically { for number in 1...1_000 { try store.setSetting("\(number)", "一二三四五六七八九十") } }
      }
    },
    "E-STORE-READONLY": { situation in
      let path = situation.directory + "office.db"
      try Situation.open(path).close()
      let store = try SQLiteStore(.file(path), schema: OfficeSchema.all, isReadOnly: true)
      return situation.said { try store.requireWritable() }
    },
    "E-STORE-FORMAT": { situation in
      let path = try situation.file("notes.txt", Array("胡建国 3栋2单元201\n".utf8))
      return situation.said { try Situation.open(path).close() }
    },
    "E-STORE-NEWER": { situation in
      let path = situation.directory + "office.db"
      let name = Field<String>("name", "名称", "Its name.", "名称。")
      let later = RecordKind(
        "later", "后来", "A kind of a later version.", "新版本的记录。", handle: .numbered("LT"),
        fields: [name.declaration], since: 99)
      try SQLiteStore(.file(path), schema: Schema(OfficeSchema.all.kinds + [later])).close()
      return situation.said { try Situation.open(path).close() }
    },
    "E-STORE-BUSY": { situation in
      let path = situation.directory + "office.db"
      let (first, second) = (try Situation.open(path), try Situation.open(path))
      try first.begin()
      defer { try? first.rollback() }
      return situation.said { try second.atomically {} }
    },
    "E-STORE-DAMAGED": { situation in
      let path = situation.directory + "office.db"
      try Situation.open(path).close()
      var bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
      for index in 4_096..<bytes.count { bytes[index] = 7 }
      try Data(bytes).write(to: URL(fileURLWithPath: path))
      return situation.said { try Situation.open(path).close() }
    },
  ]

  /// What is printed when it happens; files are named as if they stood where one is.
  func output(of code: DiagnosticCode) throws -> String? {
    defer { try? FileManager.default.removeItem(atPath: directory) }
    return try Situation.all[code.id]?(self).replacing(directory, with: "")
  }

  private func file(_ name: String, _ bytes: [UInt8]) throws -> String {
    try Data(bytes).write(to: URL(fileURLWithPath: directory + name))
    return directory + name
  }

  private func reading(_ name: String, _ bytes: [UInt8]) throws -> String {
    let path = try file(name, bytes)
    return said { _ = try SourceFile.read(path) }
  }

  private static func open(_ path: String) throws -> SQLiteStore {
    try SQLiteStore(.file(path), schema: OfficeSchema.all, patience: 0)
  }

  private func said(_ body: () throws -> Void) -> String {
    do {
      try body()
      return ""
    } catch let diagnostic as Diagnostic {
      return DiagnosticRenderer(language: language).text(diagnostic)
    } catch {
      return "\(error)\n"
    }
  }
}
