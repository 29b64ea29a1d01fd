import CommandLanguage
import Diagnostics
import FuzzedOffice

private nonisolated(unsafe) let office = {
  do { return try FuzzedOffice() } catch { fatalError("the office cannot be opened: \(error)") }
}()

/// Called by libFuzzer before all else.
@_cdecl("LLVMFuzzerInitialize")
public func initialize(_ count: UnsafeMutableRawPointer, _ arguments: UnsafeMutableRawPointer) -> CInt {
  FuzzingDictionary.writeIfAsked()
  _ = office
  return 0
}

/// Called by libFuzzer with a text: it is read, written and read again, and checked whole and in blocks.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  guard let source = try? Source(name: "fuzz", bytes: Array(UnsafeBufferPointer(start: start, count: count))) else {
    return -1
  }
  _ = Parser.isUnfinished(source.text(0..<source.bytes.count))
  checkFormatting(of: source)
  let (whole, inBlocks) = (office.faults(of: source), office.faults(of: ShortBlocks(source)))
  guard whole.map(summary) == inBlocks.map(summary) else {
    fatalError("whole \(whole.map(summary)), in blocks \(inBlocks.map(summary))")
  }
  return 0
}

/// A text that can be read stays what it is when it is written and read again.
private func checkFormatting(of source: Source) {
  guard let once = formatted(source) else { return }
  guard let twice = formatted(Source(name: source.name, text: once)) else {
    fatalError("cannot be read again:\n\(once)")
  }
  guard once == twice else { fatalError("written twice:\n\(once)\n---\n\(twice)") }
}

/// A text as the formatter writes it; nothing if it is wrong.
private func formatted(_ source: Source) -> String? {
  var parser = Parser(source, isCommand: office.isCommand) { path, _ in Source(name: path, text: "") }
  let tree = parser.parse()
  return parser.diagnostics.isEmpty ? tree.formatted(isCommand: office.isCommand) : nil
}

private func summary(_ fault: Diagnostic) -> String { "\(fault.code.id) \(fault.place?.nameAndLine ?? "")" }
