package import Bilingual
package import ChainDrawing
import ChainLoop
import ProgressLoop

/// Lays 进度表 out on A4 sheets: cluster by cluster a row an item, its months above, its milestones below.
package struct SchedulePlate {
  let schedule: ProgressSchedule
  let language: Language

  static let left = 28.0
  static let right = 1094.5
  static let rowHeight = 46.0
  private static let headHeight = 27.0
  private static let (top, bottom) = (96.0, 742.0)

  package init(_ schedule: ProgressSchedule, _ language: Language) {
    (self.schedule, self.language) = (schedule, language)
  }

  func say(_ zh: String, _ en: String) -> String { BilingualText(zh: zh, en: en)[language] }

  var overview: ProgressOverview { schedule.overview }
  var axis: YearAxis { YearAxis(year: schedule.year, left: 336, right: Self.right) }

  /// A row of the sheet: a heading or an item.
  private enum Line {
    case cluster(String)
    case item(ProgressSchedule.Row)

    var height: Double {
      switch self {
      case .cluster: SchedulePlate.headHeight
      case .item: SchedulePlate.rowHeight
      }
    }
  }

  package func plate() -> Plate {
    let sheets = sheets()
    let pages = sheets.enumerated().map { number, lines in
      var page = Plate.Page()
      let end = Self.top + lines.reduce(0) { $0 + $1.height }
      drawHead(number, of: sheets.count, on: &page)
      drawAxis(until: end, on: &page)
      var y = Self.top
      for line in lines {
        switch line {
        case .cluster(let name):
          page.write(
            name,
            x: Self.left,
            y: y + 18,
            size: 13,
            isBold: true,
            color: LightSign.bar,
            within: 300
          )
        case .item(let row): draw(row, y: y, on: &page)
        }
        y += line.height
        page.add(
          .line([Plate.Point(Self.left, y), Plate.Point(Self.right, y)]),
          stroke: LightSign.rule,
          strokeWidth: 0.75
        )
      }
      drawDay(until: end, on: &page)
      return page
    }
    return Plate(title: overview.title(label)[language], language: language, pages: pages)
  }

  private var label: BilingualText { LoopQuestion.schedule.definition.label }

  /// The rows by sheet; a heading is repeated where its cluster goes on, and never stands last.
  private func sheets() -> [[Line]] {
    var sheets: [[Line]] = [[]]
    var y = Self.top
    var heading: String?
    for row in schedule.rows {
      let name = schedule.clusterName(of: row)[language]
      let isNew = name != heading
      let needed = Self.rowHeight + (isNew ? Self.headHeight : 0)
      let isFull = y + needed > Self.bottom
      if isFull {
        sheets.append([])
        y = Self.top
      }
      if isNew || isFull {
        sheets[sheets.count - 1].append(.cluster(name))
        y += Self.headHeight
        heading = name
      }
      sheets[sheets.count - 1].append(.item(row))
      y += Self.rowHeight
    }
    return sheets
  }

  private func drawHead(_ number: Int, of count: Int, on page: inout Plate.Page) {
    page.write(
      overview.title(label)[language],
      x: Self.left,
      y: 42,
      size: 22,
      isBold: true,
      color: LightSign.ink,
      within: 660
    )
    page.write(
      say("\(schedule.year) 年", "\(schedule.year)"),
      x: Self.right,
      y: 30,
      size: 12,
      color: LightSign.ink,
      anchor: .end
    )
    page.write(
      overview.basisNotes.map { $0[language] }.joined(separator: say("；", "; ")),
      x: Self.right,
      y: 47,
      size: 11,
      color: LightSign.quiet,
      anchor: .end
    )
    drawLegend(on: &page)
    page.write(
      say(
        "各月的灯只看当月的报告和当月末的节点，以后不改；逐项见《节点清单》",
        "the light of a month goes by its own reports and the milestones at its end; each is in the list"
      ),
      x: Self.left,
      y: 779,
      size: 9.5,
      color: LightSign.quiet
    )
    guard count > 1 else { return }
    page.write(
      say("第 \(number + 1) 页，共 \(count) 页", "page \(number + 1) of \(count)"),
      x: Self.right,
      y: 779,
      size: 9.5,
      color: LightSign.quiet,
      anchor: .end,
      meaning: "page"
    )
  }

  private func drawLegend(on page: inout Plate.Page) {
    var x = Self.left
    let y = 762.0
    func word(_ text: String, on page: inout Plate.Page) {
      page.write(text, x: x, y: y, size: 10, color: LightSign.quiet)
      x += TypeWidth.of(text, size: 10) + 14
    }
    for light in LightCounts.order {
      drawMonth(light, isMissing: false, x: x, y: y - 8, width: 24, nil, on: &page)
      x += 29
      word(LightSign.word(light)[language], on: &page)
    }
    drawMonth(.grey, isMissing: true, x: x, y: y - 8, width: 24, nil, on: &page)
    x += 29
    word(say("未报", "not reported"), on: &page)
    page.add(Self.diamond(x + 6, y - 3.5, 6), fill: .white, stroke: LightSign.ink)
    x += 17
    word(say("计划", "planned"), on: &page)
    page.add(Self.diamond(x + 6, y - 3.5, 4), fill: .white, stroke: LightSign.quiet)
    x += 17
    word(say("原计划", "first planned"), on: &page)
    page.add(Self.diamond(x + 6, y - 3.5, 6), fill: LightSign.ink)
    x += 17
    word(say("实际", "reached"), on: &page)
    page.add(
      .line([Plate.Point(x, y - 3.5), Plate.Point(x + 24, y - 3.5)]),
      stroke: LightSign.late,
      strokeWidth: 3
    )
    x += 29
    word(say("迟延", "delay"), on: &page)
    word(say("虚竖线：所问之日", "dashed: the day"), on: &page)
  }

  private func drawAxis(until end: Double, on page: inout Plate.Page) {
    for month in 1...13 {
      let x = axis.x(ofMonth: month)
      page.add(
        .line([Plate.Point(x, 62), Plate.Point(x, end)]),
        stroke: LightSign.rule,
        strokeWidth: 0.75
      )
      guard month < 13 else { continue }
      page.write(
        say("\(month)月", ReportPeriod(year: schedule.year, month: month).description),
        x: (x + axis.x(ofMonth: month + 1)) / 2,
        y: 82,
        size: 11,
        color: LightSign.quiet,
        anchor: .middle,
        meaning: "axis"
      )
    }
    page.add(
      .line([Plate.Point(Self.left, Self.top), Plate.Point(Self.right, Self.top)]),
      stroke: LightSign.rule
    )
  }

  private func drawDay(until end: Double, on page: inout Plate.Page) {
    guard let x = axis.x(of: overview.day) else { return }
    page.add(
      .line([Plate.Point(x, 58), Plate.Point(x, end)]),
      stroke: LightSign.late,
      strokeWidth: 1.25,
      isDashed: true,
      tooltip: overview.day.description
    )
  }

  static func diamond(_ x: Double, _ y: Double, _ radius: Double) -> Plate.Shape {
    .polygon([
      Plate.Point(x, y - radius), Plate.Point(x + radius, y), Plate.Point(x, y + radius),
      Plate.Point(x - radius, y),
    ])
  }
}

/// Where the days of a year stand.
struct YearAxis {
  let year: Int
  let left: Double
  let right: Double

  private var width: Double { (right - left) / 12 }

  /// Where a month begins; the thirteenth is the end.
  func x(ofMonth month: Int) -> Double { left + Double(month - 1) * width }

  /// `nil` outside of the year.
  func x(of day: Day) -> Double? {
    let period = day.period
    guard period.year == year else { return nil }
    let days = Double(period.last - period.first + 1)
    return x(ofMonth: period.month) + Double(day - period.first) / days * width
  }
}
