import Values

extension RecordKind {
  /// A value that `add` and `set` take in place of several fields, such as an address for building, unit and room.
  public struct Input: Sendable {
    /// Its name, type and help.
    public let declaration: FieldDeclaration
    /// The fields that it sets.
    public let fields: [FieldDeclaration]
    /// Sets them.
    public let apply: @Sendable (inout Record, Value, any RecordReader) throws -> Void

    /// Declares such a value.
    public init<Content>(
      _ field: Field<Content>, for fields: [FieldDeclaration],
      _ apply: @escaping @Sendable (inout Record, Content, any RecordReader) throws -> Void
    ) {
      self.declaration = field.declaration
      self.fields = fields
      self.apply = { record, value, reader in
        guard let content = Content(fieldValue: value) else { return }
        try apply(&record, content, reader)
      }
    }
  }
}
