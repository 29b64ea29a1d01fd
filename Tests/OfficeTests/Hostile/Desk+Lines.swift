import CommandLanguage
import Diagnostics
import Office
import Records
import Values

extension Desk {
  // MARK: What is typed

  /// What is seen when a line is typed, with what refuses it, and whether it was done.
  func answer(to line: String) -> (text: String, isDone: Bool) {
    let renderer = DiagnosticRenderer(language: session.language)
    do {
      return (try run(line), true)
    } catch let diagnostic as Diagnostic {
      return (renderer.text(diagnostic), false)
    } catch let list as DiagnosticList {
      return (renderer.text(list.diagnostics), false)
    } catch {
      return ("\(error)", false)
    }
  }

  /// What is asked at the prompt before a line is done, which then is not; nothing if nothing is asked.
  func question(before line: String) -> Localized? {
    var asked: Localized?
    session.ask = {
      asked = $0
      return "no"
    }
    session.memory = PromptMemory()
    defer { (session.ask, session.memory) = (nil, nil) }
    _ = try? run(line, at: "prompt:1")
    return asked
  }

  /// A line for each record that a command may be given; its other values are taken from the declaration, too.
  func lines(of declaration: CommandDeclaration) throws -> [String] {
    let examples = declaration.examples.map(\.line).compactMap { line -> String? in
      let line = line.components(separatedBy: " > ")[0]
      return line.contains("|") || line.contains(";") || line.contains("\n") ? nil : line
    }
    let required = declaration.parameters.filter { $0.isRequired || $0.field.name.english == "reason" }
    let values = try required.map { try words(for: $0.field.type) }
    let built = (0..<max(1, values.map(\.count).max() ?? 1)).compactMap { index -> String? in
      var words = [declaration.noun.english] + (declaration.verb.map { [$0.english] } ?? [])
      for (parameter, choices) in zip(required, values) {
        guard !choices.isEmpty else { return nil }
        let value = choices[index % choices.count]
        words.append(parameter.role == .named ? "\(parameter.field.name.english)=\(value)" : value)
      }
      return words.joined(separator: " ")
    }
    return Array(Set(built + examples)).sorted()
  }

  private func words(for type: ValueType) throws -> [String] {
    switch type {
    case .reference(let kinds):
      return try kinds.compactMap { session.schema[$0] }.flatMap { kind in
        try session.store.records(Query(kind, limit: 3)).collect().map { session.handle(of: $0).asWord }
      }
    case .list(let element): return try words(for: element)
    case .either(let types):
      return try types.flatMap(words)
    case .text, .code, .any: return HostileTexts.kept.prefix(3).map(\.asWord)
    case .path: return ["out"]
    case .choice(let choices): return choices.map(\.name.english)
    case .integer(let bounds): return ["\(bounds.clamped(to: 1...2020).upperBound)"]
    case .decimal, .money: return ["5"]
    case .date: return ["2020-08-05"]
    case .moment: return ["\"2020-08-06 09:00\""]
    case .time: return ["09:00"]
    case .period: return ["3d"]
    case .phone: return ["13800001234"]
    case .yesNo: return ["yes"]
    }
  }
}
