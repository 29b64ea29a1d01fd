import CommandLanguage
import Diagnostics
import FuzzedOffice

private nonisolated(unsafe) let office = {
  do { return try FuzzedOffice() } catch { fatalError("the office cannot be opened: \(error)") }
}()

/// Codes that a run never ends with: the text alone decides them.
private let decidedByText: [DiagnosticCode] = [
  .syntax, .unfinished, .nesting, .include, .unknownCommand, .unknownParameter, .unknownVariable, .unknownFunction,
  .unknownFilter, .arguments, .misplaced,
]

/// Called by libFuzzer before all else.
@_cdecl("LLVMFuzzerInitialize")
public func initialize(_ count: UnsafeMutableRawPointer, _ arguments: UnsafeMutableRawPointer) -> CInt {
  FuzzingDictionary.writeIfAsked()
  _ = office
  return 0
}

/// Called by libFuzzer with a text: what the check passes is run.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  guard let source = try? Source(name: "fuzz", bytes: Array(UnsafeBufferPointer(start: start, count: count))),
    office.faults(of: source).isEmpty
  else { return -1 }
  if let fault = office.run(source), decidedByText.contains(where: { $0 == fault.code }) {
    fatalError("the check let pass: \(fault.code.id) \(fault.message.english)")
  }
  return 0
}
