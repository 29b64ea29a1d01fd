import Values

extension RecordKind {
  /// A value that is worked out from the record and others, never stored.
  public struct Computed: Sendable {
    /// Says of which records the value is a given one, in conditions on stored fields; nothing where only working it out
    /// for each record can tell.
    public typealias Selection = @Sendable (Value, any RecordReader) throws -> [Condition]?

    /// Its name, type and help.
    public let declaration: FieldDeclaration
    /// Works it out as of a day.
    public let compute: @Sendable (Record, any RecordReader, CalendarDate) throws -> Value
    /// Selects the records that have a value, for lists of a great many.
    public let selecting: Selection

    /// Declares a computed value.
    public init<Content>(
      _ field: Field<Content>, selecting: @escaping Selection = { _, _ in nil },
      _ compute: @escaping @Sendable (Record, any RecordReader) throws -> Content
    ) {
      self.declaration = field.declaration
      self.selecting = selecting
      self.compute = { record, reader, _ in try compute(record, reader).fieldValue }
    }

    /// Declares a computed value that depends on today.
    public init<Content>(
      _ field: Field<Content>, selecting: @escaping Selection = { _, _ in nil },
      today: @escaping @Sendable (Record, any RecordReader, CalendarDate) throws -> Content
    ) {
      self.declaration = field.declaration
      self.selecting = selecting
      self.compute = { try today($0, $1, $2).fieldValue }
    }
  }
}
