import Diagnostics
import Values

extension Fund {
  /// The open funds that somebody of a name keeps, each with what to do about it before he goes.
  static func keptObstacles(by name: String, in reader: any RecordReader) throws -> [Localized] {
    let open = try reader.all(kind, .equal(closed, nil))
    return open.filter { PersonName.normalized($0[keeper]) == name }.map { fund in
      Localized("he keeps F\(fund.id): close it first", "其保管筹款 F\(fund.id)：请先结账")
    }
  }
}
