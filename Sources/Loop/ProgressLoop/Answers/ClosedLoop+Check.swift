package import Bilingual
import Diagnostics

/// What is wrong with the lines of a plan or journal, seen beside one another and the world.
package struct LoopFault: Sendable, Hashable {
  /// Where it lies.
  package enum Place: Sendable, Hashable {
    /// A line of the plan, by its position.
    case plan(Int)
    /// A line of the journal, by its position.
    case journal(Int)
    /// An item, by its position.
    case item(Int)
  }

  /// In which column of a line it lies.
  package enum Column: String, Sendable, Hashable {
    case line
    case recorded
    case by
    case item
    case period
    case corrects
    case answers
    case value
  }

  package enum Matter: Sendable, Hashable {
    case backwards(Day, after: Day)
    case duplicateLine
    case unknownItem(String, on: Day, closest: [String])
    case ambiguousItem(String, on: Day)
    case alreadyReported(party: String, ReportPeriod, line: String)
    case alreadyCorrected(String, by: String)
    case unknownLine(String)
    /// A line that is corrected, withdrawn or answered is one on another item.
    case otherItem(String, name: String)
    /// A reporter whom the data do not have: it counts for nobody.
    case unknownParty(String, closest: [String])
    /// A figure in what the item is not measured in.
    case otherMeasure(LoopMeasure)
    case notANotice(String)
    /// The plan of a year of what was split is not divided among its parts.
    case undividedPlan(year: Int, part: String)
    case endsBeforeItBegins
  }

  package let place: Place
  /// What the line, or item, is called.
  package let name: String
  package let column: Column
  package let matter: Matter

  /// For people, in both languages; it begins with what the line is called.
  package var text: BilingualText {
    BilingualText(zh: "\(name)：\(message.zh)", en: "\(name): \(message.en)")
  }

  /// The same without what the line is called.
  package var message: BilingualText {
    switch matter {
    case .backwards(let day, let last):
      BilingualText(zh: "记录日 \(day) 早于 \(last)", en: "recorded \(day) before \(last)")
    case .duplicateLine: BilingualText(zh: "行号写了两次", en: "the line is there twice")
    case .unknownItem(let name, let day, _):
      BilingualText(zh: "\(day) 没有事项叫“\(name)”", en: "no item is called \(name) on \(day)")
    case .ambiguousItem(let name, let day):
      BilingualText(
        zh: "\(day) 不止一个事项叫“\(name)”",
        en: "several items are called \(name) on \(day)"
      )
    case .alreadyReported(let party, let period, let line):
      BilingualText(
        zh: "\(party)已在 \(line) 报过 \(period)，更正须写明它",
        en: "\(party) already reported \(period) in \(line); a correction names it"
      )
    case .alreadyCorrected(let target, let by):
      BilingualText(zh: "\(target) 已由 \(by) 更正", en: "\(target) is already corrected by \(by)")
    case .unknownLine(let name):
      BilingualText(zh: "前面没有行号 \(name)", en: "no line before it is called \(name)")
    case .otherItem(let line, let name):
      BilingualText(zh: "\(line) 说的是“\(name)”", en: "\(line) is on \(name)")
    case .unknownParty(let name, _):
      BilingualText(
        zh: "数据中没有“\(name)”，它的报告不算任何单位的",
        en: "the data have no \(name): its reports count for nobody"
      )
    case .otherMeasure(.money):
      BilingualText(zh: "这个事项的完成值是金额", en: "the figures of the item are money")
    case .otherMeasure(.units(let units)):
      BilingualText(
        zh: "这个事项的完成值以\(units.joined(separator: "、"))计",
        en: "the figures of the item are in \(units.joined(separator: ", "))"
      )
    case .notANotice(let name): BilingualText(zh: "\(name) 不是督办", en: "\(name) is no notice")
    case .undividedPlan(let year, let part):
      BilingualText(
        zh: "\(year) 年计划未分给“\(part)”",
        en: "its plan of \(year) is not divided with \(part)"
      )
    case .endsBeforeItBegins: BilingualText(zh: "止日早于起日", en: "it ends before it begins")
    }
  }

  /// A stable name.
  package var code: String {
    switch matter {
    case .backwards: "recorded-backwards"
    case .duplicateLine: "duplicate-line"
    case .unknownItem: "unknown-item"
    case .ambiguousItem: "ambiguous-item"
    case .alreadyReported: "already-reported"
    case .alreadyCorrected: "already-corrected"
    case .unknownLine: "unknown-line"
    case .otherItem: "line-of-another-item"
    case .unknownParty: "unknown-reporter"
    case .otherMeasure: "other-measure"
    case .notANotice: "not-a-notice"
    case .undividedPlan: "undivided-plan"
    case .endsBeforeItBegins: "ends-before-it-begins"
    }
  }

  /// Whether it keeps the lines from being used.
  package var isError: Bool {
    if case .unknownParty = matter { false } else { true }
  }

  /// What to do, where that can be said.
  package var help: BilingualText? {
    switch matter {
    case .unknownItem(_, _, let closest) where !closest.isEmpty: .didYouMean(closest)
    case .unknownParty(_, let closest) where !closest.isEmpty: .didYouMean(closest)
    case .alreadyReported(_, _, let line):
      BilingualText(zh: "在“更正”一栏写 \(line)", en: "write \(line) under 'corrects'")
    case .backwards:
      BilingualText(
        zh: "记录日只增不减；何时收到写在“收到日”",
        en: "lines are recorded in order; write under 'received' when it came in"
      )
    default: nil
    }
  }
}

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
  private mutating func checkTarget(_ offset: Int, _ column: LoopFault.Column) {
    let (lines, target) = (loop.lines, Int(loop.lines.targets[offset]))
    guard target >= 0, lines.items[target] >= 0, lines.items[offset] >= 0,
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
      if entry.type == .answer {
        checkTarget(offset, .answers)
        if target < 0 {
          let told = lines.journal.texts[entry.answers]
          report(.journal(offset), name(), .answers, .unknownLine(told))
        } else if lines[Int(target)].type != .notice {
          let told = lines.name(of: Int(target))
          report(.journal(offset), name(), .answers, .notANotice(told))
        }
        if !entry.corrects.isEmpty { continue }
      } else if !entry.corrects.isEmpty || entry.type == .withdraw {
        checkTarget(offset, .corrects)
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
