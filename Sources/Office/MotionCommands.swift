import CommandLanguage
import Diagnostics
import Records
import Values

/// The special verbs of `motion` up to its vote.
enum MotionCommands {
  static let all = [add, show, vote, cast, tally, ballots]

  static let motion = GenericCommands.subject(of: Motion.kind)
  private static let meeting = Field<Reference>("meeting", "会议", "The meeting.", "会议。", type: .reference(["meeting"]))
  private static let inFavour = Field<Int>("for", "同意", "Votes in favour.", "同意票数。")
  private static let body = Field<Reference?>(
    "body", "议事组织", "Whose vote it is, at a joint meeting.", "联席会议时由哪个组织表决。", type: .reference(["body"]))
  private static let secret = Field<Bool>(
    "secret", "无记名", "Whether it was a secret vote, of which only the totals are known.", "是否无记名投票，只存票数。",
    default: false)
  private static let people = Field<[Reference]>(
    "people", "人员", "Who votes so.", "如此表决的成员。", type: .list(.reference(["resident"])))

  static let add = OfficeCommand(
    CommandDeclaration(
      Motion.kind.name, Name("add", "添加"),
      Localized("Puts a further item on a meeting's agenda, while its notice allows.", "通知期限内追加议程。"),
      parameters: [.positional(meeting), .positional(Motion.text), .named(Motion.mover), .named(Motion.origin)],
      effect: .writes, result: .row(Motion.kind.shape),
      examples: [
        Example(
          "meeting call 春季例会 body=伏虎小区党员驿站 at=\"2021-03-15 19:30\" agenda=[停车线重划]; motion add 春季例会 垃圾分类点选址 mover=李梅",
          "A further item, moved by 李梅.", "李梅 提议追加一项。")
      ])
  ) { session, arguments in
    let added = try Motion.add(
      arguments[Motion.text], to: session.record(arguments[meeting]), mover: arguments[Motion.mover],
      origin: arguments[Motion.origin], in: session.writer)
    return session.acknowledge(added, Localized(same: added[Motion.text]))
  }

  static let show = OfficeCommand(
    CommandDeclaration(
      Motion.kind.name, Name("show", "查看"),
      Localized("Shows a motion: its text, its votes, how far it has come today.", "查看议题内容、表决和进展。"),
      parameters: [.positional(motion)], effect: .reads, result: .row(Motion.kind.shape),
      examples: [Example("motion show M1.1", "What became of M1.1.", "M1.1 的结果。")])
  ) { session, arguments in
    let record = try session.record(arguments[motion])
    return .document(
      { try MotionText(of: record, session).document() }, value: { .row(try session.row(of: record)) })
  }

  static let vote = OfficeCommand(
    CommandDeclaration(
      Motion.kind.name, Name("vote", "表决"),
      Localized(
        "Records the totals of a body's vote; the quorum is counted at this moment.", "记录表决票数；按此刻在场人数核算法定人数。"),
      parameters: [
        .positional(motion), .named(inFavour), .named(Vote.against), .named(Vote.abstain), .named(body),
        .named(secret),
      ], effect: .writes, result: .row(Motion.kind.shape),
      examples: [
        Example(
          "meeting open 年末例会; for m in $(body members 伏虎小区党员驿站) { meeting sign-in 年末例会 $m }; motion vote \"M4.1\" for=16",
          "Everyone is there and in favour.", "全体到会，一致同意。"),
        Example(
          "meeting open 年末例会; for m in $(body members 伏虎小区党员驿站) { meeting sign-in 年末例会 $m }; motion vote \"M4.1\" for=12 against=3 abstain=1 --secret",
          "On paper: nothing tells who voted what.", "无记名投票，无从查知谁投了什么票。"),
      ])
  ) { session, arguments in
    let tally = Tally(
      inFavour: arguments[inFavour], against: arguments[Vote.against], abstain: arguments[Vote.abstain])
    let voted = try Motion.vote(
      on: session.record(arguments[motion]), body: arguments[body], tally, isSecret: arguments[secret],
      in: session.writer)
    return try acknowledge(voted, session)
  }

  static let cast = OfficeCommand(
    CommandDeclaration(
      Motion.kind.name, Name("cast", "投票"),
      Localized(
        "Records what members vote by name, or that they sign; shown once the vote ends.", "登记成员记名表决或签字；计票后方可查看。"),
      parameters: [.positional(motion), .positional(Ballot.choice), .rest(people), .named(body)], effect: .writes,
      result: .row(Motion.kind.shape),
      examples: [
        Example(
          "meeting open 年末例会; for m in $(body members 伏虎小区党员驿站) { meeting sign-in 年末例会 $m }; motion cast \"M4.1\" for 胡建国 李梅; motion cast \"M4.1\" against 周勇",
          "Two for, one against.", "两人同意，一人反对。")
      ])
  ) { session, arguments in
    let record = try session.record(arguments[motion])
    try Motion.cast(
      arguments[Ballot.choice], by: arguments[people], on: record, body: arguments[body], in: session.writer)
    let count = arguments[people].count
    return session.acknowledge(record, Localized("\(count) voted", "\(count) 人已表决"))
  }

  static let tally = OfficeCommand(
    CommandDeclaration(
      Motion.kind.name, Name("tally", "计票"), Localized("Ends a vote by name and counts it.", "结束记名表决并计票。"),
      parameters: [.positional(motion), .named(body)], effect: .writes, result: .row(Motion.kind.shape),
      examples: [
        Example(
          "meeting open 年末例会; for m in $(body members 伏虎小区党员驿站) { meeting sign-in 年末例会 $m }; for m in $(body members 伏虎小区党员驿站) { motion cast \"M4.1\" for $m }; motion tally \"M4.1\"",
          "Everyone came and votes for it.", "全体到会，均记名同意。")
      ])
  ) { session, arguments in
    let voted = try Motion.tally(session.record(arguments[motion]), body: arguments[body], in: session.writer)
    return try acknowledge(voted, session)
  }

  private static let ballotShape = RowShape([
    Column(Name("body", "议事组织"), .reference(["body"])), Column(Name("member", "成员"), .reference(["resident"])),
    Column(Name("choice", "表决"), BallotChoice.valueType),
  ])

  static let ballots = OfficeCommand(
    CommandDeclaration(
      Motion.kind.name, Name("ballots", "记名票"),
      Localized("Lists who voted what by name, once the vote has ended.", "记名表决结束后，列出各成员的表决。"),
      parameters: [.positional(motion)], effect: .reads, result: .rows(ballotShape),
      examples: [Example("motion ballots M1.1", "None: it was voted on by count.", "该议题以举手方式表决，没有记名票。")])
  ) { session, arguments in
    let ballots = try Motion.ballots(on: session.record(arguments[motion]), in: session.store)
    let rows = ballots.map {
      Row(
        ballotShape,
        [
          .reference($0[Ballot.body]), .reference($0[Ballot.resident]), .choice($0[Ballot.choice].choice),
        ])
    }
    return .rows(RowStream(ballotShape, rows: rows), columns: ballotShape.listed)
  }

  /// Says how the body voted that voted last, and what became of the motion.
  private static func acknowledge(_ motion: Record, _ session: OfficeSession) throws -> CommandResult {
    let votes = try session.store.all(Vote.kind, .equal(Vote.motion, motion.reference))
    guard let vote = votes.last else { return .nothing }
    let counts = "\(vote[Vote.inFavour])–\(vote[Vote.against])–\(vote[Vote.abstain])"
    let outcome = motion[Motion.outcome]
    let isPending = outcome == .onAgenda
    return session.acknowledge(
      motion,
      Localized(
        "\(counts), \(vote[Vote.needed]) needed: \(isPending ? "the other body votes next" : outcome.rawValue)",
        "\(counts)，须 \(vote[Vote.needed]) 票：\(isPending ? "待其他组织表决" : outcome.chineseName)"))
  }
}
