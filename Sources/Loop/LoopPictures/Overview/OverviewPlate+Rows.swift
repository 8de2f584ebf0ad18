import Bilingual
import ChainDrawing
import ChainLoop
import ProgressLoop

extension OverviewPlate {
  /// A row a cluster: who answers for it, a sign for each item, the rate against time.
  func drawClusters(
    _ clusters: [ProgressOverview.Cluster],
    from top: Double,
    on page: inout Plate.Page
  ) {
    drawHeading(
      say("集群 \(overview.clusters.count)", "clusters \(overview.clusters.count)"),
      overview.total.time.map {
        say("完成率，竖线为时间进度 \($0.shown)%", "done; the line is time, \($0.shown)%")
      },
      x: Self.left,
      end: Self.leftEnd,
      y: top + 5,
      on: &page
    )
    page.write(
      say("每个符号一个事项；斜线：\(overview.period) 未报", "a sign an item; stroke: not reported"),
      x: 190,
      y: top + 5,
      size: 10,
      color: LightSign.quiet
    )
    // Few rows stand a little wider apart, so that they fill their part of the sheet.
    let height = clusters.count < 9 ? 57 : 50.6
    for (place, cluster) in clusters.enumerated() {
      let y = top + 15 + Double(place) * height
      drawRule(x: Self.left, end: Self.leftEnd, y: y + height, on: &page)
      let words = [
        (shortName(of: cluster), 13.0, true, LightSign.ink),
        (names(cluster.leaders), 10.5, false, LightSign.ink),
        (names(cluster.leads), 10, false, LightSign.quiet),
      ]
      for (line, word) in words.enumerated() {
        page.write(
          word.0,
          x: Self.left,
          y: y + 17 + Double(line) * 13.5,
          size: word.1,
          isBold: word.2,
          color: word.3,
          within: 156
        )
      }
      drawSigns(of: cluster, y: y, on: &page)
      drawRate(of: cluster, y: y, on: &page)
    }
  }

  /// The name, without the word for a cluster where it does not fit with it: the heading says that.
  private func shortName(of cluster: ProgressOverview.Cluster) -> String {
    let name = overview.name(of: cluster)[language]
    let word = "产业集群"
    let isLong = TypeWidth.of(name, size: 13, isBold: true) > 156
    return isLong && name.hasSuffix(word) && name != word ? String(name.dropLast(word.count)) : name
  }

  private func drawSigns(
    of cluster: ProgressOverview.Cluster,
    y: Double,
    on page: inout Plate.Page
  ) {
    let count = cluster.items.count
    guard count <= ProgressOverview.mostSigns else { return drawCounts(of: cluster, y, on: &page) }
    let isLarge = count <= 24
    let (pitch, inRow, line, radius) = isLarge ? (19.5, 12, 20.0, 6.2) : (11.7, 20, 14.0, 4.0)
    for (place, item) in cluster.items.enumerated() {
      LightSign.draw(
        item.status.light,
        x: 197 + Double(place % inRow) * pitch,
        y: y + 15 + Double(place / inRow) * line,
        radius: radius,
        isMissing: !item.missing.isEmpty,
        tooltip: tooltip(of: item),
        meaning:
          "item \(item.number) \(item.status.light)\(item.missing.isEmpty ? "" : " missing")",
        on: &page
      )
    }
  }

  /// How many there are of each light, where there are too many to be shown.
  private func drawCounts(
    of cluster: ProgressOverview.Cluster,
    _ y: Double,
    on page: inout Plate.Page
  ) {
    let lights = LightCounts(cluster.items.map(\.status.light))
    for (place, light) in LightCounts.order.reversed().enumerated() {
      let x = 197 + Double(place) * 58
      LightSign.draw(light, x: x, y: y + 15, radius: 6, on: &page)
      page.write(
        "\(lights[light])",
        x: x + 11,
        y: y + 20,
        size: 13,
        isBold: true,
        color: LightSign.textColor(of: light),
        meaning: "count \(light)"
      )
    }
    let missing = cluster.items.count { !$0.missing.isEmpty }
    page.write(
      say(
        "\(cluster.items.count) 项，未报 \(missing)",
        "\(cluster.items.count) items, \(missing) not reported"
      ),
      x: 190,
      y: y + 40,
      size: 10.5,
      color: LightSign.quiet
    )
  }

  /// What is said of an item under the pointer.
  private func tooltip(of item: ProgressOverview.Item) -> String {
    let name = overview.loop.cell(ofItem: item.item).text(in: language)
    let light = LightSign.word(item.status.light)[language]
    let reasons = item.status.reasons.map { $0.cited[language] }
    return (["\(item.number) \(name)：\(light)"] + reasons).joined(separator: say("；", "; "))
  }

  private func drawRate(
    of cluster: ProgressOverview.Cluster,
    y: Double,
    on page: inout Plate.Page
  ) {
    let total = cluster.total
    guard let rate = total.rate, let time = total.time, let behind = total.behind else {
      page.write(
        say("无年度计划", "no plan for the year"),
        x: Self.leftEnd,
        y: y + 20,
        size: 10.5,
        color: LightSign.quiet,
        anchor: .end
      )
      return
    }
    let (x, width) = (448.0, 122.0)
    func share(_ ratio: Ratio) -> Double { min(1, max(0, (Double(ratio.shown) ?? 0) / 100)) }
    page.add(.box(x: x, y: y + 9, width: width, height: 11), fill: Theme.Color(0xE3E7EA))
    page.add(.box(x: x, y: y + 9, width: width * share(rate), height: 11), fill: LightSign.bar)
    let mark = x + width * share(time)
    page.add(
      .line([Plate.Point(mark, y + 5), Plate.Point(mark, y + 24)]),
      stroke: LightSign.late,
      strokeWidth: 2
    )
    page.write(
      "\(rate.shown)%",
      x: Self.leftEnd,
      y: y + 20,
      size: 13,
      isBold: true,
      color: LightSign.ink,
      anchor: .end
    )
    page.write(
      "\(total.value) / \(total.plan) " + "万元",
      x: x,
      y: y + 38,
      size: 10,
      color: LightSign.quiet
    )
    page.write(
      gapText(behind),
      x: Self.leftEnd,
      y: y + 38,
      size: 10.5,
      color: LightSign.ink,
      anchor: .end
    )
  }

  /// The red ones: why, by which lines, who leads, who answers for it on the day.
  func drawRed(
    _ items: [ProgressOverview.Item],
    in column: Column,
    from top: Double,
    on page: inout Plate.Page
  ) {
    let all = overview.red.count
    drawHeading(
      say("滞后 \(all) 项", "behind: \(all)"),
      all == 0 ? nil : say("原因（依据行） · 牵头单位 · 责任领导", "reasons (lines), lead departments, leaders"),
      x: column.x,
      end: column.end,
      y: top + 5,
      color: all > 0 ? LightSign.late : LightSign.ink,
      on: &page
    )
    guard all > 0 else {
      return page.write(
        say("没有滞后的事项", "nothing is behind"),
        x: column.x,
        y: top + 34,
        size: 11,
        color: LightSign.quiet
      )
    }
    let height = 42.5
    for (place, item) in items.enumerated() {
      let y = top + 15 + Double(place) * height
      drawRule(x: column.x, end: column.end, y: y + height, on: &page)
      LightSign.draw(
        .red,
        x: column.x + 8,
        y: y + 15,
        radius: 6.2,
        isMissing: !item.missing.isEmpty,
        tooltip: tooltip(of: item),
        meaning: "red \(item.number)",
        on: &page
      )
      let leads = item.leads.isEmpty ? say("无牵头单位", "no lead") : names(item.leads)
      let leaders = item.leaders.isEmpty ? say("责任领导空缺", "no leader") : names(item.leaders)
      drawLine(
        overview.loop.cell(ofItem: item.item).text(in: language),
        (12, true, LightSign.ink),
        leads,
        in: column,
        y: y + 18,
        on: &page
      )
      let space = room(beside: leaders, in: column)
      let reasons = reasons(of: item, within: space)
      drawLine(reasons, (10, false, LightSign.late), leaders, in: column, y: y + 34, on: &page)
    }
  }

  private static let most = 200.0

  /// How wide a text may be beside the names on the right.
  private func room(beside names: String, in column: Column) -> Double {
    let x = column.x + 24
    return column.end - x - 14 - min(Self.most, TypeWidth.of(names, size: 10))
  }

  /// Why an item is behind, with the lines that say so where they fit; they all stand under the pointer, and in
  /// the list.
  private func reasons(of item: ProgressOverview.Item, within width: Double) -> String {
    let separator = say("；", "; ")
    let cited = item.status.reasons.map { $0.ownCited[language] }.joined(separator: separator)
    guard TypeWidth.of(cited, size: 10) > width else { return cited }
    return item.status.reasons.map { $0.ownText[language] }.joined(separator: separator)
  }

  /// A line of a red item: a text on the left, names on the right.
  private func drawLine(
    _ text: String,
    _ look: (size: Double, isBold: Bool, color: Theme.Color),
    _ names: String,
    in column: Column,
    y: Double,
    on page: inout Plate.Page
  ) {
    page.write(
      text,
      x: column.x + 24,
      y: y,
      size: look.size,
      isBold: look.isBold,
      color: look.color,
      within: room(beside: names, in: column)
    )
    page.write(
      names,
      x: column.end,
      y: y,
      size: 10,
      color: LightSign.ink,
      anchor: .end,
      within: Self.most
    )
  }

  /// What each department owed and gave, and all together. Where some stand on a further sheet, a row says so;
  /// `isWhole` is of that sheet.
  func drawDepartments(
    _ departments: [ProgressOverview.Department],
    in column: Column,
    from top: Double,
    isWhole: Bool,
    on page: inout Plate.Page
  ) {
    drawHeading(
      say("\(overview.period) 报送，按单位", "reports of \(overview.period) by department"),
      x: column.x,
      end: column.end,
      y: top + 5,
      on: &page
    )
    let heads = [
      say("应报", "expected"), say("已报", "reported"), say("按时", "on time"), say("未报", "missing"),
    ]
    for (x, head) in zip(numberEnds(in: column), heads) {
      page.write(head, x: x, y: top + 29, size: 10, color: LightSign.quiet, anchor: .end)
    }
    var y = top + 47
    for department in departments {
      let name = overview.loop.cell(ofParty: department.party).text(in: language)
      drawDepartment(name, department, in: column, y: y, isBold: false, on: &page)
      y += 17.5
    }
    let others = overview.departments.count - departments.count
    if !isWhole, others > 0 {
      page.write(
        say("另 \(others) 家见后页，合计含各家", "\(others) more on a further page, in the total here"),
        x: column.x,
        y: y,
        size: 10,
        color: LightSign.quiet,
        meaning: "page"
      )
      y += 17.5
    }
    guard departments.last?.party == overview.departments.last?.party || !isWhole else { return }
    drawRule(x: column.x, end: column.end, y: y - 12, on: &page)
    drawDepartment(
      say("合计", "total"),
      overview.reports,
      in: column,
      y: y + 2,
      isBold: true,
      on: &page
    )
    page.write(
      overview.reportsNote[language],
      x: column.x + 62,
      y: y + 2,
      size: 9.5,
      color: LightSign.quiet,
      within: 150
    )
  }

  /// Where the numbers of a department end.
  private func numberEnds(in column: Column) -> [Double] {
    [176.5, 116.5, 58.5, 0].map { column.end - $0 }
  }

  private func drawDepartment(
    _ name: String,
    _ own: ProgressOverview.Department,
    in column: Column,
    y: Double,
    isBold: Bool,
    on page: inout Plate.Page
  ) {
    page.write(
      name,
      x: column.x,
      y: y,
      size: 11,
      isBold: isBold,
      color: LightSign.ink,
      within: 200,
      meaning: isBold ? "total reports" : "department \(name)"
    )
    for (x, number) in zip(
      numberEnds(in: column),
      [own.expected, own.reported, own.onTime, own.missing]
    ) {
      let isMissing = x == column.end && number > 0
      page.write(
        "\(number)",
        x: x,
        y: y,
        size: 11.5,
        isBold: isBold || isMissing,
        color: isMissing ? LightSign.late : LightSign.ink,
        anchor: .end
      )
    }
  }
}
