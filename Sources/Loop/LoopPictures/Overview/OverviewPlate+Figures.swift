import Bilingual
import ChainDrawing
import ProgressLoop

extension OverviewPlate {
  /// The numbers that are read first: the four lights, what was invested, what was reported.
  func drawFigures(on page: inout Plate.Page) {
    for (place, light) in LightCounts.order.enumerated() {
      drawCount(of: light, x: Self.left + Double(place) * 128, on: &page)
    }
    drawInvestment(x: 540, width: 270, on: &page)
    drawReports(x: 820, width: Self.right - 820, on: &page)
  }

  private func drawCount(of light: Light, x: Double, on page: inout Plate.Page) {
    page.add(.box(x: x, y: 60, width: 120, height: 56), fill: LightSign.tray)
    LightSign.draw(light, x: x + 18, y: 88, radius: 9, meaning: "figure \(light)", on: &page)
    let number = "\(overview.lights[light])"
    page.write(
      number,
      x: x + 34,
      y: 97,
      size: 24,
      isBold: true,
      color: LightSign.textColor(of: light)
    )
    let after = x + 40 + Double(max(2, number.count)) * 13.5
    page.write(
      LightSign.word(light)[language],
      x: after,
      y: 84,
      size: 11,
      color: LightSign.ink,
      within: x + 120 - after
    )
    page.write(
      change(overview.change(of: light)),
      x: after,
      y: 102,
      size: 9.5,
      color: LightSign.quiet,
      within: x + 120 - after
    )
  }

  private func change(_ change: Int) -> String {
    guard change != 0 else { return say("较上期持平", "as before") }
    let number = change > 0 ? "+\(change)" : "−\(-change)"
    return say("较上期 \(number)", "\(number) since")
  }

  private func drawInvestment(x: Double, width: Double, on page: inout Plate.Page) {
    page.add(.box(x: x, y: 60, width: width, height: 56), fill: LightSign.tray)
    let total = overview.total
    let older =
      total.older > 0 ? say("（\(total.older) 项为更早月份）", " (\(total.older) older)") : ""
    page.write(
      say("完成投资", "invested") + older,
      x: x + 12,
      y: 80,
      size: 11,
      color: LightSign.quiet,
      within: width - 90
    )
    page.write(
      total.rate.map { "\($0.shown)%" } ?? "—",
      x: x + width - 12,
      y: 82,
      size: 18,
      isBold: true,
      color: LightSign.ink,
      anchor: .end
    )
    let value = ProgressOverview.hundredMillions(total.value)
    let plan = ProgressOverview.hundredMillions(total.plan)
    page.write(
      say("\(value) / \(plan) 亿元", "\(value) / \(plan) 亿元"),
      x: x + 12,
      y: 104,
      size: 14,
      isBold: true,
      color: LightSign.ink
    )
    let gap = total.behind.map { gapText($0) }
    let time = total.time.map { say("时间 \($0.shown)%", "time \($0.shown)%") }
    page.write(
      [time, gap].compactMap { $0 }.joined(separator: say("，", ", ")),
      x: x + width - 12,
      y: 104,
      size: 10,
      color: LightSign.quiet,
      anchor: .end
    )
  }

  /// 差 5.3 点, or 超 1.2 点.
  func gapText(_ behind: Ratio) -> String {
    let shown = behind.shown
    return shown.hasPrefix("-")
      ? say("超 \(shown.dropFirst()) 点", "\(shown.dropFirst()) ahead")
      : say("差 \(shown) 点", "\(shown) behind")
  }

  private func drawReports(x: Double, width: Double, on page: inout Plate.Page) {
    page.add(.box(x: x, y: 60, width: width, height: 56), fill: LightSign.tray)
    let reports = overview.reports
    page.write(
      say("\(overview.period) 报送", "reports of \(overview.period)"),
      x: x + 12,
      y: 80,
      size: 11,
      color: LightSign.quiet
    )
    page.write(
      say("按时 \(reports.onTime)", "\(reports.onTime) on time"),
      x: x + width - 12,
      y: 80,
      size: 11,
      color: LightSign.ink,
      anchor: .end
    )
    page.write(
      say(
        "已报 \(reports.reported) / 应报 \(reports.expected)",
        "\(reports.reported) of \(reports.expected)"
      ),
      x: x + 12,
      y: 104,
      size: 15,
      isBold: true,
      color: LightSign.ink
    )
    page.write(
      say("未报 \(reports.missing)", "\(reports.missing) missing"),
      x: x + width - 12,
      y: 104,
      size: 12,
      isBold: true,
      color: reports.missing > 0 ? LightSign.late : LightSign.quiet,
      anchor: .end
    )
  }

  /// A bar a month: how many items have which light, with the numbers below.
  func drawMonths(on page: inout Plate.Page) {
    page.write(
      say("各月灯数（各月报送期满次日所知）", "lights by month, on the day after reports were due"),
      x: Self.left,
      y: 634,
      size: 12,
      isBold: true,
      color: LightSign.ink
    )
    let (top, height) = (644.0, 48.0)
    for (row, light) in LightCounts.order.reversed().enumerated() {
      let y = top + height + 13 + Double(row) * 11
      LightSign.draw(light, x: Self.left + 6, y: y - 3.5, radius: 4, on: &page)
    }
    for (place, month) in overview.months.enumerated() {
      let x = Self.left + 26 + Double(place) * 49
      var y = top
      for (row, light) in LightCounts.order.reversed().enumerated() {
        let count = month.lights[light]
        let share = height * Double(count) / Double(max(1, month.lights.all))
        if count > 0 {
          page.add(
            .box(x: x, y: y, width: 36, height: share),
            fill: light == .grey ? .white : LightSign.color(of: light),
            stroke: light == .grey ? LightSign.color(of: light) : .white,
            strokeWidth: 0.75,
            tooltip: "\(month.period) \(LightSign.word(light)[language]) \(count)"
          )
        }
        y += share
        page.write(
          "\(count)",
          x: x + 18,
          y: top + height + 13 + Double(row) * 11,
          size: 10,
          isBold: light == .red && count > 0,
          color: LightSign.textColor(of: light),
          anchor: .middle,
          meaning: "month \(month.period) \(light)"
        )
      }
      page.write(
        say("\(month.period.month)月", month.period.description),
        x: x + 18,
        y: top + height + 13 + 4 * 11,
        size: 9.5,
        color: LightSign.quiet,
        anchor: .middle
      )
    }
  }
}
