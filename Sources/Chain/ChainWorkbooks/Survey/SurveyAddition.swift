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
  /// What each survey found about a segment, for a second row on it, and to revise what an earlier
  /// reading of the same visit said.
  private var findings: [NodeIndex: [NodeIndex: SurveyForm.Finding]] = [:]

  init(to dataset: Dataset) {
    self.dataset = dataset
    builder = ChainGraphBuilder(ontology: dataset.graph.ontology)
    builder.addNodes(of: dataset.graph)
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
  consuming func graph(_ form: SurveyForm, _ log: inout FaultLog) -> ChainGraph? {
    for row in form.rows { take(row, &log) }
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
    return stated == nil || relation.origin.basis == .document
  }

  /// Whether the relation is what an earlier reading of a visit said of a segment that it speaks of
  /// again: what its survey says, and enterprises that its record alone puts there.
  private func isRevised(_ relation: Relation) -> Bool {
    if findings[relation.source]?[relation.target] != nil { return true }
    guard relation.kind == RelationKind("operatesIn") else { return false }
    return records.values.contains { record in
      record.document == relation.origin.document
        && findings[record.survey]?[relation.target] != nil
    }
  }

  private mutating func take(_ row: SurveyForm.Row, _ log: inout FaultLog) {
    guard let segment = segment(row, &log) else { return }
    let visit = Visit(date: row.date, surveyor: row.surveyor)
    let record = record(of: visit) ?? begin(visit)
    records[record.survey] = record
    if let finding = findings[record.survey]?[segment], finding != row.finding {
      log.report(.surveyTwice(at: row.place))
      return
    }
    findings[record.survey, default: [:]][segment] = row.finding
    let origin = Origin.cited(record.document, place: row.basis.isEmpty ? "摸排" : row.basis)
    // A list that ends in 等 closes nothing.
    if !row.isOpen { state("surveys", record.survey, segment, origin) }
    switch row.finding {
    case .short: state("statesShort", record.survey, segment, origin)
    case .present where row.enterprises.isEmpty || row.isOpen:
      state("statesRunning", record.survey, segment, origin)
    case .none, .present: break
    }
    for name in row.enterprises {
      guard let enterprise = enterprise(name, origin, row, &log) else { continue }
      state("operatesIn", enterprise, segment, origin, isOpen: row.isOpen)
    }
  }

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
    return found.first ?? builder.addNode(.enterprise, name: name, origin: origin)
  }

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
