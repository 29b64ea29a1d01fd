import Diagnostics
import Values

extension Motion {
  /// Puts an item on a meeting's agenda.
  @discardableResult
  static func put(
    _ item: String, on meeting: Record, mover: Reference? = nil, origin: MotionOrigin? = nil, in writer: RecordWriter
  ) throws -> Record {
    let count = try writer.store.count(Query(kind, [.equal(self.meeting, meeting.reference)]))
    var motion = Record(kind)
    motion[number] = "M\(meeting.id).\(count + 1)"
    motion[self.meeting] = meeting.reference
    motion[text] = item
    motion[self.mover] = mover
    motion[self.origin] = origin
    return try writer.add(motion)
  }

  /// Puts an undecided motion on the agenda of another meeting, with the opinions that wait for it.
  static func carry(_ motion: Record, over meeting: Record, in writer: RecordWriter) throws {
    let next = try put(motion[text], on: meeting, mover: motion[mover], origin: motion[origin], in: writer)
    try writer.change(next) { $0[opinions] = motion[opinions] }
    for reference in motion[opinions] {
      let opinion = try writer.store.get(Opinion.kind, reference)
      guard opinion[Opinion.status] == .put, opinion[Opinion.motion] == motion.reference else { continue }
      try writer.change(opinion) { $0[Opinion.motion] = next.reference }
    }
  }

  /// Puts a further item on the agenda, as long as the notice still goes out early enough.
  public static func add(
    _ item: String, to meeting: Record, mover: Reference? = nil, origin: MotionOrigin? = nil, in writer: RecordWriter
  ) throws -> Record {
    do {
      try Meeting.require(meeting, [.called])
      for body in meeting[Meeting.bodies] {
        try Meeting.checkNotice(of: meeting[Meeting.at].date, for: try writer.store.get(Body.kind, body), in: writer)
      }
    } catch let fault as Diagnostic where fault.code == .state || fault.code == .notice {
      let items = try writer.store.all(kind, .equal(self.meeting, meeting.reference)).map {
        "\($0[number]) \($0[text])"
      }
      throw Diagnostic(
        .agenda, Localized("“\(item)” is not on the agenda that the notice fixed", "“\(item)”不在通知确定的议程上"),
        hint: Localized(
          "on it: \(items.joined(separator: "; ")); call another meeting for the rest",
          "议程为：\(items.joined(separator: "；"))；其他事项请另行召集会议"), subject: "text")
    }
    return try put(item, on: meeting, mover: mover, origin: origin, in: writer)
  }
}
