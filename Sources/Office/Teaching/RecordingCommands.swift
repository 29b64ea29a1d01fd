import CommandLanguage
import Diagnostics
import Foundation
import Values

/// `record`: what is typed, as a script.
enum RecordingCommands {
  static let all = [start, stop]

  private static let noun = Name("record", "录制")
  private static let path = Field<String>("file", "文件", "The script to write; a new file.", "要写的脚本；须是新文件。", type: .path)

  static let start = OfficeCommand(
    CommandDeclaration(
      noun, Name("start", "开始"),
      Localized(
        "From now on keeps what is typed and succeeds, for a script.", "从此刻起记下输入且成功的命令，以便写成脚本。"),
      parameters: [.positional(path)], effect: .session,
      examples: [Example("record start morning.linli", "record stop writes the script.", "录制 停止 时写出脚本。")])
  ) { session, arguments in
    let path = session.location(of: arguments[path])
    guard !FileManager.default.fileExists(atPath: path) else {
      throw Diagnostic(
        .outputFile, Localized("\(path) is there already", "\(path) 已存在"),
        hint: Localized("record writes a new file; name another", "录制只写新文件，请换一个名称"), subject: "file")
    }
    // What could not be written in the end is better refused now.
    _ = try OutputFile(path)
    try session.requests.ask(.record(path))
    return .nothing
  }

  static let stop = OfficeCommand(
    CommandDeclaration(
      noun, Name("stop", "停止"), Localized("Writes the script and ends the recording.", "写出脚本，结束录制。"),
      effect: .session,
      examples: [Example("record stop", "The script is there.", "脚本已写好。")])
  ) { session, _ in
    try session.requests.ask(.stopRecording)
    return .nothing
  }
}
