import Diagnostics
import Values

extension CommandDeclaration {
  /// The command's words: `fund give`, `筹款 收捐`.
  public var words: Localized {
    guard let verb else { return noun.localized }
    return Localized("\(noun.english) \(verb.english)", "\(noun.chinese) \(verb.chinese)")
  }

  /// How the command is written: its words, then its parameters; those in brackets may be left out. Filters are not
  /// spelled out, for every field of a listing is one.
  public func form(in language: Language) -> String {
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
