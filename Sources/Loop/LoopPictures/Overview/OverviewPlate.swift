package import Bilingual
package import ChainDrawing
import ChainLoop
import ProgressLoop

/// Lays 进度总览 out on one A4 sheet; what does not fit goes on further sheets, which each say which of how
/// many they are.
package struct OverviewPlate {
  let overview: ProgressOverview
  let language: Language

  static let left = 28.0
  static let right = 1094.5
  /// Where the left half ends and the right half begins.
  static let leftEnd = 640.0
  static let rightStart = 672.0
  /// How many rows the first sheet holds, and a further one.
  static let clusterRows = (first: 9, further: 12)
  static let redRows = (first: 10, further: 15)
  static let departmentRows = (first: 5, further: 34)

  package init(_ overview: ProgressOverview, _ language: Language) {
    (self.overview, self.language) = (overview, language)
  }

  /// The wording in the language of the picture.
  func say(_ zh: String, _ en: String) -> String { BilingualText(zh: zh, en: en)[language] }

  package func plate() -> Plate {
    let clusters = Self.parts(overview.clusters, Self.clusterRows)
    let red = Self.parts(overview.red, Self.redRows)
    let departments = Self.parts(overview.departments, Self.departmentRows)
    let count = max(clusters.count, red.count, departments.count, 1)
    var pages: [Plate.Page] = []
    for number in 0..<count {
      var page = Plate.Page()
      drawHead(number, of: count, on: &page)
      if number == 0 {
        drawFigures(on: &page)
        drawClusters(clusters.first ?? [], from: 136, on: &page)
        drawMonths(on: &page)
        drawRed(red.first ?? [], from: 136, on: &page)
        drawDepartments(
          departments.first ?? [],
          from: 592,
          isLast: departments.count < 2,
          on: &page
        )
      } else {
        if number < clusters.count { drawClusters(clusters[number], from: 76, on: &page) }
        if number < red.count { drawRed(red[number], from: 76, on: &page) }
        // Where the red ones end there is room for what is left of the departments.
        if number < departments.count, number >= red.count {
          let isLast = number == departments.count - 1
          drawDepartments(departments[number], from: 76, isLast: isLast, on: &page)
        }
      }
      pages.append(page)
    }
    return Plate(title: overview.title(label)[language], language: language, pages: pages)
  }

  /// The rows by sheet.
  static func parts<Row>(_ rows: [Row], _ most: (first: Int, further: Int)) -> [[Row]] {
    var parts: [[Row]] = []
    var rest = rows[...]
    while !rest.isEmpty {
      let count = parts.isEmpty ? most.first : most.further
      parts.append(Array(rest.prefix(count)))
      rest = rest.dropFirst(count)
    }
    return parts
  }

  private var label: BilingualText { LoopQuestion.progress.definition.label }

  private func drawHead(_ number: Int, of count: Int, on page: inout Plate.Page) {
    page.write(
      overview.title(label)[language],
      x: Self.left,
      y: 42,
      size: 24,
      isBold: true,
      color: LightSign.ink,
      within: 700
    )
    page.write(
      say("报告期 \(overview.period)", "reports of \(overview.period)"),
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
    let notes = overview.sumNotes.map { $0[language] }
    page.write(
      overview.rulesNote[language],
      x: Self.left,
      y: 764,
      size: 9.5,
      color: LightSign.quiet,
      within: Self.right - Self.left
    )
    let foot = [overview.foldedNote(language)].compactMap { $0 } + notes
    page.write(
      (foot + [say("逐项见《进度清单》", "each item is in the list of progress")]).joined(
        separator: say("；", "; ")
      ),
      x: Self.left,
      y: 779,
      size: 9.5,
      color: LightSign.quiet,
      within: Self.right - Self.left - 90
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

  /// The heading of a part, with a word on the right, and a line below.
  func drawHeading(
    _ text: String,
    _ remark: String? = nil,
    x: Double,
    end: Double,
    y: Double,
    color: Theme.Color = LightSign.ink,
    on page: inout Plate.Page
  ) {
    page.write(text, x: x, y: y, size: 13, isBold: true, color: color)
    if let remark {
      page.write(remark, x: end, y: y, size: 10, color: LightSign.quiet, anchor: .end)
    }
    drawRule(x: x, end: end, y: y + 10, on: &page)
  }

  func drawRule(x: Double, end: Double, y: Double, on page: inout Plate.Page) {
    page.add(.line([Plate.Point(x, y), Plate.Point(end, y)]), stroke: LightSign.rule)
  }

  func names(_ parties: [Int]) -> String {
    overview.loop.cells(parties).text(in: language)
  }
}

extension ProgressOverview {
  /// How many signs of a cluster are drawn one by one.
  static let mostSigns = 60

  /// That clusters of many items show how many there are of each light.
  func foldedNote(_ language: Language) -> String? {
    guard clusters.contains(where: { $0.items.count > Self.mostSigns }) else { return nil }
    return BilingualText(
      zh: "事项太多的集群按灯合计",
      en: "of clusters with very many items the lights are counted"
    )[language]
  }
}
