import Values

/// The variables of one running script or of one call of a defined command.
final class Frame {
  /// What the whole run shares.
  let runtime: Runtime
  /// What `return` gave.
  var result: Value = .none
  private let slots: UnsafeMutablePointer<Value>
  private let count: Int

  /// Creates a frame with room for `count` variables, none with a value yet.
  init(_ runtime: Runtime, count: Int) {
    self.runtime = runtime
    self.count = count
    // A plain buffer: a script's loop reads and writes a variable on every step, and an array in a class is checked
    // for exclusive access and for bounds each time. The binder gives out slots below `count` only.
    slots = .allocate(capacity: count)
    slots.initialize(repeating: .none, count: count)
  }

  /// Creates a larger frame with the values of another.
  convenience init(growing frame: Frame, to count: Int) {
    self.init(frame.runtime, count: max(count, frame.count))
    for slot in 0..<frame.count { self[slot] = frame[slot] }
  }

  deinit {
    slots.deinitialize(count: count)
    slots.deallocate()
  }

  /// The value of a variable.
  @inline(__always)
  subscript(slot: Int) -> Value {
    get { slots[slot] }
    set { slots[slot] = newValue }
  }
}
