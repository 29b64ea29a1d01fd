import CommandLanguage
import Diagnostics
import Foundation
import Values
import Mustache
import Typesetting

/// How cards are to look: one of Linli's own ways, or an office's file: `NAME.layout` for PDF, `NAME.html.mustache` for
/// HTML, `NAME.mustache` for text.
enum CardDesign {
  /// The block of text for a chat group.
  case block
  /// One of the layouts of Linli's own, by its name.
  case standard(String)
  /// A layout file.
  case layout(CardLayout)
  /// A template for text.
  case text(CardTemplate)
  /// A template for HTML.
  case html(CardTemplate)

  /// Finds a design.
  ///
  /// - Throws: a ``DiagnosticList`` with the faults of a file, or a ``Diagnostic`` when there is none of that name.
  init(_ name: String, in session: OfficeSession) throws {
    if name == "text" {
      self = .block
    } else if CardLayouts.texts[name] != nil {
      self = .standard(name)
    } else if name.hasSuffix(".layout") {
      let path = session.location(ofInput: name)
      let folder = path.pathFolder
      self = .layout(
        try CardLayout(
          CardDesign.source(path, name), fields: CardFields.names, directory: folder.isEmpty ? "" : folder + "/"))
    } else if name.hasSuffix(".mustache") {
      let isHTML = name.hasSuffix(".html.mustache")
      let template = try CardTemplate(CardDesign.source(session.location(ofInput: name), name), isHTML: isHTML)
      self = isHTML ? .html(template) : .text(template)
    } else {
      throw Diagnostic(
        .layout, Localized("no layout is called \(name)", "没有名为 \(name) 的版式"),
        hint: Localized(
          "text, wallet, wall, wall-a5, or a file NAME.layout, NAME.html.mustache or NAME.mustache",
          "可用 text、wallet、wall、wall-a5，或文件 名称.layout、名称.html.mustache、名称.mustache"), subject: "layout")
    }
  }

  private static func source(_ path: String, _ name: String) throws -> Source {
    let file = try InputFile(path: path, name: name)
    return try Source(name: name, bytes: file.bytes(at: 0, count: file.count))
  }

  /// The form that it has unless another is asked for.
  var usualForm: Printout.Form {
    switch self {
    case .block, .text: .text
    case .html: .html
    case .standard, .layout: .pdf
    }
  }

  /// The layout for PDF.
  func layout() throws -> CardLayout {
    switch self {
    case .layout(let layout): return layout
    case .standard(let name): if let layout = try CardLayouts.named(name) { return layout }
    case .block: if let layout = try CardLayouts.named("wallet") { return layout }
    case .text, .html: break
    }
    throw CardDesign.misfit("PDF", "NAME.layout")
  }

  /// The template for text; nothing for the block.
  func textTemplate() throws -> CardTemplate? {
    switch self {
    case .block: return nil
    case .text(let template): return template
    case .html, .layout, .standard: throw CardDesign.misfit(Localized("text", "文本").english, "NAME.mustache")
    }
  }

  /// The template for HTML, and the class by which a page knows its size.
  func htmlTemplate() throws -> (CardTemplate, String) {
    switch self {
    case .block: return (try CardTemplate.standard(), "wallet")
    case .standard(let name): return (try CardTemplate.standard(), name)
    case .html(let template): return (template, "own")
    case .text, .layout: throw CardDesign.misfit("HTML", "NAME.html.mustache")
    }
  }

  private static func misfit(_ form: String, _ file: String) -> Diagnostic {
    Diagnostic(
      .layout, Localized("this layout cannot be written as \(form)", "该版式不能输出为 \(form)"),
      hint: Localized("for \(form) an office's own file is \(file)", "\(form) 的自定版式文件为 \(file)"), subject: "layout")
  }
}
