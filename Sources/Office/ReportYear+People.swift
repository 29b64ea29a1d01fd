import Records
import Values

extension ReportYear {
  /// Who serves at the end of the year, and where nobody does.
  func leads() throws -> [ReportFigure] {
    let buildings = try store.all(Building.kind)
    let serving = try store.all(Appointment.kind, .equal(Appointment.role, .buildingLead)).filter {
      Appointment.isInForce($0, on: until)
    }
    let led = Set(serving.compactMap { $0[Appointment.building] })
    let limit = until.adding(days: Profile.cn.termNoticeDays)
    let ending = serving.count { Appointment.lastDay(of: $0).map { $0 <= limit } ?? false }
    return [
      ratio("buildings with a lead", "有楼栋长的楼栋", led.count, of: buildings.count),
      .count("buildings without a lead", "空缺楼栋", buildings.count - led.count),
      ratio(
        "terms ending within \(Profile.cn.termNoticeDays) days", "\(Profile.cn.termNoticeDays)日内届满的任期", ending,
        of: serving.count),
    ]
  }

  /// Cards posted in the year, and what of those that hang is stale.
  func cards() throws -> [ReportFigure] {
    let posted = try store.all(CardPosting.kind).count { contains($0[CardPosting.posted]) }
    let stale = try StaleCards(on: until, in: store)
    return [
      .count("cards posted", "张贴联系卡", posted),
      ratio("cards hanging that are stale", "过期联系卡／在贴联系卡", stale.cards.count, of: stale.hanging),
    ]
  }

  /// What people agreed to, and how their data were dealt with.
  func privacy() throws -> [ReportFigure] {
    let consents = try store.all(Consent.kind)
    let given = consents.filter { contains($0[Consent.from]) }
    func entries(_ act: String) throws -> Int {
      let end = Moment(until).endOfDay
      return try store.journal(JournalQuery(act: act, since: Moment(first), until: end)).count()
    }
    return [
      .count("consents given", "登记同意", given.count, persons: true),
      ratio(
        "consents withdrawn, of those given", "撤回同意／登记同意",
        given.count { $0[Consent.withdrawn].map { $0 <= until } ?? false }, of: given.count, persons: true),
      .count("accesses of the person concerned", "本人查阅", try entries("access"), persons: true),
      .count("looks at masked data", "查看隐去信息", try entries("reveal"), persons: true),
      .count("documents published", "公开文件", try entries("publish")),
      .count(
        "persons erased", "抹去信息",
        try store.all(Resident.kind, Condition("erased", .greaterOrEqual, .date(first)))
          .count { contains($0[Resident.erased]) }, persons: true),
    ]
  }

  /// Figures of the year that come from elsewhere, each by its own rule.
  func figures() throws -> [ReportFigure] {
    try store.all(Figure.kind, .equal(Figure.year, year)).map { figure in
      let source = figure[Figure.source].map { "（\($0)）" } ?? ""
      return ReportFigure(
        label: .init(same: figure[Figure.name] + source),
        content: .ratio(Ratio(figure[Figure.part], of: figure[Figure.whole]), figure[Figure.rounding]),
        countsPersons: false)
    }
  }
}

extension JournalCursor {
  /// How many entries are left.
  fileprivate func count() throws -> Int {
    var count = 0
    while try next() != nil { count += 1 }
    return count
  }
}
