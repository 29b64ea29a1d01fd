/// Numbers of records by digests of what identifies them, in a memory of fixed size: which records a row may be about is
/// known without asking the store for every row.
final class IdentityTable {
  /// The most places; 16 MiB.
  private static let largest = 1 << 21

  private let places: UnsafeMutableBufferPointer<UInt64>
  private var count = 0

  /// Makes room for some records; for no more than it can hold.
  init(expecting expected: Int) {
    var size = 1 << 10
    while size < IdentityTable.largest, size < 2 * expected { size *= 2 }
    places = .allocate(capacity: size)
    places.initialize(repeating: 0)
  }

  deinit { places.deallocate() }

  /// Whether there is no room for more, so that a record that is not found may be there all the same.
  private(set) var isFull = false

  /// Adds a record.
  func insert(_ digest: Int, id: Int) {
    guard count < places.count / 4 * 3, id <= UInt32.max else { return isFull = true }
    var place = digest & (places.count - 1)
    while places[place] != 0 { place = (place + 1) & (places.count - 1) }
    places[place] = IdentityTable.tag(digest) | UInt64(id)
    count += 1
  }

  /// The numbers of records that may have this digest; all that have it are among them.
  func candidates(_ digest: Int) -> [Int] {
    var found: [Int] = []
    var place = digest & (places.count - 1)
    while places[place] != 0 {
      if places[place] & ~0xFFFF_FFFF == IdentityTable.tag(digest) { found.append(Int(places[place] & 0xFFFF_FFFF)) }
      place = (place + 1) & (places.count - 1)
    }
    return found
  }

  /// The half of a digest that does not choose the place.
  private static func tag(_ digest: Int) -> UInt64 { UInt64(bitPattern: Int64(digest)) & ~0xFFFF_FFFF }
}
