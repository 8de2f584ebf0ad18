public import Bilingual
public import ChainModel
import ChainQueries
import GraphKernel

extension Dataset {
  /// The answer to `question`.
  ///
  /// - Parameters:
  ///   - question: What is asked, with names as people write them.
  ///   - language: That of a view's texts; an answer itself speaks both.
  ///   - isExplaining: Whether rows say their derivation as a sentence, where a command can.
  /// - Throws: The first word that means nothing here, or all faults of an expression.
  public func answer(
    _ question: Question,
    language: Language,
    isExplaining: Bool = false
  ) throws(QuestionFault) -> Answer {
    if case .query(let expression) = question {
      do {
        return .query(try evaluate(expression), in: graph, isExplaining: isExplaining)
      } catch {
        throw .query(error)
      }
    }
    do {
      return try answer(inWords: question, language, isExplaining)
    } catch {
      throw .words(error)
    }
  }

  private func answer(
    inWords question: Question,
    _ language: Language,
    _ isExplaining: Bool
  ) throws(ViewFault) -> Answer {
    switch question {
    case .find(let text, let kinds):
      let among = try kinds.map { word throws(ViewFault) in try kind(word) }
      return .found(graph.find(text, among: among.isEmpty ? nil : among), in: graph)
    case .show(let name): return .show(try subject(name), in: graph)
    case .upstream(let name, let depth):
      let start = try subject(name, among: graph.ontology.flowKinds)
      let reach = graph.upstream(of: start, depth: depth)
      return .reach(
        reach,
        from: start,
        command: "upstream",
        in: graph,
        isExplaining: isExplaining
      )
    case .downstream(let name, let depth):
      let start = try subject(name, among: graph.ontology.flowKinds)
      let reach = graph.downstream(of: start, depth: depth)
      return .reach(
        reach,
        from: start,
        command: "downstream",
        in: graph,
        isExplaining: isExplaining
      )
    case .paths(let from, let to, let limit):
      let start = try subject(from, among: graph.ontology.flowKinds)
      let end = try subject(to, at: 1, among: graph.ontology.flowKinds)
      let found = graph.flowPaths(from: start, to: end, limit: limit)
      return .paths(found, from: start, to: end, in: graph, isExplaining: isExplaining)
    case .layers(let name):
      return .layers(of: try chain(of: name), isExplaining: isExplaining)
    case .gaps(let name, let states):
      let cluster = try name.map { name throws(ViewFault) in try chain(of: name).cluster }
      let clusters = cluster.map { [$0] } ?? graph.clustersWithChain()
      let gaps = clusters.flatMap { graph.chain(of: $0).gaps(states: Set(states)) }
      return .gaps(gaps, scope: cluster, in: graph, isExplaining: isExplaining)
    case .owners(let name):
      return .owners(of: try subject(name), in: graph, isExplaining: isExplaining)
    case .duties(let name, let roles, let kinds, let isInheriting):
      let party = try subject(name, among: graph.ontology.partyKinds)
      let roles = try roles.map { word throws(ViewFault) in try role(word) }
      let kinds = try kinds.map { word throws(ViewFault) in try kind(word) }
      let duties = graph.duties(
        of: party,
        roles: roles.isEmpty ? nil : roles,
        isInheriting: isInheriting
      ).filter { kinds.isEmpty || kinds.contains(graph.kind(of: $0.item)) }
      return .duties(duties, of: party, in: graph, isExplaining: isExplaining)
    case .alignment: return .alignment(in: graph)
    case .workload: return .workload(in: graph)
    case .audit(let rules):
      return .audit(graph.audit(rules: rules.isEmpty ? AuditRule.allCases : rules), in: graph)
    case .statistics: return .statistics(of: graph)
    case .impact(let names):
      var removed: [NodeIndex] = []
      for (position, name) in names.enumerated() {
        removed.append(try subject(name, at: position, among: graph.ontology.removableKinds))
      }
      return .impact(graph.impact(removing: removed), in: graph)
    case .list(let words): return try view(words, language: language).list
    case .query: preconditionFailure("an expression is answered by itself")
    }
  }

  private func subject(
    _ name: String,
    at position: Int = 0,
    among kinds: [NodeKind]? = nil
  ) throws(ViewFault) -> NodeIndex {
    try node(name, among: kinds, at: .subject(position))
  }

  /// The chain of the cluster that `name` means, which must have segments.
  private func chain(of name: String) throws(ViewFault) -> Chain {
    let cluster = try subject(name, among: [.cluster])
    let chain = graph.chain(of: cluster)
    guard chain.segments.isEmpty else { return chain }
    throw ViewFailure.hasNoSegments(cluster).fault(in: graph)
  }
}
