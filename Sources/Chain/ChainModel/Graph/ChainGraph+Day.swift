import Columns
package import GraphKernel

/// The graph of one day.
extension ChainGraph {
  /// Whether something in it holds for some days alone: a relation, an entry, an edition, or a party that
  /// was succeeded.
  ///
  /// - Complexity: O(1).
  package var isDated: Bool {
    let names = nodeTable.attributes.words.names
    return !origins.periods.isEmpty || relationTables[.succession] != nil
      || [AttributeName.from, .until, .effective, .expires].contains { names.contains($0) }
  }

  /// Whether `node` is there on the day that is asked about.
  package func isPresent(_ node: NodeIndex) -> Bool { standing?.absent.contains(node) != true }

  /// The same nodes with the relations that hold on `day`, and who stands on it where another was stated.
  ///
  /// - A relation holds in its period, a statement of responsibility from the beginning of its document on.
  /// - A node that has ended, or has not begun, has no relation but those of succession.
  /// - A statement of a document that was replaced, or has expired, ends; one that another document amends
  ///   ends where that states the same role of the same item anew.
  /// - A statement that holds, and whose party ended or was succeeded, goes to its successors: to the only one
  ///   for sure, to several possibly, to none where there is none. Who takes an item over gets it alone. After
  ///   the end that somebody wrote it goes to nobody.
  ///
  /// - Parameter handsOn: Whether statements go to successors; else they stay with whom they name.
  /// - Complexity: O(*v* + *e*), and O(successors) for each statement that is handed over.
  package func inForce(on day: CalendarDate, handsOn: Bool = true) -> ChainGraph {
    var snapshot = DaySnapshot(of: self, on: day, handsOn: handsOn)
    var part = ChainGraph(
      ontology: ontology,
      nodeTable: Guarded(nodeTable),
      relationTables: snapshot.relations()
        .tables(ontology, nodeCount: nodes.count).mapValues { Guarded($0) },
      origins: Guarded(origins),
      names: Guarded(names)
    )
    part.day = day
    part.standing = snapshot.standing
    return part
  }

  /// The days from which on something else may hold, ascending: a relation or a node begins, or has ended the
  /// day before; an edition takes effect, or has expired.
  package var turningDays: [CalendarDate] {
    var days: Set<CalendarDate> = []
    func add(_ period: Origin.Period) {
      if let from = period.from { days.insert(from.firstDay) }
      if let until = period.until { days.insert(until.nextDay) }
    }
    guard isDated else { return [] }
    for number in 0..<origins.count { add(origins.period(UInt32(number))) }
    for node in nodes {
      add(period(of: node))
      for name in [AttributeName.effective, .date] where kind(of: node) == .document {
        if let day = date(name, of: node) { days.insert(day.firstDay) }
      }
      if let day = date(.expires, of: node) { days.insert(day.nextDay) }
    }
    return days.sorted()
  }

  /// The days of an entry; always where nobody bounds them, or where they are none.
  package func period(of node: NodeIndex) -> Origin.Period {
    Origin.Period(from: date(.from, of: node), until: date(.until, of: node)) ?? .always
  }

  /// The date that `node` has under `name`.
  package func date(_ name: AttributeName, of node: NodeIndex) -> CalendarDate? {
    guard case .date(let date) = attribute(name, of: node) else { return nil }
    return date
  }

  /// The first day on which what a document states holds: that on which it takes effect, else its date.
  package func beginning(of document: NodeIndex) -> CalendarDate? {
    (date(.effective, of: document) ?? date(.date, of: document))?.firstDay
  }
}

/// What holds in a graph on one day.
private struct DaySnapshot {
  private let graph: ChainGraph
  private let day: CalendarDate
  private let all: RelationColumns
  private let handsOn: Bool
  private(set) var standing: Standing
  /// Who stands where another was, and since when, where somebody says.
  private typealias Heir = (party: NodeIndex, since: CalendarDate?)
  /// Who succeeded each party by the day.
  private var successions: [NodeIndex: [Heir]] = [:]
  /// Who takes each item over.
  private var takers: [NodeIndex: [Heir]] = [:]
  /// Documents whose statements have ended, or have not begun.
  private var silent: Set<NodeIndex> = []
  /// For each document those that amend it and hold.
  private var amendments: [NodeIndex: [NodeIndex]] = [:]
  private var found = RelationColumns.Builder()
  private var seen: Set<Row> = []

  private struct Row: Hashable {
    let kind: Int
    let source: NodeIndex
    let target: NodeIndex
  }

  private struct Matter: Hashable {
    let item: NodeIndex
    let role: Int
  }

  init(of graph: ChainGraph, on day: CalendarDate, handsOn: Bool) {
    let day = day.lastDay
    self.graph = graph
    self.handsOn = handsOn
    self.day = day
    all = RelationColumns(of: graph)
    let names = graph.nodeTable.attributes.words.names
    let haveDays = names.contains(.from) || names.contains(.until)
    let absent = haveDays ? graph.nodes.filter { !graph.period(of: $0).contains(day) } : []
    standing = Standing(on: day, absent: Set(absent))
    findEditions()
    findSuccessions()
  }

  private func relation(_ position: Int) -> Relation { all.relation(position, in: graph) }

  private func holds(_ relation: Relation) -> Bool { relation.period.contains(day) }

  private func isSuccession(_ position: Int) -> Bool {
    graph.ontology.relations[all.kind(of: position)].semantics == .succession
  }

  // MARK: Editions

  private mutating func findEditions() {
    for document in graph.nodes(of: .document) {
      let begins = graph.beginning(of: document)
      if let begins, begins > day { silent.insert(document) }
      if let end = graph.date(.expires, of: document), end.lastDay < day { silent.insert(document) }
      // An edition acts from its own beginning, or from the day that is said of it.
      func acts(_ relation: Relation) -> Bool {
        (relation.period.from?.firstDay ?? begins).map { $0 <= day } ?? false
      }
      for old in graph.relations(of: document, at: .source, .replaces) where acts(old) {
        silent.insert(old.target)
      }
      for old in graph.relations(of: document, at: .source, .amends) where acts(old) {
        amendments[old.target, default: []].append(document)
      }
    }
  }

  /// What documents state anew that amend another.
  private func amended() -> [NodeIndex: Set<Matter>] {
    guard !amendments.isEmpty else { return [:] }
    var stated: [NodeIndex: Set<Matter>] = [:]
    for position in 0..<all.count where isResponsibility(position) {
      guard let document = graph.origins.document(all.origins[position]) else { continue }
      let period = graph.origins.period(all.origins[position])
      // Who states something from a later day on amends nothing before it.
      guard period.from.map({ $0.firstDay <= day }) ?? true else { continue }
      let item = NodeIndex(offset: all.targets[position])
      stated[document, default: []].insert(Matter(item: item, role: all.kind(of: position)))
    }
    return amendments.mapValues { $0.reduce(into: []) { $0.formUnion(stated[$1] ?? []) } }
  }

  private func isResponsibility(_ position: Int) -> Bool {
    graph.ontology.relations[all.kind(of: position)].semantics == .responsibility
  }

  // MARK: Successions

  private mutating func findSuccessions() {
    guard handsOn, graph.relationTables[.succession] != nil else { return }
    for position in 0..<all.count where isSuccession(position) {
      let relation = relation(position)
      let (new, old) = (relation.source, relation.target)
      if relation.kind == .takesOver, holds(relation) {
        takers[old, default: []].append((new, relation.period.from?.firstDay))
      }
      guard relation.kind == .succeeds, graph.kind(of: new) == graph.kind(of: old),
        graph.ontology.partyKinds.contains(graph.kind(of: old))
      else { continue }
      // A party ends before it is succeeded, and the new one begins that day.
      let from = relation.period.from?.firstDay ?? graph.date(.until, of: old)?.nextDay
      if from.map({ $0 <= day }) ?? true { successions[old, default: []].append((new, from)) }
    }
  }

  /// Those that stand for an item where a party was that has ended or was succeeded: of its kind those that
  /// take the item over, or else those that succeeded it.
  private func heirs(of party: NodeIndex, _ item: NodeIndex) -> [Heir] {
    let general = successions[party] ?? []
    guard standing.absent.contains(party) || !general.isEmpty else { return [] }
    // An item is taken over from whom it is stated for, not from those who come after.
    let isStated =
      takers[item] != nil
      && graph.relations(of: item, at: .target, .responsibility).contains { $0.source == party }
    let special = (isStated ? takers[item] ?? [] : []).filter {
      $0.party != party && graph.kind(of: $0.party) == graph.kind(of: party)
    }
    var heirs: [Heir] = []
    for heir in special.isEmpty ? general : special
    where heir.party != party && !heirs.contains(where: { $0.party == heir.party }) {
      heirs.append(heir)
    }
    return heirs
  }

  /// Who stands on the day where a party was stated; `nil` for nobody.
  private func holders(
    of party: NodeIndex,
    _ item: NodeIndex
  ) -> [(party: NodeIndex?, isCertain: Bool, since: CalendarDate?)] {
    var result: [(party: NodeIndex?, isCertain: Bool, since: CalendarDate?)] = []
    var open: [(party: NodeIndex, isCertain: Bool, since: CalendarDate?)] = [(party, true, nil)]
    var seen: Set<NodeIndex> = [party]
    while let next = open.popLast() {
      let heirs = heirs(of: next.party, item)
      if heirs.isEmpty {
        let isGone = standing.absent.contains(next.party)
        let end = graph.date(.until, of: next.party)?.nextDay
        result.append(
          (isGone ? nil : next.party, next.isCertain, isGone ? end : next.since)
        )
      }
      for (heir, since) in heirs.reversed() where seen.insert(heir).inserted {
        open.append((heir, next.isCertain && heirs.count == 1, since))
      }
    }
    // Who succeeded one another in a circle, and all have ended.
    if result.isEmpty { result.append((nil, true, nil)) }
    return result
  }

  // MARK: Relations

  /// The relations of the day, in the order of their entry.
  mutating func relations() -> RelationColumns {
    let held = held()
    // Who is named for an item needs no succession to stand there.
    let named = Set(
      held.filter { isResponsibility($0) && !isHandedOn($0) }.map { row($0, from: source($0)) }
    )
    for position in held {
      if isResponsibility(position), isHandedOn(position) {
        handOn(position, besides: named)
      } else {
        append(position, from: source(position))
      }
    }
    return found.finish()
  }

  /// The relations that hold on the day, each with whom it names.
  private mutating func held() -> [Int] {
    let amended = amended()
    return (0..<all.count).filter { position in
      if isSuccession(position) { return true }
      let period = graph.origins.period(all.origins[position])
      guard period.contains(day) else {
        let isLater = period.from.map { $0.firstDay > day } ?? false
        if isLater { standing.laterCount += 1 } else { standing.endedCount += 1 }
        return false
      }
      let target = target(position)
      guard !standing.absent.contains(target) else { return false }
      guard isResponsibility(position) else { return !standing.absent.contains(source(position)) }
      // Who has not begun stands nowhere yet.
      if let from = graph.date(.from, of: source(position)), from.firstDay > day {
        standing.laterCount += 1
        return false
      }
      guard let document = graph.origins.document(all.origins[position]) else { return true }
      let matter = Matter(item: target, role: all.kind(of: position))
      if isOver(document) || amended[document]?.contains(matter) == true {
        standing.endedCount += 1
        return false
      }
      // A statement says its own beginning, or begins with its document.
      if silent.contains(document), period.from == nil {
        standing.laterCount += 1
        return false
      }
      return true
    }
  }

  private func source(_ position: Int) -> NodeIndex { NodeIndex(offset: all.sources[position]) }

  private func target(_ position: Int) -> NodeIndex { NodeIndex(offset: all.targets[position]) }

  private func row(_ position: Int, from source: NodeIndex) -> Row {
    Row(kind: all.kind(of: position), source: source, target: target(position))
  }

  /// Whether a document was replaced, or has expired.
  private func isOver(_ document: NodeIndex) -> Bool {
    guard silent.contains(document) else { return false }
    return graph.beginning(of: document).map { $0 <= day } ?? true
  }

  /// Whether another than the party that a statement names may stand there.
  private func isHandedOn(_ position: Int) -> Bool {
    let source = source(position)
    guard handsOn, standing.absent.contains(source) || successions[source] != nil else {
      return false
    }
    return holders(of: source, target(position)).contains { $0.party != source }
  }

  /// Adds a statement under the names of those who stand for its party.
  private mutating func handOn(_ position: Int, besides named: Set<Row>) {
    let (source, target) = (source(position), target(position))
    for holder in holders(of: source, target) {
      if let party = holder.party {
        guard !named.contains(row(position, from: party)) else { continue }
        append(position, from: party)
      }
      standing.add(
        Standing.Handover(
          item: target,
          role: graph.ontology.relations[all.kind(of: position)].kind,
          predecessor: source,
          party: holder.party,
          isCertain: holder.isCertain,
          since: holder.since
        )
      )
    }
  }

  private mutating func append(_ position: Int, from source: NodeIndex) {
    let row = row(position, from: source)
    // Two parties may have one successor; several periods of a succession stand apart.
    guard isSuccession(position) || seen.insert(row).inserted else { return }
    _ = found.append(
      kind: row.kind,
      isOpen: all.kinds[position] & RelationTable.openMark != 0,
      source: source,
      target: row.target,
      origin: all.origins[position]
    )
  }
}
