import CommandLanguage
import Diagnostics
import Records
import Values

/// `today`: what is due, at one glance.
enum TodayCommands {
  static let all = [today]

  /// How many items of a group are shown on the page; the rows have all of them.
  private static let shown = 5
  private static let shape = RowShape([
    Column(Name("group", "类别"), DueGroup.valueType), Column(Name("record", "记录"), .text(maximum: 60)),
    Column(Name("what", "事项"), .text(maximum: 500)), Column(Name("due", "期限"), .date),
    Column(Name("overdue", "超期"), .yesNo, isWarning: true),
  ])

  static let today = OfficeCommand(
    CommandDeclaration(
      Name("today", "今天"), nil, Localized("Says what is due today, group by group.", "列出今天应办的事项。"),
      effect: .reads, result: .rows(shape),
      examples: [
        Example("today", "What is due.", "应办事项。"),
        Example("today | where overdue | to csv", "What should have been done already.", "已超期的事项。"),
      ])
  ) { session, _ in
    let due = try DueItems(in: session)
    return .document({ page(of: due, session) }, value: { .list(rows(of: due, session).map(Value.row)) })
  }

  private static func rows(of due: DueItems, _ session: OfficeSession) -> [Row] {
    due.items.map { item in
      Row(
        shape,
        [
          .choice(item.group.choice), item.record.map { .text(session.handle(of: $0)) } ?? .none,
          .text(item.what[session.language]), item.due.map { .date($0) } ?? .none, .yesNo(due.isOverdue(item)),
        ], reference: item.record)
    }
  }

  private static func page(of due: DueItems, _ session: OfficeSession) -> Document {
    var page = Document(for: .desk)
    let day = session.writer.today.exchangeText
    page.add(.title(Localized("Due on \(day)", "\(day) 应办事项")))
    for group in DueGroup.allCases {
      let items = due.items.filter { $0.group == group }
      guard !items.isEmpty else { continue }
      let overdue = items.count(where: due.isOverdue)
      let late = overdue == 0 ? Localized(same: "") : Localized(", \(overdue) overdue", "，超期 \(overdue)")
      page.add(.heading(group.heading, right: Localized(same: String(items.count)) + late))
      let rows = items.prefix(shown).map { item in
        [
          Localized(same: item.record.map { session.handle(of: $0) } ?? ""), item.what,
          item.due.map { day in
            Localized(day.displayText(in: .english), day.displayText(in: .chinese))
              + (due.isOverdue(item) ? Localized(" overdue", " 超期") : Localized(same: ""))
          } ?? Localized(same: ""),
        ]
      }
      let warned = items.prefix(shown).indices.filter { due.isOverdue(items[$0]) }
      page.add(
        .table(.init(Array(repeating: .init(Localized(same: "")), count: 3), Array(rows), warned: Set(warned))))
      if items.count > shown {
        let more = items.count - shown
        let filter = "today | where group == \"\(group.rawValue)\""
        page.add(.paragraph(Localized("and \(more) more: \(filter)", "另有 \(more) 项：\(filter)")))
      }
    }
    if due.items.isEmpty { page.add(.paragraph(Localized("Nothing is due.", "没有应办的事项。"))) }
    return page
  }
}
