import Diagnostics
import Values

extension RecordKind {
  /// What a record is to the resident whom it names, and what becomes of it when he asks to be erased. Every kind that
  /// names residents declares it, so that none is forgotten.
  public struct PersonalTie: Sendable {
    /// What becomes of the record when the person is erased.
    public enum Erasure: Sendable {
      /// It stays, naming what is left of him: a number without a name. Texts in it that tell of him do so no more.
      case kept
      /// It goes with him.
      case removed
    }

    /// Whether the record belongs to him, so that what is part of it is about him too, such as the refund of his gift.
    public let isOwn: Bool
    /// What becomes of it.
    public let erasure: Erasure
    /// What keeps him from being erased as long as the record stands as it does, and what to do first; nothing if nothing.
    public let obstacle: @Sendable (Record, CalendarDate, any RecordReader) throws -> Localized?

    /// Declares a tie.
    public init(
      isOwn: Bool, erasure: Erasure = .kept,
      obstacle: @escaping @Sendable (Record, CalendarDate, any RecordReader) throws -> Localized? = { _, _, _ in nil }
    ) {
      self.isOwn = isOwn
      self.erasure = erasure
      self.obstacle = obstacle
    }
  }
}

extension ValueType {
  /// Whether values of the type name records of a kind.
  func names(_ kind: String) -> Bool {
    switch self {
    case .reference(let kinds): kinds.contains(kind)
    case .list(let element): element.names(kind)
    case .either(let types): types.contains { $0.names(kind) }
    default: false
    }
  }

  /// Whether values of the type are lists.
  var isList: Bool {
    if case .list = self { return true }
    return false
  }
}

extension Value {
  /// Whether the value is a record, or a list with it.
  func names(_ reference: Reference) -> Bool {
    switch self {
    case .reference(let named): named == reference
    case .list(let values): values.contains { $0.names(reference) }
    default: false
    }
  }
}
