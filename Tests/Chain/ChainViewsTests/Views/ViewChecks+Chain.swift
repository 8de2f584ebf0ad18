import Bilingual
import ChainDrawing
import ChainModel
import ChainQueries
import ChainViews
import GraphKernel
import Testing

/// Chains: panorama and ways.
extension ViewChecks {
  func expectPanorama() {
    guard let cluster = request.subjects.first else { return }
    let chain = graph.chain(of: cluster)
    let stages = request.options.stages.map(\.rawValue)
    let seen = picture.cards.filter { stages.isEmpty || stages.contains($0.column) }
    let rows = rows
    #expect(Set(picture.cards.map(\.id)) == Set(chain.segments.map { graph.id(of: $0) }), label)
    #expect(seen.map(\.id) == rows.map { id($0) }, label)
    for (card, row) in zip(seen, rows) {
      #expect(card.heading == text(row, "name") && card.column == word(row, "stage"), label)
      expectVerdict(of: card, in: row, chain)
      expectLines(of: card, ids(row, "enterprises") + ids(row, "projects"))
    }
    for card in picture.cards where !seen.contains(card) {
      #expect(card.prominence == .faded && card.badge == nil && card.lines.isEmpty, label)
    }
    expectTags()
    expectFlows(of: chain)
    for link in picture.links {
      let isSeen = [link.from, link.to].allSatisfy { id in seen.contains { $0.id == id } }
      #expect((link.prominence == .faded) == !isSeen, label)
    }
    expectHeadLine(of: chain)
  }

  /// A card names its actors, or some of them and how many more there are.
  private func expectLines(of card: Picture.Card, _ actors: [String]) {
    let most = request.options.mostLines
    #expect(card.lines.count == min(actors.count, most), label)
    let names = Set(actors.compactMap { graph.node(id: $0) }.map { graph.name(of: $0) })
    let named = actors.count > most ? card.lines.dropLast() : card.lines[...]
    for line in named {
      let text = line.text.hasPrefix("≈") ? String(line.text.dropFirst()) : line.text
      #expect(names.contains { text.hasPrefix($0) }, "\(line.text): \(label.rawValue)")
      expectMark(line, on: card)
    }
    if actors.count > most {
      #expect(Self.numbers(in: card.lines.last?.text ?? "") == [actors.count - most + 1], label)
    }
  }

  /// A name has its mark where nothing but general knowledge puts it on the segment or a part of it.
  private func expectMark(_ line: Picture.Line, on card: Picture.Card) {
    guard let segment = graph.node(id: card.id) else { return }
    let places = [segment] + graph.parts(of: segment).map(\.node)
    let stated = places.flatMap { graph.relations(of: $0, at: .target, .presence) }
      .filter { $0.origin.basis == .document }.map { graph.name(of: $0.source) }
    let isMarked = line.text.hasPrefix("≈")
    // A project's name goes on with its status.
    let isStated = stated.contains { line.text == $0 || line.text.hasPrefix($0 + "（") }
    #expect(!(isMarked && isStated), "\(line.text): \(label)")
    if line.role == .normal || line.role == .emphasis {
      #expect(isMarked || stated.contains(line.text), "\(line.text): \(label)")
    }
  }

  /// Every flow is drawn, or counted as one that a longer way implies; what a document states is
  /// always drawn, and so is every return, as what comes back.
  func expectFlows(of chain: Chain) {
    let returns = returns(in: chain)
    let flows = (chain.flows + returns).filter { $0.source != $0.target }
    let all = Self.count(flows.map { ends($0) })
    let kept = flows.filter { $0.origin.basis == .document || returns.contains($0) }
    let drawn = Self.count(picture.links.map { [$0.from, $0.to] })
    for (ends, count) in drawn { #expect(count <= all[ends, default: 0], label) }
    for (ends, count) in Self.count(kept.map { ends($0) }) {
      #expect(drawn[ends, default: 0] >= count, label)
    }
    let hidden = picture.footnotes.filter { $0.contains("--all-flows") }
      .flatMap { Self.numbers(in: $0).prefix(1) }.reduce(0, +)
    #expect(picture.links.count + hidden == flows.count, label)
    if request.options.showsAllFlows { #expect(hidden == 0, label) }
    let back = Self.count(picture.links.filter { $0.style == .feedback }.map { [$0.from, $0.to] })
    for (ends, count) in Self.count(returns.filter { $0.source != $0.target }.map { ends($0) }) {
      #expect(back[ends, default: 0] >= count, label)
    }
    let gaps = Set(chain.segments.filter { isGap($0) }.map { graph.id(of: $0) })
    for link in picture.links where link.style != .feedback {
      let touchesGap = gaps.contains(link.from) || gaps.contains(link.to)
      #expect((link.style == .gap) == touchesGap, label)
    }
  }

  private func returns(in chain: Chain) -> [Relation] {
    chain.segments.flatMap { graph.relations(of: $0, at: .source, .return) }
      .filter { chain.segments.contains($0.target) }
  }

  // MARK: Ways

  func expectReach() {
    guard let start = request.subjects.first else { return }
    let isUpstream = request.name == .upstream
    let rows = rows
    let distances = distances(from: start, isUpstream: isUpstream)
    let listed = Dictionary(
      rows.map { (id($0), number($0, "distance")) },
      uniquingKeysWith: { first, _ in first }
    )
    let depth = request.options.depth ?? .max
    #expect(listed == distances.filter { (1...depth).contains($0.value ?? 0) }, label)
    let centre = card(graph.id(of: start))
    #expect(centre?.column == "0" && centre?.prominence == .focus && centre?.badge == nil, label)
    #expect(picture.cards.count == rows.count + 1, label)
    for (position, row) in rows.enumerated() {
      #expect(card(ofRow: position)?.column == text(row, "distance"), label)
    }
    let most = listed.values.compactMap { $0 }.max() ?? 0
    let columns = (0...most).map(String.init)
    #expect(picture.columns.map(\.id) == (isUpstream ? columns.reversed() : columns), label)
    expectFlowsAmongCards()
    expectBackwards { isUpstream ? $0 > $1 : $0 < $1 }
    #expect(figures.prefix(2) == [rows.count, most], label)
    let says = picture.subtitle.contains(picture.language == "zh" ? "循环" : "cycle")
    // A start on a cycle is fed by itself, or by something that it feeds.
    let fed = self.distances(from: start, isUpstream: false)
    let comesBack = self.flows(from: start, at: .target).contains {
      $0.source == start || fed.keys.contains(graph.id(of: $0.source))
    }
    #expect(says == comesBack, label)
  }

  /// The flows of a node, and what comes back where that is asked for.
  private func flows(
    from node: NodeIndex,
    at end: RelationDefinition.End = .source
  ) -> [Relation] {
    let flows = graph.relations(of: node, at: end, .flow)
    return request.options.followsReturns
      ? flows + graph.relations(of: node, at: end, .return) : flows
  }

  /// The steps from the start to everything on its way, by a plain search.
  private func distances(from start: NodeIndex, isUpstream: Bool) -> [String: Int?] {
    var distances = [start: 0]
    var queue = [start]
    while !queue.isEmpty {
      let node = queue.removeFirst()
      for flow in flows(from: node, at: isUpstream ? .target : .source) {
        let next = isUpstream ? flow.source : flow.target
        guard distances[next] == nil else { continue }
        distances[next] = (distances[node] ?? 0) + 1
        queue.append(next)
      }
    }
    distances[start] = nil
    return Dictionary(
      distances.map { (graph.id(of: $0), $1) },
      uniquingKeysWith: { first, _ in first }
    )
  }

  /// The links are all flows between two different cards, each once.
  private func expectFlowsAmongCards() {
    let nodes = picture.cards.compactMap { graph.node(id: $0.id) }
    let flows = nodes.flatMap { self.flows(from: $0) }
      .filter { $0.source != $0.target && nodes.contains($0.target) }
    let drawn = picture.links.map { [$0.from, $0.to] }
    #expect(Self.count(drawn) == Self.count(flows.map { ends($0) }), label)
  }

  /// A flow against the columns is drawn as feedback, and what comes back; no other.
  private func expectBackwards(_ isBackward: (Int, Int) -> Bool) {
    let columns = Dictionary(
      picture.cards.map { ($0.id, Int($0.column) ?? 0) },
      uniquingKeysWith: { first, _ in first }
    )
    for link in picture.links {
      let (from, to) = (columns[link.from, default: 0], columns[link.to, default: 0])
      // Upstream the columns count down to the start.
      let isBackward = isBackward(to, from)
      let kinds = Set(
        graph.node(id: link.from).map { flows(from: $0) }?
          .filter { graph.id(of: $0.target) == link.to }
          .map { graph.ontology[$0.kind]?.semantics } ?? []
      )
      // Where something is supplied and comes back as well, the two are drawn each in its way.
      let isEither = kinds.count == 2 && !isBackward
      let isFeedback = isBackward || kinds == [.return]
      #expect(isEither || (link.style == .feedback) == isFeedback, label)
    }
  }

  func expectPaths() {
    guard request.subjects.count == 2 else { return }
    let (start, end) = (request.subjects[0], request.subjects[1])
    let found = graph.flowPaths(
      from: start,
      to: end,
      limit: request.options.limit,
      withReturns: request.options.followsReturns
    )
    let paths = found.paths.map { $0.map { graph.id(of: $0) } }
    let rows = rows
    #expect(Set(rows.map { id($0) }) == Set(paths.joined()), label)
    #expect(picture.cards.count == rows.count, label)
    for (position, row) in rows.enumerated() {
      let on = paths.enumerated().filter { $0.element.contains(id(row)) }.map { $0.offset + 1 }
      #expect(row["paths"] == .list(on.map { .number($0) }), label)
      let card = card(ofRow: position)
      #expect(card?.column == text(row, "distance"), label)
      let isEnd = [start, end].contains { graph.id(of: $0) == id(row) }
      #expect((card?.prominence == .focus) == isEnd, label)
      let least = paths.compactMap { $0.firstIndex(of: id(row)) }.min() ?? 0
      if id(row) != graph.id(of: end) { #expect(number(row, "distance") == least, label) }
    }
    let columns = rows.compactMap { number($0, "distance") }
    #expect(rows.last.map { number($0, "distance") } == columns.max(), label)
    #expect(card(graph.id(of: end))?.column == columns.max().map(String.init), label)
    let steps = Set(paths.flatMap { path in zip(path, path.dropFirst()).map { [$0, $1] } })
    let flows = steps.flatMap { step in
      graph.node(id: step[0]).map { self.flows(from: $0) }?
        .filter { graph.id(of: $0.target) == step[1] } ?? []
    }
    let drawn = picture.links.map { [$0.from, $0.to] }
    #expect(Self.count(drawn) == Self.count(flows.map { ends($0) }), label)
    expectBackwards { $0 < $1 }
    let lengths = paths.map { $0.count - 1 }
    #expect(figures == [paths.count, lengths.min() ?? 0, lengths.max() ?? 0], label)
    #expect(picture.subtitle.contains("--limit") == found.isCut, label)
  }
}
