import CommandLanguage
import Diagnostics
import Records
import Values

extension OfficeSession {
  /// What a session is opened with; nothing in an office reads the world around it by itself.
  public struct Environment {
    /// The language of answers and errors.
    public var language: Language
    /// The language of answers where nobody has set one for himself.
    public let usualLanguage: Language
    /// What whoever is at the desk has set for himself.
    public internal(set) var settings: UserSettings
    /// Where that is kept; nothing where it lasts no longer than the session.
    public let settingsFile: SettingsFile?
    /// Whether standard output is coloured, given what its user wants.
    public var usesColor: (ColorChoice) -> Bool
    /// Who logged in at the machine.
    public let loginName: String
    /// The operator's name until `operator as` changes it.
    public var operatorName: String
    /// Reads the clock on the wall.
    public var clock: () -> Moment
    /// How rows are written unless a line says otherwise.
    public var format: OutputFormat
    /// How many cells a line of standard output has; nothing if it is no terminal.
    public var width: () -> Int?
    /// Whether someone asked the run to stop.
    public var isInterrupted: () -> Bool
    /// Where the paths of files begin that are read and written; empty for the working directory.
    public var directory: String
    /// Opens another office, such as a backup that is to be looked at; nothing where no files are.
    public var openStore: ((String) throws -> any RecordStore)?
    /// Shows how far something is that takes long, or, with nothing, no longer shows it.
    public var progress: (Localized?) -> Void
    /// Where programs are looked for, as in `PATH`.
    public var programs: [String]
    /// Hands over what was gathered for standard output.
    public var flush: () throws -> Void
    /// Writes to standard output.
    public var output: (String) throws -> Void
    /// Writes to standard output what is not UTF-8; nothing where only text can be shown.
    public var encodedOutput: (([UInt8]) throws -> Void)?

    /// Creates an environment.
    public init(
      language: Language, usualLanguage: Language? = nil, settings: UserSettings = UserSettings(),
      settingsFile: SettingsFile? = nil,
      usesColor: @escaping (ColorChoice) -> Bool = { _ in false }, operatorName: String,
      clock: @escaping () -> Moment, format: OutputFormat = .table,
      width: @escaping () -> Int? = { nil }, isInterrupted: @escaping () -> Bool = { false },
      directory: String = "", openStore: ((String) throws -> any RecordStore)? = nil,
      progress: @escaping (Localized?) -> Void = { _ in },
      encodedOutput: (([UInt8]) throws -> Void)? = nil,
      programs: [String] = ["/usr/local/bin", "/usr/bin", "/bin"], flush: @escaping () throws -> Void = {},
      output: @escaping (String) throws -> Void
    ) {
      self.language = language
      self.usualLanguage = usualLanguage ?? language
      self.settings = settings
      self.settingsFile = settingsFile
      self.usesColor = usesColor
      self.operatorName = operatorName
      loginName = operatorName
      self.clock = clock
      self.format = format
      self.width = width
      self.isInterrupted = isInterrupted
      self.directory = directory
      self.openStore = openStore
      self.progress = progress
      self.encodedOutput = encodedOutput
      self.programs = programs
      self.flush = flush
      self.output = output
    }
  }
}
