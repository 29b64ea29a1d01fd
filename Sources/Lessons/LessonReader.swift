import CommandLanguage
import Diagnostics

/// Reads a lesson from a script: the items in its comments, and the statements between them.
struct LessonReader {
  /// A step as far as it is read.
  private struct Draft {
    var items: [LessonItem] = []
    var solution: [Source] = []
    var checks: [Source] = []

    func item(_ kind: LessonItem.Kind, _ language: Language) -> LessonItem? {
      items.first { $0.kind == kind && $0.language == language }
    }
  }

  private let source: Source
  private let isCommand: (String) -> Bool
  private var faults: [Diagnostic] = []
  /// What stands before the first step, and the steps.
  private var drafts = [Draft()]

  init(_ source: Source, isCommand: @escaping (String) -> Bool) {
    self.source = source
    self.isCommand = isCommand
  }

  mutating func read() throws -> Lesson {
    // A lesson that includes files could not be handed on, so they are not even looked for.
    var parser = Parser(source, isCommand: isCommand, load: { path, _ in Source(name: path, text: "") })
    let tree = parser.parse()
    faults = parser.diagnostics
    var statements = tree.statements[...]
    for item in items(outside: tree.statements) {
      while let next = statements.first, next.span.start < item.span.start {
        place(next)
        statements.removeFirst()
      }
      place(item)
    }
    statements.forEach { place($0) }
    let lesson = finished()
    guard faults.isEmpty, let lesson else {
      throw DiagnosticList(faults.sorted { ($0.place?.span.start ?? 0) < ($1.place?.span.start ?? 0) })
    }
    return lesson
  }

  // MARK: Items

  /// The items of the comments that are not part of a statement's text.
  private mutating func items(outside statements: [Statement]) -> [LessonItem] {
    var items: [LessonItem] = []
    var statements = statements[...]
    var isInItem = false
    for start in source.lineStarts {
      let follows = isInItem
      isInItem = false
      while let first = statements.first, first.span.end <= start { statements.removeFirst() }
      if let first = statements.first, first.span.start < start { continue }
      let range = source.rangeOfLine(at: start)
      let line = source.text(range)
      let span = Span(range.lowerBound, range.upperBound)
      guard line.hasPrefix("##") else { continue }
      if line.hasPrefix(LessonItem.continuation) || line == "##" {
        guard follows else {
          fault(Localized("this line carries nothing on", "此行没有可续的内容"), at: span)
          continue
        }
        items[items.count - 1].carryOn(line)
        isInItem = true
      } else if let item = LessonItem(line, at: span) {
        items.append(item)
        isInItem = true
      } else {
        fault(
          Localized("this begins nothing that a lesson has", "课程中没有这样的项目"),
          hint: Localized(
            "write ## lesson:, ## about:, ## step: or ## hint:, or a remark with one #",
            "可写 ## 课程：、## 简介：、## 步骤：、## 提示：；普通注释只用一个 #"), at: span)
      }
    }
    return items
  }

  /// Puts an item where it belongs.
  private mutating func place(_ item: LessonItem) {
    let last = drafts.count - 1
    switch item.kind {
    case .lesson, .about:
      guard last == 0, drafts[0].item(item.kind, item.language) == nil else {
        return fault(Localized("a lesson says this once, before its first step", "此项只在第一步之前写一次"), at: item.span)
      }
      drafts[0].items.append(item)
    case .step:
      // The other language of the step at hand, or the next step.
      let completes =
        last > 0 && drafts[last].items.count == 1 && drafts[last].item(.step, item.language) == nil
        && drafts[last].solution.isEmpty
      if completes { drafts[last].items.append(item) } else { drafts.append(Draft(items: [item])) }
    case .hint:
      guard last > 0 else {
        return fault(Localized("a hint belongs to a step", "提示应写在步骤之后"), at: item.span)
      }
      drafts[last].items.append(item)
    }
  }

  // MARK: Statements

  /// Puts a statement into the step that it stands in.
  private mutating func place(_ statement: Statement) {
    let last = drafts.count - 1
    guard let part = try? source.part(statement.span) else { return }
    switch statement.kind {
    case .inclusion:
      fault(Localized("a lesson is one file and includes none", "课程只有一个文件，不包含其他文件"), at: statement.span)
    case .assertion where last > 0: drafts[last].checks.append(part)
    default:
      if !drafts[last].checks.isEmpty {
        fault(
          Localized("this stands behind the check of its step", "此行写在本步检查之后"),
          hint: Localized("what the learner does comes first, then assert", "先写要做的命令，再写 assert"), at: statement.span)
      }
      drafts[last].solution.append(part)
    }
  }

  // MARK: The whole

  private mutating func finished() -> Lesson? {
    let whole = Span(0, source.rangeOfLine(at: 0).upperBound)
    let title = text(.lesson, of: drafts[0], at: whole)
    let about = text(.about, of: drafts[0], at: whole)
    if drafts.count == 1 {
      fault(
        Localized("the lesson has no step", "课程没有步骤"),
        hint: Localized("a step begins with ## step: and ## 步骤：", "每一步以 ## step: 和 ## 步骤： 开头"), at: whole)
    }
    let steps = drafts.dropFirst().map { draft -> Lesson.Step in
      let span = draft.items[0].span
      if draft.solution.isEmpty {
        fault(
          Localized("the step has no line that does it", "此步没有完成它的命令"),
          hint: Localized("write what the learner may type", "请写出学员可以输入的命令"), at: span)
      }
      if draft.checks.isEmpty {
        fault(
          Localized("the step has no check", "此步没有检查"),
          hint: Localized("assert says what holds when it is done", "用 assert 写明完成后应成立的条件"), at: span)
      }
      return Lesson.Step(
        text: text(.step, of: draft, at: span), hints: hints(of: draft), solution: draft.solution, checks: draft.checks)
    }
    return Lesson(source: source, title: title, about: about, setup: drafts[0].solution, steps: Array(steps))
  }

  private mutating func text(_ kind: LessonItem.Kind, of draft: Draft, at span: Span) -> Localized {
    let texts = Language.allCases.map { language -> String in
      if let text = draft.item(kind, language)?.text, !text.isEmpty { return text }
      let name = kind.name[language]
      fault(
        Localized(
          "the \(language == .english ? "English" : "Chinese") text is missing",
          "缺少\(language == .english ? "英文" : "中文")文字"),
        hint: Localized(
          "write ## \(name)\(language == .english ? ": …" : "：…")",
          "请写 ## \(name)\(language == .english ? ": …" : "：…")"),
        at: span)
      return ""
    }
    return Localized(texts[0], texts[1])
  }

  private mutating func hints(of draft: Draft) -> [Localized] {
    let hints = draft.items.filter { $0.kind == .hint }
    let (english, chinese) = (hints.filter { $0.language == .english }, hints.filter { $0.language == .chinese })
    if english.count != chinese.count, let last = hints.last {
      fault(
        Localized(
          "hints: \(english.count) in English, \(chinese.count) in Chinese",
          "英文提示 \(english.count) 条，中文提示 \(chinese.count) 条"),
        hint: Localized("every hint stands in both languages", "每条提示都要有两种语言"), at: last.span)
    }
    return zip(english, chinese).map { Localized($0.text, $1.text) }
  }

  private mutating func fault(_ message: Localized, hint: Localized? = nil, at span: Span) {
    faults.append(Diagnostic(.lesson, message, hint: hint, at: Place(source, span)))
  }
}

extension Source {
  /// The text of a span, its lines numbered as they are here.
  fileprivate func part(_ span: Span) throws -> Source {
    try Source(name: name, block: Array(bytes[span.start..<span.end]), firstLine: line(at: span.start))
  }
}
