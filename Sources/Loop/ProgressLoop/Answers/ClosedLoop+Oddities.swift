extension ClosedLoop {
  /// What is odd about some reports on an item, in their order.
  func remarks(_ item: Int, _ reports: [Int], at day: Day, known: Day) -> [StatusRemark] {
    var remarks: [StatusRemark] = []
    for line in reports {
      if isUnexpected(item, line, known: known) {
        let party = Int(lines.parties[line])
        remarks.append(.unexpected(party: party, line: lines.name(of: line)))
      }
      if let milestone = claimed(line),
        !(reached(milestone, by: item, known: known).map { $0.days.first <= day } ?? false)
      {
        remarks.append(.claimed(milestone, line: lines.name(of: line)))
      }
    }
    return remarks
  }

  /// Whether a report comes of a party that was not to give it, though others were.
  private func isUnexpected(_ item: Int, _ line: Int, known: Day) -> Bool {
    let period = lines[line].period
    let duties = duties(of: item, on: period, known: known)
    let due = world.rules.dueDay(of: period)
    return !duties.isEmpty && !duties.contains { answers(line, $0, due: due) }
  }

  /// The milestone of which a report has the word for its status: 开工, 已开工.
  private func claimed(_ line: Int) -> Milestone? {
    let status = lines[line].status
    guard !status.isEmpty else { return nil }
    let text = lines.journal.texts[status]
    return Milestone(rawValue: text.hasPrefix("已") ? String(text.dropFirst()) : text)
  }

  /// What may be used and is odd: reports that nobody expected of their party, and names that two items or
  /// parties had on one day.
  ///
  /// - Complexity: O(*n* · *s*) over the reports and the statements of their items.
  package func oddities() -> [LoopFault] {
    let known = lastRecorded ?? .distantFuture
    var found: [LoopFault] = []
    for line in 0..<lines.journal.count
    where lines[line].type == .report && lines.items[line] >= 0
      && lines[line].period != Journal.Entry.noPeriod && lines.parties[line] < partyCount
      && lines.isStanding(line, known: known)
    {
      let item = Int(lines.items[line])
      guard isUnexpected(item, line, known: known) else { continue }
      let parties = duties(of: item, on: lines[line].period, known: known).flatMap(\.parties)
      found.append(
        LoopFault(
          place: .journal(line),
          name: lines.name(of: line),
          column: .by,
          matter: .unexpectedReport(
            party: self.parties[Int(lines.parties[line])].name,
            lines[line].period,
            expected: parties.map { self.parties[$0].name }
          )
        )
      )
    }
    return found + sharedNames()
  }

  private func sharedNames() -> [LoopFault] {
    var bearers: [String: Set<String>] = [:]
    let named =
      world.items.map { ($0.id, $0.formerly) } + world.parties.map { ($0.id, $0.formerly) }
    for (id, formerly) in named {
      for former in formerly { bearers[former.name, default: []].insert(id) }
    }
    return bearers.filter { $0.value.count > 1 }.sorted { $0.key < $1.key }.map { name, ids in
      LoopFault(
        place: .names,
        name: name,
        column: .item,
        matter: .sharedFormerName(ids.sorted())
      )
    }
  }
}
