import ChainDrawing
import ChainModel
import ChainQueries
import ChainViews
import GraphKernel
import Testing

/// How a flow network hangs together: cards against sets, by definitions of their own.
extension ViewChecks {
  /// The segments of the network that was asked about.
  private var scope: Set<String> {
    Set(graph.flowNetwork(of: request.subjects.first).segments.map { graph.id(of: $0) })
  }

  func expectChokepoints() {
    let numbered = picture.cards.filter { $0.badge != nil }
    #expect(numbered.allSatisfy { $0.prominence == .focus }, label)
    let drawn = Set(picture.cards.map(\.id))
    #expect(drawn.isSubset(of: scope), label)
    for (position, row) in rows.enumerated() {
      let lost = [ids(row, "blocked"), ids(row, "cutOff")]
      #expect(drawn.isSuperset(of: lost.joined()), label)
      let said = Self.numbers(in: card(ofRow: position)?.lines.first?.text ?? "")
      #expect(said == lost.map(\.count).filter { $0 > 0 }, label)
      // What falls off, by a search without the segment.
      let others = scope.subtracting([id(row)])
      let largest = pieces(of: scope).first { $0.contains(id(row)) }?.subtracting([id(row)]) ?? []
      let parts = pieces(of: others.intersection(largest)).map(\.count)
      #expect(lost[1].count == parts.reduce(0, +) - (parts.max() ?? 0), label)
    }
    let bridges = picture.links.filter { $0.prominence == .focus }
    #expect(bridges.count == rows(of: "bridges").count, label)
    for link in bridges {
      let without = pieces(of: scope) { Set($0) == [link.from, link.to] }
      #expect(without.count == pieces(of: scope).count + 1, label)
    }
    #expect(
      figures == [
        rows.count, rows.count { !ids($0, "blocked").isEmpty },
        rows.count { !ids($0, "cutOff").isEmpty }, bridges.count, rows(of: "cuts").count,
      ],
      label
    )
  }

  func expectBetweenness() {
    #expect(Set(picture.cards.map(\.id)) == Set(rows.map { id($0) }), label)
    #expect(picture.cards.count { $0.prominence == .focus } == 1, label)
    for (position, row) in rows.enumerated() {
      let value = text(row, "betweenness")
      #expect(card(ofRow: position)?.lines.first?.text.hasSuffix(" " + value) == true, label)
    }
    #expect(figures.first == rows.count, label)
    expectStepsAlongFlow()
  }

  func expectCores() {
    #expect(Set(picture.cards.map(\.id)) == scope, label)
    let numbers = rows.map { number($0, "core") ?? 0 }
    let most = numbers.max() ?? 0
    for (position, core) in numbers.enumerated() {
      let card = card(ofRow: position)
      #expect(card?.tag?.hasSuffix(" \(core)") == true, label)
      #expect((card?.prominence == .focus) == (core == most), label)
    }
    #expect(figures == [rows.count, most, numbers.count { $0 == most }], label)
    // Each of the innermost core is joined to at least as many others of it as its number says.
    let inside = Set(picture.cards.filter { $0.prominence == .focus }.map(\.id))
    for id in inside {
      let joined = Set(
        picture.links.map { Set([$0.from, $0.to]) }
          .filter { $0.contains(id) && $0.isSubset(of: inside) }
      )
      #expect(joined.count >= most, label)
    }
    expectStepsAlongFlow()
  }

  func expectComponents() {
    #expect(Set(picture.cards.map(\.id)) == scope, label)
    let listed = Set(rows.map { Set(ids($0, "segments")) })
    #expect(listed == Set(pieces(of: scope)), label)
    let drawn = Dictionary(grouping: picture.cards) { $0.badge }.values.map { Set($0.map(\.id)) }
    #expect(Set(drawn) == listed, label)
    let cycles = Dictionary(grouping: picture.cards.filter { $0.tag != nil }) { $0.tag }.values
    #expect(
      Set(cycles.map { Set($0.map(\.id)) })
        == Set(
          rows(of: "cycles").map {
            Set(ids($0, "segments"))
          }
        ),
      label
    )
    // Those of a cycle stand in one column.
    #expect(cycles.allSatisfy { Set($0.map(\.column)).count == 1 }, label)
    #expect(figures == [rows.count, cycles.count], label)
    expectStepsAlongFlow()
  }

  /// A flow to an earlier column is drawn as feedback, and no other; every flow is drawn.
  private func expectStepsAlongFlow() {
    let columns = Dictionary(
      picture.cards.map { ($0.id, Int($0.column) ?? 0) },
      uniquingKeysWith: { first, _ in first }
    )
    for link in picture.links {
      let isBackward = columns[link.from, default: 0] > columns[link.to, default: 0]
      #expect((link.style == .feedback) == isBackward, label)
    }
    let nodes = picture.cards.compactMap { graph.node(id: $0.id) }
    let flows = nodes.flatMap { graph.relations(of: $0, at: .source, .flow) }
      .filter { $0.source != $0.target && nodes.contains($0.target) }
    #expect(picture.links.count == flows.count, label)
  }

  /// The pieces into which the flows join `ids`, by joining sets until nothing changes.
  private func pieces(
    of ids: Set<String>,
    without isOut: ([String]) -> Bool = { _ in false }
  ) -> [Set<String>] {
    let flows = ids.compactMap { graph.node(id: $0) }
      .flatMap { graph.relations(of: $0, at: .source, .flow) }
      .map { ends($0) }
      .filter { ids.contains($0[1]) && !isOut($0) }
    var pieces = ids.map { Set([$0]) }
    for flow in flows {
      let joined = pieces.filter { !$0.isDisjoint(with: flow) }
      guard joined.count > 1 else { continue }
      pieces = pieces.filter { $0.isDisjoint(with: flow) } + [joined.reduce([]) { $0.union($1) }]
    }
    return pieces
  }
}
