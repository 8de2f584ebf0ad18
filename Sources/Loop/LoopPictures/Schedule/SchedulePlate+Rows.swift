import Bilingual
import ChainDrawing
import ChainLoop
import ProgressLoop

extension SchedulePlate {
  func draw(_ row: ProgressSchedule.Row, y: Double, on page: inout Plate.Page) {
    let status = row.item.status
    LightSign.draw(
      status.light,
      x: Self.left + 8,
      y: y + 15,
      radius: 5.5,
      isMissing: !row.item.missing.isEmpty,
      tooltip: (["\(LightSign.word(status.light)[language])"]
        + status.reasons.map { $0.cited[language] }).joined(separator: say("；", "; ")),
      meaning: "item \(row.item.number) \(status.light)"
        + (row.item.missing.isEmpty ? "" : " missing"),
      on: &page
    )
    page.write(
      overview.loop.cell(ofItem: row.item.item).text(in: language),
      x: Self.left + 22,
      y: y + 19,
      size: 12,
      isBold: true,
      color: LightSign.ink,
      within: 278
    )
    let behind = status.investment.map { investment in
      let shown = investment.behind.shown
      let gap =
        shown.hasPrefix("-")
        ? say("超 \(shown.dropFirst()) 点", "\(shown.dropFirst()) ahead")
        : say("差 \(shown) 点", "\(shown) behind")
      return say("投资 \(investment.rate.shown)%，", "done \(investment.rate.shown)%, ") + gap
    }
    let words = [
      status.isDisputed ? say("说法不一", "disputed") : status.status,
      behind ?? say("无年计划可比", "no plan to compare with"),
      overview.loop.cells(row.item.leads).text(in: language),
    ]
    page.write(
      words.compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " · "),
      x: Self.left + 22,
      y: y + 36,
      size: 10,
      color: LightSign.quiet,
      within: 278
    )
    for month in row.months {
      let (x, end) = (axis.x(ofMonth: month.period.month), axis.x(ofMonth: month.period.month + 1))
      var words = ["\(month.period) \(LightSign.word(month.light)[language])"]
      if !month.missing.isEmpty {
        words.append(
          say("未报：", "not reported by: ") + overview.loop.cells(month.missing).text(in: language)
        )
      }
      words += month.reasons.map { $0.cited[language] }
      drawMonth(
        month.light,
        isMissing: !month.missing.isEmpty,
        x: x + 1,
        y: y + 7,
        width: end - x - 2,
        (
          words.joined(separator: say("；", "; ")),
          "month \(row.item.number) \(month.period) \(month.light)"
            + (month.missing.isEmpty ? "" : " missing")
        ),
        on: &page
      )
    }
    drawMilestones(of: row, y: y + 28, on: &page)
  }

  /// A bar in the colour of the light, with its sign in the middle, and a stroke where nobody reported.
  func drawMonth(
    _ light: Light,
    isMissing: Bool,
    x: Double,
    y: Double,
    width: Double,
    _ words: (tooltip: String, meaning: String)?,
    on page: inout Plate.Page
  ) {
    let color = LightSign.color(of: light)
    page.add(
      .box(x: x, y: y, width: width, height: 9),
      fill: light == .grey ? .white : color,
      stroke: light == .grey ? color : nil,
      strokeWidth: 0.75,
      tooltip: words?.tooltip,
      meaning: words?.meaning
    )
    // The stroke stands beside the sign of the light, not on it.
    let (middle, line) = (x + width * (isMissing ? 0.28 : 0.5), y + 4.5)
    switch light {
    case .yellow:
      page.add(
        .polygon([
          Plate.Point(middle, line - 3.5), Plate.Point(middle + 4, line + 3),
          Plate.Point(middle - 4, line + 3),
        ]),
        fill: .white
      )
    case .red: page.add(.box(x: middle - 3, y: line - 3, width: 6, height: 6), fill: .white)
    case .green, .grey: break
    }
    guard isMissing else { return }
    let stroke = x + width * (light == .red || light == .yellow ? 0.7 : 0.5)
    let ends = [Plate.Point(stroke - 10, line + 7), Plate.Point(stroke + 10, line - 7)]
    page.add(.line(ends), stroke: .white, strokeWidth: 3.5)
    page.add(.line(ends), stroke: LightSign.ink, strokeWidth: 1.5, tooltip: words?.tooltip)
  }

  private func drawMilestones(
    of row: ProgressSchedule.Row,
    y: Double,
    on page: inout Plate.Page
  ) {
    var lanes = LabelLanes()
    var labels: [(text: String, start: Double, end: Double, color: Theme.Color)] = []
    for status in row.milestones {
      let marks = Marks(status, axis, overview.day)
      let state = MilestoneState(status)
      let isLate = state == .late || state == .reachedLate
      let tooltip = words(of: status)
      if isLate, let from = marks.plan, let to = marks.reached ?? marks.day {
        page.add(
          .line([Plate.Point(from, y), Plate.Point(to, y)]),
          stroke: LightSign.late,
          strokeWidth: 3,
          tooltip: tooltip
        )
      }
      let meaning = "milestone \(row.item.number) \(status.milestone.rawValue) \(state.rawValue)"
      if let original = marks.original {
        page.add(
          Self.diamond(original, y, 4),
          fill: .white,
          stroke: LightSign.quiet,
          tooltip: tooltip
        )
      }
      if let plan = marks.plan {
        page.add(
          sign(plan, y, 6, marks.planEdge),
          fill: .white,
          stroke: LightSign.ink,
          strokeWidth: 1.25,
          tooltip: tooltip,
          meaning: meaning
        )
      }
      if let reached = marks.reached {
        page.add(
          sign(reached, y, 5, marks.reachedEdge),
          fill: isLate ? LightSign.late : LightSign.color(of: .green),
          tooltip: tooltip,
          meaning: meaning
        )
      }
      let all = [marks.plan, marks.reached, isLate ? marks.day : nil].compactMap { $0 }
      guard let start = all.min(), let end = all.max() else { continue }
      lanes.take(start - 7, end + 7)
      let color = isLate ? LightSign.late : LightSign.ink
      labels.append((label(of: status, marks), start, end, color))
    }
    for label in labels.sorted(by: { $0.start < $1.start }) {
      let width = TypeWidth.of(label.text, size: 10)
      let isLast = label.end + 9 + width > Self.right
      let x = isLast ? label.start - 9 - width : label.end + 9
      guard let lane = lanes.lane(x, x + width) else { continue }
      page.write(label.text, x: x, y: y + 4 + Double(lane) * 10, size: 10, color: label.color)
    }
  }

  /// A diamond, or at an end of the year an arrow to what lies beyond.
  private func sign(_ x: Double, _ y: Double, _ radius: Double, _ edge: Int) -> Plate.Shape {
    guard edge != 0 else { return Self.diamond(x, y, radius) }
    let side = Double(edge) * radius
    return .polygon([
      Plate.Point(x + side, y), Plate.Point(x - side * 0.6, y - radius),
      Plate.Point(x - side * 0.6, y + radius),
    ])
  }

  private func label(of status: MilestoneStatus, _ marks: Marks) -> String {
    let name = status.milestone.label[language]
    let days = status.late?.days ?? 0
    let possible = status.late?.certainty == .possible ? say("可能", "possibly ") : ""
    let state: String =
      switch MilestoneState(status) {
      case .late: " " + possible + say("逾期 \(days) 天", "\(days) days late")
      case .reachedLate: " " + possible + say("迟 \(days) 天", "\(days) days late")
      case .open: marks.planEdge == 0 ? say(" 未到期", " due") : status.plan.map { " \($0)" } ?? ""
      case .reached: marks.reachedEdge == 0 ? "" : status.reached.map { " \($0)" } ?? ""
      }
    return name + state
  }

  /// What is said of a milestone under the pointer.
  private func words(of status: MilestoneStatus) -> String {
    let parts: [String?] = [
      status.milestone.label[language] + " " + MilestoneState(status).label[language],
      status.plan.map { say("计划 \($0)", "planned \($0)") },
      status.original == status.plan
        ? nil : status.original.map { say("原计划 \($0)", "first planned \($0)") },
      status.reached.map { say("实际 \($0)", "reached \($0)") },
      [status.planLine, status.line].compactMap { $0 }.joined(separator: ", "),
    ]
    return parts.compactMap { $0 }.joined(separator: say("；", "; "))
  }
}

/// Where the signs of a milestone stand: what lies before or after the year at its end.
private struct Marks {
  var plan: Double?
  var planEdge = 0
  var original: Double?
  var reached: Double?
  var reachedEdge = 0
  /// Until where what is late is late.
  var day: Double?

  init(_ status: MilestoneStatus, _ axis: YearAxis, _ day: Day) {
    func place(_ day: Day) -> (x: Double, edge: Int) {
      if let x = axis.x(of: day) { return (x, 0) }
      let isBefore = day.period.year < axis.year
      return isBefore ? (axis.left + 7, -1) : (axis.right - 7, 1)
    }
    if let own = status.plan { (plan, planEdge) = place(own) }
    if let own = status.reached { (reached, reachedEdge) = place(own.last) }
    if let first = status.original, first != status.plan { original = axis.x(of: first) }
    if status.late?.state == .late { self.day = place(day).x }
  }
}

/// Finds room for the labels of a row: beside the signs, else below them.
private struct LabelLanes {
  private var taken: [[(Double, Double)]] = [[], []]

  /// Keeps the room of signs.
  mutating func take(_ start: Double, _ end: Double) { taken[0].append((start, end)) }

  /// The lane with room from `start` to `end`, which is then taken; `nil` where there is none.
  mutating func lane(_ start: Double, _ end: Double) -> Int? {
    let free = taken.indices.first { lane in
      taken[lane].allSatisfy { end < $0.0 || $0.1 < start }
    }
    if let free { taken[free].append((start, end)) }
    return free
  }
}
