import Diagnostics
import Values

/// The lessons that come with the program. Their texts are part of it and are read only when one is asked for.
public enum LessonShelf {
  /// A lesson on the shelf.
  public struct Entry: Sendable {
    /// What it is called when it is asked for.
    public let name: Name
    fileprivate let bytes: @Sendable () -> [UInt8]

    /// Its number among the lessons, from 1; the tour has none.
    public var number: Int? { LessonShelf.lessons.firstIndex { $0.name == name }.map { $0 + 1 } }

    /// Its text.
    public var source: Source {
      Source(name: "\(name.english).linli", text: String(decoding: bytes(), as: UTF8.self))
    }

    fileprivate init(_ english: String, _ chinese: String, _ bytes: @autoclosure @escaping @Sendable () -> [UInt8]) {
      name = Name(english, chinese)
      self.bytes = bytes
    }
  }

  /// The tour for the first start.
  public static let tour = Entry("tour", "导览", PackageResources.tour_linli)

  /// The lessons in the order in which they are learned; the first has the number 1.
  public static let lessons: [Entry] = [
    Entry("first-steps", "第一步", PackageResources.first_steps_linli),
    Entry("buildings", "楼栋门户", PackageResources.buildings_linli),
    Entry("people", "居民来去", PackageResources.people_linli),
    Entry("leads", "楼栋长", PackageResources.leads_linli),
    Entry("opinions", "意见", PackageResources.opinions_linli),
    Entry("meeting", "会议", PackageResources.meeting_linli),
    Entry("votes", "表决", PackageResources.votes_linli),
    Entry("money", "筹款", PackageResources.money_linli),
    Entry("cards", "联系卡", PackageResources.cards_linli),
    Entry("mistakes", "差错", PackageResources.mistakes_linli),
    Entry("privacy", "隐私", PackageResources.privacy_linli),
    Entry("lists", "筛选", PackageResources.lists_linli),
    Entry("sheets", "表格", PackageResources.sheets_linli),
    Entry("scripts", "脚本", PackageResources.scripts_linli),
  ]

  /// The tour and the lessons.
  public static var all: [Entry] { [tour] + lessons }
}
