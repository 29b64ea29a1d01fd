import CommandLanguage
import Diagnostics
import Foundation
import Values

/// `demo`: a script typed out before people.
enum DemonstrationCommands {
  static let all = [play, stop]

  private static let noun = Name("demo", "演示")
  private static let fastest = Choice("max", "最快")
  private static let script = Field<String>("script", "脚本", "The script.", "脚本文件。", type: .path)
  private static let speed = Field<Value>(
    "speed", "速度", "How much faster than usual; max or 0 waits for nothing but marks.", "打字速度的倍数；最快 或 0 表示除停顿外不等待。",
    type: .either([.choice([fastest]), .decimal]), default: .integer(1))
  private static let here = Field<Bool>(
    "here", "就地", "In the office at hand, not in one of its own.", "在当前办公室中演示，而非练习用的办公室。", default: false)

  static let play = OfficeCommand(
    CommandDeclaration(
      noun, Name("play", "播放"),
      Localized(
        "Types a script out as a person would and runs each line; waits for a key at # pause.",
        "像人一样逐字输入脚本并逐行执行；遇到 # 停顿 等待按键。"),
      parameters: [.positional(script), .named(speed), .named(here)], effect: .session,
      examples: [
        Example("demo play story.linli", "At the pace of a person.", "以人的速度。"),
        Example("demo play story.linli speed=3", "Three times as fast.", "三倍速度。"),
        Example("demo play story.linli speed=max --here", "At once, in the office at hand.", "立即执行，在当前办公室中。"),
      ])
  ) { session, arguments in
    let path = arguments[script]
    let file = try InputFile(path: session.location(ofInput: path), name: path)
    let text = try Source(name: path, bytes: file.bytes(at: 0, count: file.count))
    try session.requests.ask(
      .play(Demonstration(script: text, speed: try factor(arguments[speed]), isHere: arguments[here])))
    return .nothing
  }

  /// How much faster it is typed; nothing for no waiting.
  private static func factor(_ speed: Value) throws -> Double? {
    let factor: Double
    switch speed {
    case .integer(let number): factor = Double(number)
    case .decimal(let number): factor = NSDecimalNumber(decimal: number).doubleValue
    default: return nil
    }
    guard (0...1_000).contains(factor) else {
      throw Diagnostic(
        .range, Localized("no speed is below 0 or above 1000", "速度须在 0 到 1000 之间"),
        hint: Localized("2 is twice as fast, 0.5 half as fast", "2 为两倍，0.5 为一半"), subject: "speed")
    }
    return factor == 0 ? nil : factor
  }

  static let stop = OfficeCommand(
    CommandDeclaration(
      noun, Name("stop", "停止"),
      Localized("Leaves the office that a script was played in, and goes back to yours.", "离开演示用的办公室，回到自己的办公室。"),
      effect: .session,
      examples: [Example("demo stop", "Back to the office.", "回到办公室。")])
  ) { session, _ in
    try session.requests.ask(.stopDemonstration)
    return .nothing
  }
}
