import Diagnostics
import Values

/// An electronic business card (RFC 6350; version 3.0: RFC 2426) that telephones take into their contacts.
public struct VCard: Sendable, Equatable {
  /// Which version of the standard it is written in.
  public enum Version: String, ChoiceValue {
    case four = "4.0"
    case three = "3.0"

    public var chineseName: String { rawValue }
  }

  /// What the person, or the office, is called.
  public let name: String
  /// The telephone number, as people dial it.
  public let phone: String
  /// The organisation.
  public let organization: String
  /// What the person is there; nothing for an office.
  public let title: String?
  /// What else is to be said.
  public let note: String?

  /// Creates a card. Whoever makes it answers for what may be shown.
  public init(name: String, phone: String, organization: String, title: String? = nil, note: String? = nil) {
    self.name = name
    self.phone = phone
    self.organization = organization
    self.title = title
    self.note = note
  }

  /// The card as text, its lines ending in CR LF.
  public func text(_ version: Version) -> String {
    let number = phone.filter { !$0.isWhitespace }
    var lines = ["BEGIN:VCARD", "VERSION:\(version.rawValue)"]
    // Chinese names stand whole in the first part: no phone puts surname and given name back in their order.
    lines.append("N:\(VCard.escaped(name));;;;")
    lines.append("FN:\(VCard.escaped(name))")
    lines.append("ORG:\(VCard.escaped(organization))")
    if let title { lines.append("TITLE:\(VCard.escaped(title))") }
    switch version {
    case .three: lines.append("TEL;TYPE=WORK,VOICE:\(VCard.escaped(number))")
    case .four: lines.append("TEL;TYPE=work,voice;VALUE=text:\(VCard.escaped(number))")
    }
    if let note { lines.append("NOTE:\(VCard.escaped(note))") }
    lines.append("END:VCARD")
    return lines.flatMap(VCard.folded).map { $0 + "\r\n" }.joined()
  }

  /// A value in which nothing begins another line or part (RFC 6350, 3.4); what a reader would obey is made visible.
  private static func escaped(_ text: String) -> String {
    var shown = ""
    for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
      if index > 0 { shown += "\\n" }
      // Scalars: a mark that combines with a separator does not hide it.
      for scalar in TerminalText.safe(String(line)).unicodeScalars {
        if scalar == "\\" || scalar == "," || scalar == ";" { shown += "\\" }
        shown.unicodeScalars.append(scalar)
      }
    }
    return shown
  }

  /// A line as lines of at most 75 octets, none of which parts a character (RFC 6350, 3.2).
  private static func folded(_ line: String) -> [String] {
    var lines: [String] = []
    var part = ""
    for scalar in line.unicodeScalars {
      if part.utf8.count + UTF8.width(scalar) > 75 {
        lines.append(part)
        part = " "
      }
      part.unicodeScalars.append(scalar)
    }
    return lines + [part]
  }
}
