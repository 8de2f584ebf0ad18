package import ChainModel
import Diagnostics
package import GraphKernel

/// What machines can check of reference chains: their form, their codes, and how flows stand to stages,
/// roles and an input-output table.
///
/// ```swift
/// let check = ChainCheck(library.graph, classes: IndustryClassification(text))
/// let wrong = check.findings().filter { $0.rule.isError }
/// ```
package struct ChainCheck: Sendable {
  /// The graph of the chains.
  package let graph: ChainGraph
  /// The classification; `nil` where none is at hand, and codes are not looked up.
  package let classes: IndustryClassification?
  /// The table that flows are compared with; `nil` for none.
  package let table: InputOutputTable?

  /// A check of the segments of `graph`.
  package init(
    _ graph: ChainGraph,
    classes: IndustryClassification? = nil,
    table: InputOutputTable? = nil
  ) {
    self.graph = graph
    self.classes = classes
    self.table = table
  }

  /// Everything found, rule by rule in their order, then in the order of the data.
  ///
  /// - Complexity: O(*v* + *e*).
  package func findings() -> [ChainRule.Finding] {
    let found =
      ofSegments() + ofCodes() + ofFlows() + ofReturns() + ofNames() + ofCircles() + withoutMarket()
    let order = Dictionary(
      uniqueKeysWithValues: ChainRule.allCases.enumerated().map { ($1, $0) }
    )
    return found.enumerated().sorted { a, b in
      let (first, second) = (order[a.element.rule] ?? 0, order[b.element.rule] ?? 0)
      return (first, a.element.segment.position, a.offset)
        < (second, b.element.segment.position, b.offset)
    }
    .map(\.element)
  }

  // MARK: What segments say

  /// The sorts of flow by what they carry; see the ontology.
  enum Sort: String {
    case material = "supplies"
    case equipment = "equips"
    case service = "serves"
    case energy = "powers"
    case `return` = "returns"
  }

  /// A flow between segments.
  struct Flow {
    let sort: Sort
    let relation: Relation
    var source: NodeIndex { relation.source }
    var target: NodeIndex { relation.target }
  }

  var segments: [NodeIndex] { graph.nodes(of: .segment) }

  var flows: [Flow] {
    segments.flatMap { segment in
      [Semantics.flow, .return].flatMap { graph.relations(of: segment, at: .source, $0) }
        .compactMap { relation in
          Sort(rawValue: relation.kind.name).map { Flow(sort: $0, relation: relation) }
        }
    }
  }

  private func stage(_ segment: NodeIndex) -> Stage? {
    graph.option(.stage, of: segment).flatMap { Stage(rawValue: $0) }
  }

  func role(_ segment: NodeIndex) -> String? { graph.option(.role, of: segment) }

  func texts(_ name: String, of segment: NodeIndex) -> [String] {
    guard case .list(let values) = graph.attribute(AttributeName(name), of: segment) else {
      return []
    }
    return values.map { $0.description(in: .zh) }
  }

  func codes(_ segment: NodeIndex) -> [String] { texts("gb4754", of: segment) }

  /// Whether goods that go there are sold on: to a market, or to trade, divisions 51 and 52.
  func isSale(to segment: NodeIndex) -> Bool {
    role(segment) == "market"
      || role(segment) == "service"
        && codes(segment).contains { $0.hasPrefix("51") || $0.hasPrefix("52") }
  }

  private func ofSegments() -> [ChainRule.Finding] {
    segments.flatMap { segment in
      var found: [ChainRule.Finding] = []
      func find(_ rule: ChainRule, _ detail: String = "") {
        found.append(.init(rule: rule, segment: segment, other: nil, detail: detail))
      }
      let role = role(segment)
      if role == nil { find(.roleMissing) }
      let codes = codes(segment)
      if codes.isEmpty, role == "product" || role == "service" { find(.codeMissing) }
      for code in codes where classes.map({ !$0.contains(code) }) ?? (code.count != 4) {
        find(.codeUnknown, code)
      }
      let isInner = role == "product" || role == "resource" || role == "service"
      let uses =
        graph.relations(of: segment, at: .source, .flow).count
        + graph.relations(of: segment, at: .source, .return).count
      let gets =
        graph.relations(of: segment, at: .target, .flow).count
        + graph.relations(of: segment, at: .target, .return).count
      if role == "product" || role == "market", gets == 0,
        !graph.hasFlag(AttributeName("boundary"), segment)
      {
        find(.noInflow)
      }
      if isInner, uses == 0 { find(.unused) }
      let terms = texts("terms", of: segment)
      if terms.count < 4 { find(.fewTerms, String(terms.count)) }
      if stage(segment) == nil { find(.noStage) }
      return found
    }
  }

  private func ofFlows() -> [ChainRule.Finding] {
    flows.flatMap { flow in
      var found: [ChainRule.Finding] = []
      func find(_ rule: ChainRule) {
        found.append(
          .init(rule: rule, segment: flow.source, other: flow.target, detail: flow.sort.rawValue)
        )
      }
      let (a, b) = (role(flow.source), role(flow.target))
      if a == "market" { find(.marketSupplies) }
      if flow.source == flow.target { find(.selfSupply) }
      if isMisfit(flow) { find(.kindMisfit) }
      if let first = stage(flow.source), let second = stage(flow.target),
        haveOneHome(flow.source, flow.target)
      {
        if flow.sort == .return, second > first { find(.lateReturn) }
        if [.material, .energy, .equipment].contains(flow.sort), second < first {
          find(.againstStage)
        }
      }
      guard flow.sort == .material, !isSale(to: flow.target) else { return found }
      if b == "service", a == "product" || a == "resource", !isIndustrial(flow.target) {
        find(.goodsToService)
      }
      if flow.relation.origin.document == nil { find(.unsourced) }
      if let table,
        table.answer(from: codes(flow.source), to: codes(flow.target)) == .implausible
      {
        find(.implausible)
      }
      return found
    }
  }

  /// A stage belongs to a segment in its chain: between chains nothing follows from it.
  private func haveOneHome(_ a: NodeIndex, _ b: NodeIndex) -> Bool {
    let homes = home(of: a)
    return homes == home(of: b)
  }

  func home(of segment: NodeIndex) -> Set<NodeIndex> {
    Set(
      graph.relations(of: segment, at: .source, .containment).map(\.target)
        .filter { graph.kind(of: $0) == .chain }
    )
  }

  /// Whether a flow's sort fits neither end: a service between goods, equipment that is a resource, energy
  /// out of a market.
  private func isMisfit(_ flow: Flow) -> Bool {
    let ends = [role(flow.source), role(flow.target)]
    return switch flow.sort {
    case .material, .return: false
    case .service: ends.allSatisfy { $0 == "product" || $0 == "market" }
    case .equipment: ends[0] == "resource" || ends[0] == "public"
    case .energy: ends[0] == "market"
    }
  }

  /// Whether a class of mining, manufacturing or supply, divisions 06 to 46, works on goods on commission.
  private func isIndustrial(_ segment: NodeIndex) -> Bool {
    let codes = codes(segment)
    return !codes.isEmpty && codes.allSatisfy { ("06"..."46").contains($0.prefix(2)) }
  }

  // MARK: Returns

  /// Returns and what should be one: to recovery goods flow on, out of it they come back.
  private func ofReturns() -> [ChainRule.Finding] {
    let materials = materials()
    return flows.compactMap { flow in
      let isOutOfRecovery = isRecovery(flow.source) && stage(flow.target) != .downstream
      let rule: ChainRule
      if flow.sort == .return {
        if isOutOfRecovery || goesBack(flow) { return nil }
        let onward = materials.reach(from: [flow.target]).lazy.map(\.node)
        guard !onward.contains(flow.source) else { return nil }
        rule = .idleReturn
      } else {
        guard flow.sort == .material, isOutOfRecovery else { return nil }
        rule = .unmarkedReturn
      }
      return .init(
        rule: rule,
        segment: flow.source,
        other: flow.target,
        detail: flow.sort.rawValue
      )
    }
  }

  /// Whether a flow goes to an earlier stage of the same chain.
  private func goesBack(_ flow: Flow) -> Bool {
    guard let first = stage(flow.source), let second = stage(flow.target) else { return false }
    return second < first && haveOneHome(flow.source, flow.target)
  }

  /// Whether a segment recovers what was used: a service of division 42, or of class 3736, ship breaking.
  private func isRecovery(_ segment: NodeIndex) -> Bool {
    role(segment) == "service"
      && codes(segment).contains { $0.hasPrefix("42") || $0 == "3736" }
  }

  // MARK: Names

  private func ofNames() -> [ChainRule.Finding] {
    var bearers: [NameKey: NodeIndex] = [:]
    var terms: [NameKey: NodeIndex] = [:]
    var found: [ChainRule.Finding] = []
    func look(
      _ word: String,
      of segment: NodeIndex,
      in words: inout [NameKey: NodeIndex],
      _ rule: ChainRule
    ) {
      guard let first = words.updateValue(words[NameKey(word)] ?? segment, forKey: NameKey(word))
      else { return }
      guard first != segment else { return }
      found.append(.init(rule: rule, segment: first, other: segment, detail: word))
    }
    for segment in segments {
      for name in [graph.name(of: segment)] + graph.aliases(of: segment) {
        look(name, of: segment, in: &bearers, .sharedName)
        look(name, of: segment, in: &terms, .sharedTerm)
      }
      for term in texts("terms", of: segment) { look(term, of: segment, in: &terms, .sharedTerm) }
    }
    // A shared name is told once, as the graver of both.
    let names = Set(found.filter { $0.rule == .sharedName }.map(\.detail))
    return found.filter { $0.rule == .sharedName || !names.contains($0.detail) }
  }

  // MARK: Ways

  /// What flows as material. Equipment and energy close circles that are none: who makes presses buys
  /// castings, and who makes power buys what power made.
  private func materials() -> Digraph {
    graph.digraph(.flow).filtered { arc, _, _ in
      graph.relation(arc, .flow).kind.name == Sort.material.rawValue
    }
  }

  /// Circles of materials.
  private func ofCircles() -> [ChainRule.Finding] {
    let digraph = materials()
    let components = digraph.stronglyConnectedComponents()
    return components.indices.filter { components.isCyclic($0) }.compactMap { component in
      let members = Array(components.members(of: component))
      guard members.count > 1, let first = members.min(by: { $0.position < $1.position }) else {
        return nil
      }
      let names = members.sorted { $0.position < $1.position }.map { graph.name(of: $0) }
      return .init(
        rule: .circle,
        segment: first,
        other: nil,
        detail: names.joined(separator: "、")
      )
    }
  }

  /// Segments from which no market is reached; a return counts as a way out of recovery.
  private func withoutMarket() -> [ChainRule.Finding] {
    let markets = segments.filter { role($0) == "market" }
    let digraph = graph.digraph(.flow)
    var reaching = Set(markets)
    reaching.formUnion(digraph.reach(from: markets, .reverse).map(\.node))
    return segments.filter { segment in
      role(segment) != "public" && !reaching.contains(segment)
        && graph.relations(of: segment, at: .source, .return).isEmpty
    }
    .map { .init(rule: .noMarket, segment: $0, other: nil, detail: "") }
  }
}

extension ChainCheck {
  /// What a chain holds.
  package struct Figures: Sendable, Hashable {
    /// The segments that are at home in it.
    package var segments = 0
    /// The flows out of them, and into them from segments of other chains.
    package var flows = 0
    /// Those of materials that are not sold to a market or to trade.
    package var materialFlows = 0
    /// Those of materials for which something is cited.
    package var sourced = 0
  }

  /// What `chain` holds.
  package func figures(of chain: NodeIndex) -> Figures {
    let members = Set(graph.relations(of: chain, at: .target, .containment).map(\.source))
    var figures = Figures()
    figures.segments = members.count { graph.kind(of: $0) == .segment }
    for flow in flows(touching: members) {
      figures.flows += 1
      guard flow.sort == .material, !isSale(to: flow.target) else { continue }
      figures.materialFlows += 1
      if flow.relation.origin.document != nil { figures.sourced += 1 }
    }
    return figures
  }

  private func flows(touching members: Set<NodeIndex>) -> [Flow] {
    flows.filter { flow in
      members.contains(flow.source)
        || (members.contains(flow.target) && graph.kind(of: flow.source) == .segment)
    }
  }
}
