import Bilingual
import ChainModel
import Diagnostics
import GraphKernel

/// What stands at one end of a relation.
struct RelationEnd {
  var nodes: [(node: NodeIndex, place: BytePlace?)] = []
  /// What is left out, and why.
  var strays: [(reason: StrayEdges.Reason, example: String)] = []
  var isFaulty = false
}

/// From what a record says at an end of a relation to nodes.
extension MappingRun {
  mutating func end(
    _ relation: RelationMapping,
    _ end: RelationDefinition.End,
    _ query: QueryMapping,
    _ record: Record,
    _ owner: String?,
    _ table: Int,
    _ builder: ChainGraphBuilder
  ) -> RelationEnd {
    let reference = end == .source ? relation.from : relation.to
    var result = RelationEnd()
    if case .own(let number) = reference.target {
      let entity = query.entities[number]
      let own =
        relation.owner == number
        ? [owner] : instances(of: entity, record, table).map(\.key)
      for key in own.compactMap({ $0 }) {
        let node = keys[key].first { found[$0].kind.kind == entity.kind.kind }
        if let node { result.nodes.append((NodeIndex(node), nil)) }
      }
      return result
    }
    let texts = reference.text.texts(of: record, in: sources[table])
    if texts.isEmpty, let column = drawnEnd(reference, record, table) {
      return missing(column, record, table)
    }
    let kinds = relation.definition.kinds(at: end)
    for text in texts {
      let nodes = self.nodes(text, reference, kinds, record, table, builder)
      if nodes.count == 1, kinds.contains(builder.kind(of: nodes[0])) {
        result.nodes.append((nodes[0], text.place))
        continue
      }
      let shown = text.text.components(partedBy: KeyRegistry.separator).joined(separator: " + ")
      if let reason = strayReason(nodes, text, record, table) {
        result.strays.append((reason, shown))
        continue
      }
      result.isFaulty = true
      let place = location(text, of: reference.text, record, table)
      report(nodes, shown, reference, relation.definition, end, builder, at: place)
    }
    return result
  }

  /// Why a relation is left out, rather than a fault, whose end means these nodes.
  private func strayReason(
    _ nodes: [NodeIndex],
    _ text: RecordText,
    _ record: Record,
    _ table: Int
  ) -> StrayEdges.Reason? {
    if nodes.isEmpty, record.table.form != .rows, drawnNodes.contains(text.text) {
      let taken = drawnNodes.taken(text.text, table: table, graph: graph(of: record, table))
      guard taken.isEmpty else { return .otherKind }
      return drawnNodes.isList(text.text) ? .several : .leftOut
    }
    guard tolerance.contains(.unresolvedEnds), nodes.count != 1 else { return nil }
    return nodes.isEmpty ? .unresolved : .ambiguous
  }

  /// The column by which an edge says an end, where the reference is that and the edge has none.
  private func drawnEnd(_ reference: ReferenceMapping, _ record: Record, _ table: Int) -> String? {
    let columns = reference.text.columns.map(\.text)
    guard record.table.form == .edges, reference.text.template == nil, columns.count == 1,
      let column = columns.first,
      column == StructuralColumn.source || column == StructuralColumn.target,
      record.texts(column, in: sources[table]).isEmpty
    else { return nil }
    return column
  }

  /// What is said of an edge without an end.
  private mutating func missing(_ column: String, _ record: Record, _ table: Int) -> RelationEnd {
    var result = RelationEnd()
    guard !tolerance.contains(.unresolvedEnds) else {
      result.strays.append((.noEnd, ""))
      return result
    }
    result.isFaulty = true
    let isTold = reportedEnd.map { $0 == (table, record.index) } ?? false
    guard !isTold else { return result }
    reportedEnd = (table, record.index)
    let place = RecordPlace(table: table, place: record.place)
    let end: RelationDefinition.End = column == StructuralColumn.source ? .source : .target
    log.report(.missingEnd(end, at: location(place)))
    return result
  }

  private func graph(of record: Record, _ table: Int) -> String {
    record.texts(StructuralColumn.graph, in: sources[table]).first?.text ?? ""
  }

  // MARK: Nodes

  /// The nodes that a text means. What files themselves call the ends of an edge and the node around
  /// another are identities of nodes; any other column holds keys first.
  private func nodes(
    _ text: RecordText,
    _ reference: ReferenceMapping,
    _ kinds: RelationDefinition.KindSelection,
    _ record: Record,
    _ table: Int,
    _ builder: ChainGraphBuilder
  ) -> [NodeIndex] {
    func drawn() -> [NodeIndex] { self.drawn(text, reference.target, kinds, record, table) }
    func keyed() -> [NodeIndex] {
      switch reference.target {
      case .own: []
      case .key(let kind, let literal): self.nodes(text, kind, literal)
      case .named(let selection): builder.nodes(named: text.text.onOneLine, among: selection)
      }
    }
    let isIdentity = reference.meansDrawnNode
    let first = isIdentity ? drawn() : keyed()
    guard first.isEmpty else { return first }
    guard isIdentity else { return drawn() }
    // A node that was left out is not the other one whose key reads the same.
    return drawnNodes.contains(text.text) ? [] : keyed()
  }

  /// What was made of the drawn node with an identity: the node itself, else what else it became
  /// and may stand there.
  private func drawn(
    _ text: RecordText,
    _ target: ReferenceMapping.Target,
    _ kinds: RelationDefinition.KindSelection,
    _ record: Record,
    _ table: Int
  ) -> [NodeIndex] {
    guard record.table.form != .rows, drawnNodes.contains(text.text) else { return [] }
    let all = drawnNodes.taken(text.text, table: table, graph: graph(of: record, table))
    let meant = all.filter { taken in
      let kind = found[taken.entity].kind.kind
      return switch target {
      case .own: false
      case .key(let wanted, _): wanted == nil || wanted == kind
      case .named(let selection): selection.contains(kind)
      }
    }
    let itself = meant.filter(\.isItself)
    guard itself.isEmpty else { return itself.map { NodeIndex($0.entity) } }
    let allowed = meant.filter { kinds.contains(found[$0.entity].kind.kind) }
    return (allowed.isEmpty ? meant : allowed).map { NodeIndex($0.entity) }
  }

  /// The nodes with a key.
  private func nodes(_ text: RecordText, _ kind: NodeKind?, _ literal: String) -> [NodeIndex] {
    func matching(_ key: String) -> [NodeIndex] {
      keys[key].filter { kind == nil || found[$0].kind.kind == kind }.map { NodeIndex($0) }
    }
    let exact = matching(KeyRegistry.key(literal, [text.text]))
    guard exact.isEmpty else { return exact }
    // Things that have no key but their name are told apart as names are.
    return matching(KeyRegistry.key(literal, [NameKey(text.text).text]))
  }
}
