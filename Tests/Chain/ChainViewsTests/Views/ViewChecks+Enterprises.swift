import ChainDrawing
import ChainModel
import ChainQueries
import ChainViews
import GraphKernel
import Testing

/// Enterprises of a cluster by stage, and of all by cluster.
extension ViewChecks {
  func expectEnterprises() {
    let rows = rows
    let cluster = request.subjects.first
    let all = cluster.map { graph.enterprisesByRelation(of: $0) }
    let expected = graph.nodes(of: .enterprise).filter { all?.contains($0) ?? true }
    #expect(rows.map { id($0) } == expected.map { graph.id(of: $0) }, label)
    #expect(picture.cards.count == rows.count && picture.links.isEmpty, label)
    let inside = cluster.map { graph.belonging(to: $0).union([$0]) }
    let grounds = expected.map { relations(of: $0, within: inside) }
    let places = columns(of: grounds, rows)
    for (position, row) in rows.enumerated() where position < expected.count {
      guard let card = card(ofRow: position) else {
        Issue.record("row \(position + 1) has no card: \(label.rawValue)")
        continue
      }
      #expect(card.id == id(row) && card.heading == text(row, "name"), label)
      #expect(card.column == places[position], label)
      expectDoings(card, row)
      let isStated = grounds[position].contains { $0.origin.basis == .document }
      #expect(card.mark == (isStated ? nil : "≈"), "\(card.id): \(label.rawValue)")
    }
    let isExternal = expected.map { graph.attribute(.external, of: $0) == .flag(true) }
    let named = zip(isExternal, grounds).count { isExternal, grounds in
      !isExternal && grounds.contains { $0.origin.basis == .document }
    }
    let external = isExternal.count { $0 }
    let others = rows.count - named - external
    #expect(figures == (rows.isEmpty ? [0] : [rows.count, named, others, external]), label)
    let isOpen = grounds.contains { $0.contains(where: \.isOpen) }
    let notes = picture.footnotes.count { $0.hasPrefix("名单未尽") || $0.hasPrefix("an open list") }
    #expect(notes == (isOpen ? 1 : 0), label)
  }

  /// The stage of its first segment of the chain; of all, the cluster where it does most.
  private func columns(
    of grounds: [[Relation]],
    _ rows: [[String: Answer.Cell]]
  ) -> [String] {
    guard let cluster = request.subjects.first else {
      let clusters = graph.nodes(of: .cluster).map { ($0, graph.belonging(to: $0).union([$0])) }
      return grounds.map { grounds in
        let doings = clusters.map { _, inside in
          grounds.count { inside.contains($0.target) }
        }
        let most = doings.max() ?? 0
        let home = zip(clusters, doings).first { most > 0 && $0.1 == most }?.0.0
        return home.map { "cluster:\(graph.id(of: $0))" } ?? "none"
      }
    }
    let layers = graph.chain(of: cluster).layers()
    return rows.map { row in
      ids(row, "segments").lazy.compactMap { id in
        layers.first { graph.id(of: $0.segment) == id }?.stage.rawValue
      }.first ?? "none"
    }
  }

  /// The lines are what the row says that it does, builds and where it is; what there is no room for
  /// is counted.
  private func expectDoings(_ card: Picture.Card, _ row: [String: Answer.Cell]) {
    let names = (ids(row, "segments") + ids(row, "projects")).compactMap { graph.node(id: $0) }
      .map { graph.name(of: $0) }
    let places = ids(row, "places")
    let all = names.count + (places.isEmpty ? 0 : 1)
    let most = request.options.mostLines
    guard all <= most else {
      #expect(card.lines.count == most, label)
      #expect(Self.numbers(in: card.lines.last?.text ?? "") == [all - most + 1], label)
      return
    }
    #expect(card.lines.count == all, label)
    for (line, name) in zip(card.lines, names) {
      let isMarked = line.text.hasPrefix("≈")
      let text = isMarked ? String(line.text.dropFirst()) : line.text
      #expect(text.hasPrefix(name), "\(line.text): \(label.rawValue)")
      let written = row["segments"]?.text(in: .zh).split(separator: "、").map(String.init) ?? []
      #expect(isMarked == written.contains("≈" + name), "\(line.text): \(label.rawValue)")
    }
  }

  /// What makes it one of the cluster's.
  private func relations(of enterprise: NodeIndex, within inside: Set<NodeIndex>?) -> [Relation] {
    [Semantics.presence, .action, .containment].flatMap { semantics in
      graph.relations(of: enterprise, at: .source, semantics)
    }.filter { relation in
      let counts =
        relation.kind == .anchors || graph.ontology[relation.kind]?.semantics != .action
        || graph.kind(of: relation.target) == .project
      return counts && (inside?.contains(relation.target) ?? true)
    }
  }
}
