import Diagnostics
import Records
import Storage
import Testing
import Values

/// A council of four and its clock, for the rules of meetings.
struct Council {
  let store: SQLiteStore
  let writer: RecordWriter
  let body: Record
  let people: [Reference]

  init(rule: String = "residents-majority", members: Int = 4) throws {
    let schema = Schema([
      Grid.kind, Building.kind, Household.kind, Resident.kind, Body.kind, Membership.kind, Opinion.kind, Meeting.kind,
      RollEntry.kind, Attendance.kind, Motion.kind, Vote.kind, Ballot.kind, Objection.kind, Remark.kind,
    ])
    store = try SQLiteStore(.memory, schema: schema)
    let now = try #require(Moment("2020-07-01 09:00"))
    writer = RecordWriter(store: store, schema: schema, authorship: Authorship(now: now, by: "示例甲", origin: "test:1"))
    var people: [Reference] = []
    let names = ["胡建国", "李梅", "周勇", "陈素芬", "张伟"]
    for name in names + (names.count..<max(names.count, members)).map({ "成员\($0)" }) {
      var resident = Record(Resident.kind)
      resident[Resident.name] = name
      people.append(try writer.add(resident).reference)
    }
    self.people = people
    body = try Council.body("议事会", rule: rule, in: writer)
    _ = try Body.join(body, Array(people.prefix(members)), voting: true, from: nil, in: writer)
  }

  static func body(_ name: String, rule: String, in writer: RecordWriter) throws -> Record {
    var body = Record(Body.kind)
    body[Body.name] = name
    body[Body.rule] = .choice(try #require(Profile.cn.meetingRules.first { $0.choice.name.english == rule }).choice)
    return try writer.add(body)
  }

  /// Calls a meeting some days ahead; most rules ask for three.
  func call(_ bodies: [Record], agenda: [String] = ["安装监控"], days: Int = 3) throws -> Record {
    var meeting = Record(Meeting.kind)
    meeting[Meeting.title] = "例会"
    meeting[Meeting.bodies] = bodies.map(\.reference)
    meeting[Meeting.at] = Moment(writer.today.adding(days: days))
    return try Meeting.call(meeting, agenda: agenda, in: writer)
  }

  func motion(_ number: String) throws -> Record {
    try #require(try store.first(Motion.kind, .equal(Motion.number, number)))
  }

  func pass(days: Int) { writer.authorship.now = Moment(writer.today.adding(days: days)) }

  /// M1 with M1.1 carried by everyone.
  func carried() throws -> Record {
    _ = try open(present: 4)
    return try vote("M1.1", 4, 0, 0)
  }

  /// M1 with its agenda, open, and so many there.
  func open(present: Int, agenda: [String] = ["安装监控"], days: Int = 3) throws -> Record {
    let meeting = try call([body], agenda: agenda, days: days)
    pass(days: days)
    let open = try Meeting.open(meeting, in: writer)
    try Attendance.signIn(Array(people.prefix(present)), at: open, in: writer)
    return open
  }
}

/// The code with which something was refused; nothing if it was done.
func code(_ body: () throws -> Void) -> DiagnosticCode? {
  do { try body() } catch let diagnostic as Diagnostic { return diagnostic.code } catch {}
  return nil
}

extension Council {
  func vote(_ number: String, _ inFavour: Int, _ against: Int, _ abstain: Int, body: Record? = nil) throws
    -> Record
  {
    try Motion.vote(
      on: motion(number), body: body?.reference, Tally(inFavour: inFavour, against: against, abstain: abstain),
      in: writer)
  }
}
