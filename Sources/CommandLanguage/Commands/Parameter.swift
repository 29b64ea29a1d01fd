import Diagnostics
import Values

/// A value that a command takes.
public struct Parameter: Sendable {
  /// How the value is given.
  public enum Role: Sendable {
    /// Without its name, in order; the name may be written all the same.
    case positional
    /// All the values without a name that are left; the parameter's value is a list.
    case rest
    /// By name: `amount=500`.
    case named
    /// By name with a comparison: `age>=60`; may be given more than once.
    case filter
  }

  /// Name, type, help.
  public let field: FieldDeclaration
  /// How it is given.
  public let role: Role
  /// Whether the command cannot do without it.
  public let isRequired: Bool

  /// What its values name, if they name columns of the rows that the command gives.
  public let columns: Columns?

  /// The parameters that it stands for, none of which is given beside it (an address, for building, unit and room).
  public let standsFor: [Name]

  /// What is done with columns that are named.
  public enum Columns: Sendable {
    /// They are shown.
    case shown
    /// The rows are sorted by them; a `-` before a name puts the largest first.
    case sorted
  }

  /// Declares a parameter from a field. A required field may be made optional here (`set` takes what `add` must have).
  public init(
    _ field: FieldDeclaration, _ role: Role, required: Bool? = nil, columns: Columns? = nil, standsFor: [Name] = []
  ) {
    self.field = field
    self.role = role
    self.isRequired = role != .filter && (required ?? field.isRequired)
    self.columns = columns
    self.standsFor = standsFor
  }

  /// A value given without its name.
  public static func positional<Content>(_ field: Field<Content>, required: Bool? = nil) -> Parameter {
    Parameter(field.declaration, .positional, required: required)
  }

  /// All further values without a name; the field's content is an array.
  public static func rest<Content>(_ field: Field<[Content]>, required: Bool = true) -> Parameter {
    Parameter(field.declaration, .rest, required: required)
  }

  /// Names of columns of the rows that the command gives, given by name.
  public static func columns(_ field: Field<[String]>, _ columns: Columns) -> Parameter {
    Parameter(field.declaration, .named, columns: columns)
  }

  /// A value given by name.
  public static func named<Content>(_ field: Field<Content>, required: Bool? = nil) -> Parameter {
    Parameter(field.declaration, .named, required: required)
  }
}
