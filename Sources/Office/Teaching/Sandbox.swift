import Diagnostics
import Foundation
import Lessons
import Records
import Values

/// An office for practice: records in memory, files in a folder of its own, no printer. Nothing that is done there
/// touches anything real, and all of it is gone with this.
public final class Sandbox {
  /// The session on it.
  public let session: OfficeSession
  /// Whether what its commands answer is kept from standard output.
  public var isQuiet: Bool {
    get { gate.isShut }
    set { gate.isShut = newValue }
  }

  /// Lets output through or keeps it.
  private final class Gate { var isShut = false }
  private let gate: Gate
  private let folder: String

  /// Opens an office for practice.
  ///
  /// - Parameters:
  ///   - session: the session at which it is asked for; language, clock and terminal are the same.
  ///   - inputs: the folder in which files stand that it may read; empty for the working directory.
  /// - Throws: a ``Diagnostic`` when no such office is to be had here, or there is no room for its files.
  public init(of session: OfficeSession, inputs: String? = nil) throws {
    guard let openSandbox = session.environment.openSandbox else {
      throw Diagnostic(.state, Localized("no office for practice can be opened here", "此处不能打开练习用的办公室"))
    }
    folder = NSTemporaryDirectory() + "linli-practice-\(UUID().uuidString)"
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw Diagnostic(.outputFile, Localized("cannot make the folder \(folder)", "无法建立文件夹 \(folder)"))
    }
    let gate = Gate()
    self.gate = gate
    var environment = session.environment
    environment.directory = folder
    environment.inputs = inputs ?? session.environment.directory
    environment.programs = []
    (environment.openStore, environment.settingsFile) = (nil, nil)
    let (output, encodedOutput) = (environment.output, environment.encodedOutput)
    environment.output = { if !gate.isShut { try output($0) } }
    environment.encodedOutput = encodedOutput.map { output in { if !gate.isShut { try output($0) } } }
    self.session = try OfficeSession(store: openSandbox(), isTemporary: true, environment: environment)
  }

  deinit {
    try? session.store.close()
    try? FileManager.default.removeItem(atPath: folder)
  }
}

extension OfficeSession {
  /// How far whoever sits here has come with the lessons.
  public var lessonProgress: LessonProgress? { environment.lessonProgress }

  /// Where a file is that a command writes or names. An office for practice keeps all its files in its own folder,
  /// whatever folders their paths name.
  func location(of path: String) -> String {
    if environment.inputs != nil {
      let name = path.pathName
      return environment.directory + "/" + (name == ".." ? "" : name)
    }
    return path.hasPrefix("/") || environment.directory.isEmpty ? path : environment.directory + "/" + path
  }

  /// Where a file is that a command only reads: in an office for practice its own, else the one outside.
  func location(ofInput path: String) -> String {
    let own = location(of: path)
    guard let inputs = environment.inputs, !FileManager.default.fileExists(atPath: own) else { return own }
    return path.hasPrefix("/") || inputs.isEmpty ? path : inputs + "/" + path
  }
}
