import CommandLanguage
import Diagnostics
import Foundation
import Lessons
import Office
import Shell
import Storage
import Values

/// One run of the program, from what it was called with to its exit status.
struct Program {
  /// What `--version` shows.
  static let version = "0.1.0"

  private let environment: [String: String]
  private let options: ProgramOptions
  private let settingsFile: SettingsFile
  private let settings: UserSettings
  private let language: Language

  /// Reads the options, runs what they ask for, and gives the exit status: 0 done, 1 failed, 2 the call or the text is
  /// wrong, 130 interrupted, 129 its terminal was closed, 143 it was asked to end.
  static func run(_ arguments: [String]) -> Int32 {
    Terminal.holdStandardPlaces()
    Interrupt.catchSignals()
    var options = ProgramOptions()
    var fault: Diagnostic?
    do { try OptionReader(arguments).read(into: &options) } catch { fault = error as? Diagnostic }
    let (program, settingsFaults) = Program.prepared(options)
    // What keeps settings from being read keeps nobody from working.
    program.complain(settingsFaults)
    if let fault { return program.refuse(fault) }
    if options.help || options.version { return program.answer() }
    return program.execute()
  }

  private static func prepared(_ options: ProgramOptions) -> (Program, [Diagnostic]) {
    let environment = ProcessInfo.processInfo.environment
    let file = SettingsFile(environment: environment)
    let (settings, faults) = file.load()
    let language = options.language ?? Program.language(of: environment, settings)
    let program = Program(
      environment: environment, options: options, settingsFile: file, settings: settings, language: language)
    return (program, faults)
  }

  /// Writes what the options alone lead to: help and version.
  private func answer() -> Int32 {
    let width = Terminal.width ?? DiagnosticRenderer.usualWidth
    let text = options.help ? ProgramHelp(language: language, width: width).text : Program.version + "\n"
    do {
      try Terminal.write(text)
      try Terminal.flush()
      return Runner.Outcome.done.rawValue
    } catch {
      complain((error as? Diagnostic).map { [$0] } ?? [])
      return Runner.Outcome.failed.rawValue
    }
  }

  private func refuse(_ fault: Diagnostic) -> Int32 {
    complain([fault])
    return Runner.Outcome.invalid.rawValue
  }

  private func complain(_ faults: [Diagnostic]) {
    Terminal.write(renderer(language, settings).text(faults), to: STDERR_FILENO)
  }

  private func usesColor(_ choice: ColorChoice, on isTerminal: Bool) -> Bool {
    (options.color ?? choice).allows(terminal: isTerminal, environment)
  }

  private func renderer(_ language: Language, _ settings: UserSettings) -> DiagnosticRenderer {
    DiagnosticRenderer(
      language: language,
      paint: Paint(isOn: usesColor(settings[UserSettings.color] ?? .auto, on: Terminal.isError)),
      width: Terminal.errorWidth ?? DiagnosticRenderer.usualWidth)
  }

  // MARK: Running

  private func execute() -> Int32 {
    do {
      let location = options.db.map(StoreLocation.init(option:)) ?? StoreLocation(environment: environment)
      let store = try SQLiteStore(location, schema: OfficeSchema.all, isReadOnly: options.isReadOnly)
      // What was committed is safe without this; closed, the file stands by itself.
      defer { try? store.close() }
      let session = try session(on: store, at: location)
      // The system takes back at once what is there at the end; letting go of it piece by piece would take longer.
      _ = Unmanaged.passRetained(session)
      let runner = Runner(session: session, arguments: options.arguments) {
        renderer(session.language, session.settings)
      }
      if !options.check, !options.dryRun {
        // What keeps a backup from being made, and a clock that is behind, keep nobody from working.
        _ = runner.report(session.checkClock)
        _ = runner.report(session.backUpDaily)
      }
      let outcome = try run(session, runner) { location.path.map { HistoryFile(environment: environment, office: $0) } }
      guard outcome == .done else { return outcome.rawValue }
      return runner.report { try Terminal.flush() }.rawValue
    } catch let diagnostic as Diagnostic {
      // The script cannot be read or the office not be opened: nothing ran.
      return refuse(diagnostic)
    } catch {
      Terminal.write("\(error)\n", to: STDERR_FILENO)
      return Runner.Outcome.invalid.rawValue
    }
  }

  private func session(on store: SQLiteStore, at location: StoreLocation) throws -> OfficeSession {
    try OfficeSession(
      store: store, isTemporary: location == .memory,
      environment: OfficeSession.Environment(
        language: language,
        usualLanguage: options.language ?? Program.language(of: environment, UserSettings()),
        settings: settings, settingsFile: settingsFile,
        usesColor: { usesColor($0, on: Terminal.isOutput) },
        operatorName: environment["LOGNAME"] ?? environment["USER"] ?? NSUserName(),
        clock: Program.wallClock, format: options.format, width: { Terminal.width },
        isInterrupted: { Interrupt.isRaised },
        openStore: { try SQLiteStore(.file($0), schema: OfficeSchema.all) },
        openSandbox: { try SQLiteStore(.memory, schema: OfficeSchema.all) },
        lessonProgress: LessonProgress(path: HistoryFile.folder(in: environment) + "/lessons"),
        progress: { Terminal.showProgress($0?[language]) },
        encodedOutput: { try Terminal.write($0) },
        programs: (environment["PATH"] ?? "").split(separator: ":").map(String.init),
        flush: { try Terminal.flush() }, output: { try Terminal.write($0) }))
  }

  private func run(_ session: OfficeSession, _ runner: Runner, history: () -> HistoryFile?) throws -> Runner.Outcome {
    var outcome = Runner.Outcome.done
    var source: (any SourceReader)?
    do { source = try self.source() } catch let interruption as Interruption {
      return runner.report { throw interruption }
    }
    if let source {
      outcome = run(source, runner)
      guard options.isInteractive, Terminal.isInput else { return outcome }
    }
    let pager = Pager(environment: environment) {
      Pager.Choice(environment: environment, setting: session.settings[UserSettings.pager])
    }
    let end = try Prompt(session: session, runner: runner, history: history(), pager: pager).run()
    return end == .done ? outcome : end
  }

  private func run(_ text: any SourceReader, _ runner: Runner) -> Runner.Outcome {
    if options.check { return runner.check(text) }
    if options.dryRun { return runner.rehearse(text) }
    return options.keepGoing ? runner.runEach(text) : runner.run(text)
  }

  /// The text to run; nothing if the prompt is to open.
  private func source() throws -> (any SourceReader)? {
    if let text = options.text { return try Source(name: "-c", bytes: Array(text.utf8)) }
    if let script = options.script { return try script == "-" ? SourceFile.standardInput() : SourceFile.script(script) }
    return Terminal.isInput ? nil : try SourceFile.standardInput()
  }

  // MARK: Surroundings

  /// The language that is asked for: by `LINLI_LANG`, else by the user's settings, else by the locale.
  private static func language(of environment: [String: String], _ settings: UserSettings) -> Language {
    if environment["LINLI_LANG", default: ""].isEmpty, let language = settings[UserSettings.language] {
      return language
    }
    for name in ["LINLI_LANG", "LC_ALL", "LC_MESSAGES", "LANG"] {
      if let value = environment[name], !value.isEmpty { return value.hasPrefix("zh") ? .chinese : .english }
    }
    return .english
  }

  /// The clock on the wall, in the machine's time zone.
  private static func wallClock() -> Moment {
    // Asked at every command: the C library does in a glance what Foundation looks up at length.
    var now = time(nil)
    var local = tm()
    localtime_r(&now, &local)
    return Moment(seconds: now + local.tm_gmtoff)
  }
}
