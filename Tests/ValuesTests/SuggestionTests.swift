import Testing

@testable import Values

@Suite struct SuggestionTests {
  private let names = ["grid", "if", "resident", "fund", "meeting", "居民", "胡建国", "李梅", "李军", "曾国安", "吕布", "伏虎小区党员驿站"]

  @Test(arguments: [
    ("residnet", "resident"), ("fnud", "fund"), ("meetin", "meeting"), ("RESIDENT", "resident"), ("resi", "resident"),
    ("胡建围", "胡建国"), ("胡国建", "胡建国"), ("据民", "居民"), ("居", "居民"), ("党员驿站", "伏虎小区党员驿站"),
  ])
  func findsWhatIsSpelledNearly(typed: String, meant: String) {
    #expect(Suggestion.nearest(to: typed, in: names) == meant)
  }

  @Test(arguments: [
    ("湖建国", "胡建国"), ("胡健国", "胡建国"), ("湖健果", "胡建国"), ("hujianguo", "胡建国"), ("Hu Jianguo", "胡建国"),
    ("hjg", "胡建国"), ("hujiangou", "胡建国"), ("李煤", "李梅"), ("增国安", "曾国安"), ("zengguoan", "曾国安"), ("lvbu", "吕布"),
    ("jumin", "居民"),
  ])
  func findsWhatSoundsAlike(typed: String, meant: String) {
    #expect(Suggestion.nearest(to: typed, in: names) == meant)
  }

  @Test(arguments: ["", "xyz", "农", "re", "王芳", "名人", "hu", "h", String(repeating: "胡", count: 10_000)])
  func offersNothingFarAway(typed: String) {
    #expect(Suggestion.nearest(to: typed, in: names) == nil)
  }

  @Test func offersThoseThatAreEquallyNearTheBestSoundFirst() {
    let names = ["王建华", "王建国", "王建威", "王大伟", "王建军"]
    #expect(Suggestion.nearest(3, to: "王建围", in: names) == ["王建威"])
    #expect(Suggestion.nearest(2, to: "王建灰", in: names) == ["王建华", "王建国"])
    #expect(Suggestion.nearest(9, to: "王建力", in: names).count == 4)
  }

  @Test func looksAtNoMoreThanItsLimit() {
    var seen = 0
    let endless = sequence(first: 0) { $0 + 1 }.lazy.map { number -> String in
      seen += 1
      return "name\(number)"
    }
    #expect(Suggestion.nearest(to: "fund", in: endless) == nil)
    #expect(seen == Suggestion.candidateLimit)
    #expect(Suggestion.nearest(to: "fund", in: [String(repeating: "f", count: 100_000), "fund"]) == "fund")
  }

  @Test(arguments: [
    ("", "", 0), ("ab", "ba", 1), ("kitten", "sitting", 3), ("胡建国", "胡建围", 1), ("a", "", 1), ("ca", "abc", 3),
  ])
  func countsChanges(left: String, right: String, changes: Int) {
    #expect(EditDistance(limit: 9).between(Array(left), Array(right)) == changes)
    #expect(EditDistance(limit: changes).between(Array(right), Array(left)) == changes)
    if changes > 0 { #expect(EditDistance(limit: changes - 1).between(Array(left), Array(right)) == nil) }
  }
}
