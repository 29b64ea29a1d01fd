import CommandLanguage
import Records
import Values

/// All commands of an office.
public enum OfficeCommands {
  /// Commands of one noun, which are declared when the noun is first named: most runs name few of all.
  struct Group: Sendable {
    let noun: Name
    let commands: @Sendable () -> [OfficeCommand]

    init(_ noun: Name, _ commands: @escaping @Sendable () -> [OfficeCommand]) {
      self.noun = noun
      self.commands = commands
    }
  }

  /// The generic verbs that every kind's declaration brings, in the schema's order, and behind them the special verbs.
  static let groups: [Group] =
    OfficeSchema.all.kinds.map { kind in Group(kind.name) { generic(of: kind) } } + special
    + others.map { command in Group(command.declaration.noun) { [command] } }

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

  private static var special: [Group] {
    [
      Group(Community.kind.name) { CommunityCommands.all },
      Group(Household.kind.name) { HouseholdCommands.all },
      Group(Resident.kind.name) { ResidentCommands.all + ResidentPrivacyCommands.all },
      Group(Consent.kind.name) { ConsentCommands.all },
      Group(CardCommands.noun) { CardCommands.all },
      Group(Body.kind.name) { BodyCommands.all },
      Group(Opinion.kind.name) { OpinionCommands.all },
      Group(Meeting.kind.name) { MeetingCommands.all + AttendanceCommands.all },
      Group(Motion.kind.name) { MotionCommands.all + MotionNoticeCommands.all },
      Group(Fund.kind.name) { FundCommands.all + FundPayments.all + FundReports.all },
      Group(Fix.kind.name) { FixCommands.all },
      Group(PutCommand.noun) { OfficeSchema.all.kinds.map(PutCommand.command) },
    ]
  }

  /// Those that share a file with commands of other nouns.
  private static var others: [OfficeCommand] {
    AppointmentCommands.all + MinutesCommands.all + TodayCommands.all + ReportCommands.all + PrivacyCommands.all
      + RetentionCommands.all + BackupCommands.all + ConfigCommands.all
      + [RestoreCommand.command, DoctorCommand.command] + SaveCommands.all + JournalCommands.all + UndoCommands.all
      + OperatorCommands.all + SessionCommands.all + ClockCommands.all + PromptCommands.all + HelpCommands.all
      + LessonCommands.all + DemonstrationCommands.all + RecordingCommands.all
  }
}
