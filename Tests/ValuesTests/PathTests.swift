import Testing

@testable import Values

@Suite struct PathTests {
  @Test(arguments: [
    ("a/b", "a", "b"), ("/a", "/", "a"), ("a", "", "a"), ("陈", "", "陈"), ("表/陈", "表", "陈"), ("/", "/", "/"),
    ("", "", ""),
    ("a/b/", "a", "b"), ("/a//b", "/a", "b"), ("//", "/", "/"),
  ])
  func hasAFolderAndAName(path: String, folder: String, name: String) {
    #expect(path.pathFolder == folder)
    #expect(path.pathName == name)
  }

  @Test func losesItsExtension() {
    #expect(
      ["office.db", "office", "a.b.db", ".db"].map(\.withoutPathExtension) == ["office", "office", "a.b", ".db"])
  }
}
