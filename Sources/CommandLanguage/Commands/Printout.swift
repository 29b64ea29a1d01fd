import Diagnostics
import Values

/// A work for people that is written piece by piece, however long it is: cards as text, as a page of HTML, as a PDF.
public struct Printout {
  /// How it can be written.
  public enum Form: String, ChoiceValue {
    case text, html, pdf

    public var chineseName: String {
      switch self {
      case .text: "文本"
      case .html: "网页"
      case .pdf: "PDF"
      }
    }
  }

  /// Writes the work in a form; each piece stands by itself as text unless the form is PDF.
  public typealias Writing = (_ form: Form, _ sink: ([UInt8]) throws -> Void) throws -> Void

  /// What it is called.
  public let title: Localized
  /// How it is written unless the line says otherwise.
  public let usualForm: Form
  private let produce: Writing

  /// Creates a work from a function that writes it, and that throws for a form which it does not have.
  public init(title: Localized, usualForm: Form, _ produce: @escaping Writing) {
    self.title = title
    self.usualForm = usualForm
    self.produce = produce
  }

  /// Writes it.
  public func write(as form: Form, to sink: ([UInt8]) throws -> Void) throws { try produce(form, sink) }

  /// The same work, `body` called before each piece; what that throws ends it.
  func before(_ body: @escaping () throws -> Void) -> Printout {
    Printout(title: title, usualForm: usualForm) { [produce] form, sink in
      try produce(form) {
        try body()
        try sink($0)
      }
    }
  }
}
