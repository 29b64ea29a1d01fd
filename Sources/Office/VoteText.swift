import Diagnostics
import Records
import Values

/// How a body voted, in a sentence: `12 for, 0 against, 1 abstained (by count; 13 present, quorum 11; 7 in favour needed)`.
enum VoteText {
  /// The sentence about one vote.
  static func sentence(_ vote: Record) -> Localized {
    let method = vote[Vote.method]
    let quorum = vote[Vote.quorum]
    return Localized(
      "\(vote[Vote.inFavour]) for, \(vote[Vote.against]) against, \(vote[Vote.abstain]) abstained "
        + "(\(words(method)); \(vote[Vote.present]) of \(vote[Vote.entitled]) present"
        + (quorum.map { ", quorum \($0)" } ?? "") + "; \(vote[Vote.needed]) in favour needed)",
      "同意 \(vote[Vote.inFavour])，反对 \(vote[Vote.against])，弃权 \(vote[Vote.abstain])"
        + "（\(method.chineseName)；应到 \(vote[Vote.entitled])，在场 \(vote[Vote.present])"
        + (quorum.map { "，法定 \($0)" } ?? "") + "；须同意 \(vote[Vote.needed])）")
  }

  private static func words(_ method: VoteMethod) -> String {
    switch method {
    case .count: "by count"
    case .byName: "by name"
    case .secret: "in secret"
    case .signature: "by signature"
    }
  }

  /// The entries of a document about a motion's votes, of this name: one for each body that has voted, named if there
  /// are several.
  static func entries(of motion: Record, as name: Localized, in reader: any RecordReader) throws -> [Document.Entry] {
    let bodies = try reader.get(Meeting.kind, motion[Motion.meeting])[Meeting.bodies]
    return try reader.all(Vote.kind, .equal(Vote.motion, motion.reference)).map { vote in
      let body = try reader.get(Body.kind, vote[Vote.body])[Body.name]
      let isCarried = vote[Vote.carried] ? Localized("carried", "通过") : Localized("lost", "未通过")
      let text =
        bodies.count == 1
        ? sentence(vote) : Localized("\(body): ", "\(body)：") + sentence(vote) + Localized(": ", "，") + isCarried
      return Document.Entry(name, text)
    }
  }
}
