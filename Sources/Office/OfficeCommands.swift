import CommandLanguage
import Records
import Values

/// All commands of an office.
public enum OfficeCommands {
  /// Commands of one noun. Those that follow from a kind's declaration are made when its noun is first named.
  struct Group: Sendable {
    let noun: Name
    let commands: @Sendable () -> [OfficeCommand]
  }

  /// The generic verbs that every kind's declaration brings, in the schema's order, and behind them the special verbs.
  static let groups: [Group] =
    OfficeSchema.all.kinds.map { kind in Group(noun: kind.name) { generic(of: kind) } }
    + special.map { command in Group(noun: command.declaration.noun) { [command] } }
    + [Group(noun: PutCommand.noun) { OfficeSchema.all.kinds.map(PutCommand.command) }]

  /// All of them; the commands of one noun stand together.
  public static let all: [OfficeCommand] = {
    let byNoun = Dictionary(grouping: groups, by: \.noun)
    var nouns: Set<Name> = []
    return groups.map(\.noun).filter { nouns.insert($0).inserted }
      .flatMap { byNoun[$0, default: []].flatMap { $0.commands() } }
  }()

  private static func generic(of kind: RecordKind) -> [OfficeCommand] {
    GenericCommands.all(of: kind) + ImportCommand.all(of: kind) + ExportCommand.all(of: kind)
      + RevealCommand.all(of: kind)
  }

  private static var special: [OfficeCommand] {
    var special = CommunityCommands.all + HouseholdCommands.all + ResidentCommands.all + ConsentCommands.all
    special += AppointmentCommands.all
    special += CardCommands.all + BodyCommands.all + OpinionCommands.all + MeetingCommands.all
    special += AttendanceCommands.all + MinutesCommands.all + MotionCommands.all + MotionNoticeCommands.all
    special += FundCommands.all + FundPayments.all + FundReports.all + FixCommands.all
    special += ResidentPrivacyCommands.all + TodayCommands.all + ReportCommands.all + PrivacyCommands.all
    special += RetentionCommands.all
    special += BackupCommands.all + ConfigCommands.all + [RestoreCommand.command, DoctorCommand.command]
    special += SaveCommands.all
    special += JournalCommands.all + UndoCommands.all + OperatorCommands.all + SessionCommands.all + ClockCommands.all
    special += PromptCommands.all + HelpCommands.all
    special += LessonCommands.all + DemonstrationCommands.all + RecordingCommands.all
    return special
  }
}
