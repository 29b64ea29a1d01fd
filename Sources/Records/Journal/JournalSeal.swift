import Crypto
import Values

/// The digests that chain the journal's entries (decision 8): a changed entry, a missing one and one put in between no
/// longer fit.
public struct JournalSeal: Sendable, Equatable {
  /// The link in front of the first entry.
  public static let origin = [UInt8](repeating: 0, count: SHA256.byteCount)

  /// Random bytes without which the content's digest tells nothing of the content; none once that has been erased.
  public let salt: [UInt8]
  /// The digest of what the entry said of its record, kept only if that was erased.
  public let content: [UInt8]?
  /// The digest of everything else, the digest of what the entry says of its record, and the link of the entry before.
  public let link: [UInt8]

  /// The seal as it was read.
  public init(salt: [UInt8], content: [UInt8]?, link: [UInt8]) {
    self.salt = salt
    self.content = content
    self.link = link
  }

  /// Seals a new entry.
  ///
  /// - Parameters:
  ///   - entry: the entry, with its number and transaction.
  ///   - previous: the link of the entry before, or ``origin``.
  ///   - salt: 16 random bytes.
  public init(_ entry: JournalEntry, after previous: [UInt8], salt: [UInt8]) {
    self.salt = salt
    content = nil
    link = JournalSeal.link(of: entry, content: JournalSeal.content(of: entry, salt: salt), after: previous)
  }

  /// Whether an entry is the one that was sealed, and follows the one that it followed then.
  ///
  /// Values that have been erased cannot be looked at; their digest still counts for the link.
  public func fits(_ entry: JournalEntry, after previous: [UInt8]) -> Bool {
    guard let content else {
      return entry.erased == nil
        && link == JournalSeal.link(of: entry, content: JournalSeal.content(of: entry, salt: salt), after: previous)
    }
    return entry.erased != nil && salt.isEmpty && entry.command.isEmpty && entry.before.isEmpty && entry.after.isEmpty
      && link == JournalSeal.link(of: entry, content: content, after: previous)
  }

  /// The digest of what an entry says of its record: command, values before and after.
  public static func content(of entry: JournalEntry, salt: [UInt8]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(salt.count + entry.command.utf8.count + entry.before.utf8.count + entry.after.utf8.count + 24)
    bytes += salt
    bytes.append(sized: entry.command)
    bytes.append(sized: entry.before)
    bytes.append(sized: entry.after)
    return digest(of: bytes)
  }

  private static func link(of entry: JournalEntry, content: [UInt8], after previous: [UInt8]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(256)
    bytes += previous
    bytes += content
    bytes.append(entry.number)
    bytes.append(entry.transaction)
    bytes.append(entry.moment.seconds)
    bytes.append(entry.subject.id)
    bytes.append(entry.undoes ?? -1)
    bytes.append(sized: entry.by)
    bytes.append(sized: entry.origin)
    bytes.append(sized: entry.act)
    bytes.append(sized: entry.subject.kind)
    return digest(of: bytes)
  }

  private static func digest(of bytes: [UInt8]) -> [UInt8] { SHA256.hash(data: bytes).withUnsafeBytes { Array($0) } }
}

extension [UInt8] {
  /// A number in eight bytes, the highest first.
  fileprivate mutating func append(_ number: Int) {
    Swift.withUnsafeBytes(of: number.bigEndian) { append(contentsOf: $0) }
  }

  /// A text behind its length, so that no two texts in a row read like two others.
  fileprivate mutating func append(sized text: String) {
    append(text.utf8.count)
    append(utf8: text)
  }
}
