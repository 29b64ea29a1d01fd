import ArgumentParser
import CommandLanguage
import Diagnostics
import Foundation
import Lessons
import Office
import Shell
import Storage
import Values

extension LinliCommand {
  /// Reads the options, runs what they ask for, and gives the exit status: 0 done, 1 failed, 2 the call or the text is
  /// wrong, 130 interrupted, 129 its terminal was closed, 143 it was asked to end.
  static func start(arguments: [String]) -> Int32 {
    Terminal.holdStandardPlaces()
    Interrupt.catchSignals()
    let command: LinliCommand
    do {
      command = try LinliCommand.parse(arguments)
    } catch {
      return answer(LinliCommand.fullMessage(for: error), isHelp: LinliCommand.exitCode(for: error) == .success)
    }
    return command.execute(in: ProcessInfo.processInfo.environment)
  }

  /// Writes what the options alone lead to: help and version, or what is wrong with them.
  private static func answer(_ text: String, isHelp: Bool) -> Int32 {
    guard isHelp, (try? Terminal.write(text + "\n")) != nil, (try? Terminal.flush()) != nil else {
      if !isHelp { Terminal.write(text + "\n", to: STDERR_FILENO) }
      return (isHelp ? Runner.Outcome.failed : .invalid).rawValue
    }
    return Runner.Outcome.done.rawValue
  }

  private func execute(in environment: [String: String]) -> Int32 {
    let settingsFile = SettingsFile(environment: environment)
    let (settings, faults) = settingsFile.load()
    let language = lang ?? LinliCommand.language(of: environment, settings)
    func usesColor(_ choice: ColorChoice, on isTerminal: Bool) -> Bool {
      (color ?? choice).allows(terminal: isTerminal, environment)
    }
    func renderer(_ language: Language, _ settings: UserSettings) -> DiagnosticRenderer {
      DiagnosticRenderer(
        language: language,
        paint: Paint(isOn: usesColor(settings[UserSettings.color] ?? .auto, on: Terminal.isError)),
        width: Terminal.errorWidth ?? DiagnosticRenderer.usualWidth)
    }
    // What keeps settings from being read keeps nobody from working.
    Terminal.write(renderer(language, settings).text(faults), to: STDERR_FILENO)
    do {
      let location = db.map(StoreLocation.init(option:)) ?? StoreLocation(environment: environment)
      let store = try SQLiteStore(location, schema: OfficeSchema.all, isReadOnly: readOnly)
      // What was committed is safe without this; closed, the file stands by itself.
      defer { try? store.close() }
      let session = try OfficeSession(
        store: store, isTemporary: location == .memory,
        environment: OfficeSession.Environment(
          language: language, usualLanguage: lang ?? LinliCommand.language(of: environment, UserSettings()),
          settings: settings, settingsFile: settingsFile,
          usesColor: { usesColor($0, on: Terminal.isOutput) },
          operatorName: environment["LOGNAME"] ?? environment["USER"] ?? NSUserName(),
          clock: LinliCommand.wallClock, format: format, width: { Terminal.width },
          isInterrupted: { Interrupt.isRaised },
          openStore: { try SQLiteStore(.file($0), schema: OfficeSchema.all) },
          openSandbox: { try SQLiteStore(.memory, schema: OfficeSchema.all) },
          lessonProgress: LessonProgress(path: HistoryFile.folder(in: environment) + "/lessons"),
          progress: { Terminal.showProgress($0?[language]) },
          encodedOutput: { try Terminal.write($0) },
          programs: (environment["PATH"] ?? "").split(separator: ":").map(String.init),
          flush: { try Terminal.flush() }, output: { try Terminal.write($0) }))
      let runner = Runner(session: session, arguments: arguments) { renderer(session.language, session.settings) }
      if !check, !dryRun {
        // What keeps a backup from being made, and a clock that is behind, keep nobody from working.
        _ = runner.report(session.checkClock)
        _ = runner.report(session.backUpDaily)
      }
      let outcome = try run(session, runner, environment) {
        location.path.map { HistoryFile(environment: environment, office: $0) }
      }
      guard outcome == .done else { return outcome.rawValue }
      return runner.report { try Terminal.flush() }.rawValue
    } catch let diagnostic as Diagnostic {
      // The script cannot be read or the office not be opened: nothing ran.
      Terminal.write(renderer(language, settings).text(diagnostic), to: STDERR_FILENO)
      return Runner.Outcome.invalid.rawValue
    } catch {
      Terminal.write("\(error)\n", to: STDERR_FILENO)
      return Runner.Outcome.invalid.rawValue
    }
  }

  private func run(
    _ session: OfficeSession, _ runner: Runner, _ environment: [String: String], history: () -> HistoryFile?
  ) throws -> Runner.Outcome {
    var outcome = Runner.Outcome.done
    var source: (any SourceReader)?
    do { source = try self.source() } catch let interruption as Interruption {
      return runner.report { throw interruption }
    }
    if let source {
      outcome = run(source, runner)
      guard interactive, Terminal.isInput else { return outcome }
    }
    let pager = Pager(environment: environment) {
      Pager.Choice(environment: environment, setting: session.settings[UserSettings.pager])
    }
    let end = try Prompt(session: session, runner: runner, history: history(), pager: pager).run()
    return end == .done ? outcome : end
  }

  private func run(_ text: any SourceReader, _ runner: Runner) -> Runner.Outcome {
    if check { return runner.check(text) }
    if dryRun { return runner.rehearse(text) }
    return keepGoing ? runner.runEach(text) : runner.run(text)
  }

  /// The text to run; nothing if the prompt is to open.
  private func source() throws -> (any SourceReader)? {
    if let text { return try Source(name: "-c", bytes: Array(text.utf8)) }
    if let script { return try script == "-" ? SourceFile.standardInput() : SourceFile.script(script) }
    return Terminal.isInput ? nil : try SourceFile.standardInput()
  }

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
