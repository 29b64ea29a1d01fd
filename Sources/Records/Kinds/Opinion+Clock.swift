import Values

extension Opinion {
  /// The last day for the next step of an opinion, by the profile's days; nothing where no step waits. Accepting it alone
  /// does not stop the clock; a meeting that ends without deciding starts it again.
  public static func dueDay(of opinion: Record, in reader: any RecordReader) throws -> CalendarDate? {
    let days = Profile.cn.opinionDays
    switch opinion[status] {
    case .new, .accepted: return (opinion[resumed] ?? opinion[date])?.adding(days: days)
    case .referred:
      if let day = opinion[replied] { return day.adding(days: days) }
      return opinion[referredOn]?.adding(days: Profile.cn.referralDays)
    case .put:
      guard let reference = opinion[motion] else { return nil }
      let motion = try reader.get(Motion.kind, reference)
      let meeting = try reader.get(Meeting.kind, motion[Motion.meeting])
      switch meeting[Meeting.status] {
      case .called, .open: return nil
      case .closed, .adjourned, .cancelled:
        return (meeting[Meeting.ended] ?? meeting[Meeting.at]).date.adding(days: days)
      }
    case .answered, .merged, .closed: return nil
    }
  }
}
