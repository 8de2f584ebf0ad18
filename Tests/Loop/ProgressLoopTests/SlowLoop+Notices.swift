import ChainModel
import ProgressLoop

extension SlowLoop {
  /// The notices that stand, each in words.
  func notices(_ day: Day, _ known: Day) -> [String] {
    let all = journal.filter { line in
      line.type == .notice && stands(line, known) && (line.received ?? line.recorded) <= day
    }
    return all.compactMap { line in
      world.items.indices.first { isNamed($0, line.item, line.recorded) }
        .map { notice(line, $0, day, known) }
    }
  }

  /// What a line stands for after its corrections: the names of it and of those that it replaced.
  private func names(_ line: JournalLine) -> [String] {
    guard let old = journal.first(where: { $0.line == line.corrects }) else { return [line.line] }
    return [line.line] + names(old)
  }

  private func notice(_ line: JournalLine, _ item: Int, _ day: Day, _ known: Day) -> String {
    let given = line.received ?? line.recorded
    let term = line.date?.last
    let leads = owners(item, .lead, given).filter { $0.certainty == .certain }.compactMap(\.party)
    let answers = lines(item, known).filter { answer in
      answer.type == .answer && names(line).contains(answer.answers)
        && (answer.received ?? answer.recorded) <= day
    }
    var days: [Day] = []
    for lead in leads {
      let own = answers.filter { answer in
        guard let by = party(answer.by) else { return false }
        return by == lead || sole(lead, item, answer.recorded) == by
      }
      if let first = own.map(firstReceived).min() { days.append(first) }
    }
    if leads.isEmpty { days = answers.map(firstReceived) }
    let enough = world.rules.severalLeads == .any ? 1 : max(1, leads.count)
    let inTime = days.count { day in term.map { day <= $0 } ?? true }
    let state =
      days.count < enough
      ? term.map { $0 < day } ?? false ? "overdue" : "open"
      : inTime >= enough ? "answered" : "answered late"
    return "\(line.line) \(item) \(leads) \(state) \(answers.map(\.line))"
  }

  /// Of each party what is expected, reported, on time, yellow, red and wrong in the months.
  func assessment(_ months: [ReportPeriod], _ known: Day) -> [String] {
    world.parties.indices.map { party in
      var (expected, reported, onTime, notices) = (0, 0, 0, 0)
      for period in months where due(period) < known {
        for item in world.items.indices {
          for duty in duties(item, period, known) where duty.parties.contains(party) {
            let own = reports(item, period, known).filter { does($0, duty, period) }
            expected += 1
            reported += own.isEmpty ? 0 : 1
            onTime += own.contains { firstReceived($0) <= due(period) } ? 1 : 0
          }
        }
      }
      for line in journal where line.type == .notice && stands(line, known) {
        guard
          let item = world.items.indices.first(where: { isNamed($0, line.item, line.recorded) }),
          months.contains(line.period ?? line.recorded.period)
        else { continue }
        let leads = owners(item, .lead, line.received ?? line.recorded)
        notices += leads.contains { $0.party == party && $0.certainty == .certain } ? 1 : 0
      }
      return "\(party) \(expected) \(reported) \(onTime) \(notices)"
    }
  }
}
