/// The parts of a path. Foundation's own stop the program at a name of one Han character.
extension String {
  /// The folder in which a path names a file: `a/b` is in `a`, `/a` in `/`, and `a` in none, which is empty.
  public var pathFolder: String {
    let path = withoutTrailingSlashes
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "" }
    let folder = String(path[..<slash]).withoutTrailingSlashes
    return folder.isEmpty ? "/" : folder
  }

  /// The last name of a path: `b` of `a/b`.
  public var pathName: String {
    let path = withoutTrailingSlashes
    guard path != "/", let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return path }
    return String(path[path.utf8.index(after: slash)...])
  }

  /// A file's name without what follows its last point: `office` of `office.db`.
  public var withoutPathExtension: String {
    guard let point = utf8.lastIndex(of: UInt8(ascii: ".")), point != startIndex else { return self }
    return String(self[..<point])
  }

  private var withoutTrailingSlashes: String {
    var path = self[...]
    while path.utf8.count > 1, path.utf8.last == UInt8(ascii: "/") { path = path.dropLast() }
    return String(path)
  }
}
