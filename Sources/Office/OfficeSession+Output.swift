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
      let said = try Printer(session: self).print(result, writer(format, width: nil)) + "\n"
      return try say { try $0(said) }
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
      var tellsOfChange = false
      if case .acknowledgement = result { tellsOfChange = true }
      try say(tellsOfChange: tellsOfChange) { try writer.write(result, to: $0) }
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

  /// Shows what `body` writes on standard output, or holds it back; see ``HeldOutput``.
  func say(tellsOfChange: Bool = false, _ body: ((String) throws -> Void) throws -> Void) throws {
    let hold: (String) -> Void = { [unowned self] in line.held.add($0, tellsOfChange: tellsOfChange) }
    if transactions.isAllowed, environment.width() != nil, tellsOfChange || !line.held.isEmpty { return try body(hold) }
    if tellsOfChange { hasAcknowledged = true }
    guard let page else { return try body(environment.output) }
    try page(line.isWriting ? hold : nil, body)
  }

  /// Shows what was held back.
  ///
  /// - Parameter isKept: whether the line's changes were kept; if not, what tells of them is left out.
  func release(isKept: Bool) throws {
    guard !line.held.isEmpty else { return }
    guard let page else { return try line.held.release(isKept: isKept, to: environment.output) }
    try page(nil) { try line.held.release(isKept: isKept, to: $0) }
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
