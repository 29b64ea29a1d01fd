import Records

/// The kinds of record that an office keeps. A new kind is one file in `Records/Kinds` and one line here.
public enum OfficeSchema {
  /// All kinds, in the order in which help lists them and their tables are made.
  public static let all = Schema([
    Community.kind, Grid.kind, Building.kind, Household.kind, Resident.kind, FormerAddress.kind, Shop.kind,
    Consent.kind,
    Appointment.kind,
    CardPosting.kind, Body.kind, Membership.kind, Opinion.kind, Meeting.kind, RollEntry.kind, Attendance.kind,
    Motion.kind, Vote.kind, Ballot.kind, Objection.kind, Remark.kind, Fund.kind, Gift.kind, Expense.kind, Refund.kind,
    Transfer.kind, Amendment.kind, Disclosure.kind, Fix.kind, FixCheck.kind, Figure.kind, Operator.kind,
  ])
}
