import Diagnostics
import Values

/// The declaration of one kind of record. Table, checking, filters, help, completion, Chinese names and the reference
/// page all come from it.
///
///     enum Grid {
///       static let code = Field<String>("code", "编号", "Its code.", "编号。", isUnique: true)
///       static let kind = RecordKind("grid", "网格", …, fields: [code.declaration, …])
///     }
public final class RecordKind: Sendable {
  /// How a record of the kind is named by a short word that never changes.
  public enum Handle: Sendable {
    /// A letter or two and the record's number: `R12`.
    case numbered(String)
    /// The value of a unique text field: a grid's code, a motion's number.
    case field(String)
  }

  /// One of the verbs that every kind has unless its rules forbid it. What may be added may be imported from a sheet,
  /// and what may be listed may be exported to one.
  public enum GenericVerb: Sendable, CaseIterable { case add, set, show, list, count, remove }

  /// Fields that records are looked up or added up by together, so that an index over all of them is kept.
  public struct Index: Sendable {
    /// The English names of the fields, those that are compared first.
    public let fields: [String]
    /// The number of the schema version that brought the index.
    public let since: Int

    /// Declares an index.
    public init(_ fields: [String], since: Int = 1) {
      self.fields = fields
      self.since = since
    }
  }

  /// What the examples of the generic verbs are made of: values that fit the demonstration office.
  public struct Sample: Sendable {
    /// A handle or name to show or change.
    public let handle: String
    /// What follows `add`.
    public let add: String?
    /// A filter for `list` and `count`.
    public let filter: String
    /// A change for `set`.
    public let change: String?
    /// A name by which what `add` made is removed again.
    public let removable: String?

    /// Creates sample values.
    public init(
      handle: String = "", add: String? = nil, filter: String = "", change: String? = nil, removable: String? = nil
    ) {
      self.handle = handle
      self.add = add
      self.filter = filter
      self.change = change
      self.removable = removable
    }
  }

  /// What the kind is called; also the noun of its commands.
  public let name: Name
  /// One sentence that says what a record of the kind is.
  public let help: Localized
  /// How its records are named by a short word.
  public let handle: Handle
  /// The English name of the text field that people call a record by, if there is one; it need not be unique.
  public let label: String?
  /// The English names of fields that tell records of one label apart, in the order in which an error shows them.
  public let distinguishedBy: [String]
  /// The English names of the stored fields that say which record a row of a sheet is about, if it has no handle: the
  /// label first, if there is one.
  public let identifiedBy: [String]
  /// The stored fields, in the order of the table's columns.
  public let fields: [FieldDeclaration]
  /// The values that are worked out.
  public let computed: [Computed]
  /// The English names of the fields that `add` takes without their names, in order.
  public let positional: [String]
  /// The English names of the fields that a listing shows unless told otherwise.
  public let listed: [String]
  /// The verbs that come from this declaration alone.
  public let verbs: [GenericVerb]
  /// Groups of fields whose values together no two records may share.
  public let uniqueTogether: [[String]]
  /// The indices over several fields.
  public let indices: [Index]
  /// The values that `add` and `set` take in place of several fields.
  public let inputs: [Input]
  /// How records come to belong to the past; nothing for a kind whose records do not.
  public let departure: Departure?
  /// By what else than handle and label records are found; nothing for kinds of few records.
  public let search: Search?
  /// The form in which a label is kept: `三栋` is `3栋`.
  public let normalizeLabel: @Sendable (String) -> String
  /// The English names of the reference fields that say what a record is part of, such as a gift's fund: later changes
  /// of the whole and of its other parts stand on it.
  public let partOf: [String]
  /// What a record is to the resident whom it names, if it names one.
  public let tie: PersonalTie?
  /// How its records hang out in public, if they do.
  public let posting: Posting?
  /// How adding a record is taken back where it is not simply removed; throws where it is not taken back at all.
  public let undoAdding: (@Sendable (Record, RecordWriter) throws -> Void)?
  /// Values for examples.
  public let sample: Sample
  /// The number of the schema version that brought the kind.
  public let since: Int
  /// Checks a new or changed record beyond its fields' types; throws a ``Diagnostic``.
  /// The second argument is the record as it was, or nothing for a new one.
  public let check: @Sendable (Record, Record?, any RecordReader) throws -> Void
  /// What adding a record brings with it, such as a building's doors; part of the same act.
  public let didAdd: (@Sendable (Record, RecordWriter) throws -> Void)?
  /// The records that a text names in a way of the kind's own: a household by its door, `3-2-402`.
  public let named: @Sendable (String, any RecordReader) throws -> [Record]
  /// The columns that rows of this kind have: `handle`, the fields, the computed values.
  public let shape: RowShape
  /// What the stored fields hold in a record that has been given nothing yet.
  let defaults: [Value]
  /// Each stored field's name as the journal writes it before the value: `"name":`.
  let journalKeys: [String]
  /// The positions of the fields that name records.
  let namingSlots: [Int]
  /// The positions of the fields that name residents.
  let personSlots: [Int]
  private let slots: [String: Int]

  /// Declares a kind.
  public init(
    _ english: String, _ chinese: String, _ englishHelp: String, _ chineseHelp: String, handle: Handle,
    label: String? = nil, distinguishedBy: [String] = [], identifiedBy: [String]? = nil, fields: [FieldDeclaration],
    computed: [Computed] = [], positional: [String] = [], listed: [String]? = nil,
    verbs: [GenericVerb] = GenericVerb.allCases, uniqueTogether: [[String]] = [], indices: [Index] = [],
    partOf: [String] = [], inputs: [Input] = [], departure: Departure? = nil, search: Search? = nil,
    tie: PersonalTie? = nil, posting: Posting? = nil, sample: Sample = Sample(), since: Int = 1,
    normalizeLabel: @escaping @Sendable (String) -> String = { $0 },
    check: @escaping @Sendable (Record, Record?, any RecordReader) throws -> Void = { _, _, _ in },
    didAdd: (@Sendable (Record, RecordWriter) throws -> Void)? = nil,
    undoAdding: (@Sendable (Record, RecordWriter) throws -> Void)? = nil,
    named: @escaping @Sendable (String, any RecordReader) throws -> [Record] = { _, _ in [] }
  ) {
    self.name = Name(english, chinese)
    self.help = Localized(englishHelp, chineseHelp)
    self.handle = handle
    self.label = label
    self.distinguishedBy = distinguishedBy
    self.identifiedBy =
      identifiedBy ?? RecordKind.identifiers(handle, label, distinguishedBy, fields, uniqueTogether)
    self.fields = fields
    self.computed = computed
    self.positional = positional
    self.listed = listed ?? fields.map(\.name.english)
    self.verbs = verbs
    self.uniqueTogether = uniqueTogether
    self.partOf = partOf
    self.tie = tie
    self.posting = posting
    self.undoAdding = undoAdding
    self.indices = indices
    self.sample = sample
    self.normalizeLabel = normalizeLabel
    self.since = since
    self.check = check
    self.didAdd = didAdd
    self.named = named
    self.inputs = inputs
    self.departure = departure
    self.search = search
    self.personSlots = fields.indices.filter { fields[$0].type.names("resident") }
    self.defaults = fields.map(\.defaultValue)
    self.journalKeys = fields.map { JSONText.quoted($0.name.english) + ":" }
    self.namingSlots = fields.indices.filter {
      if case .reference = fields[$0].type { return true }
      return false
    }
    self.slots = Dictionary(uniqueKeysWithValues: fields.enumerated().map { ($1.name.english, $0) })
    let handleColumn = Column(Name("handle", "代号"), .text(maximum: 40))
    self.shape = RowShape(
      [handleColumn]
        + (fields + computed.map(\.declaration)).map {
          // What a row masks is a text, whatever the record holds.
          Column(
            $0.name, $0.isMasked ? .text(maximum: 50) : $0.type, isSortable: $0.isSortable, isWarning: $0.isWarning)
        },
      listed: ["handle"] + self.listed)
  }

  /// What identifies records of a kind that does not say it itself.
  private static func identifiers(
    _ handle: Handle, _ label: String?, _ distinguishing: [String], _ fields: [FieldDeclaration],
    _ uniqueTogether: [[String]]
  ) -> [String] {
    if case .field(let name) = handle { return [name] }
    guard let label else { return uniqueTogether.first ?? [] }
    return [label] + distinguishing.filter { name in fields.contains { $0.name.english == name } }
  }

  /// The position of a stored field, by its English name.
  public func slot(of field: String) -> Int? { slots[field] }

  /// The position of one of the kind's own stored fields; asking for another is a programming error.
  public func slot(of field: FieldDeclaration) -> Int {
    // A few pointers are compared sooner than a name is hashed, and rules read fields at every line.
    guard let slot = fields.firstIndex(where: { $0 === field }) else {
      preconditionFailure("\(name.english) has no field \(field.name.english)")
    }
    return slot
  }
}

extension RecordKind: Hashable {
  /// A kind is declared once, so that it is itself only.
  public static func == (left: RecordKind, right: RecordKind) -> Bool { left === right }

  /// Hashes which declaration it is.
  public func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}
