import CStart
import Diagnostics
import Foundation
import Values

/// Reads what the program was called with, by the rules of the C library's `getopt_long`: options up to the first word
/// that is none; that one is the script, and all behind it is the script's own.
public struct OptionReader {
  /// What long options are called by to the C library: above all letters.
  private static let firstLong: Int32 = 256
  private static let missing = Int32(UInt8(ascii: ":"))

  private let options = ProgramOption.all
  private let arguments: [String]

  /// Creates a reader of what stood behind the program's name.
  public init(_ arguments: [String]) { self.arguments = arguments }

  /// Reads everything. The C library's place among the arguments is global: one reader reads at a time.
  ///
  /// - Throws: a ``Diagnostic`` at the first fault; what stands before it has been taken.
  public func read(into result: inout ProgramOptions) throws {
    // The first word would be the program's name, which is skipped.
    let words = ([""] + arguments).map { strdup($0) } + [nil]
    let names = options.map { strdup($0.name ?? "") }
    defer { (words + names).forEach { free($0) } }
    var table: [option] = []
    for (index, declared) in options.enumerated() where declared.name != nil {
      let takesValue = declared.value == nil ? no_argument : required_argument
      table.append(
        option(name: names[index], has_arg: takesValue, flag: nil, val: OptionReader.firstLong + Int32(index)))
    }
    // + stops at the first word that is no option; : tells a missing value from an option that is unknown.
    let letters = options.compactMap { short in short.letter.map { short.value == nil ? "\($0)" : "\($0):" } }.joined()
    var (value, faulty, next): (UnsafePointer<CChar>?, Int32, Int32) = (nil, 0, 0)
    while true {
      let word = max(0, Int(next) - 1)
      let found = linli_next_option(
        Int32(arguments.count + 1), words, "+:" + letters, table + [option()], &value, &faulty, &next)
      if found == -1 { break }
      guard let option = declared(found) else {
        throw fault(in: arguments[word], declared(faulty), isMissing: found == OptionReader.missing)
      }
      try option.take(&result, value.map { String(cString: $0) } ?? "")
    }
    result.words = Array(arguments.dropFirst(Int(next) - 1))
    try result.validate()
  }

  /// The option that the C library calls by a number: a letter's, or one for those without.
  private func declared(_ number: Int32) -> ProgramOption? {
    if number >= OptionReader.firstLong { return options[Int(number - OptionReader.firstLong)] }
    guard let byte = UInt8(exactly: number), byte > 0 else { return nil }
    return options.first { $0.letter == Character(Unicode.Scalar(byte)) }
  }

  private func fault(in word: String, _ known: ProgramOption?, isMissing: Bool) -> Diagnostic {
    if let known, isMissing {
      return Diagnostic(
        .option, Localized("\(known.spelling) wants a value", "\(known.spelling) 后缺少取值"),
        hint: Localized("write \(known.form(in: .english))", "请写作 \(known.form(in: .chinese))"))
    }
    if let known {
      return Diagnostic(.option, Localized("\(known.spelling) takes no value", "\(known.spelling) 不带取值"))
    }
    let written = word.hasPrefix("--") ? String(word.prefix { $0 != "=" }) : word
    return Diagnostic(
      .option, Localized("there is no option \(written)", "没有选项 \(written)"),
      hint: Suggestion.hint(for: written, in: options.map(\.spelling))
        ?? Localized("linli --help lists the options", "linli --help 列出所有选项"))
  }
}
