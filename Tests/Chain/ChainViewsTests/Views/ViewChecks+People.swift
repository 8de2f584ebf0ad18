import Bilingual
import ChainDrawing
import ChainModel
import ChainQueries
import ChainViews
import GraphKernel
import Testing

/// Responsibility, duties, and the province beside the city.
extension ViewChecks {
  func expectResponsibility() {
    let rows = rows
    #expect(cards(in: "item").map(\.id) == rows.map { id($0) }, label)
    let columns = ["leader": "accountable", "lead": "lead", "responsible": "responsible"]
    for (column, key) in columns {
      let listed = Set(rows.flatMap { ids($0, key) })
      let drawn = cards(in: column)
      #expect(drawn.count == listed.count, label)
      #expect(drawn.allSatisfy { card in listed.contains { stands(card, for: $0) } }, label)
    }
    let parties = rows.map { row in columns.map { (column: $0, ids: ids(row, $1)) } }
    for (position, (row, parties)) in zip(rows, parties).enumerated() {
      // A link for each party of the row, to the card of the party in the column of its role.
      let wanted = parties.flatMap { column, ids in
        ids.compactMap { id in cards(in: column).first { stands($0, for: id) }?.id }
      }.map { Set([$0, id(row)]) }
      let links = picture.links.filter { $0.tint == position }
      #expect(Self.pairs(links) == Self.count(wanted), label)
      #expect(wanted.count == parties.reduce(0) { $0 + $1.ids.count }, label)
      expectStatements(of: row)
    }
    #expect(picture.links.allSatisfy { $0.tint != nil }, label)
    #expect(Set(rows.map { id($0) }) == itemsOfResponsibility(), label)
    let leaders = Set(rows.flatMap { ids($0, "accountable") })
    let departments = Set(rows.flatMap { ids($0, "lead") + ids($0, "responsible") })
    #expect(figures == [rows.count, leaders.count, departments.count], label)
  }

  /// The parties of a row are those that the graph names on the item, by class.
  private func expectStatements(of row: [String: Answer.Cell]) {
    guard let item = graph.node(id: id(row)) else { return }
    let relations = graph.relations(of: item, at: .target, .responsibility)
      .filter { $0.kind != .coordinate }
    let leads = relations.filter { $0.kind == .lead }
    let others = relations.filter { $0.kind != .lead }
    let leaders = others.filter { graph.kind(of: $0.source) == .leader }
    let rest = others.filter { graph.kind(of: $0.source) != .leader }
    for (key, said) in [("accountable", leaders), ("lead", leads), ("responsible", rest)] {
      let named = Self.count(said.map { graph.id(of: $0.source) })
      #expect(Self.count(ids(row, key)) == named, "\(key) of \(id(row)): \(label.rawValue)")
    }
    let isOpen = graph.relations(of: item, at: .target, .responsibility)
      .contains { $0.isOpen && $0.kind != .coordinate }
    #expect(row["open"] == .flag(isOpen), label)
  }

  private func itemsOfResponsibility() -> Set<String> {
    let hasStatement = { (node: NodeIndex) in
      !graph.relations(of: node, at: .target, .responsibility).isEmpty
    }
    var items: [NodeIndex]
    if let cluster = request.subjects.first {
      items = [cluster] + graph.belonging(to: cluster).filter(hasStatement)
    } else {
      let provincial = Set(graph.alignment().map(\.cluster))
      let stated = graph.nodes.filter { node in
        !provincial.contains(node)
          && graph.relations(of: node, at: .target, .responsibility)
            .contains { $0.kind != .coordinate }
      }
      let starts = graph.clustersWithChain() + stated
      items = starts + starts.flatMap { graph.belonging(to: $0).filter(hasStatement) }
    }
    return Set(items.map { graph.id(of: $0) })
  }

  // MARK: Duties

  func expectDuties() {
    guard let party = request.subjects.first else { return }
    let rows = rows
    let centre = graph.id(of: party)
    #expect(cards(in: "party").map(\.id) == [centre], label)
    #expect(card(centre)?.prominence == .focus, label)
    let roles = cards(in: "roles-left") + cards(in: "roles-right")
    let counts = Self.count(rows.compactMap { word($0, "role") })
    #expect(roles.count == counts.count, label)
    #expect(picture.cards.count == 1 + roles.count + rows.count, label)
    #expect(picture.links.count == roles.count + rows.count, label)
    for (position, row) in rows.enumerated() {
      guard let item = card(ofRow: position), let role = word(row, "role") else {
        Issue.record("row \(position + 1) has no card: \(label.rawValue)")
        continue
      }
      #expect(stands(item, for: id(row)), label)
      // Arrows lead outwards, from the party to its roles and from those to the items, on
      // whichever side they stand.
      let links = picture.links.filter { $0.arrow != .none && Self.directed($0)[1] == item.id }
      #expect(links.count == 1, label)
      guard let link = links.first, let inner = card(Self.directed(link)[0]),
        let branch = roles.first(where: { $0.id == "@" + role })
      else { continue }
      let isInherited = word(row, "scope") == "inherited"
      let stated = isInherited ? card(of: ids(row, "from").first, in: role, rows) : nil
      #expect(inner == stated ?? branch, "\(item.id) hangs on \(inner.id): \(label.rawValue)")
      #expect(branch.tag == counts[role].map(String.init), label)
      let side = branch.column.hasSuffix("left") ? "-left" : "-right"
      #expect(item.column == (isInherited ? "inherited" : "items") + side, label)
      let isBranchOfParty = picture.links.contains {
        Set([$0.from, $0.to]) == [branch.id, centre]
      }
      #expect(isBranchOfParty, label)
      #expect((link.prominence == .faded) == isInherited, label)
      #expect((item.prominence == .faded) == isInherited, label)
      let isPossible = word(row, "certainty") == "possible"
      #expect(link.isTentative == isPossible && item.isTentative == isPossible, label)
      #expect((ids(row, "from") == [id(row)]) != isInherited, label)
    }
    expectCounted(rows, by: counts)
    expectDutiesOfGraph(rows, party)
  }

  /// The card of the row that states a role on an item by name.
  private func card(of item: String?, in role: String, _ rows: [[String: Answer.Cell]]) -> Picture
    .Card?
  {
    rows.firstIndex {
      id($0) == item && word($0, "role") == role && word($0, "scope") == "direct"
    }.flatMap { card(ofRow: $0) }
  }

  private func expectCounted(_ rows: [[String: Answer.Cell]], by counts: [String: Int]) {
    let roles = graph.ontology.roles.compactMap { counts[$0.name] }
    #expect(figures == [rows.count] + roles, label)
    let isInherited = rows.count { word($0, "scope") == "inherited" }
    let isPossible = rows.count { word($0, "certainty") == "possible" }
    let notes = picture.footnotes.dropFirst().dropLast().map { Self.numbers(in: $0) }
    #expect(notes == [isInherited, isPossible].filter { $0 > 0 }.map { [$0] }, label)
  }

  /// Without inheritance and filters, the rows that name the party itself are all its relations.
  private func expectDutiesOfGraph(_ rows: [[String: Answer.Cell]], _ party: NodeIndex) {
    let options = request.options
    for row in rows {
      let isWanted =
        options.roles.isEmpty || options.roles.contains { $0.name == word(row, "role") }
      #expect(isWanted, label)
      let isKind = options.kinds.isEmpty || options.kinds.contains { $0.name == word(row, "kind") }
      #expect(isKind, label)
    }
    let named = rows.filter { word($0, "scope") == "direct" && ids($0, "through").isEmpty }
      .map { [id($0), word($0, "role") ?? ""] }
    let stated = graph.relations(of: party, at: .source, .responsibility).filter { relation in
      (options.roles.isEmpty || options.roles.contains(relation.kind))
        && (options.kinds.isEmpty || options.kinds.contains(graph.kind(of: relation.target)))
    }.map { [graph.id(of: $0.target), $0.kind.name] }
    #expect(Self.count(named) == Self.count(stated), label)
  }

  func expectAllDuties() {
    let rows = rows
    let parties = rows.flatMap { ids($0, "party") }
    let items = rows.flatMap { ids($0, "item") }
    #expect(parties.count == rows.count && items.count == rows.count, label)
    let drawn = cards(in: "leaders") + cards(in: "departments")
    #expect(drawn.count == Set(parties).count && drawn.allSatisfy { $0.badge != nil }, label)
    #expect(cards(in: "items").count == Set(items).count, label)
    #expect(cards(in: "items").allSatisfy { $0.badge == nil }, label)
    #expect(picture.links.count == rows.count, label)
    for (position, (link, row)) in zip(picture.links, rows).enumerated() {
      let (party, item) = (parties[position], items[position])
      let ends = Self.directed(link)
      let isParty = drawn.contains { $0.id == ends[0] && stands($0, for: party) }
      let isItem = cards(in: "items").contains { $0.id == ends[1] && stands($0, for: item) }
      #expect(isParty && isItem, "row \(position + 1): \(label.rawValue)")
      #expect((link.prominence == .faded) == (word(row, "scope") == "inherited"), label)
    }
    for card in drawn {
      let isLeader = graph.node(id: card.id).map { graph.kind(of: $0) } == .leader
      #expect((card.column == "leaders") == isLeader, label)
    }
    if !request.options.isInheriting, request.options.kinds.isEmpty, request.options.roles.isEmpty {
      let relations = graph.nodes.flatMap { graph.relations(of: $0, at: .source, .responsibility) }
      let stated = Self.count(relations.map { ends($0) + [$0.kind.name] })
      let listed = zip(rows, zip(parties, items)).map { [$1.0, $1.1, word($0, "role") ?? ""] }
      #expect(Self.count(listed) == stated, label)
    }
    #expect(figures == [rows.count], label)
  }

  // MARK: Alignment

  func expectAlignment() {
    let rows = rows
    let provincial = graph.nodes(of: .cluster).filter { graph.option(.level, of: $0) == "province" }
    #expect(rows.flatMap { ids($0, "cluster") } == provincial.map { graph.id(of: $0) }, label)
    var wanted: [Set<String>: Int] = [:]
    for (position, (row, cluster)) in zip(rows, provincial).enumerated() {
      guard let card = card(ofRow: position) else { continue }
      let relations = graph.relations(of: cluster, at: .target, .responsibility)
      let above = relations.filter { $0.kind == .accountable }.map { graph.id(of: $0.source) }
      let beside = relations.filter {
        $0.kind == .liaison && graph.kind(of: $0.source) == .leader
      }.map { graph.id(of: $0.source) }
      let counterparts = ids(row, "cityClusters")
      #expect(Array(ids(row, "provinceLeader").prefix(1)) == Array(above.prefix(1)), label)
      #expect(Array(ids(row, "cityLeader").prefix(1)) == Array(beside.prefix(1)), label)
      #expect((card.prominence == .faded) == counterparts.isEmpty, label)
      for leader in above { wanted[[place(leader, "province-leader"), card.id], default: 0] += 1 }
      for leader in beside { wanted[[card.id, place(leader, "city-leader")], default: 0] += 1 }
      for counterpart in counterparts {
        let target = place(counterpart, "city-cluster")
        let isBare = target != card.id
        #expect(isBare, label)
        wanted[[card.id, target], default: 0] += 1
        expectPresumed(from: card.id, to: target, row)
        let lines = picture.cards.first { $0.id == target }?.lines.map(\.text).joined() ?? ""
        #expect(Self.numbers(in: lines).contains(position + 1), label)
      }
    }
    #expect(Self.pairs(picture.links) == wanted, label)
    for (column, key) in [("province-leader", "provinceLeader"), ("city-leader", "cityLeader")] {
      let shown = cards(in: column).map(\.heading)
      let listed = Set(rows.flatMap { row in names(row, key) })
      #expect(Set(shown) == listed, "\(column): \(label.rawValue)")
    }
    #expect(figures == [rows.count, rows.count { !ids($0, "cityClusters").isEmpty }], label)
  }

  /// A counterpart that no document names is dotted in the picture and marked in the list.
  private func expectPresumed(from: String, to: String, _ row: [String: Answer.Cell]) {
    guard let cluster = graph.node(id: from),
      let counterpart = graph.node(id: String(to.prefix { $0 != "@" }))
    else { return }
    let ends = Set([cluster, counterpart])
    let isStated = graph.allRelations().contains {
      graph.ontology[$0.kind]?.semantics == .correspondence && $0.origin.basis == .document
        && Set([$0.source, $0.target]) == ends
    }
    let link = picture.links.first { $0.from == from && $0.to == to }
    #expect(link?.isTentative == !isStated, "\(from) \(to): \(label.rawValue)")
    let marked = names(row, "cityCluster").contains("≈" + graph.name(of: counterpart))
    #expect(marked == !isStated, "\(from) \(to): \(label.rawValue)")
  }

  /// The names that a cell shows.
  private func names(_ row: [String: Answer.Cell], _ key: String) -> [String] {
    let shown = text(row, key)
    return shown.isEmpty ? [] : shown.components(separatedBy: "、")
  }

  /// The card of a node in a column.
  private func place(_ id: String, _ column: String) -> String {
    cards(in: column).first { stands($0, for: id) }?.id ?? "no card of \(id) in \(column)"
  }
}
