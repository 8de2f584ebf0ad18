/// A notice (督办) to those who lead an item, and what became of it.
package struct Notice: Sendable, Hashable {
  package enum State: String, Sendable, Hashable, CaseIterable {
    /// It is not answered, and its term has not passed.
    case open
    case overdue
    case answered
    case answeredLate = "answered late"
  }

  /// An answer to it.
  package struct Reply: Sendable, Hashable {
    package let party: Int
    /// When it first came in, however often it was corrected.
    package let received: Day
    package let isInTime: Bool
    /// Whether it is an answer of those to whom the notice was given.
    package let isCounted: Bool
    /// What it says was done.
    package let words: [String]
    package let line: String
  }

  package let item: Int
  /// Who gave it.
  package let by: Int
  package let given: Day
  /// The last day for an answer; `nil` where it gives none.
  package let term: Day?
  package let number: String
  package let level: String
  /// What it is about: the problem, and the reason.
  package let matter: [String]
  /// The notice that it follows, the line as it stands; `nil` where it names none.
  package let follows: String?
  package let line: String
  /// The parties that lead the item on the day it was given.
  package let addressed: [Int]
  /// Who has answered in time, and who late.
  package let answeredInTime: [Int]
  package let answeredLate: [Int]
  package let replies: [Reply]
  /// The day whose answer settled it; `nil` for one that is not.
  package let closed: Day?
  /// How many days after its term it was settled, or is still open; 0 where it is not late.
  package let daysLate: Int
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
      for (line, answers) in standingNotices(item, known: known)
      where lines[line].received <= day {
        let own = answers.filter { lines[$0].received <= day }
        found.append((line, notice(item, line, own, at: day, known: known)))
      }
    }
    return found.sorted { lineOrder($0.line) < lineOrder($1.line) }.map(\.notice)
  }

  private func lineOrder(_ line: Int) -> (Day, Int) { (lines[line].recorded, line) }

  /// The notices on an item that stand, each with the answers to it that stand.
  func standingNotices(_ item: Int, known: Day) -> [(line: Int, answers: [Int])] {
    let own = lines.lines(of: item).map { Int($0) }.filter { line in
      let type = lines[line].type
      return (type == .notice || type == .answer) && lines.isStanding(line, known: known)
    }
    let answers = own.filter { lines[$0].type == .answer }
    return own.filter { lines[$0].type == .notice }.map { line in
      let versions = Set(lines.versions(of: line))
      return (
        line, answers.filter { lines.answered[Int32($0)].map(versions.contains) ?? false }
      )
    }
  }

  func notice(_ item: Int, _ line: Int, _ answers: [Int], at day: Day, known: Day) -> Notice {
    let entry = lines[line]
    let texts = lines.journal.texts
    let term = entry.hasDate ? entry.dates.last : nil
    let addressed = owners(of: item, as: .lead, at: entry.received)
      .filter { $0.certainty == .certain }.compactMap(\.party)
    let settlement = settlement(item, answers, addressed, term: term)
    let isLate = { (on: Day) in term.map { $0 < on } ?? false }
    let state: Notice.State =
      if let closed = settlement.closed {
        isLate(closed) ? .answeredLate : .answered
      } else {
        isLate(day) ? .overdue : .open
      }
    let end = settlement.closed ?? day
    return Notice(
      item: item,
      by: Int(lines.parties[line]),
      given: entry.received,
      term: term,
      number: texts[entry.number],
      level: texts[entry.level],
      matter: [entry.problem, entry.reason].map { texts[$0] }.filter { !$0.isEmpty },
      follows: followed(by: line, known: known).map { lines.name(of: $0) },
      line: lines.name(of: line),
      addressed: addressed,
      answeredInTime: settlement.inTime,
      answeredLate: settlement.late,
      replies: answers.map { reply($0, settlement.counted, term: term) },
      closed: settlement.closed,
      daysLate: term.map { max(0, end - $0) } ?? 0,
      state: state
    )
  }

  private func reply(_ answer: Int, _ counted: Set<Int>, term: Day?) -> Notice.Reply {
    let (entry, texts) = (lines[answer], lines.journal.texts)
    let received = lines.firstReceived[answer]
    return Notice.Reply(
      party: Int(lines.parties[answer]),
      received: received,
      isInTime: received <= term ?? .distantFuture,
      isCounted: counted.contains(answer),
      words: [entry.status, entry.progress, entry.next, entry.reason].map { texts[$0] }
        .filter { !$0.isEmpty },
      line: lines.name(of: answer)
    )
  }

  /// The line, as it stands, of the notice that a notice follows.
  private func followed(by line: Int, known: Day) -> Int? {
    guard let named = lines.answered[Int32(line)], lines.items[Int(named)] >= 0 else { return nil }
    let item = Int(lines.items[Int(named)])
    let standing = standingNotices(item, known: known).map(\.line)
    return standing.first { lines.versions(of: $0).contains(named) } ?? Int(named)
  }

  private struct Settlement {
    var inTime: [Int] = []
    var late: [Int] = []
    /// The answers of those to whom it was given; of anybody where it was given to nobody.
    var counted: Set<Int> = []
    var closed: Day?
  }

  private func settlement(
    _ item: Int,
    _ answers: [Int],
    _ addressed: [Int],
    term: Day?
  ) -> Settlement {
    var result = Settlement()
    var days: [Day] = []
    for party in addressed {
      let own = answers.filter { answer in
        let by = Int(lines.parties[answer])
        return by == party || certainHolder(of: party, item, on: lines[answer].recorded) == by
      }
      guard let first = own.map({ lines.firstReceived[$0] }).min() else { continue }
      result.counted.formUnion(own)
      days.append(first)
      if first <= term ?? .distantFuture {
        result.inTime.append(party)
      } else {
        result.late.append(party)
      }
    }
    if addressed.isEmpty {
      result.counted = Set(answers)
      days = answers.map { lines.firstReceived[$0] }
    }
    let enough = world.rules.severalLeads == .any ? 1 : max(1, addressed.count)
    guard days.count >= enough else { return result }
    result.closed = days.sorted()[enough - 1]
    return result
  }
}
