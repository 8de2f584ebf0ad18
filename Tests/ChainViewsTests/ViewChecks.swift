import Bilingual
import ChainDrawing
import ChainModel
import ChainQueries
import ChainViews
import GraphKernel
import Testing

/// Holds a picture against its list.
struct ViewChecks {
  let view: ChainView
  let graph: ChainGraph
  let label: Comment

  init(_ view: ChainView, _ graph: ChainGraph, _ label: String) {
    self.view = view
    self.graph = graph
    self.label = Comment(rawValue: label)
  }

  /// The rows of the list, each by the keys of its columns.
  var rows: [[String: Cell]] {
    guard case .table(let table)? = view.list.sections.first?.content else { return [] }
    return table.rows.map { row in
      Dictionary(zip(table.columns.map(\.key), row), uniquingKeysWith: { first, _ in first })
    }
  }

  func text(_ row: [String: Cell], _ key: String) -> String { row[key]?.text(in: .zh) ?? "" }

  func ids(_ row: [String: Cell], _ key: String) -> [String] {
    guard case .list(let cells)? = row[key] else { return [] }
    return cells.compactMap { cell in
      guard case .node(let node) = cell else { return nil }
      return node.id
    }
  }

  func cards(in column: String) -> [Card] { view.picture.cards.filter { $0.column == column } }

  /// All whole numbers of a text, in order.
  static func numbers(in text: String) -> [Int] {
    text.split { !("0"..."9").contains($0) }.compactMap { Int($0) }
  }

  func expectSoundPicture() {
    let picture = view.picture
    let ids = picture.cards.map(\.id)
    #expect(Set(ids).count == ids.count, label)
    for link in picture.links {
      #expect(ids.contains(link.from) && ids.contains(link.to), label)
      #expect(link.from != link.to, label)
    }
    let columns = Set(picture.columns.map(\.id))
    #expect(columns.isSuperset(of: picture.cards.map(\.column)), label)
    for column in picture.columns {
      #expect(Self.numbers(in: column.note) == [cards(in: column.id).count], label)
    }
    let numbers = rows.indices.map { $0 + 1 }
    if picture.name == "responsibility" {
      #expect(rows.map { text($0, "number") } == numbers.map(String.init), label)
    }
  }

  func expectPanorama(of cluster: NodeIndex, mostLines: Int, showsImpliedFlows: Bool) {
    let picture = view.picture
    let chain = graph.chain(of: cluster)
    let gaps = chain.gaps()
    let rows = rows
    #expect(picture.cards.map(\.id) == rows.map { text($0, "id") }, label)
    #expect(Set(rows.map { text($0, "id") }) == Set(chain.segments.map { graph.id(of: $0) }), label)
    // The numbers on the cards are the places in the list of gaps.
    let badges = picture.cards.compactMap { card in card.badge.map { ($0, card.id) } }
    let ranked = gaps.enumerated().map { ("\($0 + 1)", graph.id(of: $1.segment)) }
    #expect(
      Dictionary(badges, uniquingKeysWith: { a, _ in a })
        == Dictionary(ranked, uniquingKeysWith: { a, _ in a }),
      label
    )
    for (card, row) in zip(picture.cards, rows) {
      #expect(text(row, "number") == card.badge ?? "", label)
      #expect(card.heading == text(row, "name"), label)
      guard case .word(let coverage, _)? = row["coverage"], case .word(let stage, _)? = row["stage"]
      else {
        Issue.record(label)
        continue
      }
      #expect(card.style.rawValue == coverage && card.column == stage, label)
      #expect((card.badge != nil) == (coverage == "missing"), label)
      let isBreak = row["pattern"] == .word(key: "break", label: GapPattern.break.label)
      #expect((card.prominence == .urgent) == isBreak, label)
      let actors = ids(row, "enterprises") + ids(row, "projects")
      #expect(card.lines.count == min(actors.count, mostLines), label)
      if actors.count > mostLines {
        let hidden = Self.numbers(in: card.lines.last?.text ?? "")
        #expect(hidden == [actors.count - mostLines + 1], label)
      }
    }
    // What is not drawn is counted.
    let drawable = chain.flows.count { $0.source != $0.target }
    let hidden = picture.footnotes.filter { $0.contains("--all-flows") }
      .flatMap { Self.numbers(in: $0).prefix(1) }.reduce(0, +)
    #expect(picture.links.count + hidden == drawable, label)
    if showsImpliedFlows { #expect(hidden == 0, label) }
    expectFigures(rows, gaps)
  }

  private func expectFigures(_ rows: [[String: Cell]], _ gaps: [Gap]) {
    let counts = Coverage.allCases.map { state in
      rows.count { $0["coverage"] == .word(key: state.rawValue, label: state.label) }
    }
    let covered = rows.count - (counts.last ?? 0)
    let share = rows.isEmpty ? 0 : Double(covered) * 100 / Double(rows.count)
    let percent = Int(share.rounded())
    let breaks = gaps.count { $0.pattern == .break }
    let isChinese = view.picture.language == "zh"
    let head = isChinese ? [rows.count, covered, percent] : [covered, rows.count, percent]
    let figures = Self.numbers(in: view.picture.subtitle).prefix(9)
    #expect(Array(figures) == head + counts + [breaks], label)
  }

  func expectResponsibility() {
    let picture = view.picture
    let rows = rows
    #expect(cards(in: "item").map(\.id) == rows.map { text($0, "id") }, label)
    let columns = ["leader": "accountable", "lead": "lead", "responsible": "responsible"]
    for (column, key) in columns {
      let listed = Set(rows.flatMap { ids($0, key) }.compactMap { graph.node(id: $0) })
      let drawn = cards(in: column).map(\.heading)
      #expect(drawn.sorted() == listed.map { graph.name(of: $0) }.sorted(), label)
    }
    let said = rows.map { row in columns.values.map { ids(row, $0).count }.reduce(0, +) }
    #expect(picture.links.count == said.reduce(0, +), label)
    for (number, (row, count)) in zip(rows, said).enumerated() {
      let links = picture.links.filter { $0.tint == number }
      #expect(links.count == count, label)
      #expect(links.allSatisfy { [$0.from, $0.to].contains(text(row, "id")) }, label)
    }
    let leaders = Set(rows.flatMap { ids($0, "accountable") })
    let departments = Set(rows.flatMap { ids($0, "lead") + ids($0, "responsible") })
    let figures = Self.numbers(in: picture.subtitle)
    #expect(figures == [rows.count, leaders.count, departments.count], label)
  }
}
