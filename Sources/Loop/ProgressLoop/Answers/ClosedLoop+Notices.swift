/// A notice to those who lead an item, and what became of it.
package struct Notice: Sendable, Hashable {
  package enum State: String, Sendable, Hashable, CaseIterable {
    /// It is not answered, and its term has not passed.
    case open
    case overdue
    case answered
    case answeredLate = "answered late"
  }

  package let item: Int
  /// Who gave it.
  package let by: Int
  package let given: Day
  /// The last day for an answer; `nil` where it gives none.
  package let term: Day?
  package let number: String
  package let level: String
  package let reason: String
  /// The notice that it follows, where it names one.
  package let follows: String?
  package let line: String
  /// The parties that lead the item on the day it was given.
  package let addressed: [Int]
  /// Who has answered in time, and who late.
  package let answeredInTime: [Int]
  package let answeredLate: [Int]
  package let answerLines: [String]
  package let state: State
}

extension ClosedLoop {
  /// The notices given until a day, in the order in which they were recorded.
  ///
  /// A notice is answered when each that leads the item has answered it, or one of them where one of several
  /// leads is enough; the answer of a successor is the party's.
  ///
  /// - Complexity: O(*n*) over the lines.
  package func notices(at day: Day, known: Day? = nil) -> [Notice] {
    let known = known ?? day
    var found: [(line: Int, notice: Notice)] = []
    for item in world.items.indices {
      let own = lines.lines(of: item).lazy.map { Int($0) }.filter {
        lines.isStanding($0, known: known)
      }
      let answers = own.filter { lines[$0].type == .answer }
      for line in own where lines[line].type == .notice && lines[line].received <= day {
        let own = answers.filter { lines.targets[$0] == Int32(line) && lines[$0].received <= day }
        found.append((line, notice(item, line, Array(own), at: day)))
      }
    }
    return found.sorted { lineOrder($0.line) < lineOrder($1.line) }.map(\.notice)
  }

  private func lineOrder(_ line: Int) -> (Day, Int) { (lines[line].recorded, line) }

  func notice(_ item: Int, _ line: Int, _ answers: [Int], at day: Day) -> Notice {
    let entry = lines[line]
    let texts = lines.journal.texts
    let term = entry.hasDate ? entry.dates.last : nil
    let leads = owners(of: item, as: .lead, at: entry.received)
    let addressed = leads.filter { $0.certainty == .certain }.compactMap(\.party)
    var (inTime, late) = ([Int](), [Int]())
    for party in addressed {
      let own = answers.filter { answer in
        let by = Int(lines.parties[answer])
        return by == party || certainHolder(of: party, item, on: lines[answer].recorded) == by
      }
      guard !own.isEmpty else { continue }
      let isInTime = own.contains { lines.firstReceived[$0] <= term ?? .distantFuture }
      if isInTime { inTime.append(party) } else { late.append(party) }
    }
    let enough: Int =
      switch world.rules.severalLeads {
      case .each: max(1, addressed.count)
      case .any: 1
      }
    let strangers = addressed.isEmpty ? answers : []
    let isAnsweredInTime =
      inTime.count >= enough
      || strangers.contains { lines.firstReceived[$0] <= term ?? .distantFuture }
    let isAnswered = inTime.count + late.count >= enough || !strangers.isEmpty
    return Notice(
      item: item,
      by: Int(lines.parties[line]),
      given: entry.received,
      term: term,
      number: texts[entry.number],
      level: texts[entry.level],
      reason: texts[entry.reason],
      follows: entry.answers.isEmpty ? nil : texts[entry.answers],
      line: lines.name(of: line),
      addressed: addressed,
      answeredInTime: inTime,
      answeredLate: late,
      answerLines: answers.map { lines.name(of: $0) },
      state: isAnsweredInTime
        ? .answered : isAnswered ? .answeredLate : term.map { $0 < day } ?? false ? .overdue : .open
    )
  }
}
