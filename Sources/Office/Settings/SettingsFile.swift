import Diagnostics
import Foundation
import Values

extension DiagnosticCode {
  /// A file of settings holds something that is no setting.
  public static let settings = DiagnosticCode(
    "E-SETTINGS", "The file of your settings holds something that is no setting.", "个人设置文件中有无法识别的内容。",
    mend: Localized(
      "Nothing depends on it: the line is passed over. config display sets anew what you want, and writes the file whole.",
      "不影响使用：该行已略过。用 设置 显示 重新设定即可，文件会整个重写。"),
    example: .situation(
      "A line colour=red in ~/.config/linli/settings.", "~/.config/linli/settings 中有一行 colour=red。"))
}

/// Keeps what somebody has set for himself: a line `name = value` for each setting, in a file that only he reads.
public struct SettingsFile: Sendable {
  private let path: String

  /// Settings in a file.
  public init(path: String) { self.path = path }

  /// The place by the XDG Base Directory Specification: `$XDG_CONFIG_HOME/linli/settings`, else
  /// `~/.config/linli/settings`.
  public init(environment: [String: String]) {
    let folder = environment["XDG_CONFIG_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
    self.init(path: (folder ?? (environment["HOME"] ?? ".") + "/.config") + "/linli/settings")
  }

  /// Reads the settings. What cannot be read is passed over and told: it keeps nobody from working.
  public func load() -> (settings: UserSettings, faults: [Diagnostic]) {
    var settings = UserSettings()
    guard let data = FileManager.default.contents(atPath: path) else { return (settings, []) }
    let source: Source
    do {
      source = try Source(name: path, bytes: [UInt8](data))
    } catch {
      return (settings, [(error as? Diagnostic) ?? SettingsFile.unreadable(path)])
    }
    var faults: [Diagnostic] = []
    for start in source.lineStarts {
      let range = source.rangeOfLine(at: start)
      let line = source.text(range)
      guard !line.allSatisfy(\.isWhitespace), !line.hasPrefix("#") else { continue }
      do {
        try SettingsFile.read(line, into: &settings)
      } catch let fault as Diagnostic {
        faults.append(
          Diagnostic(
            .settings, fault.message, hint: fault.hint, at: Place(source, Span(range.lowerBound, range.upperBound))))
      } catch {}
    }
    return (settings, faults)
  }

  private static func read(_ line: String, into settings: inout UserSettings) throws {
    let parts = line.split(separator: "=", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
    guard parts.count == 2 else {
      throw Diagnostic(.settings, Localized("a line is a name, = and a value", "每行应为 名称 = 值"))
    }
    guard let field = UserSettings.all.first(where: { $0.name.matches(parts[0]) }) else {
      let names = UserSettings.all.flatMap { [$0.name.english, $0.name.chinese] }
      throw Diagnostic(
        .settings, Localized("no setting is named \(parts[0])", "没有名为 \(parts[0]) 的设置"),
        hint: Suggestion.hint(for: parts[0], in: names))
    }
    settings[field] = try field.type.read(parts[1], now: nil) ?? .none
  }

  /// Writes the settings in the place of what the file held.
  ///
  /// - Throws: a ``Diagnostic`` when the file cannot be written.
  func save(_ settings: UserSettings) throws {
    try? FileManager.default.createDirectory(
      atPath: path.pathFolder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    let lines = UserSettings.all.filter { settings[$0].isPresent }.map {
      "\($0.name.english) = \(settings[$0].exchangeText)\n"
    }
    try OutputFile.write(path, isPrivate: true) { try $0.put(lines.joined()) }
  }

  private static func unreadable(_ path: String) -> Diagnostic {
    Diagnostic(.settings, Localized("\(path) cannot be read", "无法读取 \(path)"))
  }
}
