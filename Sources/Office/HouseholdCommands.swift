import CommandLanguage
import Diagnostics
import Presentation
import Records
import Values

/// The special verb of `household`.
enum HouseholdCommands {
  static let all = [show]

  private static let household = Field<Reference>(
    "household", "户", "Which one: its handle or its door, 3-2-402.", "哪一户：代号或门牌，如 3-2-402。",
    type: .reference([Household.kind.name.english]))
  private static let columns = ["handle", "name", "phone", "tenancy", "moved-in"].compactMap {
    Resident.kind.shape.slot(named: $0)
  }

  static let show = OfficeCommand(
    CommandDeclaration(
      Household.kind.name, Name("show", "查看"),
      Localized("Shows a household and who lives there now.", "查看一户及现住人员。"), parameters: [.positional(household)],
      effect: .reads, result: .row(Household.kind.shape),
      examples: [Example("household show 3-2-101", "Who lives in 3栋2单元101.", "3栋2单元101 的住户。")])
  ) { session, arguments in
    let record = try session.record(arguments[household])
    let row = try session.row(of: record)
    let width = session.environment.width()
    var text = RecordText.text(of: row, language: session.language, width: width) { session.label(of: $0) }
    if try session.store.count(Household.inhabitants(of: record)) > 0 {
      guard case .rows(let residents, _) = try session.rows(Household.inhabitants(of: record)) else { return .nothing }
      text += "\n"
      try ResultWriter(session: session, asked: .table, width: width).write(
        .rows(residents, columns: columns)
      ) { text += $0 }
    }
    return .document(text, value: .row(row))
  }
}
