import Bilingual
import ChainDrawing
import ChainModel
import ChainQueries
import ChainViews
import GraphKernel
import Testing

/// Projects, places, clusters on one page, what is around a node, and the vocabulary.
extension ViewChecks {
  func expectProjects() {
    let rows = rows
    #expect(picture.cards.count == rows.count && picture.links.isEmpty, label)
    #expect(rows.map { id($0) } == projects().map { graph.id(of: $0) }, label)
    for (position, row) in rows.enumerated() {
      guard let card = card(ofRow: position), let project = graph.node(id: id(row)) else {
        Issue.record("row \(position + 1) has no card: \(label.rawValue)")
        continue
      }
      #expect(card.id == id(row) && card.heading == text(row, "name"), label)
      #expect(card.column == "status:" + (graph.option(.status, of: project) ?? ""), label)
      #expect(word(row, "status") == graph.option(.status, of: project), label)
      let wording = graph.attribute(AttributeName("wording"), of: project)?.description(in: .zh)
      #expect(card.tag == wording, label)
      #expect(wording.map { text(row, "status").hasPrefix($0) } ?? true, label)
      let builders = ids(row, "builder").compactMap { graph.node(id: $0) }
      let places = ids(row, "place").compactMap { graph.node(id: $0) }
      let capacity = graph.attribute(.capacity, of: project)?.description(in: language)
      let lines = [capacity].compactMap { $0 } + builders.map { graph.name(of: $0) }
      #expect(Array(card.lines.map(\.text).prefix(lines.count)) == lines, label)
      #expect(card.lines.count == lines.count + (places.isEmpty ? 0 : 1), label)
      for place in places {
        #expect(card.lines.last?.text.contains(graph.name(of: place)) == true, label)
      }
    }
    let counts = picture.columns.map { cards(in: $0.id).count }
    #expect(figures == [rows.count] + counts && !counts.contains(0), label)
  }

  private func projects() -> [NodeIndex] {
    let projects = graph.nodes(of: .project)
    guard let scope = request.subjects.first else { return projects }
    let kind = graph.kind(of: scope)
    if graph.ontology.partyKinds.contains(kind) {
      let items = Set(graph.duties(of: scope, isInheriting: true).map(\.item))
      return projects.filter { items.contains($0) }
    }
    if graph.ontology.placeKinds.contains(kind) {
      return projects.filter { everything(at: scope).contains($0) }
    }
    return projects.filter { graph.belonging(to: scope).contains($0) }
  }

  // MARK: Places

  func expectPlace() {
    guard let place = request.subjects.first else { return }
    let rows = rows
    let listed = rows.map { id($0) }
    #expect(Set(listed).count == listed.count && !listed.contains(graph.id(of: place)), label)
    #expect(card(graph.id(of: place))?.prominence == .focus, label)
    var wanted: [Set<String>] = []
    for (position, row) in rows.enumerated() {
      guard let card = card(ofRow: position), let node = graph.node(id: id(row)),
        let here = ids(row, "place").first
      else {
        Issue.record("row \(position + 1) has no card: \(label.rawValue)")
        continue
      }
      #expect(card.id == id(row), label)
      let mates = rows.filter { word($0, "kind") == word(row, "kind") }
      #expect(cards(in: card.column).count == mates.count, label)
      wanted.append([here, card.id])
      let relations =
        graph.relations(of: node, at: .source, .location)
        + graph.relations(of: node, at: .source, .containment)
      #expect(relations.contains { graph.id(of: $0.target) == here }, label)
      if let cluster = request.options.cluster { #expect(graph.isPart(node, of: cluster), label) }
      let kinds = request.options.kinds
      #expect(kinds.isEmpty || kinds.contains(graph.kind(of: node)), label)
    }
    // The places that only say where to look on hang on the place itself.
    let inner = picture.cards.filter { $0.badge == nil && $0.id != graph.id(of: place) }
    #expect(inner.allSatisfy { card in rows.contains { ids($0, "place") == [card.id] } }, label)
    wanted += inner.map { [graph.id(of: place), $0.id] }
    #expect(Self.pairs(picture.links) == Self.count(wanted), label)
    #expect(picture.cards.count == rows.count + inner.count + 1, label)
    if request.options.kinds.isEmpty, request.options.cluster == nil {
      #expect(Set(listed) == Set(everything(at: place).map { graph.id(of: $0) }), label)
    }
    let kinds = graph.ontology.kinds.map(\.kind.name)
    let counts = kinds.map { kind in rows.count { word($0, "kind") == kind } }.filter { $0 > 0 }
    #expect(figures == counts, label)
  }

  /// All that is at a place or in a place inside it, by a plain search.
  private func everything(at place: NodeIndex) -> Set<NodeIndex> {
    let isPlace = { (node: NodeIndex) in
      graph.ontology.placeKinds.contains(graph.kind(of: node))
    }
    var places: Set<NodeIndex> = [place]
    var located: Set<NodeIndex> = []
    var contained: Set<NodeIndex> = []
    var count = -1
    while places.count + located.count + contained.count != count {
      count = places.count + located.count + contained.count
      for here in places {
        let inside = graph.relations(of: here, at: .target, .location).map(\.source)
          .filter { $0 != here }
        let parts = graph.relations(of: here, at: .target, .containment).map(\.source)
        located.formUnion(inside)
        contained.formUnion(parts.filter { !isPlace($0) })
        places.formUnion((inside + parts).filter(isPlace))
      }
    }
    return located.union(contained).subtracting([place])
  }

  // MARK: Overview

  func expectOverview() {
    let rows = rows
    #expect(cards(in: "cluster").map(\.id) == rows.map { id($0) }, label)
    var wanted: [Set<String>] = []
    for row in rows {
      guard let cluster = graph.node(id: id(row)) else { continue }
      let industries = graph.relations(of: cluster, at: .source, .containment).map(\.target)
        .filter { graph.kind(of: $0) == .industry }.map { graph.id(of: $0) }
      #expect(ids(row, "industries") == industries, label)
      let leaders = graph.owners(of: cluster).filter { $0.role == .accountable }
        .map { graph.id(of: $0.party) }
      #expect(ids(row, "accountable") == leaders, label)
      wanted += (industries + leaders).map { [id(row), $0] }
      let chain = graph.chain(of: cluster)
      expectRange(row, of: chain)
      expectEnterprises(row, of: cluster)
      for target in ids(row, "targets").compactMap({ graph.node(id: $0) }) {
        #expect(graph.isPart(target, of: cluster) && graph.kind(of: target) == .target, label)
      }
      let lines = card(id(row))?.lines.filter { $0.role == .emphasis }
      #expect(lines?.count == ids(row, "targets").count, label)
    }
    #expect(Self.pairs(picture.links) == Self.count(wanted), label)
    let industries = picture.columns.filter { $0.id.hasPrefix("industry:") }
    let shown = industries.flatMap { cards(in: $0.id).map(\.id) }
    #expect(Set(shown) == Set(graph.nodes(of: .industry).map { graph.id(of: $0) }), label)
    #expect(figures == industries.map { cards(in: $0.id).count } + [rows.count], label)
    #expect(
      Set(cards(in: "leader").map(\.id)) == Set(rows.flatMap { ids($0, "accountable") }),
      label
    )
    let provincial = Set(graph.alignment().map { graph.id(of: $0.cluster) })
    #expect(provincial.isDisjoint(with: rows.map { id($0) }), label)
  }

  /// The row counts enterprises and projects, whatever makes them the cluster's; where a target counts
  /// those above scale, the card says how many of them are named.
  private func expectEnterprises(_ row: [String: Answer.Cell], of cluster: NodeIndex) {
    let enterprises = graph.enterprisesByRelation(of: cluster)
    let members = graph.belonging(to: cluster)
    #expect(number(row, "enterprises") == enterprises.count, label)
    let projects = members.count { graph.kind(of: $0) == .project }
    #expect(number(row, "projects") == projects, label)
    let target = ids(row, "targets").compactMap { graph.node(id: $0) }.first { target in
      guard case .text(let metric)? = graph.attribute(.metric, of: target),
        let value = graph.attribute(.value, of: target)?.description(in: .zh)
      else { return false }
      return metric.contains("规上") && (value.hasSuffix("户") || value.hasSuffix("家"))
    }
    let lines = card(id(row))?.lines.map(\.text) ?? []
    let said = lines.filter { $0.hasPrefix(language == .zh ? "点名" : "named") }
    #expect(said.count == (target == nil ? 0 : 1), label)
    guard let target, case .quantity(let quantity)? = graph.attribute(.value, of: target),
      let line = said.first
    else { return }
    let named = enterprises.filter { enterprise in
      let isLocal = graph.attribute(.external, of: enterprise) != .flag(true)
      return isLocal
        && [Semantics.presence, .action, .containment].contains { semantics in
          graph.relations(of: enterprise, at: .source, semantics).contains {
            $0.origin.basis == .document && members.union([cluster]).contains($0.target)
          }
        }
    }
    #expect(Self.numbers(in: line) == [named.count, Int(quantity.amount)], "\(line): \(label)")
  }

  /// Row and card say how much of a chain is here at least and at most, and how many a survey that
  /// holds has looked at.
  private func expectRange(_ row: [String: Answer.Cell], of chain: Chain) {
    let bounds = bounds(of: chain.segments)
    #expect(number(row, "counted") == bounds.all, label)
    let surveyed = chain.segments.count {
      graph.verdict(of: $0) != .uncounted && graph.assessment(of: $0).isClosed
    }
    #expect(number(row, "surveyed") == surveyed, label)
    let figures = "\(bounds.least)/\(bounds.all)–\(bounds.most)/\(bounds.all)"
    let said = bounds.all == 0 ? "—" : "\(figures) (\(Self.range(bounds)))"
    #expect(text(row, "completeness") == said, label)
    let lines = card(id(row))?.lines.map(\.text).filter { $0.contains("%–") } ?? []
    #expect(lines.count == (bounds.all == 0 ? 0 : 1), label)
    for line in lines {
      #expect(line.contains(Self.range(bounds)), "\(line): \(label.rawValue)")
      #expect(line.hasSuffix("\(surveyed)/\(bounds.all)"), "\(line): \(label.rawValue)")
      let signs = line.filter { "■□·".contains($0) }
      let (full, open) = (signs.count { $0 == "■" }, signs.count { $0 == "□" })
      #expect(signs.count == 10 && signs == String(signs.sorted { place($0) < place($1) }), label)
      #expect(full * bounds.all <= bounds.least * 10, label)
      #expect((full + open) * bounds.all >= bounds.most * 10, label)
    }
  }

  /// A bar is filled first, then open, then empty.
  private func place(_ sign: Character) -> Int {
    switch sign {
    case "■": 0
    case "□": 1
    default: 2
    }
  }

  // MARK: Neighborhood

  func expectNeighborhood() {
    guard let centre = request.subjects.first else { return }
    let rows = rows
    #expect(picture.links.count == rows.count, label)
    for (link, row) in zip(picture.links, rows) {
      #expect(Self.directed(link) == ids(row, "from") + ids(row, "to"), label)
    }
    let (distances, relations) = surroundings(of: centre)
    #expect(Set(picture.cards.map(\.id)) == Set(distances.keys.map { graph.id(of: $0) }), label)
    let listed = rows.map { ids($0, "from") + ids($0, "to") + [word($0, "relation") ?? ""] }
    #expect(Self.count(listed) == Self.count(relations.map { ends($0) + [$0.kind.name] }), label)
    for card in picture.cards {
      guard let node = graph.node(id: card.id), let distance = distances[node] else { continue }
      #expect(Self.numbers(in: card.column) == [distance], label)
      #expect((node == centre) == (card.badge == nil), label)
      #expect((node == centre) == (card.prominence == .focus), label)
    }
    // Beside the centre, what points to it stands left of it, by the relation that led to it.
    for card in picture.cards where ["-1", "+1"].contains(card.column) {
      guard let row = card.badge.flatMap(Int.init).map({ rows[$0 - 1] }) else { continue }
      let pointing = ids(row, "to") == [graph.id(of: centre)] ? "-1" : "+1"
      #expect(card.column == pointing, "\(card.id): \(label.rawValue)")
    }
    #expect(figures == [picture.cards.count - 1, rows.count, request.options.radius], label)
  }

  /// What lies within the radius, and the relations of everything but the rim.
  private func surroundings(
    of centre: NodeIndex
  ) -> (distances: [NodeIndex: Int], relations: Set<Relation>) {
    let wanted = request.options.relations
    var distances = [centre: 0]
    var relations: Set<Relation> = []
    for distance in 0..<request.options.radius {
      for node in graph.nodes where distances[node] == distance {
        let around = Semantics.allCases.flatMap { semantics in
          graph.relations(of: node, at: .source, semantics)
            + graph.relations(of: node, at: .target, semantics)
        }
        for relation in around
        where relation.source != relation.target
          && (wanted.isEmpty || wanted.contains(relation.kind))
        {
          relations.insert(relation)
          for end in [relation.source, relation.target] where distances[end] == nil {
            distances[end] = distance + 1
          }
        }
      }
    }
    return (distances, relations)
  }

  // MARK: Vocabulary

  func expectOntology() {
    let ontology = graph.ontology
    let rows = rows
    let names =
      ontology.kinds.map { "kind:" + $0.kind.name }
      + ontology.relations.map { "relation:" + $0.kind.name }
    #expect(rows.map { id($0) } == names, label)
    var wanted: [Set<String>] = []
    for (row, relation) in zip(rows.dropFirst(ontology.kinds.count), ontology.relations) {
      let ends = [("sources", relation.sources), ("targets", relation.targets)]
      for (column, selection) in ends {
        let kinds = kinds(row, column)
        #expect(kinds == selection, "\(id(row)) \(column): \(label.rawValue)")
        let cards = cards(in: column)
        switch selection {
        case .any: wanted.append(["any@" + column, id(row)])
        case .only(let kinds):
          for kind in ontology.kinds.map(\.kind) where kinds.contains(kind) {
            let card = cards.first { stands($0, for: "kind:" + kind.name) }
            wanted.append([card?.id ?? "no card of \(kind.name)", id(row)])
          }
        }
      }
      #expect(card(id(row))?.column == "relations", label)
    }
    #expect(Self.pairs(picture.links) == Self.count(wanted), label)
    let ends = wanted.reduce(into: Set<String>()) { $0.formUnion($1) }
    let relations = ontology.relations.map { "relation:" + $0.kind.name }
    #expect(Set(picture.cards.map(\.id)) == ends.union(relations), label)
    #expect(figures == [ontology.kinds.count, ontology.relations.count], label)
  }

  private func kinds(_ row: [String: Answer.Cell], _ key: String)
    -> RelationDefinition.KindSelection
  {
    guard case .list(let cells)? = row[key] else { return .any }
    return .only(
      cells.compactMap { cell in
        guard case .word(let word, _) = cell else { return nil }
        return NodeKind(word)
      }
    )
  }
}
