import Diagnostics
import Values

extension Meeting {
  /// Writes down what was said at a meeting, without who said it; until its minutes are approved.
  ///
  /// - Parameter motion: the motion of this meeting that it is about, if it is about one.
  public static func remark(_ words: String, at meeting: Record, on motion: Record? = nil, in writer: RecordWriter)
    throws -> Record
  {
    try require(meeting, [.open, .closed, .adjourned])
    return try add(words, as: .point, to: meeting, motion, in: writer)
  }

  /// Adds to approved minutes what they have wrong; they themselves stay as they were.
  public static func correct(_ words: String, at meeting: Record, on motion: Record? = nil, in writer: RecordWriter)
    throws -> Record
  {
    guard meeting[approved] != nil else {
      throw Diagnostic(
        .state, Localized("the minutes of M\(meeting.id) are not approved", "M\(meeting.id) 的纪要尚未核定"),
        hint: Localized("put right what is wrong, then approve them", "请直接修改后核定"), subject: "meeting")
    }
    return try add(words, as: .correction, to: meeting, motion, in: writer)
  }

  /// Rewords what was said, until the minutes are approved.
  public static func reword(_ remark: Record, _ words: String, in writer: RecordWriter) throws -> Record {
    guard remark[Remark.sort] == .point else {
      throw Diagnostic(
        .minutes, Localized("a correction stays as it is", "更正不得改动"),
        hint: Localized("add another", "请另加一条更正"), subject: "remark")
    }
    return try writer.change(remark) { $0[Remark.text] = words }
  }

  /// Approves the minutes of a meeting that is over, today.
  public static func approve(_ meeting: Record, by approver: String, in writer: RecordWriter) throws -> Record {
    try require(meeting, [.closed, .adjourned])
    try refuseChange(of: meeting)
    return try writer.change(meeting) {
      $0[approved] = writer.today
      $0[approvedBy] = approver
    }
  }

  private static func add(
    _ words: String, as sort: RemarkKind, to meeting: Record, _ motion: Record?, in writer: RecordWriter
  ) throws -> Record {
    if let motion, motion[Motion.meeting] != meeting.reference {
      let number = motion[Motion.number]
      throw Diagnostic(
        .agenda, Localized("\(number) is no motion of M\(meeting.id)", "\(number) 不是 M\(meeting.id) 的议题"),
        subject: "motion")
    }
    var remark = Record(Remark.kind)
    remark[Remark.meeting] = meeting.reference
    remark[Remark.motion] = motion?.reference
    remark[Remark.sort] = sort
    remark[Remark.text] = words
    remark[Remark.date] = writer.today
    return try writer.add(remark)
  }
}
