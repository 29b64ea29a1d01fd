import Diagnostics
import Values

extension CommandDeclaration {
  /// The command's words: `fund give`, `筹款 收捐`.
  public var words: Localized {
    guard let verb else { return noun.localized }
    return Localized("\(noun.english) \(verb.english)", "\(noun.chinese) \(verb.chinese)")
  }

  /// How long a form in a hint may be, in cells.
  private static let hintWidth = 80

  /// How the command is written: its words, then its parameters; those in brackets may be left out. Filters are not
  /// spelled out, for every field of a listing is one.
  public func form(in language: Language) -> String { form(of: parameters, in: language) }

  /// The hint how the command is written; of a long form what cannot be left out.
  var usage: Localized {
    let whole = Localized("write \(form(in: .english))", "用法：\(form(in: .chinese))")
    guard DisplayWidth.of(whole.english) > Self.hintWidth else { return whole }
    let needed = parameters.filter(\.isRequired)
    return Localized(
      "write \(form(of: needed, in: .english)); help \(words.english) lists what else it takes",
      "用法：\(form(of: needed, in: .chinese))；其他参数见 帮助 \(words.chinese)")
  }

  /// The hint which parameters the command takes.
  var takes: Localized {
    guard !parameters.isEmpty else { return Localized("it takes no values", "该命令没有参数") }
    let names = parameters.map(\.field.name)
    return Localized(
      "it takes \(names.map(\.english).joined(separator: ", "))", "参数有：\(names.map(\.chinese).joined(separator: "、"))")
  }

  private func form(of parameters: [Parameter], in language: Language) -> String {
    var parts = [words[language]]
    for parameter in parameters {
      let name = parameter.field.name[language]
      let part: String
      switch parameter.role {
      case .positional: part = name.uppercased()
      case .rest: part = name.uppercased() + "…"
      case .named: part = "\(name)=…"
      case .filter: continue
      }
      parts.append(parameter.isRequired ? part : "[\(part)]")
    }
    return parts.joined(separator: " ")
  }
}
