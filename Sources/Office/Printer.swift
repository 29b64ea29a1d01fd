import CommandLanguage
import Diagnostics
import Foundation

extension DiagnosticCode {
  /// Nothing can be handed to a printer.
  public static let printer = DiagnosticCode(
    "E-PRINTER", "Nothing could be handed to the printer.", "无法交给打印机。",
    mend: Localized(
      "Install and set up CUPS (cups, cups-client), or write the PDF into a file and print that elsewhere.",
      "请安装并设置 CUPS（cups、cups-client），或写成 PDF 文件在别处打印。"),
    example: .situation("to printer where there is no CUPS", "在没有 CUPS 的机器上 输出 printer"))
}

/// The system's printers, which CUPS serves: a PDF is handed to `lp`.
struct Printer {
  let session: OfficeSession

  /// Prints a result.
  ///
  /// - Returns: what is to be said about it, such as the number of the job.
  /// - Throws: a ``Diagnostic`` when there is no printer or it refuses.
  func print(_ result: CommandResult, _ writer: ResultWriter) throws -> String {
    guard let lp = session.environment.programs.map({ $0 + "/lp" }).first(where: access) else {
      throw Diagnostic(
        .printer, Localized("there is no program lp", "系统没有打印程序 lp"),
        hint: Localized(
          "install it: apt-get install cups-client; or write a file: … | to pdf > cards.pdf",
          "请安装：apt-get install cups-client；或写成文件：… | to pdf > cards.pdf"))
    }
    let path = FileManager.default.temporaryDirectory.path + "/linli-\(UUID().uuidString).pdf"
    defer { unlink(path) }
    try OutputFile.write(path, isPrivate: true) { try writer.writeFile(result, to: $0.put) }
    let (status, said) = try Printer.run(lp, ["-t", title(of: result), path])
    guard status == 0 else {
      throw Diagnostic(.printer, Localized("lp refused: \(said)", "lp 拒绝：\(said)"))
    }
    return said
  }

  private func access(_ path: String) -> Bool { Foundation.access(path, X_OK) == 0 }

  private func title(of result: CommandResult) -> String {
    if case .printout(let printout) = result { return printout.title[session.language] }
    return "Linli"
  }

  /// Runs a program; gives its status and what it said, in one line.
  private static func run(_ program: String, _ arguments: [String]) throws -> (Int32, String) {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = pipe
    process.standardError = pipe
    do {
      try process.run()
    } catch {
      throw Diagnostic(.printer, Localized("\(program) does not run", "无法运行 \(program)"))
    }
    let said = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    let line = said.split(whereSeparator: \.isNewline).map(String.init).joined(separator: "; ")
    return (process.terminationStatus, TerminalText.safe(line))
  }
}
