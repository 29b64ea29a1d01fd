import Diagnostics
import Testing

@testable import Office

@Suite struct ProgressTests {
  @Test func nothingIsSaidOfWhatIsSoonDone() {
    var shown: [Localized?] = []
    let start = ContinuousClock.now
    var time = start
    var progress = ImportProgress(show: { shown.append($0) }, now: { time })
    for rows in 1...1_000 {
      time = start.advanced(by: .microseconds(rows * 900))
      progress.update(rows: rows, part: rows, of: 1_000)
    }
    progress.end()
    #expect(shown.isEmpty)
  }

  @Test func whatTakesLongIsToldNowAndThen() {
    var shown: [Localized?] = []
    let start = ContinuousClock.now
    var time = start
    var progress = ImportProgress(show: { shown.append($0) }, now: { time })
    for rows in 1...10_240 {
      time = start.advanced(by: .microseconds(rows * 200))
      progress.update(rows: rows, part: rows, of: 10_240)
    }
    progress.end()
    #expect(shown.first??.english == "5120 rows, 50 %")
    #expect(4...7 ~= shown.count)
    #expect(shown.last == .some(nil))
  }
}
