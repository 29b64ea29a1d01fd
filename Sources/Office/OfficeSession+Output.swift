import CommandLanguage
import Diagnostics
import Presentation
import Values

/// Where results go: standard output, a file that is whole or not there at all, the printer.
extension OfficeSession {
  public func show(_ result: CommandResult, as format: OutputFormat?, to destination: Destination) throws {
    if isRehearsing {
      if case .acknowledgement = result { return }
      if let path = destination.path {
        try writer(format, width: nil).writeFile(result) { _ in }
        return try environment.output(wouldWrite(path))
      }
      if format == .printer {
        try writer(format, width: nil).writeFile(result) { _ in }
        return try environment.output(wouldWrite(Localized("to the printer", "到打印机")[language]))
      }
    }
    if format == .printer {
      return try environment.output(Printer(session: self).print(result, writer(format, width: nil)) + "\n")
    }
    switch destination {
    case .standardOutput:
      let width = environment.width()
      // A terminal shows text; what goes into a file from there is to be what a file here would be.
      if case .encoded(let text) = result, width == nil, !writer(format, width: nil).isPDF,
        let output = environment.encodedOutput
      {
        try output(text.mark)
        return try text.write(to: output)
      }
      if try writer(format, width: width).isPDF(result) {
        guard width == nil, let output = environment.encodedOutput else { throw ResultWriter.noTerminal() }
        return try writer(format, width: nil).writeFile(result, to: output)
      }
      try writer(format, width: width).write(result, to: output(for: result))
    case .file(let path): try OutputFile.write(location(of: path)) { try write(result, format, to: $0) }
    case .appending(let path):
      try OutputFile.write(location(of: path), appends: true) { try write(result, format, to: $0) }
    }
  }

  /// Where a result's text goes: to standard output, at the prompt when what it tells of has been kept.
  private func output(for result: CommandResult) -> (String) throws -> Void {
    var tellsOfChange = false
    if case .acknowledgement = result { tellsOfChange = true }
    guard transactions.isAllowed, environment.width() != nil, tellsOfChange || !held.isEmpty else {
      if tellsOfChange { hasAcknowledged = true }
      return environment.output
    }
    return { [unowned self] in held.add($0, tellsOfChange: tellsOfChange) }
  }

  private func write(_ result: CommandResult, _ format: OutputFormat?, to file: OutputFile) throws {
    let writer = writer(format, width: nil)
    if case .encoded(let text) = result, !file.isContinued, !writer.isPDF { try file.put(text.mark) }
    try writer.writeFile(result, to: file.put)
  }

  private func writer(_ format: OutputFormat?, width: Int?) -> ResultWriter {
    ResultWriter(session: self, asked: format, width: width)
  }

  /// Says that a file is not written now.
  func wouldWrite(_ path: String) -> String {
    TerminalText.safe(Localized("would write \(path)", "将写入 \(path)")[language]) + "\n"
  }
}
