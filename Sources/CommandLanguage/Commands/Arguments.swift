import Values

/// The values that one call gives to a command's parameters.
public struct Arguments {
  /// One comparison given to a filter parameter.
  public struct Filter {
    /// The English name of the field.
    public let field: String
    /// How to compare.
    public let comparison: ComparisonOperator
    /// What to compare with; of the field's type.
    public let value: Value
  }

  /// The command called.
  public let declaration: CommandDeclaration
  /// One value for each parameter, in order; `.none` where none was given and there is no default.
  public let values: [Value]
  /// The comparisons given to filter parameters, in order.
  public let filters: [Filter]

  /// Creates the arguments of a call.
  public init(_ declaration: CommandDeclaration, values: [Value], filters: [Filter] = []) {
    self.declaration = declaration
    self.values = values
    self.filters = filters
  }

  /// The value given to a parameter; reading a parameter that the command does not declare is a programming error.
  public subscript<Content>(field: Field<Content>) -> Content {
    let slot = declaration.parameters.firstIndex { $0.field === field.declaration }
    let value = slot.map { values[$0] } ?? self[field.declaration.name.english] ?? .none
    guard let content = Content(fieldValue: value) else {
      preconditionFailure("\(declaration.noun.english) has no value for \(field.declaration.name.english)")
    }
    return content
  }

  /// The value given to a parameter, by its English name; nothing if the command declares none of that name.
  public subscript(name: String) -> Value? {
    declaration.slot(named: name).map { values[$0] }
  }
}
