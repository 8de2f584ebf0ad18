import Diagnostics

extension ClosedLoop {
  /// Everything wrong with the lines beside one another: first, in their order, the days and names of the
  /// items, plan and journal; then what contradicts an earlier line of the journal; then undivided plans.
  ///
  /// - Complexity: O(*n*) over the lines on average; a search for what was meant by each unknown name.
  package func faults() -> [LoopFault] {
    var checker = LineChecker(loop: self)
    return checker.faults()
  }
}

private struct LineChecker {
  let loop: ClosedLoop
  private var found: [LoopFault] = []
  private var suggestions = 50
  private var strangers: Set<Int32> = []

  init(loop: ClosedLoop) { self.loop = loop }

  mutating func faults() -> [LoopFault] {
    for (item, days) in loop.itemDays.enumerated() where days.last < days.first {
      report(.item(item), loop.world.items[item].id, .item, .endsBeforeItBegins)
    }
    checkPlan()
    checkNames()
    checkContradictions()
    checkParts()
    return found
  }

  private mutating func report(
    _ place: LoopFault.Place,
    _ name: String,
    _ column: LoopFault.Column,
    _ matter: LoopFault.Matter
  ) {
    found.append(LoopFault(place: place, name: name, column: column, matter: matter))
  }

  private mutating func unknown(_ name: String, _ day: Day, _ failure: NameFinder.Failure)
    -> LoopFault.Matter
  {
    if failure == .ambiguous { return .ambiguousItem(name, on: day) }
    // Who had the name on another day has another now.
    let owners = loop.itemNames.owners(of: name)
    guard owners.isEmpty else {
      let names = owners.map { loop.name(ofItem: $0, on: day) }
      return .unknownItem(name, on: day, closest: names.filter { $0 != name })
    }
    suggestions -= 1
    let closest =
      suggestions < 0 ? [] : SpellingSuggestion.closest(to: name, among: loop.itemNames.names)
    return .unknownItem(name, on: day, closest: closest)
  }

  private mutating func checkPlan() {
    var last = Day.distantPast
    var seen: Set<String> = []
    for (offset, line) in loop.world.plan.enumerated() {
      if line.recorded < last {
        report(.plan(offset), line.line, .recorded, .backwards(line.recorded, after: last))
      }
      last = max(last, line.recorded)
      if !seen.insert(line.line).inserted {
        report(.plan(offset), line.line, .line, .duplicateLine)
      }
      if case .failure(let failure) = loop.itemNames.find(line.item, on: line.recorded) {
        report(.plan(offset), line.line, .item, unknown(line.item, line.recorded, failure))
      }
    }
  }

  private mutating func checkNames() {
    let journal = loop.lines.journal
    var last = Day.distantPast
    var seen = [Bool](repeating: false, count: journal.texts.count)
    for (offset, entry) in journal.entries.enumerated() {
      if entry.recorded < last {
        let matter = LoopFault.Matter.backwards(entry.recorded, after: last)
        report(.journal(offset), loop.lines.name(of: offset), .recorded, matter)
      }
      last = max(last, entry.recorded)
      if seen[Int(entry.line.offset)] {
        report(.journal(offset), loop.lines.name(of: offset), .line, .duplicateLine)
      }
      seen[Int(entry.line.offset)] = true
      checkReporter(offset, entry)
      checkMeasure(offset, entry)
      guard loop.lines.items[offset] < 0 else { continue }
      let name = journal.texts[entry.item]
      guard case .failure(let failure) = loop.itemNames.find(name, on: entry.recorded) else {
        continue
      }
      let matter = unknown(name, entry.recorded, failure)
      report(.journal(offset), loop.lines.name(of: offset), .item, matter)
    }
  }

  /// Whoever reports ought to be known; who inspects need not be.
  private mutating func checkReporter(_ offset: Int, _ entry: Journal.Entry) {
    guard loop.world.isClosed, loop.lines.parties[offset] >= loop.partyCount,
      entry.type != .inspect, entry.type != .notice,
      strangers.insert(loop.lines.parties[offset]).inserted
    else { return }
    let name = loop.lines.journal.texts[entry.by]
    let closest = SpellingSuggestion.closest(to: name, among: loop.world.parties.map(\.name))
    report(
      .journal(offset),
      loop.lines.name(of: offset),
      .by,
      .unknownParty(name, closest: closest)
    )
  }

  private mutating func checkMeasure(_ offset: Int, _ entry: Journal.Entry) {
    let item = loop.lines.items[offset]
    guard entry.hasValue, item >= 0, let measure = loop.world.items[Int(item)].measure else {
      return
    }
    let unit = entry.unit.isEmpty ? nil : loop.lines.journal.texts[entry.unit]
    if !measure.allows(unit) {
      report(.journal(offset), loop.lines.name(of: offset), .value, .otherMeasure(measure))
    }
  }

  /// Reports a line that names one on another item.
  private mutating func checkTarget(_ offset: Int, _ target: Int, _ column: LoopFault.Column) {
    let lines = loop.lines
    guard lines.items[target] >= 0, lines.items[offset] >= 0,
      lines.items[target] != lines.items[offset]
    else { return }
    let name = loop.world.items[Int(lines.items[target])].name
    report(
      .journal(offset),
      lines.name(of: offset),
      column,
      .otherItem(lines.name(of: target), name: name)
    )
  }

  /// An answer names a notice, and so does a notice that follows one; what another line names there counts
  /// for nothing.
  private mutating func checkAnswered(_ offset: Int, _ entry: Journal.Entry) {
    guard !entry.answers.isEmpty else { return }
    let (lines, name) = (loop.lines, loop.lines.name(of: offset))
    guard entry.type == .answer || entry.type == .notice else {
      report(.journal(offset), name, .answers, .idleAnswer)
      return
    }
    guard let target = lines.answered[Int32(offset)] else {
      let told = lines.journal.texts[entry.answers]
      report(.journal(offset), name, .answers, .unknownLine(told))
      return
    }
    checkTarget(offset, Int(target), .answers)
    if lines[Int(target)].type != .notice {
      report(.journal(offset), name, .answers, .notANotice(lines.name(of: Int(target))))
    }
  }

  private struct Matter: Hashable {
    let item: Int32
    let party: Int32
    let period: ReportPeriod
  }

  private mutating func checkContradictions() {
    let lines = loop.lines
    var corrected: [Int32: Int] = [:]
    var standing: [Matter: Int] = [:]
    standing.reserveCapacity(lines.journal.count)
    for (offset, entry) in lines.journal.entries.enumerated() {
      let name = { lines.name(of: offset) }
      let target = lines.targets[offset]
      checkAnswered(offset, entry)
      if !entry.corrects.isEmpty || entry.type == .withdraw {
        if target >= 0 { checkTarget(offset, Int(target), .corrects) }
        if target < 0 {
          let told = lines.journal.texts[entry.corrects]
          report(.journal(offset), name(), .corrects, .unknownLine(told))
        } else if let by = corrected[target] {
          let matter = LoopFault.Matter.alreadyCorrected(
            lines.name(of: Int(target)),
            by: lines.name(of: by)
          )
          report(.journal(offset), name(), .corrects, matter)
          continue
        } else {
          corrected[target] = offset
          if let key = key(Int(target)), standing[key] == Int(target) { standing[key] = nil }
        }
      }
      guard let key = key(offset) else { continue }
      guard let first = standing[key] else {
        standing[key] = offset
        continue
      }
      guard entry.corrects.isEmpty else { continue }
      let matter = LoopFault.Matter.alreadyReported(
        party: lines.journal.texts[entry.by],
        entry.period,
        line: lines.name(of: first)
      )
      report(.journal(offset), name(), .period, matter)
    }
  }

  private func key(_ line: Int) -> Matter? {
    let entry = loop.lines[line]
    guard entry.type == .report, loop.lines.items[line] >= 0 else { return nil }
    return Matter(
      item: loop.lines.items[line],
      party: loop.lines.parties[line],
      period: entry.period
    )
  }

  /// The plan of a year in which something was split must be divided by lines of the plan.
  private mutating func checkParts() {
    for (part, parents) in loop.parents.enumerated() {
      for parent in parents where loop.itemDays[parent].last < .distantFuture {
        let end = loop.itemDays[parent].last
        // What ends with a year leaves nothing of its plan.
        guard end.date.month != 12 || end.date.day != 31 else { continue }
        let year = end.date.year
        guard loop.plans[parent].yearly[year] != nil, loop.plans[part].yearly[year] == nil else {
          continue
        }
        let matter = LoopFault.Matter.undividedPlan(year: year, part: loop.world.items[part].id)
        report(.item(parent), loop.world.items[parent].id, .item, matter)
      }
    }
  }
}
