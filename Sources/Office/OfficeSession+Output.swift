import CommandLanguage
import Diagnostics
import Presentation
import Values

/// Where results go: standard output, a file that is whole or not there at all, the printer.
extension OfficeSession {
  public func show(_ result: CommandResult, as asked: OutputFormat?, to destination: Destination) throws {
    let format = asked ?? destination.path.flatMap { self.format(of: result, in: $0) }
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
      try confirmLeaving(result, to: Localized("to the printer", "送打印机"))
      return try environment.output(Printer(session: self).print(result, writer(format, width: nil)) + "\n")
    }
    if let path = destination.path {
      try confirmLeaving(result, to: Localized("into \(path)", "写入 \(path)"))
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
      // Thousands of cards need not become texts on their way.
      if case .printout = result, width == nil, let output = environment.encodedOutput {
        return try writer(format, width: nil).writeFile(result, to: output)
      }
      let writer = writer(format, width: width, paint)
      if let hold = holding(result) { return try writer.write(result, to: hold) }
      guard let page else { return try writer.write(result, to: environment.output) }
      // Who reads at leisure keeps nobody from writing.
      try page(isWriting) { try writer.write(result, to: $0) }
    case .file(let path): try write(result, format, into: path)
    case .appending(let path): try write(result, format, into: path, appends: true)
    }
  }

  /// The format that the name of a file asks for, if what goes there can be written so and nothing else is asked for.
  private func format(of result: CommandResult, in path: String) -> OutputFormat? {
    guard environment.format == .table, let format = OutputFormat(ofFile: path) else { return nil }
    switch result {
    case .rows, .value(.list), .value(.row): return format
    case .document, .printout: return [.html, .pdf].contains(format) ? format : nil
    case .nothing, .acknowledgement, .value, .encoded: return nil
    }
  }

  /// What keeps a result's text until what it tells of has been kept; nothing for a text that can be shown at once.
  private func holding(_ result: CommandResult) -> ((String) -> Void)? {
    var tellsOfChange = false
    if case .acknowledgement = result { tellsOfChange = true }
    guard transactions.isAllowed, environment.width() != nil, tellsOfChange || !held.isEmpty else {
      if tellsOfChange { hasAcknowledged = true }
      return nil
    }
    return { [unowned self] in held.add($0, tellsOfChange: tellsOfChange) }
  }

  private func write(_ result: CommandResult, _ format: OutputFormat?, into path: String, appends: Bool = false) throws
  {
    try OutputFile.write(location(of: path), appends: appends) { file in
      let writer = writer(format, width: nil)
      if case .encoded(let text) = result, !file.isContinued, !writer.isPDF { try file.put(text.mark) }
      try writer.writeFile(result, to: file.put)
    }
    noteWritten(path)
  }

  /// Begins a text, which has neither told of a change nor written a file.
  public func beginText() { (hasAcknowledged, writtenFiles) = (false, []) }

  /// Remembers that a file was written.
  func noteWritten(_ path: String) {
    if !writtenFiles.contains(path) { writtenFiles.append(path) }
  }

  private func writer(_ format: OutputFormat?, width: Int?, _ paint: Paint = .none) -> ResultWriter {
    ResultWriter(session: self, asked: format, width: width, paint: paint)
  }

  /// Says that a file is not written now.
  func wouldWrite(_ path: String) -> String {
    TerminalText.safe(Localized("would write \(path)", "将写入 \(path)")[language]) + "\n"
  }
}
