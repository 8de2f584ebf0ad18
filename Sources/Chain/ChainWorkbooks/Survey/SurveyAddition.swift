import Bilingual
import ChainFiles
import ChainModel
import Diagnostics
import GraphKernel

/// The facts that a list to survey by adds to a graph.
struct SurveyAddition {
  private let dataset: Dataset
  private var builder: ChainGraphBuilder
  /// The records of visits, by their surveys.
  private var records: [NodeIndex: Record] = [:]
  /// What the rows say, each relation once.
  private var stated: [Fact: Ground] = [:]
  private var order: [Fact] = []
  /// What the list says of each segment that a survey looked at, in its order.
  private var groups: [Group] = []
  private var groupOf: [NodeIndex: [NodeIndex: Int]] = [:]
  /// Who operates in a segment, as the data has it.
  private let operating: [NodeIndex: [NodeIndex]]
  /// From what the surveys of the data say what they say of a segment.
  private let said: [NodeIndex: [NodeIndex: Origin]]
  private var told: [Diagnostic] = []

  init(to dataset: Dataset) {
    self.dataset = dataset
    builder = ChainGraphBuilder(ontology: dataset.graph.ontology)
    builder.addNodes(of: dataset.graph)
    var operating: [NodeIndex: [NodeIndex]] = [:]
    var said: [NodeIndex: [NodeIndex: Origin]] = [:]
    for relation in dataset.graph.allRelations() {
      if relation.kind == .operatesIn {
        operating[relation.target, default: []].append(relation.source)
      } else if dataset.graph.kind(of: relation.source) == .survey,
        said[relation.source]?[relation.target] == nil
      {
        said[relation.source, default: [:]][relation.target] = relation.origin
      }
    }
    self.operating = operating
    self.said = said
  }

  /// The rows on one segment of one visit, and what an earlier reading of them left.
  private struct Group {
    let record: Record
    let segment: NodeIndex
    var rows: [SurveyForm.Row]
    /// Whether they say what they said when they were read before: then nothing is done.
    var isSettled = false
    /// The enterprises that the earlier reading put into the segment.
    var earlier: Set<NodeIndex> = []

    /// Where the survey's facts on the segment are cited from: by what it is known, and what the list
    /// says, so that the next reading can tell what this one wrote from what people write beside.
    var place: String {
      var bases: [String] = []
      for row in rows where !bases.contains(row.basis) && !row.basis.isEmpty {
        bases.append(row.basis)
      }
      return SurveyCitation(
        basis: bases.isEmpty ? "摸排" : bases.joined(separator: "；"),
        finding: rows[0].finding,
        enterprises: rows.flatMap(\.enterprises),
        isOpen: rows.contains(where: \.isOpen)
      ).text
    }
  }

  /// Somebody on a day.
  private struct Visit: Hashable {
    let date: CalendarDate
    let surveyor: String

    /// 2026-03-01（张三）.
    var name: String { surveyor.isEmpty ? "\(date)" : "\(date)（\(surveyor)）" }
  }

  /// The survey of a visit, and the record that its facts cite.
  private struct Record {
    let survey: NodeIndex
    let document: NodeIndex
  }

  private struct Fact: Hashable {
    let kind: RelationKind
    let source: NodeIndex
    let target: NodeIndex
  }

  private struct Ground: Equatable {
    let origin: Origin
    let isOpen: Bool
  }

  /// The graph with what the rows say; `nil` when one of them cannot be taken in, which is reported.
  ///
  /// - Parameter told: takes what to look at though all rows can be taken in.
  consuming func graph(
    _ form: SurveyForm,
    _ log: inout FaultLog,
    _ told: inout [Diagnostic]
  ) -> ChainGraph? {
    for row in form.rows { group(row, &log) }
    for position in groups.indices { take(position, &log) }
    told += self.told
    guard log.diagnostics.isEmpty else { return nil }
    var held: Set<Fact> = []
    for relation in dataset.graph.allRelations() {
      let fact = Fact(kind: relation.kind, source: relation.source, target: relation.target)
      guard isKept(relation, stated[fact]) else { continue }
      held.insert(fact)
      builder.addRelation(relation)
    }
    for fact in order where !held.contains(fact) {
      guard let ground = stated[fact] else { continue }
      builder.addRelation(
        fact.kind,
        from: fact.source,
        to: fact.target,
        origin: ground.origin,
        isOpen: ground.isOpen
      )
    }
    do { return try builder.finish() } catch {
      // A data set's own kind that can be upstream of something need not be one to operate in.
      if let row = form.rows.first { log.report(.surveyDoesNotFit(at: row.place)) }
      return nil
    }
  }

  /// Whether a relation of the data stays: general knowledge makes room for what somebody saw, and
  /// what the same visit said before for what it says now.
  private func isKept(_ relation: Relation, _ stated: Ground?) -> Bool {
    if isRevised(relation) {
      return stated == Ground(origin: relation.origin, isOpen: relation.isOpen)
    }
    return stated == nil || relation.origin.basis.isStated
  }

  /// Whether the relation is what an earlier reading of a visit said of a segment of which the list now
  /// says something else: what its survey says, and enterprises that this reading put there.
  private func isRevised(_ relation: Relation) -> Bool {
    if let position = groupOf[relation.source]?[relation.target] {
      return !groups[position].isSettled
    }
    guard relation.kind == .operatesIn else { return false }
    return groups.contains { group in
      !group.isSettled && group.segment == relation.target
        && group.record.document == relation.origin.document
        && group.earlier.contains(relation.source)
    }
  }

  /// Puts a row to the others on its segment and of its visit.
  private mutating func group(_ row: SurveyForm.Row, _ log: inout FaultLog) {
    guard let segment = segment(row, &log) else { return }
    let visit = Visit(date: row.date, surveyor: row.surveyor)
    let record = record(of: visit) ?? begin(visit)
    records[record.survey] = record
    guard let position = groupOf[record.survey]?[segment] else {
      groupOf[record.survey, default: [:]][segment] = groups.count
      groups.append(Group(record: record, segment: segment, rows: [row]))
      return
    }
    if groups[position].rows[0].finding != row.finding {
      log.report(.surveyTwice(at: row.place))
    } else {
      groups[position].rows.append(row)
    }
  }

  /// Takes in what the rows of a group say that an earlier reading of them did not.
  private mutating func take(_ position: Int, _ log: inout FaultLog) {
    let (group, place) = (groups[position], groups[position].place)
    let before = citation(of: group)
    let earlier = before.flatMap(SurveyCitation.init(text:))
    groups[position].isSettled = before == place
    let written = Set(earlier?.enterprises ?? [])
    var gone: [String] = []
    for name in written {
      let found = builder.nodes(named: name, among: .only([.enterprise]))
      let there = found.filter { operating[group.segment]?.contains($0) ?? false }
      groups[position].earlier.formUnion(there)
      if there.isEmpty { gone.append(name) }
    }
    // What the list said before and says still, and the data set no longer has, is not written back.
    let names = Set(group.rows.flatMap(\.enterprises))
    let kept = gone.filter(names.contains).sorted()
    if !kept.isEmpty { told.append(.surveyMovedOn(name(group), kept, at: group.rows[0].place)) }
    warnOfEnterprises(groups[position])
    guard before != place else { return }
    let origin = Origin.cited(group.record.document, place: place)
    // A list that ends in 等 closes nothing.
    if group.rows.contains(where: { !$0.isOpen }) {
      state("surveys", group.record.survey, group.segment, origin)
    }
    switch group.rows[0].finding {
    case .short: state("statesShort", group.record.survey, group.segment, origin)
    case .present where group.rows.contains(where: { $0.enterprises.isEmpty || $0.isOpen }):
      state("statesRunning", group.record.survey, group.segment, origin)
    case .none, .present: break
    }
    for row in group.rows {
      let place = row.basis.isEmpty ? "摸排" : row.basis
      let origin = Origin.cited(group.record.document, place: place)
      for name in row.enterprises where !gone.contains(name) {
        guard let enterprise = enterprise(name, origin, row, &log) else { continue }
        state("operatesIn", enterprise, group.segment, origin, isOpen: row.isOpen)
      }
    }
  }

  /// From where the survey's facts on the segment are cited in the data; `nil` where it has none.
  private func citation(of group: Group) -> String? {
    let origin = said[group.record.survey]?[group.segment]
    return origin?.document == group.record.document ? origin?.place : nil
  }

  /// Nothing was found, and others know of somebody there.
  private mutating func warnOfEnterprises(_ group: Group) {
    guard group.rows[0].finding == .none else { return }
    let rest = (operating[group.segment] ?? []).filter {
      group.isSettled || !group.earlier.contains($0)
    }
    guard !rest.isEmpty else { return }
    let names = rest.map { builder.name(of: $0) }
    told.append(.surveyContradicts(name(group), names, at: group.rows[0].place))
  }

  private func name(_ group: Group) -> String { builder.name(of: group.segment) }

  private mutating func state(
    _ kind: String,
    _ source: NodeIndex,
    _ target: NodeIndex,
    _ origin: Origin,
    isOpen: Bool = false
  ) {
    let fact = Fact(kind: RelationKind(kind), source: source, target: target)
    let ground = Ground(origin: origin, isOpen: isOpen)
    if stated.updateValue(ground, forKey: fact) == nil { order.append(fact) }
  }

  // MARK: Nodes

  /// The only segment of that name; a report when there is none, or several.
  private func segment(_ row: SurveyForm.Row, _ log: inout FaultLog) -> NodeIndex? {
    let kinds = dataset.graph.ontology.flowKinds
    let found = builder.nodes(named: row.segment, among: .only(kinds))
    if found.count != 1 {
      log.report(.unknownSegment(row.segment, count: found.count, at: row.place))
    }
    return found.count == 1 ? found[0] : nil
  }

  private mutating func enterprise(
    _ name: String,
    _ origin: Origin,
    _ row: SurveyForm.Row,
    _ log: inout FaultLog
  ) -> NodeIndex? {
    let found = builder.nodes(named: name, among: .only([.enterprise]))
    if found.count > 1 {
      log.report(.ambiguousEnterprise(name, count: found.count, at: row.place))
      return nil
    }
    if let node = found.first { return node }
    let others = similar(to: name)
    if !others.isEmpty { told.append(.similarEnterprise(name, others, at: row.place)) }
    return builder.addNode(.enterprise, name: name, origin: origin)
  }

  /// Up to three enterprises of the data whose name is a part of this one or has it as a part, or that
  /// differ in one character of a long name.
  private func similar(to name: String) -> [String] {
    let names = dataset.graph.nodes(of: .enterprise).map { dataset.graph.name(of: $0) }
    let close = SpellingSuggestion.closest(to: name, among: names)
    let parts = names.filter { other in
      let (short, long) = other.count < name.count ? (other, name) : (name, other)
      return short.count >= 2 && (long.hasPrefix(short) || long.hasSuffix(short))
    }
    var seen: Set<String> = []
    // Short names that differ in one character are as a rule two firms: 甲辅料 and 乙辅料.
    let found = parts + close.filter { min($0.count, name.count) >= Self.longName }
    return Array(found.filter { seen.insert($0).inserted }.prefix(3))
  }

  private static let longName = 6

  /// What an earlier row, or an earlier reading, made of the visit; a survey that people wrote
  /// themselves cites another document and is left alone.
  private func record(of visit: Visit) -> Record? {
    let surveys = builder.nodes(named: "摸排 \(visit.name)", among: .only([.survey]))
    guard let survey = surveys.first, surveys.count == 1 else { return nil }
    if let record = records[survey] { return record }
    guard survey.position < dataset.graph.nodes.count,
      let document = dataset.graph.origin(of: survey).document,
      builder.nodes(named: "摸排记录 \(visit.name)", among: .only([.document])).contains(document)
    else { return nil }
    return Record(survey: survey, document: document)
  }

  private mutating func begin(_ visit: Visit) -> Record {
    let date = (AttributeName.date, AttributeValue.date(visit.date))
    let document = builder.addNode(
      .document,
      name: free("摸排记录 \(visit.name)", .document),
      attributes: [date]
    )
    builder.setOrigin(.cited(document, place: "摸排"), of: document)
    let survey = builder.addNode(
      .survey,
      name: free("摸排 \(visit.name)", .survey),
      attributes: [date],
      origin: .cited(document, place: "摸排")
    )
    return Record(survey: survey, document: document)
  }

  /// The name, or with a number behind it where something else has it.
  private func free(_ name: String, _ kind: NodeKind) -> String {
    var (candidate, number) = (name, 2)
    while !builder.nodes(named: candidate, among: .only([kind])).isEmpty {
      candidate = "\(name) \(number)"
      number += 1
    }
    return candidate
  }
}

extension ChainGraphBuilder {
  /// Adds all nodes of `graph`, under the same indices as there.
  fileprivate mutating func addNodes(of graph: ChainGraph) {
    for node in graph.nodes {
      _ = addNode(
        graph.kind(of: node),
        name: graph.name(of: node),
        id: graph.id(of: node),
        aliases: graph.aliases(of: node),
        attributes: graph.attributes(of: node).map { ($0.definition.name, $0.value) },
        origin: graph.origin(of: node)
      )
    }
  }

  fileprivate mutating func addRelation(_ relation: Relation) {
    addRelation(
      relation.kind,
      from: relation.source,
      to: relation.target,
      origin: relation.origin,
      isOpen: relation.isOpen
    )
  }
}
