import CommandLanguage
import Diagnostics
import Foundation
import Office
import Records
import Testing
import Values

/// What every declaration promises.
@Suite struct DeclarationTests {
  @Test func everyExampleRuns() throws {
    let run = try SessionRun()
    try run.runFile("scripts/demo/fuhu.linli")
    for command in OfficeCommands.all
    where command.declaration.noun.english != "office" || command.declaration.verb?.english != "init" {
      let declaration = command.declaration
      #expect(!declaration.examples.isEmpty, "\(declaration.words.english) has no example")
      for example in declaration.examples where !isStep(declaration) {
        let seen = run.run("try { \(example.line); assert no \"taken back\" } catch e { print $e.message }")
        #expect(seen.hasSuffix("taken back\n"), "\(example.line)\n\(seen)")
      }
    }
  }

  @Test func everyExampleIsThereInChinese() throws {
    let run = try SessionRun()
    try run.runFile("scripts/demo/fuhu.linli")
    let table = run.office.table
    for example in OfficeCommands.all.flatMap(\.declaration.examples) {
      let line = table.renamed(example.line, in: .chinese)
      #expect(line != example.line || line.hasPrefix("?"))
      #expect(table.renamed(line, in: .english) == table.renamed(example.line, in: .english))
      #expect(throws: Never.self, "\(line)") { try run.check(line) }
    }
    #expect(
      table.renamed("opinion add 二单元路灯不亮 category=公共设施 from=R3", in: .chinese)
        == "意见 添加 二单元路灯不亮 类别=公共设施 反映人=R3")
    #expect(
      table.renamed("resident list sort=-age,name party=yes | where age >= 60 | select name room > a.csv", in: .chinese)
        == "居民 列出 排序=-年龄,姓名 党员=是 | 筛选 年龄 >= 60 | 选取 姓名 室 > a.csv")
    #expect(table.renamed("resident (", in: .chinese) == "resident (")
  }

  /// Whether a command stands on a line of its own, or needs an office in a file, so that no script of examples here can
  /// hold it, or the prompt.
  private func isStep(_ declaration: CommandDeclaration) -> Bool {
    let nouns = ["begin", "commit", "rollback", "undo", "redo", "backup", "restore", "demo", "record", "tour"]
    let verbs = ["start", "hint", "step", "stop"].map { "lesson \($0)" }
    return nouns.contains(declaration.noun.english) || verbs.contains(declaration.words.english)
  }

  @Test func aTransactionSpansLinesUntilItIsCommittedOrRolledBack() throws {
    let run = try SessionRun()
    run.run("office init 示例社区 hotline=0731-56780000")
    #expect(run.run("commit").contains("no transaction is open"))
    #expect(run.run("begin") == "open until commit or rollback\n")
    #expect(run.run("begin").contains("open already"))
    run.run("grid add G1 name=一网格")
    // What fails takes back only itself.
    #expect(run.run("grid add G2 name=二网格; grid add G1 name=again").contains("E-DUPLICATE"))
    #expect(run.run("grid count") == "1\n")
    #expect(run.run("rollback") == "taken back\n")
    #expect(run.run("grid count") == "0\n")
    run.run("begin")
    run.run("grid add G1 name=一网格")
    #expect(run.run("commit; grid add G2 name=二网格").contains("end a line"))
    #expect(run.run("commit") == "kept\n")
    #expect(run.run("grid count") == "1\n")
  }

  @Test func noTwoHeadingsMeanTheSame() {
    for kind in OfficeSchema.all.kinds {
      let handle = kind.shape.columns[0].name
      let headings =
        [handle.english, handle.chinese] + kind.fields.flatMap { [$0.name.english, $0.name.chinese] + $0.headings }
      #expect(Set(headings).count == headings.count, "\(kind.name.english): \(headings)")
    }
  }

  @Test func noTwoNamesMeanTheSame() {
    var seen: Set<String> = []
    for declaration in OfficeCommands.all.map(\.declaration) {
      for words in Set([declaration.words.english, declaration.words.chinese]) {
        #expect(seen.insert(words).inserted, "\(words)")
      }
      #expect(Keyword(rawValue: declaration.noun.english) == nil)
      #expect(FilterDeclaration.named(declaration.noun.english) == nil)
      let names = declaration.parameters.flatMap { [$0.field.name.english, $0.field.name.chinese] }
      #expect(Set(names).count == names.count, "\(declaration.words.english): \(names)")
    }
  }

  @Test func everyTextIsThereInBothLanguages() {
    func check(_ text: Localized, _ place: String) {
      #expect(!text.english.isEmpty && !text.chinese.isEmpty, "\(place)")
      #expect(text.chinese.unicodeScalars.contains { $0.value >= 0x80 }, "\(place): \(text.chinese)")
    }
    for declaration in OfficeCommands.all.map(\.declaration) {
      check(declaration.summary, declaration.words.english)
      for parameter in declaration.parameters {
        check(parameter.field.help, "\(declaration.words.english) \(parameter.field.name.english)")
      }
      for example in declaration.examples { check(example.explanation, example.line) }
    }
    for kind in OfficeSchema.all.kinds { check(kind.help, kind.name.english) }
  }

  @Test func theReferencePageIsCurrent() throws {
    let page = ReferencePage.text(of: try SessionRun().office.table)
    if Repository.isUpdating { try Repository.write(page, to: "docs/commands.md") }
    #expect(page == (try Repository.text("docs/commands.md")))
  }

  @Test func theSameLineMeansTheSameInBothLanguages() throws {
    let run = try SessionRun()
    try run.runFile("scripts/demo/fuhu.linli")
    let english = run.run("resident list building=3栋")
    #expect(run.run("居民 列出 楼栋=3栋") == english)
    #expect(run.run("居民　列出　楼栋＝三栋") == english)
    #expect(english.contains("胡建国"))
  }
}
