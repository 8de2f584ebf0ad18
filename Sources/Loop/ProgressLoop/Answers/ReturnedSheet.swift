package import Bilingual
import Diagnostics

/// A sheet as a department returned it.
package struct ReturnedSheet: Sendable, Hashable {
  /// A row; what is empty says nothing.
  package struct Row: Sendable, Hashable {
    /// The id, or the name.
    package var item: String
    package var status = ""
    package var value: Measured?
    package var progress = ""
    package var problem = ""
    package var next = ""
    package var milestones: [Milestone: DaySpan] = [:]

    package init(item: String) { self.item = item }

    var isReport: Bool {
      value != nil || ![status, progress, problem, next].allSatisfy(\.isEmpty)
    }
  }

  /// Who returns it, by any name that the party had.
  package var party: String
  package var period: ReportPeriod
  package var received: Day
  /// When it is written down, where that is not when it came in.
  package var recorded: Day?
  /// Why what was reported is corrected; without one it is not.
  package var reason = ""
  package var source = ""
  /// What the names of new lines begin with; a number follows.
  package var linePrefix = "j"
  package var rows: [Row]

  package init(party: String, period: ReportPeriod, received: Day, rows: [Row]) {
    (self.party, self.period, self.received, self.rows) = (party, period, received, rows)
  }
}

/// What comes of a returned sheet.
package struct Collected: Sendable, Hashable {
  package enum Result: String, Sendable, Hashable, CaseIterable {
    case append
    case nothingToAdd = "nothing to add"
    /// It says other things than before, and not why.
    case correctionNeeded = "correction needed"
    case refused
  }

  /// What keeps a sheet from being taken; `row` is that of the sheet, from 0.
  package struct Fault: Sendable, Hashable {
    package enum Matter: Sendable, Hashable {
      case notBegun(ReportPeriod)
      case unknownParty(String)
      case unknownItem(String, on: Day, closest: [String])
      case ambiguousItem(String)
      case twice(String)
      /// The item is reported on by others; by nobody where they are none.
      case foreign(String, parties: [String])
    }

    package let row: Int?
    package let matter: Matter

    /// For people, in both languages.
    package var text: BilingualText {
      switch matter {
      case .notBegun(let period):
        BilingualText(zh: "报告期 \(period) 尚未开始", en: "period \(period) has not begun")
      case .unknownParty(let name):
        BilingualText(zh: "没有单位叫“\(name)”", en: "no party is called \(name)")
      case .unknownItem(let name, let day, _):
        BilingualText(zh: "\(day) 没有事项叫“\(name)”", en: "no item is called \(name) on \(day)")
      case .ambiguousItem(let name):
        BilingualText(zh: "不止一个事项叫“\(name)”", en: "several items are called \(name)")
      case .twice(let name): BilingualText(zh: "\(name)：写了两次", en: "\(name): twice")
      case .foreign(let name, let parties):
        parties.isEmpty
          ? BilingualText(zh: "\(name)：无人报送", en: "\(name): reported by nobody")
          : BilingualText(
            zh: "\(name)：由\(parties.joined(separator: "、"))报送",
            en: "\(name): reported by \(parties.joined(separator: ", "))"
          )
      }
    }

    /// What to do, where that can be said.
    package var help: BilingualText? {
      guard case .unknownItem(_, _, let closest) = matter, !closest.isEmpty else { return nil }
      return .didYouMean(closest)
    }
  }

  /// What is odd, and taken all the same.
  package enum Warning: Sendable, Hashable {
    /// Every figure of the sheet is that of the month before.
    case repeats(ReportPeriod)
    /// Less since January than in the month before.
    case less(item: Int, than: ReportPeriod)
  }

  package let result: Result
  /// The lines to write behind the journal.
  package let appends: [JournalLine]
  /// Whether it came after the day of the month that it is for.
  package let isLate: Bool
  package let faults: [Fault]
  /// Items of which it says what is known.
  package let same: [Int]
  /// Items of which it says something else than what was reported.
  package let differ: [Int]
  /// Items of the party of which the month is not reported, once the lines are written.
  package let stillMissing: [Int]
  package let warnings: [Warning]
}
