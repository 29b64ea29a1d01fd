import CommandLanguage
import Crypto
import Diagnostics
import Foundation
import Records
import Values

/// A set of cards in a folder, a file for each building. A file is there whole or not at all and its name tells what it
/// states, so a set that was stopped goes on with what is missing, and what has changed since is written anew.
struct CardFolder {
  /// Where the files go.
  static let folder = Field<String>("folder", "文件夹", "Where the files go; made if it is not there.", "文件存放处，没有则建立。")

  let path: String
  let run: CardRun
  let form: Printout.Form

  /// Writes what is missing and says how much that was.
  func write() throws -> Localized {
    let session = run.session
    let location = session.location(of: path)
    let places = try run.source.reader.records(run.places).collect()
    guard !session.isRehearsing else {
      return Localized("would write \(places.count.counted("file")) into \(path)", "将向 \(path) 写入 \(places.count) 个文件")
    }
    try CardFolder.make(location, path)
    let start = ContinuousClock.now
    var (written, kept) = (0, 0)
    defer { session.environment.progress(nil) }
    for (index, place) in places.enumerated() {
      try session.poll()
      let card = try Card(of: place, from: run.source)
      let file = try location + "/" + name(of: card, place)
      if FileManager.default.fileExists(atPath: file) {
        kept += 1
      } else {
        try OutputFile.write(file) { output in
          try run.only(place).write(as: form, title: session.label(of: place), to: output.put)
        }
        written += 1
      }
      session.environment.progress(progress(index + 1, of: places.count, written, since: start))
    }
    try session.notePublished("contact cards", about: run.subject, ["files": .integer(places.count)])
    return Localized(
      "\(written) files written into \(path), \(kept) were there already", "已向 \(path) 写入 \(written) 个文件，另有 \(kept) 个已在"
    )
  }

  private static func make(_ location: String, _ path: String) throws {
    do {
      try FileManager.default.createDirectory(atPath: location, withIntermediateDirectories: true)
    } catch {
      throw Diagnostic(
        .outputFile, Localized("the folder \(path) cannot be made", "无法建立文件夹 \(path)"),
        hint: Localized("choose another one", "请换一个文件夹"), subject: "folder")
    }
  }

  /// How many bytes of the digest stand in a name: enough that no two cards that differ ever share it by chance.
  private static let digestLength = 8

  /// Grid, building, day, and a digest of all that the cards of this run state.
  private func name(of card: Card, _ place: Record) throws -> String {
    func plain(_ text: String) -> String {
      String(text.map { $0.isLetter || $0.isNumber ? $0 : "_" }.prefix(40))
    }
    let session = run.session
    let grid = run.unit == .grid ? place : try run.source.grid(of: place)
    let label = run.unit == .grid ? "" : "-" + plain(session.label(of: place))
    let doors =
      run.unit == .door
      ? try run.source.reader.count(Query(Household.kind, [.equal(Household.building, place.reference)])) : 0
    let stated = card.facts + [card.issued.chinese, "\(run.unit)", "\(run.language)", "\(run.design)", "\(doors)"]
    let digest = SHA256.hash(data: Array(stated.joined(separator: "\n").utf8)).prefix(CardFolder.digestLength)
    let sum = digest.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    let ending = form == .pdf ? "pdf" : form == .html ? "html" : "txt"
    return "\(plain(grid[Grid.code]))\(label)-\(card.date.exchangeText)-\(sum).\(ending)"
  }

  /// A bar, a share, and how long the rest may take by what the written ones took.
  private func progress(_ done: Int, of count: Int, _ written: Int, since start: ContinuousClock.Instant) -> Localized {
    let full = done * 20 / max(1, count)
    let bar = String(run: "█", full) + String(run: "░", 20 - full)
    guard written > 0 else { return Localized(same: "\(bar) \(done)/\(count)") }
    let spent = Double((ContinuousClock.now - start).components.seconds)
    let left = Int(spent / Double(written) * Double(count - done))
    return Localized(
      "\(bar) \(done)/\(count), about \(left / 60) min \(left % 60) s left",
      "\(bar) \(done)/\(count)，约剩 \(left / 60) 分 \(left % 60) 秒")
  }
}

extension CardRun {
  /// The run of one of its places.
  func only(_ place: Record) -> CardRun {
    CardRun(
      session: session, source: source, design: design, unit: unit, language: language, subject: place.reference,
      places: Query(place.kind, [Condition("id", .equal, .integer(place.id))]))
  }
}
