import Foundation
import Scratch
import Testing

/// Lessons, demonstrations and recordings, as they are seen in a terminal.
@Suite(.serialized) struct TeachingTests {
  private let scratch = TemporaryFolder()
  private var home: String { scratch.path }

  /// The built program, beside the tests.
  private var program: String {
    let bundle = CommandLine.arguments.first { $0.hasSuffix(".xctest") } ?? Bundle.main.bundlePath
    let path = URL(fileURLWithPath: bundle).deletingLastPathComponent().path + "/linli"
    if FileManager.default.isExecutableFile(atPath: path) { return path }
    return URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
      "../../.build/debug/linli"
    ).standardized.path
  }

  private func start(_ arguments: [String] = [], language: String = "C.UTF-8") throws -> PseudoTerminal {
    try PseudoTerminal(
      program, ["--db", home + "/office.db"] + arguments,
      environment: ["HOME": home, "LANG": language, "TERM": "xterm", "PATH": "/usr/bin:/bin"], columns: 100)
  }

  /// Types a line and waits for what it is to show, and for the next prompt.
  private func type(_ line: String, _ shown: String, _ prompt: String, in terminal: PseudoTerminal) throws {
    terminal.type(line + "\n")
    try terminal.wait(for: shown)
    try terminal.wait(for: prompt)
  }

  private func file(_ name: String, _ text: String) throws -> String {
    try Data(text.utf8).write(to: URL(fileURLWithPath: home + "/" + name))
    return home + "/" + name
  }

  @Test func aWholeLessonIsTyped() throws {
    let terminal = try start()
    try terminal.wait(for: "linli> ")
    try type("lesson hint", "no lesson is going on", "linli> ", in: terminal)
    terminal.type("lesson start 1\n")
    for text in ["First steps, and help", "office for practice", "Step 1 of 5", "0731-56780000.", "lesson 1 (1/5)> "] {
      try terminal.wait(for: text)
    }
    try type("lesson hint", "Hint 1/2: help lists the nouns", "lesson 1 (1/5)> ", in: terminal)
    // Looking around is no try, and a wrong name is one.
    try type("help office", "office init", "(1/5)> ", in: terminal)
    try type("office init 别的社区 hotline=0731-56780000", "established", "(1/5)> ", in: terminal)
    try type("office init 示例社区 hotline=0731-56780000", "already", "(1/5)> ", in: terminal)
    // The third one in vain brings the next hint.
    try type("ofice show", "did you mean office?", "Hint 2/2: `office init", in: terminal)
    try type("lesson hint", "One way to do it:", "    office init 示例社区 hotline=0731-56780000", in: terminal)
    // Another way leads there too.
    try type("office set name=示例社区", "✓ Step 1 is done.", "lesson 1 (2/5)> ", in: terminal)
    try type("lesson step", "line for complaints", "(2/5)> ", in: terminal)
    // A lesson goes on where it was left.
    try type("lesson stop", "Left at step 2", "linli> ", in: terminal)
    try type("office show", "the office has no name yet", "linli> ", in: terminal)
    try type("课程 开始 第一步", "Step 2 of 5", "lesson 1 (2/5)> ", in: terminal)
    try type("office set supervision=0731-56780001", "✓ Step 2 is done.", "(3/5)> ", in: terminal)
    // Two steps in one line.
    try type("grid add G1 name=示例小区; 网格 添加 G2 名称=新村", "✓ Step 4 is done.", "(5/5)> ", in: terminal)
    terminal.type("operator as 示例乙\n")
    for text in [
      "✓ Step 5 is done.", "The lesson is finished: 5 steps, 3 tries, 0 hints.", "back in the office", "linli> ",
    ] {
      try terminal.wait(for: text)
    }
    // Nothing of it touched the office; how far one is, is kept.
    try type("print $(grid count)", "\n0\n", "linli> ", in: terminal)
    try type(
      "lesson list | where number == 1 | select done tries hints | to csv", "done,tries,hints\n5,7,3\n", "linli> ",
      in: terminal)
    terminal.type("\u{4}")
    #expect(try terminal.exitStatus() == 0)
    let progress = home + "/.local/state/linli/lessons"
    #expect(try FileManager.default.attributesOfItem(atPath: progress)[.posixPermissions] as? Int == 0o600)
    // What was practised is no part of the office's history.
    let histories = home + "/.local/state/linli/history/"
    for file in try FileManager.default.contentsOfDirectory(atPath: histories) {
      let history = try String(contentsOfFile: histories + file, encoding: .utf8)
      #expect(history.contains("lesson start 1") && !history.contains("别的社区"))
    }
  }

  @Test func theTourLeadsFromNothingToAPrintedCard() throws {
    let terminal = try start(language: "zh_CN.UTF-8")
    try terminal.wait(for: "输入 导览 用五分钟了解用法")
    try terminal.wait(for: "邻里> ")
    try type("导览", "第 1 步，共 7 步", "导览（1/7）> ", in: terminal)
    try type("办公室 建立 新桥社区 热线=0731-56780000", "✓ 第 1 步完成。", "（2/7）> ", in: terminal)
    try type("网格 添加 G1 名称=示例小区", "✓ 第 2 步完成。", "（3/7）> ", in: terminal)
    try type("楼栋 添加 3栋 网格=G1 单元数=2 层数=4 每层户数=2", "✓ 第 3 步完成。", "（4/7）> ", in: terminal)
    try type("居民 添加 胡建国 地址=3-2-201 电话=13800001234", "✓ 第 4 步完成。", "（5/7）> ", in: terminal)
    try type("楼栋长 任命 胡建国 楼栋=3栋", "✓ 第 5 步完成。", "（6/7）> ", in: terminal)
    try type("同意 登记 胡建国 电话 渠道=楼栋联系卡 凭据=\"签字表 1\"", "✓ 第 6 步完成。", "（7/7）> ", in: terminal)
    try type("联系卡 打印 楼栋=3栋", "胡建国 ☎ 13800001234（本人同意）", "本课学完：7 步，尝试 7 次，提示 0 条。", in: terminal)
    try terminal.wait(for: "邻里> ")
    // The office is as new as before, and says so at the next start only.
    try type("办公室 建立 示例社区 热线=0731-56780000", "已建立", "示例社区> ", in: terminal)
    terminal.type("\u{4}")
    #expect(try terminal.exitStatus() == 0)
    let again = try start(language: "zh_CN.UTF-8")
    #expect(try !again.wait(for: "示例社区> ").contains("导览"))
  }

  @Test func aTrainersOwnLessonAndWhatKeepsOneFromStarting() throws {
    let keys = try file(
      "keys.linli",
      """
      ## lesson: Keys
      ## 课程：钥匙
      ## about: The key of the boiler room.
      ## 简介：锅炉房的钥匙。
      grid add G1
      ## step: Call G1 锅炉房, and import doors.csv.
      ## 步骤：把 G1 命名为 锅炉房，并导入 doors.csv。
      grid set G1 name=锅炉房
      building import doors.csv
      assert $(grid show G1).name == "锅炉房" and $(building count) == 1

      """)
    _ = try file("doors.csv", "name,grid\n1栋,G1\n")
    let terminal = try start()
    try terminal.wait(for: "linli> ")
    try type("begin", "open", "linli*> ", in: terminal)
    try type("lesson start 1", "a transaction is open", "linli*> ", in: terminal)
    try type("rollback", "taken back", "linli> ", in: terminal)
    try type("lesson start \"\(keys)\"", "Step 1 of 1", "lesson (1/1)> ", in: terminal)
    try type("record start a.linli", "a lesson is going on", "(1/1)> ", in: terminal)
    // A file that stands beside the lesson is read; what is written stays in the lesson.
    try type("building import doors.csv", "new 1", "(1/1)> ", in: terminal)
    try type("grid export > \"\(home)/written.csv\"", "written.csv", "(1/1)> ", in: terminal)
    try type("grid set G1 name=锅炉房", "The lesson is finished", "linli> ", in: terminal)
    #expect(!FileManager.default.fileExists(atPath: home + "/written.csv"))
    try type("lesson start 1", "Step 1 of 5", "(1/5)> ", in: terminal)
    terminal.type("\u{4}")
    try terminal.wait(for: "Left at step 1")
    try terminal.wait(for: "linli> ")
    terminal.type("quit\n")
    #expect(try terminal.exitStatus() == 0)
  }

  @Test func aScriptIsPlayedAndPausesForAKey() throws {
    let script = try file(
      "story.linli",
      """
      #!/usr/bin/env linli
      # An office for a class.
      office init 示例社区 hotline=0731-56780000
      # pause: Who may be shown?

      if yes {
        grid add G1
      }
      # 停顿
      residnet list
      help
      print 完

      """)
    let terminal = try start()
    try terminal.wait(for: "linli> ")
    terminal.type("demo play \"\(script)\" speed=max\n")
    for text in [
      "\nlinli> # An office for a class.\n", "linli> office init 示例社区 hotline=0731-56780000\n",
      "established",
      "— Who may be shown?\n", "[any key goes on, q ends]",
    ] { try terminal.wait(for: text) }
    terminal.type("x")
    for text in ["示例社区> if yes {\n…   grid add G1\n… }\n", "[any key goes on, q ends]"] {
      try terminal.wait(for: text)
    }
    terminal.type(" ")
    for text in ["did you mean resident?", "\n完\n", "the script was played; its office stays open", "played: 示例社区> "] {
      try terminal.wait(for: text)
    }
    // The class may ask; the office at home knows nothing of it.
    try type("print $(grid count)个", "\n1个\n", "played: 示例社区> ", in: terminal)
    try type("demo stop", "back in the office", "\nlinli> ", in: terminal)
    try type("demo stop", "no script was played", "linli> ", in: terminal)
    // In the office at hand, and ended at the mark.
    terminal.type("demo play \"\(script)\" speed=0 --here\n")
    try terminal.wait(for: "q ends]")
    terminal.type("q")
    try terminal.wait(for: "the script was stopped\n")
    try terminal.wait(for: "示例社区> ")
    // As a person types: Ctrl-C ends it.
    terminal.type("demo play \"\(script)\" speed=0.001\n")
    try terminal.wait(for: "linli> #")
    terminal.type("\u{3}")
    try terminal.wait(for: "the script was stopped")
    try type("演示 停止", "back in the office", "示例社区> ", in: terminal)
    terminal.type("\u{4}")
    #expect(try terminal.exitStatus() == 0)
  }

  @Test func whatIsTypedBecomesACleanScript() throws {
    let path = home + "/morning.linli"
    let terminal = try start()
    try terminal.wait(for: "linli> ")
    try type("office init 示例社区 hotline=0731-56780000; let before = 1", "established", "示例社区> ", in: terminal)
    try type("record stop", "nothing is being recorded", "示例社区> ", in: terminal)
    try type("record start \"\(path)\"", "is kept until record stop", "示例社区 [recording]> ", in: terminal)
    try type("grid add G1 name=一网格 # 第一个", "added", "[recording]> ", in: terminal)
    try type("gird add G2", "did you mean grid?", "[recording]> ", in: terminal)
    try type("help grid; grid add G2", "added", "[recording]> ", in: terminal)
    try type("grid add G3", "added", "[recording]> ", in: terminal)
    try type("why", "did you mean grid?", "[recording]> ", in: terminal)
    try type("undo", "undone", "[recording]> ", in: terminal)
    try type("redo", "done again", "[recording]> ", in: terminal)
    try type("grid add G4", "added", "[recording]> ", in: terminal)
    try type("undo", "undone", "[recording]> ", in: terminal)
    // What the script could not know is left out.
    try type("print $before", "no variable is named before", "leaves this out", in: terminal)
    try terminal.wait(for: "[recording]> ")
    try type("begin", "open", "[recording]*> ", in: terminal)
    try type("grid add G5", "added", "*> ", in: terminal)
    try type("rollback", "taken back", "[recording]> ", in: terminal)
    terminal.type("if yes {\nprint 好\n}\n")
    try terminal.wait(for: "\n好\n")
    try terminal.wait(for: "[recording]> ")
    // A lesson meanwhile is no part of it.
    try type("lesson start 1", "Step 1", "(1/5)> ", in: terminal)
    try type("grid add G9", "added", "(1/5)> ", in: terminal)
    try type("lesson stop", "Left", "[recording]> ", in: terminal)
    try type("record stop", "4 entries written to \(path)", "示例社区> ", in: terminal)
    #expect(
      try String(contentsOfFile: path, encoding: .utf8) == """
        #!/usr/bin/env linli
        grid add G1 name=一网格 # 第一个
        grid add G2
        grid add G3
        if yes {
        print 好
        }

        """)
    try type("record start \"\(path)\"", "is there already", "示例社区> ", in: terminal)
    // Who leaves without stopping has his script all the same.
    try type("record start \"\(home)/noon.linli\"", "is kept", "[recording]> ", in: terminal)
    try type("print 午", "午", "[recording]> ", in: terminal)
    terminal.type("\u{4}")
    try terminal.wait(for: "1 entry written")
    #expect(try terminal.exitStatus() == 0)
    #expect(try String(contentsOfFile: home + "/noon.linli", encoding: .utf8) == "#!/usr/bin/env linli\nprint 午\n")
  }
}
