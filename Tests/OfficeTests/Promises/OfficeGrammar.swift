import CommandLanguage
import Office
import Values

/// A grammar of scripts for an office, in the notation of docs/language.md, made from the declarations of its commands,
/// fields, filters and functions. Its sentences can be read; much of what they say is wrong.
struct OfficeGrammar {
  /// What stands before every script, so that there are variables of every kind.
  static let prelude = """
    let n = 3; let f = 2.5; let m = 200元; let d = 2020-08-02; let at = 2020-08-02T19:30; let t = 19:30; let p = 7d
    let s = "三栋"; let b = yes; let l = [1, 2]; let w = ["甲", "乙"]; let o = none
    let r = $(resident show 胡建国); let h = $(building show 3栋); let rs = $(resident list); let e = $(shop list); let k = [[1], [2]]
    def three() { return 3 }
    def silent(x, y = 5) { let z = $x }

    """

  private static let variables = [
    "n", "f", "m", "d", "at", "t", "p", "s", "b", "l", "w", "o", "r", "h", "rs", "e", "k",
  ]

  /// The grammar as a text; `script` is where it begins.
  let text: String

  /// Makes the grammar.
  ///
  /// - Parameters:
  ///   - computes: whether values may be computed, rather than written out.
  ///   - writes: whether commands stand there that change something.
  init(computes: Bool, writes: Bool) {
    let declarations = OfficeCommands.all.map(\.declaration).filter { declaration in
      if case .reads = declaration.effect { return true }
      return writes && !["begin", "commit", "rollback"].contains(declaration.noun.english)
    }
    var rules = declarations.enumerated().map { index, declaration in
      OfficeGrammar.rule(for: declaration, named: "command" + OfficeGrammar.letters(index), computes)
    }
    let commands = declarations.indices.map { "command" + OfficeGrammar.letters($0) }.joined(separator: " | ")
    let columns = declarations.flatMap { declaration -> [String] in
      if case .rows(let shape) = declaration.result { return shape.columns.map(\.name.english) }
      return []
    }
    rules += [
      "command = \(commands) ;",
      "column := \(OfficeGrammar.choice(Set(columns).sorted() + ["value", "count", "姓名", "nmae"])) ;",
      "variable := \(OfficeGrammar.choice(OfficeGrammar.variables.map { "$" + $0 })) ;",
      "known := \(OfficeGrammar.choice(["$d", "$at", "$t", "$p", "$m", "$b", "$r", "$h", "$rs", "$e", "$o"])) ;",
      "function := \(FunctionDeclaration.all.map(OfficeGrammar.call).joined(separator: " | ")) ;",
    ]
    rules.append(computes ? OfficeGrammar.computing : "script = command newline { command newline } ;")
    text = rules.joined(separator: "\n") + "\nnewline := ? line feed ? ;"
  }

  /// What is computed, and the statements around it. A filter's rows and the columns that it names seldom fit.
  private static let computing = """
    script = statement newline { statement newline } ;
    statement = "let u =" expression | "print" word { word } | "if" expression block [ "else" block ]
      | "for v in" expression block | "while no and" expression block | "assert" expression
      | "try" block "catch q" block | pipeline | command ;
    block = "{" { statement ";" } [ last ] "}" ;
    last = statement | "print $(text(5))" ;
    pipeline = ( command | variable | group ) { "|" filter } ;
    filter = "where" condition | "sort" column [ column ] | "select" column { column } | "first" [ count ]
      | "last" [ count ] | "group" column | "sum" column | "count" | "each" block ;
    count := "2" | "0" | "$n" | "$s" | "$d" | "x" ;
    condition = field sign literal | "not" field | field | its sign operand | expression ;
    its := "$it." column ;
    sign = "==" | "!=" | "<" | ">=" | "~" | "in" ;
    field := column | column "." column ;
    expression = operand | operand operator operand | "not" operand | operand sign operand
      | operand "and" operand | operand "or" operand ;
    operator = "+" | "-" | "*" | "/" | "%" | ".." ;
    operand := literal | variable | variable "." column | group | function | substitution | "-" variable | sequence
      | "three()" | "$(silent " literal ")" ;
    group := "(" expression ")" ;
    sequence := "[" variable "]" | "[1, 2.5]" | "[]" ;
    substitution := "$(" command ")" | "$(" pipeline ")" ;
    literal := "3" | "2.5" | "200元" | "2020-08-02" | "19:30" | "7d" | '"三栋"' | "yes" | "none" ;
    word := variable | literal | substitution | "甲" ;
    """

  /// A command with its values: some needed ones may be missing, some of the wrong type.
  private static func rule(for declaration: CommandDeclaration, named name: String, _ computes: Bool) -> String {
    let parts = declaration.parameters.map { parameter -> String in
      let value =
        parameter.columns != nil
        ? choice(["handle", "name", "nmae", "-handle", "[handle, date]"])
        : values(of: parameter.field.type) + (computes ? " | known" : "")
      let field = parameter.field.name.english
      switch parameter.role {
      case .positional, .rest: return "( \(value) )"
      case .named where parameter.isRequired: return "\"\(field)=\" ( \(value) )"
      case .named: return "[ \"\(field)=\" ( \(value) ) ]"
      case .filter: return "[ \"\(field)\" ( \"=\" | \">=\" | \"~\" ) ( \(value) ) ]"
      }
    }
    // No blank stands between a name and its value, so that blanks are written out.
    let words =
      ["\"\(declaration.words.english)\""]
      + parts.map { $0.hasPrefix("[") ? "[ \" \" \($0.dropFirst(2))" : "\" \" \($0)" }
    return "\(name) := \(words.joined(separator: " ")) ;"
  }

  /// What may be written for a type: right more often than wrong.
  private static func values(of type: ValueType) -> String {
    switch type {
    case .any, .text, .code: choice(["甲", "示例路1号", "\"two words\"", "a"])
    case .integer(let bounds): choice(["\(max(1, bounds.lowerBound))", "2", "999999999999", "1.5"])
    case .decimal: choice(["1.5", "2", "甲"])
    case .money: choice(["200元", "5", "2万", "-3", "甲"])
    case .date: choice(["2020-08-02", "today", "+7d", "2020年8月", "2020-13-40", "today,tomorrow"])
    case .moment: choice(["\"2020-08-02 19:30\"", "2020-08-02", "\"today 19:30\"", "\"today 25:00\""])
    case .time: choice(["19:30", "25:00"])
    case .period: choice(["7d", "5"])
    case .phone: choice(["13800001234", "0731-56780000", "12"])
    case .yesNo: choice(["yes", "no", "perhaps"])
    case .choice(let choices): choice(choices.map(\.name.english) + ["nonsense"])
    case .reference(let kinds): choice(kinds.flatMap { records[$0] ?? ["甲"] } + ["无名"])
    case .list(let element): values(of: element) + " | \"[\" ( \(values(of: element)) ) \"]\""
    case .path: choice(["a.txt", "\"\""])
    case .either(let types): types.map(values).joined(separator: " | ")
    }
  }

  /// The names of records that are there.
  private static let records = [
    "resident": ["胡建国", "R2", "张伟"], "building": ["3栋", "B2"], "grid": ["G3"], "shop": ["示例商铺"],
    "household": ["3栋2单元201"],
  ]

  private static func call(_ function: FunctionDeclaration) -> String {
    let most = min(function.arity.upperBound, 3)
    let arguments = (0...most).map { count in
      "\"\(function.name.english)(\" " + (0..<count).map { _ in "expression" }.joined(separator: " \", \" ") + " \")\""
    }
    return arguments.suffix(2).joined(separator: " | ")
  }

  private static func choice(_ words: [String]) -> String {
    words.map { $0.contains("\"") ? "'\($0)'" : "\"\($0)\"" }.joined(separator: " | ")
  }

  /// A number in letters, for names of rules hold nothing else.
  private static func letters(_ number: Int) -> String {
    let letters = Array("abcdefghijklmnopqrstuvwxyz")
    return String([letters[number / 26], letters[number % 26]])
  }
}
