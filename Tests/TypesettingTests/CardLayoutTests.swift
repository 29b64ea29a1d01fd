import Diagnostics
import Foundation
import Testing

@testable import Typesetting

/// What a layout file may say, and how its faults are named.
@Suite struct CardLayoutTests {
  private let fields: Set<String> = ["title", "name1"]

  private func read(_ text: String) throws -> CardLayout {
    try CardLayout(Source(name: "own.layout", text: text), fields: fields)
  }

  /// The faults of a text as `line:column message`.
  private func faults(_ text: String) throws -> [String] {
    do {
      _ = try read(text)
      return []
    } catch let list as DiagnosticList {
      return list.diagnostics.map { fault in
        let place = fault.place.map { "\($0.source.line(at: $0.span.start)):\($0.source.column(at: $0.span.start))" }
        return "\(place ?? "?") \(fault.message.english)"
      }
    }
  }

  @Test func aLayoutIsRead() throws {
    let layout = try read(
      """
      # a card
      card 90 54
      sheet A4 across=2 down=5 marks=yes
      text 3 3 84 8 "{title}：{name1}" size=11 bold=yes align=center
      line 3 12 87 12
      box 0 0 90 9 gray=0.9
      code 68 20 20
      """)
    #expect(layout.cardsPerSheet == 10 && layout.hasMarks && layout.hasCode)
    #expect(layout.items.count == 4)
    #expect(layout.texts { $0 == "title" ? "3栋" : "胡建国" } == ["3栋：胡建国"])
  }

  @Test(
    arguments: [
      ("card 90 54\ntext 80 3 20 8 \"{title}\"", "2:1 it reaches to 100, 11, outside the card of 90 by 54 mm"),
      ("card 90 54\ntext 3 3 20 8 \"{tilte}\"", "2:15 no field is called {tilte}"),
      ("card 90 54\ntext 3 3 20 8 \"{title", "2:15 a text has no quote at its end"),
      ("card 90 54\ntext 3 3 x 8 \"{title}\"", "2:10 \"x\" is no number"),
      ("card 90 54\nsheet A4 across=3 down=5\ncode 1 1 9", "2:1 3 by 5 cards do not fit on the sheet"),
      ("card 90 54\npicture 1 1", "2:1 a layout knows no \"picture\""),
      ("card 90 54\nline 1 1 9 9 colour=red", "2:14 colour= means nothing here"),
      ("card 90 54\ntext 3 3 20 8 \"{title}\" align=middle", "2:25 align is one of left, center, right"),
      ("card 90 54", "1:1 the layout places nothing on its card"),
      ("line 1 1 9 9", "1:1 the layout does not say how large a card is"),
      ("card 90 54\nimage 1 1 9 9 nowhere.png", "2:15 there is no picture nowhere.png"),
      ("card 90 54\ncode 1 1 9 9", "2:12 \"9\" is too much here"),
      ("card nan 54\ncode 1 1 9", "1:6 \"nan\" is no number"),
    ])
  func aFaultIsNamedWhereItStands(text: String, fault: String) throws {
    #expect(try faults(text).first == fault)
  }

  @Test func allFaultsAreNamedAtOnce() throws {
    #expect(try faults("card 90 54\nbow 1\ntext 1 1 5 5 \"{nobody}\"\ncode 88 1 9").count == 3)
  }
}
