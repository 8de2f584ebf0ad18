import Bilingual
import ChainModel
import Diagnostics
import GraphKernel

/// The second round: relations.
extension MappingRun {
  mutating func relate(_ builder: inout ChainGraphBuilder, _ origins: inout MappedOrigins) {
    var seen: [RelationKey: StatedRelation] = [:]
    for number in tables.indices {
      let table = tables[number]
      for query in mapping.queries where query.reads(table) && !query.isIgnored {
        var strays = StrayEdges()
        for index in 0..<table.count {
          guard log.hasRoom else { return log.cut() }
          let record = self.record(index, of: number)
          guard record.passes(query.filter, in: sources[number]) else { continue }
          for relation in query.relations {
            relate(relation, of: query, record, number, &builder, &origins, &seen, &strays)
          }
        }
        for group in strays.groups {
          let place = location(RecordPlace(table: number, place: group.place))
          log.report(
            .strayEdges(
              group.name,
              group.reason,
              count: group.count,
              example: group.example,
              at: place
            )
          )
        }
      }
    }
  }

  private mutating func relate(
    _ relation: RelationMapping,
    of query: QueryMapping,
    _ record: Record,
    _ table: Int,
    _ builder: inout ChainGraphBuilder,
    _ origins: inout MappedOrigins,
    _ seen: inout [RelationKey: StatedRelation],
    _ strays: inout StrayEdges
  ) {
    guard record.passes(relation.filter, in: sources[table]) else { return }
    let isDrawn = record.table.form == .edges
    if isDrawn, !relation.takesUndirected,
      record.texts(StructuralColumn.directed, in: sources[table]).first?.text == "false"
    {
      // What helps against one helps against all.
      guard reportedUndirected.insert(relation.name.text).inserted else { return }
      let place = RecordPlace(table: table, place: record.place)
      log.report(.undirectedEdge(relation.name.text, at: location(place)))
      return
    }
    for (record, owner) in owners(of: relation, query, record, table) {
      let from = end(relation, .source, query, record, owner, table, builder)
      let to = end(relation, .target, query, record, owner, table, builder)
      strays.add(relation.name.text, from: from, to: to, at: record.place)
      if from.isFaulty || to.isFaulty { continue }
      if from.nodes.isEmpty != to.nodes.isEmpty, from.strays.isEmpty, to.strays.isEmpty {
        summary.addIncomplete(relation.name.text)
      }
      let period = period(of: relation, record, table)
      for source in from.nodes {
        for target in to.nodes {
          let key = RelationKey(
            kind: relation.definition.kind,
            source: source.node,
            target: target.node,
            from: period.from
          )
          let place = RecordPlace(
            table: table,
            place: target.place ?? source.place ?? record.place
          )
          let name = builder.name(of: target.node)
          if let first = seen[key] {
            merge(relation, record, with: first, name, at: place)
            continue
          }
          seen[key] = StatedRelation(table: table, record: record.index, place: place)
          let levels =
            [relation.origin]
            + (relation.owner.map { [query.entities[$0].origin] } ?? [])
            + [query.origin, mapping.origin]
          let stated = origin(levels, record, table)
          let origin = self.origin(stated, name, place, builder, &origins)
          let open = relation.open?.texts(of: record, in: sources[table]).first?.text
          builder.addRelation(
            relation.definition.kind,
            from: source.node,
            to: target.node,
            origin: origin.holding(period),
            isOpen: open == "true" || open == "True"
          )
          relationPlaces.append((place, name))
        }
      }
    }
  }

  /// The days on which a record says that its relation holds; a report where they are none.
  private mutating func period(
    of relation: RelationMapping,
    _ record: Record,
    _ table: Int
  ) -> ChainModel.Origin.Period {
    let place = location(RecordPlace(table: table, place: record.place))
    func day(_ mapping: TextMapping?) -> CalendarDate? {
      guard let text = mapping?.texts(of: record, in: sources[table]).first?.text, !text.isEmpty
      else { return nil }
      let day = CalendarDate(written: text)
      if day == nil { log.report(.badDate(text, at: place)) }
      return day
    }
    let (from, until) = (day(relation.since), day(relation.until))
    guard let period = ChainModel.Origin.Period(from: from, until: until) else {
      let text = [from, until].compactMap { $0?.description }.joined(separator: "至")
      log.report(.emptyPeriod(text, at: place))
      return .always
    }
    return period
  }

  /// Takes once what is stated again. A table says the same in many rows, and records that are one
  /// node by its keys make one edge of several; but an edge that is drawn twice between the same two
  /// nodes is a fault, unless it is said that it may be.
  private mutating func merge(
    _ relation: RelationMapping,
    _ record: Record,
    with first: StatedRelation,
    _ name: String,
    at place: RecordPlace
  ) {
    let other = self.record(first.record, of: first.table)
    func ends(_ record: Record, _ table: Int) -> [String?] {
      [StructuralColumn.source, StructuralColumn.target].map { column in
        record.texts(column, in: sources[table]).first?.text
      }
    }
    let isDrawn = record.table.form == .edges && other.table.form == .edges
    guard isDrawn, !relation.takesParallel, !tolerance.contains(.parallelEdges),
      ends(record, place.table) == ends(other, first.table)
    else {
      summary.merged += 1
      return
    }
    log.report(
      .parallelEdge(name, first: location(first.place).text, at: location(place))
    )
  }

  /// The items of the entity among whose properties a relation stands, or the record as a whole.
  private func owners(
    of relation: RelationMapping,
    _ query: QueryMapping,
    _ record: Record,
    _ table: Int
  ) -> [(record: Record, owner: String?)] {
    guard let owner = relation.owner else { return [(record, nil)] }
    return instances(of: query.entities[owner], record, table).compactMap { key, record in
      key.map { (record, $0) }
    }
  }
}

/// A relation as a pair of nodes.
struct RelationKey: Hashable {
  let kind: RelationKind
  let source: NodeIndex
  let target: NodeIndex
  let from: CalendarDate?
}

/// The record that states a relation first.
struct StatedRelation {
  let table: Int
  let record: Int
  let place: RecordPlace
}
