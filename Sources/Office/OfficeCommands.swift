import CommandLanguage
import Records

/// All commands of an office.
public enum OfficeCommands {
  /// The generic verbs that every kind's declaration brings, each kind's special verbs behind them.
  public static let all: [OfficeCommand] = {
    var special = CommunityCommands.all + HouseholdCommands.all + ResidentCommands.all + ConsentCommands.all
    special += AppointmentCommands.all
    special += CardCommands.all + BodyCommands.all + OpinionCommands.all + MeetingCommands.all
    special += AttendanceCommands.all + MinutesCommands.all + MotionCommands.all + MotionNoticeCommands.all
    special += FundCommands.all + FundPayments.all + FundReports.all + FixCommands.all
    special += ResidentPrivacyCommands.all + TodayCommands.all + ReportCommands.all + PrivacyCommands.all
    special += RetentionCommands.all
    special += BackupCommands.all + ConfigCommands.all + [RestoreCommand.command, DoctorCommand.command]
    special += SaveCommands.all + OfficeSchema.all.kinds.map(PutCommand.command)
    special +=
      JournalCommands.all + UndoCommands.all + OperatorCommands.all + SessionCommands.all + ClockCommands.all
      + PromptCommands.all + HelpCommands.all
    special += LessonCommands.all + DemonstrationCommands.all + RecordingCommands.all
    let generic = OfficeSchema.all.kinds.flatMap {
      GenericCommands.all(of: $0) + ImportCommand.all(of: $0) + ExportCommand.all(of: $0) + RevealCommand.all(of: $0)
    }
    // The commands of one noun stand together: the kinds in the schema's order, then the other nouns.
    let commands = generic + special
    let byNoun = Dictionary(grouping: commands, by: \.declaration.noun.english)
    var nouns: Set<String> = []
    let order = OfficeSchema.all.kinds.map(\.name.english) + commands.map(\.declaration.noun.english)
    return order.filter { nouns.insert($0).inserted }.flatMap { byNoun[$0] ?? [] }
  }()
}
