import Diagnostics

/// Says how far an import is, once it takes longer than a second.
struct ImportProgress {
  /// After how long it begins to say so, and how often.
  private static let patience = Duration.seconds(1)
  private static let interval = Duration.milliseconds(200)
  /// How many rows pass before the clock is looked at.
  private static let stride = 256

  private let show: (Localized?) -> Void
  private let now: () -> ContinuousClock.Instant
  private var next: ContinuousClock.Instant
  private var isShown = false

  /// Begins.
  ///
  /// - Parameters:
  ///   - show: shows a line, or with nothing takes it away.
  ///   - now: the clock.
  init(show: @escaping (Localized?) -> Void, now: @escaping () -> ContinuousClock.Instant = { .now }) {
    self.show = show
    self.now = now
    next = now().advanced(by: Self.patience)
  }

  /// Called for every row.
  ///
  /// - Parameters:
  ///   - rows: how many have been read.
  ///   - part: how many bytes have been read.
  ///   - whole: how many there are.
  mutating func update(rows: Int, part: Int, of whole: Int) {
    guard rows % Self.stride == 0, case let time = now(), time >= next else { return }
    next = time.advanced(by: Self.interval)
    isShown = true
    let percent = whole > 0 ? min(part, whole) * 100 / whole : 100
    show(Localized("\(rows) rows, \(percent) %", "已读 \(rows) 行，\(percent)%"))
  }

  /// Takes the line away.
  func end() {
    if isShown { show(nil) }
  }
}
