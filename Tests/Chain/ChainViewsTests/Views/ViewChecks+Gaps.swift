import Bilingual
import ChainDrawing
import ChainModel
import ChainQueries
import ChainViews
import GraphKernel
import Testing

/// Gaps of a chain, and of all chains as a table of heat; and the segments of other verdicts alike.
extension ViewChecks {
  /// The verdicts that are listed.
  private var verdicts: Set<Verdict> {
    switch request.name {
    case .weak: [.short, .single]
    case .wanted: [.wanted]
    case .unknown: [.unknown]
    default: request.options.verdicts
    }
  }

  /// Nothing but gaps is headed as gaps.
  private func expectHeading() {
    let isGaps = request.name == .gaps && verdicts == [.missing, .lacking]
    #expect(view.title.zh.contains("缺链") == isGaps, label)
    #expect(view.list.title?.zh.contains("缺链") == isGaps, label)
  }

  func expectGaps() {
    guard let cluster = request.subjects.first else { return }
    let chain = graph.chain(of: cluster)
    let rows = rows
    expectHeading()
    #expect(Set(picture.cards.map(\.id)) == Set(chain.segments.map { graph.id(of: $0) }), label)
    let listed = chain.segments.filter { verdicts.contains(graph.verdict(of: $0)) }
    let ids = Set(listed.map { graph.id(of: $0) })
    #expect(Set(rows.map { id($0) }) == ids && rows.count == ids.count, label)
    expectRanks(rows)
    // In colour: what is listed, and what supplies it or is supplied by it.
    var coloured = ids
    for flow in chain.flows.map({ ends($0) }) where !ids.isDisjoint(with: flow) {
      coloured.formUnion(flow)
    }
    #expect(Set(picture.cards.filter { $0.prominence != .faded }.map(\.id)) == coloured, label)
    let starts = starts(of: chain)
    for (position, row) in rows.enumerated() {
      expectGap(row, of: chain, suppliedFrom: starts)
      guard let card = card(ofRow: position) else {
        Issue.record("row \(position + 1) has no card: \(label.rawValue)")
        continue
      }
      expectVerdict(of: card, in: row, chain)
    }
    for link in picture.links {
      let touches = ids.contains(link.from) || ids.contains(link.to)
      #expect((link.prominence == .faded) == (link.style == .feedback || !touches), label)
      #expect(
        verdicts != [.missing, .lacking] || (link.style == .gap) == (link.prominence != .faded),
        label
      )
    }
    expectTags()
    expectFlows(of: chain)
    expectHeadLine(of: chain)
  }

  // MARK: Rows

  /// What a row says of a segment, against the chain.
  private func expectGap(
    _ row: [String: Answer.Cell],
    of chain: Chain,
    suppliedFrom starts: [NodeIndex]
  ) {
    guard let segment = graph.node(id: id(row)) else { return }
    #expect(ids(row, "cluster") == [graph.id(of: chain.cluster)], label)
    #expect(word(row, "verdict") == graph.verdict(of: segment).rawValue, label)
    guard request.name != .unknown else {
      expectQuestion(row, of: segment, blocked(without: segment, in: chain, from: starts))
      return
    }
    let position = position(of: segment, in: chain)
    #expect(word(row, "position") == position, label)
    #expect(word(row, "measure") == measure(for: graph.verdict(of: segment), position), label)
    let fed = reached(from: segment, in: chain, isUpstream: false).filter { isPresent($0) }
    #expect(number(row, "feeds") == fed.count, label)
    let blocked = blocked(without: segment, in: chain, from: starts)
    #expect(number(row, "blocks") == blocked.count, label)
    let next = Set(chain.flows.filter { $0.source == segment }.map(\.target))
    let demand = next.subtracting([segment])
      .filter { isPresent($0) && !graph.assessment(of: $0).named.isEmpty }
    #expect(Set(ids(row, "demand")) == Set(demand.map { graph.id(of: $0) }), label)
    expectEvidence(row, of: segment)
  }

  /// What nobody has looked at is asked of its owners, by name, with what follows if it is missing.
  private func expectQuestion(
    _ row: [String: Answer.Cell],
    of segment: NodeIndex,
    _ blocked: Set<NodeIndex>
  ) {
    #expect(Set(ids(row, "blocks")) == Set(blocked.map { graph.id(of: $0) }), label)
    let question = text(row, "question")
    #expect(question.contains("“\(graph.name(of: segment))”"), label)
    let owners = graph.owners(of: segment).map { graph.id(of: $0.party) }
    #expect(Set(ids(row, "owners")).isSubset(of: owners), label)
    #expect(ids(row, "owners").isEmpty == owners.isEmpty, label)
    for owner in ids(row, "owners").compactMap({ graph.node(id: $0) }) {
      #expect(question.contains(graph.name(of: owner)), label)
    }
  }

  private func measure(for verdict: Verdict, _ position: String?) -> String? {
    switch (verdict, position) {
    case (.missing, "inner"), (.missing, "head"), (.lacking, "inner"), (.lacking, "head"): "fill"
    case (.missing, "tail"), (.lacking, "tail"): "extend"
    case (.short, _), (.single, _): "strengthen"
    case (.building, _): "track"
    default: nil
    }
  }

  /// No verdict without what it rests on: a gap has a survey, or a document that says so.
  private func expectEvidence(_ row: [String: Answer.Cell], of segment: NodeIndex) {
    let natures = natures(row)
    #expect(natures.count == graph.assessment(of: segment).evidence.count, label)
    let needed: [String]
    switch graph.verdict(of: segment) {
    case .short: needed = ["short"]
    case .many, .single: needed = ["operating", "completed"]
    case .unnamed: needed = ["operating", "completed", "sign", "running"]
    case .building: needed = ["building"]
    case .missing: needed = ["surveyed"]
    case .lacking: needed = ["lacking"]
    case .wanted: needed = ["wanted", "planned"]
    case .presumed: needed = ["general"]
    case .unknown:
      #expect(Set(natures).isSubset(of: ["expired"]), label)
      return
    case .uncounted: return
    }
    #expect(!Set(natures).isDisjoint(with: needed), "\(natures): \(label.rawValue)")
  }

  /// What each piece of evidence of a row gives.
  private func natures(_ row: [String: Answer.Cell]) -> [String] {
    guard case .list(let pieces)? = row["evidence"] else { return [] }
    return pieces.compactMap { piece in
      guard case .record(let fields, _) = piece,
        case .word(let nature, _)? = fields.first(where: { $0.key == "nature" })?.cell
      else { return nil }
      return nature
    }
  }

  /// What is said by name stands first, then what more named demand, more of the chain, and more
  /// that hangs on it alone speak for.
  private func expectRanks(_ rows: [[String: Answer.Cell]]) {
    let ranks = rows.map { row in
      [
        natures(row).contains("lacking") ? 1 : 0, ids(row, "demand").count,
        number(row, "feeds") ?? 0, number(row, "blocks") ?? 0,
      ]
    }
    for (rank, next) in zip(ranks, ranks.dropFirst()) {
      #expect(!rank.lexicographicallyPrecedes(next), "\(rank) \(next): \(label.rawValue)")
    }
  }

  /// What is here and gets supplies no more without `segment`, by searches with it and without.
  private func blocked(
    without segment: NodeIndex,
    in chain: Chain,
    from starts: [NodeIndex]
  ) -> Set<NodeIndex> {
    let supplied = supplied(from: starts, in: chain, without: nil)
    return supplied.subtracting(self.supplied(from: starts, in: chain, without: segment))
      .subtracting([segment]).filter { isPresent($0) }
  }

  /// Supply begins where all that leads to a segment is led to by it.
  private func starts(of chain: Chain) -> [NodeIndex] {
    chain.segments.filter { start in
      reached(from: start, in: chain, isUpstream: true)
        .isSubset(of: reached(from: start, in: chain, isUpstream: false))
    }
  }

  private func supplied(
    from starts: [NodeIndex],
    in chain: Chain,
    without lost: NodeIndex?
  ) -> Set<NodeIndex> {
    let flows = chain.flows.filter { $0.source != lost && $0.target != lost }
    var supplied = Set(starts.filter { $0 != lost })
    var count = -1
    while count != supplied.count {
      count = supplied.count
      for flow in flows where supplied.contains(flow.source) { supplied.insert(flow.target) }
    }
    return supplied
  }

  // MARK: All chains

  /// A card for each cluster and stage that has segments, in which each row of the list is a line
  /// with its number; the figures are those of the list.
  func expectAllGaps() {
    let rows = rows
    expectHeading()
    let clusters = graph.clustersWithChain()
    let expected = clusters.flatMap { cluster in
      graph.chain(of: cluster).gaps(verdicts).map {
        [graph.id(of: cluster), graph.id(of: $0.segment)]
      }
    }
    #expect(rows.map { ids($0, "cluster") + [id($0)] } == expected, label)
    #expect(picture.columns.map(\.id) == Stage.allCases.map(\.rawValue), label)
    #expect(picture.links.isEmpty && picture.cards.allSatisfy { $0.badge == nil }, label)
    var drawn: [String] = []
    for cluster in clusters {
      let layers = graph.chain(of: cluster).layers()
      for stage in Stage.allCases {
        let segments = layers.filter { $0.stage == stage }.map(\.segment)
        guard !segments.isEmpty else { continue }
        let id = "\(graph.id(of: cluster))@\(stage.rawValue)"
        guard let card = card(id) else {
          Issue.record("no card \(id): \(label.rawValue)")
          continue
        }
        #expect(card.column == stage.rawValue && card.heading == graph.name(of: cluster), label)
        expectCell(card, segments, of: cluster)
        drawn.append(id)
      }
    }
    #expect(picture.cards.map(\.id) == drawn, label)
    let lines = picture.cards.flatMap { $0.lines.dropFirst() }
    #expect(lines.count == rows.count, label)
    #expect(figures == [rows.count, Set(rows.map { ids($0, "cluster") }).count], label)
    for row in rows {
      guard let segment = graph.node(id: id(row)) else { continue }
      #expect(word(row, "verdict") == graph.verdict(of: segment).rawValue, label)
      if request.name != .unknown { expectEvidence(row, of: segment) }
    }
  }

  /// The lines of a cell are how much of it is known, then the rows of its segments; red where it
  /// holds a gap of the list, and nowhere else.
  private func expectCell(_ card: Picture.Card, _ segments: [NodeIndex], of cluster: NodeIndex) {
    let inside = Set(segments.map { graph.id(of: $0) })
    let listed = rows.enumerated().filter { _, row in
      ids(row, "cluster") == [graph.id(of: cluster)] && inside.contains(id(row))
    }
    #expect(
      card.lines.dropFirst().map(\.text)
        == listed.map { "\($0.offset + 1) \(text($0.element, "name"))" },
      label
    )
    #expect(card.tag.map { Self.numbers(in: $0) } == (listed.isEmpty ? nil : [listed.count]), label)
    let verdicts = segments.map { graph.verdict(of: $0) }.filter { $0 != .uncounted }
    let known = verdicts.count { $0 != .unknown && $0 != .presumed }
    let figures = verdicts.isEmpty ? [] : [known, verdicts.count]
    #expect(Self.numbers(in: card.lines.first?.text ?? "") == figures, label)
    #expect(card.row == graph.clustersWithChain().firstIndex(of: cluster), label)
    if verdicts.isEmpty {
      #expect(card.style == .uncounted, label)
    } else if listed.isEmpty {
      let style: Picture.CardStyle = known * 2 >= verdicts.count ? .plain : .unknown
      #expect(card.style == style && card.prominence == .usual, label)
    }
    let holdsGap = listed.contains { ["missing", "lacking"].contains(word($0.element, "verdict")) }
    #expect(Self.red.contains(card.style) == holdsGap, "\(card.id): \(label.rawValue)")
    if card.prominence == .urgent { #expect(holdsGap, "\(card.id): \(label.rawValue)") }
  }
}
