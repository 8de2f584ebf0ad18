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
  /// Of so many departments all stand on the first sheet; of more, one row says where the others are.
  static let mostDepartments = 5

  /// A half of a sheet.
  struct Column {
    let x: Double
    let end: Double

    /// Those of the first sheet, and of one on which clusters go on.
    static let first = [Column(x: left, end: leftEnd), Column(x: rightStart, end: right)]
    /// Those of a further sheet, where both hold the same.
    static let further = [Column(x: left, end: 545), Column(x: 577, end: right)]
  }

  /// What stands in a column of a further sheet.
  private enum Block {
    case clusters([ProgressOverview.Cluster])
    case departments([ProgressOverview.Department])
    case red([ProgressOverview.Item])
  }

  package init(_ overview: ProgressOverview, _ language: Language) {
    (self.overview, self.language) = (overview, language)
  }

  /// The wording in the language of the picture.
  func say(_ zh: String, _ en: String) -> String { BilingualText(zh: zh, en: en)[language] }

  package func plate() -> Plate {
    let clusters = Self.parts(overview.clusters, Self.clusterRows)
    let red = Self.parts(overview.red, Self.redRows)
    let sheets = furtherSheets(clusters.dropFirst(), red.dropFirst())
    let count = sheets.count + 1
    var first = Plate.Page()
    drawHead(0, of: count, on: &first)
    drawFigures(on: &first)
    drawClusters(clusters.first ?? [], from: 136, on: &first)
    drawMonths(on: &first)
    drawRed(red.first ?? [], in: Column.first[1], from: 136, on: &first)
    drawDepartments(shownDepartments, in: Column.first[1], from: 592, isWhole: false, on: &first)
    var pages = [first]
    for (number, sheet) in sheets.enumerated() {
      var page = Plate.Page()
      drawHead(number + 1, of: count, on: &page)
      for (column, block) in sheet {
        switch block {
        case .clusters(let clusters): drawClusters(clusters, from: 76, on: &page)
        case .departments(let all):
          drawDepartments(all, in: column, from: 76, isWhole: true, on: &page)
        case .red(let items): drawRed(items, in: column, from: 76, on: &page)
        }
      }
      pages.append(page)
    }
    return Plate(title: overview.title(label)[language], language: language, pages: pages)
  }

  /// The departments that stand on the first sheet: all, or as many as leave room to say where the others are.
  private var shownDepartments: [ProgressOverview.Department] {
    let all = overview.departments
    return all.count <= Self.mostDepartments
      ? all : Array(all.prefix(Self.mostDepartments - 1))
  }

  /// What the first sheet does not hold, two columns a sheet. Departments that do not all stand on the first
  /// sheet stand on a further one together.
  private func furtherSheets(
    _ clusters: ArraySlice<[ProgressOverview.Cluster]>,
    _ red: ArraySlice<[ProgressOverview.Item]>
  ) -> [[(Column, Block)]] {
    let all = overview.departments
    let rows = Self.parts(all, (Self.furtherDepartments, Self.furtherDepartments))
    let departments = all.count <= Self.mostDepartments ? [] : rows
    var rest = (departments.map { Block.departments($0) } + red.map { Block.red($0) })[...]
    var sheets: [[(Column, Block)]] = []
    // Clusters are wider than half a sheet, and stand on the left.
    for part in clusters {
      sheets.append([(Column.first[0], .clusters(part))])
      if let next = rest.popFirst() { sheets[sheets.count - 1].append((Column.first[1], next)) }
    }
    while let left = rest.popFirst() {
      sheets.append([(Column.further[0], left)])
      if let next = rest.popFirst() { sheets[sheets.count - 1].append((Column.further[1], next)) }
    }
    return sheets
  }

  /// How many departments a column of a further sheet holds.
  private static let furtherDepartments = 34

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
