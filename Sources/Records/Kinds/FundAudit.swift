import Diagnostics
import Values

/// Named checks of a fund's books. Each is worked out anew from the single entries, not from the sums that the rest of
/// the program uses, and says how many it looked at and which do not hold.
public struct FundAudit {
  /// One check and what came of it.
  public struct Check: Sendable {
    /// What it is called.
    public let name: Name
    /// What was checked, with its figures.
    public let what: Localized
    /// How many entries or days were looked at.
    public let count: Int
    /// Those that do not hold, each by its number or handle; none if all do.
    public let failures: [String]

    /// Whether it holds.
    public var holds: Bool { failures.isEmpty }
  }

  /// The first check that does not hold for any fund, in the order of their numbers; nothing if all books hold.
  public static func firstFailure(
    on today: CalendarDate, in reader: any RecordReader
  ) throws -> (fund: Record, check: Check)? {
    for fund in try reader.all(Fund.kind) {
      let checks = try FundAudit(of: fund, on: today, in: reader).checks
      if let check = checks.first(where: { !$0.holds }) { return (fund, check) }
    }
    return nil
  }

  /// The checks, in order.
  public let checks: [Check]

  /// Audits a fund.
  ///
  /// - Parameter today: entries of later days are faults.
  public init(of fund: Record, on today: CalendarDate, in reader: any RecordReader) throws {
    let books = try FundBooks(of: fund, in: reader)
    checks =
      [
        books.sumsAgree(try FundAccounts.balance(fund.reference, in: reader)), books.daysHold, books.slipsAreUnbroken,
        books.voidsHold, books.amountsHold, books.refundsFit, books.reversalsMatch, books.twoPeople,
        books.vouchersDiffer,
        books.datesHold(until: today),
      ] + [try books.motionsBind(reader), try books.policiesStand(reader), try books.endIsDisclosed(reader)]
  }
}
