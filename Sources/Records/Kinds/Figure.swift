import Diagnostics
import Values

/// A figure of the year that comes from elsewhere, such as the city's events closed of all (指标). The report prints it
/// with both counts and the rule by which it is rounded.
public enum Figure {
  /// What it counts.
  public static let name = Field<String>("name", "名称", "What it counts.", "指标名称。", type: .text(maximum: 60))
  /// The year.
  public static let year = Field<Int>("year", "年度", "The year.", "年度。", type: .integer(1900...9999))
  /// How many.
  public static let part = Field<Int>("part", "分子", "How many.", "分子。", type: .integer(0...Int.max))
  /// Of how many.
  public static let whole = Field<Int>("whole", "分母", "Of how many.", "分母。", type: .integer(0...Int.max))
  /// How the rate is rounded.
  public static let rounding = Field<RoundingRule>(
    "rounding", "取整", "How the rate is rounded.", "取整方法。", default: .truncate2)
  /// Where it comes from.
  public static let source = Field<String?>("source", "来源", "Where it comes from.", "来源。", type: .text(maximum: 100))

  private static let rate = Field<String?>("rate", "比率", "The rate in per cent.", "百分比。", type: .text(maximum: 40))

  /// The kind.
  public static let kind = RecordKind(
    "figure", "指标", "A figure of the year that comes from elsewhere.", "来自外部的年度指标。", handle: .numbered("FG"),
    label: "name", distinguishedBy: ["year"],
    fields: [
      name.declaration, year.declaration, part.declaration, whole.declaration, rounding.declaration,
      source.declaration,
    ],
    computed: [
      .init(rate) { record, _ in Ratio(record[part], of: record[whole]).percent(record[rounding]) }
    ], positional: ["name"], listed: ["name", "year", "part", "whole", "rate", "rounding"],
    uniqueTogether: [["name", "year"]],
    sample: .init(
      handle: "FG1", add: "问卷满意 year=2021 part=187 whole=200", filter: "year=2020", change: "rounding=halfUp2",
      removable: "问卷满意"), since: 2,
    check: { figure, _, _ in
      guard figure[part] <= figure[whole] else {
        throw Diagnostic(
          .value, Localized("\(figure[part]) are more than \(figure[whole])", "\(figure[part]) 多于 \(figure[whole])"),
          subject: "part")
      }
    })
}
