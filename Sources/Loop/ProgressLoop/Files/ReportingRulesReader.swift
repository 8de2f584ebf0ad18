import Bilingual
import ChainModel
package import Diagnostics
import YAML

/// Reads `reporting.yaml`, strictly: no field that is unknown, and every fault at its place.
///
/// ```yaml
/// start: 2024-01
/// due-day: 5
/// due: {2024-09: 2024-10-08}
/// behind: {green: "< 10", yellow: 10..30, red: "> 30"}
/// ```
package struct ReportingRulesReader {
  /// What may be reported on, by the words for it.
  private static let kinds = [
    "project": "project", "项目": "project", "task": "task", "任务": "task", "target": "target",
    "目标": "target",
  ]

  private static func kind(_ node: EntryNode, _ log: inout FaultLog) -> String? {
    guard let word = FieldReader.text(node, log: &log) else { return nil }
    if let kind = kinds[word] { return kind }
    let meaning = BilingualText(zh: "要报送的种类", en: "kind that is reported on")
    log.report(
      .unknownWord(word, meaning: meaning, words: kinds.keys.sorted(), at: log.location(of: node))
    )
    return nil
  }

  /// What a file of rules may say.
  package static let fields = [
    "start", "due-day", "due", "reports", "several-leads", "final", "behind", "milestone",
    "unreported", "enrolled", "score",
  ]

  private var rules = ReportingRules()

  /// The rules of a file; those that hold without one where a field is not there. Faults are reported.
  package static func read(
    _ bytes: [UInt8],
    path: String,
    log: inout FaultLog
  ) -> (rules: ReportingRules, source: SourceText?) {
    let reading = YAMLFile.read(bytes, path: path)
    for diagnostic in reading.diagnostics { log.report(diagnostic) }
    var reader = Self()
    if let root = reading.root, let fields = FieldReader(root, log: &log) {
      reader.take(fields, &log)
    }
    return (reader.rules, reading.source)
  }

  private mutating func take(_ fields: FieldReader, _ log: inout FaultLog) {
    let kind = BilingualText(zh: "报送规则", en: "the rules of reporting")
    fields.allow(Self.fields, of: kind, log: &log)
    if let node = fields["start"] { rules.start = Self.period(node, &log) }
    if let node = fields["due-day"], let day = Self.number(node, 1...31, &log) {
      rules.dueDay = day
    }
    if let node = fields["due"] { takeDue(node, &log) }
    if let node = fields["reports"] {
      rules.reports = node.items.compactMap { Self.kind($0, &log) }
    }
    if let node = fields["several-leads"] {
      let meaning = BilingualText(zh: "报送方式", en: "way of several leads")
      rules.severalLeads = FieldReader.word(node, meaning: meaning, log: &log) ?? .each
    }
    if let node = fields["final"] {
      let meaning = BilingualText(zh: "节点", en: "milestone")
      rules.final = FieldReader.word(node, meaning: meaning, log: &log) ?? .operation
    }
    if let node = fields["behind"] { takeBehind(node, &log) }
    if let node = fields["milestone"], let steps = Self.steps(node, 0...3_650, &log) {
      rules.milestone = steps
    }
    if let node = fields["unreported"], let steps = Self.steps(node, 1...120, &log) {
      rules.unreported = steps
    }
    if let node = fields["enrolled"] { rules.enrolled = Self.steps(node, 0...120, &log) }
    if let node = fields["score"] { takeScore(node, &log) }
  }

  private static func period(_ node: EntryNode, _ log: inout FaultLog) -> ReportPeriod? {
    guard let text = FieldReader.text(node, log: &log) else { return nil }
    if let period = ReportPeriod(parsing: text) { return period }
    log.report(.notAMonth(text, at: log.location(of: node)))
    return nil
  }

  private static func number(
    _ node: EntryNode,
    _ range: ClosedRange<Int>,
    _ log: inout FaultLog
  ) -> Int? {
    guard let text = FieldReader.text(node, log: &log) else { return nil }
    if let number = Int(text), range.contains(number) { return number }
    log.report(.badNumber(text, range, at: log.location(of: node)))
    return nil
  }

  private static func decimal(_ node: EntryNode, _ log: inout FaultLog) -> ExactDecimal? {
    guard let text = FieldReader.text(node, log: &log) else { return nil }
    if let number = ExactDecimal(parsing: text), number.mantissa >= 0 {
      // Sums of points stay far from the ends of what can be counted.
      if number < ExactDecimal(mantissa: 1_000_000) { return number }
    }
    log.report(.badAmount(text, at: log.location(of: node)))
    return nil
  }

  private mutating func takeDue(_ node: EntryNode, _ log: inout FaultLog) {
    guard let fields = FieldReader(node, log: &log) else { return }
    for (_, pair) in fields.pairs {
      guard let period = Self.period(pair.key, &log),
        let text = FieldReader.text(pair.value, log: &log)
      else { continue }
      guard let date = CalendarDate(parsing: text), date.day != nil,
        Day(firstOf: date) > period.last
      else {
        log.report(.badDueDay(text, of: period, at: log.location(of: pair.value)))
        continue
      }
      rules.due[period] = Day(firstOf: date)
    }
  }

  private mutating func takeBehind(_ node: EntryNode, _ log: inout FaultLog) {
    guard let fields = FieldReader(node, log: &log) else { return }
    fields.allow(["green", "yellow", "red"], of: BilingualText(zh: "灯", en: "a light"), log: &log)
    var intervals: [(light: Light, interval: BehindScale.Interval)] = []
    var places: [EntryNode] = []
    let before = log.diagnostics.count
    for (field, pair) in fields.pairs {
      guard let light = Light(rawValue: field), light != .grey,
        let text = FieldReader.text(pair.value, log: &log)
      else { continue }
      guard let interval = BehindScale.Interval(parsing: text) else {
        log.report(.badInterval(text, at: log.location(of: pair.value)))
        continue
      }
      intervals.append((light, interval))
      places.append(pair.value)
    }
    guard log.diagnostics.count == before else { return }
    do throws(BehindScale.Flaw) {
      rules.behind = try BehindScale(intervals)
    } catch {
      let place = intervals.firstIndex { error.begins($0.interval) }
      log.report(.brokenScale(error, at: log.location(of: place.map { places[$0] } ?? node)))
    }
  }

  private static func steps(
    _ node: EntryNode,
    _ range: ClosedRange<Int>,
    _ log: inout FaultLog
  ) -> ReportingRules.Steps? {
    guard let fields = FieldReader(node, log: &log) else { return nil }
    fields.allow(["yellow", "red"], of: BilingualText(zh: "灯", en: "a light"), log: &log)
    let yellow = fields["yellow"].flatMap { number($0, range, &log) }
    let red = fields["red"].flatMap { number($0, range, &log) }
    if let yellow, let red, red < yellow, let node = fields["red"] {
      log.report(.wrongOrder(at: log.location(of: node)))
    }
    return ReportingRules.Steps(yellow: yellow, red: red)
  }

  private mutating func takeScore(_ node: EntryNode, _ log: inout FaultLog) {
    guard let fields = FieldReader(node, log: &log) else { return }
    let kind = BilingualText(zh: "计分", en: "the score")
    fields.allow(["weights", "deduct", "points"], of: kind, log: &log)
    if let node = fields["points"] {
      if fields.pairs.count > 1 { log.report(.bothScores(at: log.location(of: node))) }
      var points = ReportingRules.Points()
      Self.take(
        node,
        [
          ("full", \.full), ("missing", \.missing), ("late", \.late), ("yellow", \.yellow),
          ("red", \.red), ("notice", \.notice), ("answered", \.answered),
        ],
        cap: \.cap,
        into: &points,
        &log
      )
      rules.score = .points(points)
      return
    }
    var rates = ReportingRules.Rates()
    if let node = fields["weights"] {
      Self.take(
        node,
        [
          ("on-time", \.onTime), ("investment", \.investment), ("milestones", \.milestones),
        ],
        cap: nil,
        into: &rates,
        &log
      )
    }
    if let node = fields["deduct"] {
      Self.take(
        node,
        [("notice", \.notice), ("wrong-report", \.wrongReport)],
        cap: \.cap,
        into: &rates,
        &log
      )
    }
    rules.score = .rates(rates)
  }

  private static func take<Score>(
    _ node: EntryNode,
    _ numbers: [(name: String, path: WritableKeyPath<Score, ExactDecimal>)],
    cap: WritableKeyPath<Score, ExactDecimal?>?,
    into score: inout Score,
    _ log: inout FaultLog
  ) {
    guard let fields = FieldReader(node, log: &log) else { return }
    let kind = BilingualText(zh: "计分", en: "the score")
    let names = numbers.map(\.name) + (cap == nil ? [] : ["cap"])
    fields.allow(names, of: kind, log: &log)
    for (name, path) in numbers {
      if let node = fields[name], let number = decimal(node, &log) { score[keyPath: path] = number }
    }
    if let cap, let node = fields["cap"] { score[keyPath: cap] = decimal(node, &log) }
  }
}

extension BehindScale.Flaw {
  /// Whether an interval begins where the flaw is seen.
  fileprivate func begins(_ interval: BehindScale.Interval) -> Bool {
    let (low, high) =
      switch self {
      case .hole(let low, let high), .overlap(let low, let high): (low, high)
      }
    switch self {
    case .hole: return high.map { interval.lower?.number == $0 } ?? (interval.upper?.number == low)
    case .overlap: return low.map { interval.lower?.number == $0 } ?? (interval.lower == nil)
    }
  }
}
