import Values

/// How one body voted on a motion (表决): numbers only, so that a secret ballot stays one.
public enum Vote {
  /// The motion.
  public static let motion = Field<Reference>("motion", "议题", "The motion.", "议题。", type: .reference(["motion"]))
  /// The body.
  public static let body = Field<Reference>("body", "议事组织", "The body.", "组织。", type: .reference(["body"]))
  /// How many were entitled.
  public static let entitled = Field<Int>("entitled", "应到", "How many were entitled.", "应到人数。")
  /// How many were present at the vote.
  public static let present = Field<Int>("present", "实到", "How many were present.", "在场人数。")
  /// Votes in favour.
  public static let inFavour = Field<Int>("for", "同意", "Votes in favour.", "同意票数。")
  /// Votes against.
  public static let against = Field<Int>("against", "反对", "Votes against.", "反对票数。", default: 0)
  /// Abstentions.
  public static let abstain = Field<Int>("abstain", "弃权", "Abstentions.", "弃权票数。", default: 0)
  /// How many votes in favour it took.
  public static let needed = Field<Int>("needed", "须同意", "How many votes in favour it took.", "通过所需票数。")
  /// Whether the body carried it.
  public static let carried = Field<Bool>("carried", "通过", "Whether the body carried it.", "是否通过。")
  /// How many had to be present.
  public static let quorum = Field<Int?>("quorum", "法定", "How many had to be present.", "法定人数。", since: 2)
  /// How it was voted.
  public static let method = Field<VoteMethod>(
    "method", "方式", "By count, by name, secret or by signature.", "举手、记名、无记名或签字。", default: .count, since: 2)

  /// The kind.
  public static let kind = RecordKind(
    "vote", "表决", "How one body voted on a motion.", "组织对议题的表决。", handle: .numbered("V"),
    fields: [
      motion.declaration, body.declaration, entitled.declaration, present.declaration, inFavour.declaration,
      against.declaration, abstain.declaration, needed.declaration, carried.declaration, quorum.declaration,
      method.declaration,
    ],
    listed: [
      "motion", "body", "method", "entitled", "quorum", "present", "for", "against", "abstain", "needed", "carried",
    ], verbs: [.list, .count], uniqueTogether: [["motion", "body"]], partOf: ["motion"],
    sample: .init(handle: "V1", filter: "motion=M1.1"))
}
