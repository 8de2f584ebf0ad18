public import Bilingual
public import ChainModel
public import GraphKernel

/// What a query found.
public struct QueryResult: Sendable {
  /// The nodes or the ways.
  public enum Content: Sendable, Hashable {
    /// Nodes by kind in the order of the ontology, then in name order.
    case nodes([NodeIndex])
    /// Ways from a start to an end, the shortest first; and whether there are more, or may be.
    case paths([[NodeIndex]], isCut: Bool)
  }

  /// A step of the evaluation.
  public struct Step: Sendable, Hashable {
    /// The part of the expression, in canonical form.
    public let expression: BilingualText
    /// What it means, as a phrase.
    public let meaning: BilingualText
    /// How many nodes, or ways, it gave.
    public let count: Int
  }

  /// What was found.
  public let content: Content
  /// The query as a sentence.
  public let sentence: BilingualText
  /// What was done, in the order of doing; a single node by name is no step.
  public let steps: [Step]
  /// The nodes that the expression names, each alone and once, in its order; of named queries not those that
  /// stand in them.
  package let named: [NodeIndex]

  /// The nodes found; of ways, those on them.
  public var nodes: [NodeIndex] {
    switch content {
    case .nodes(let nodes): return nodes
    case .paths(let paths, _):
      var seen: Set<NodeIndex> = []
      return paths.joined().filter { seen.insert($0).inserted }
    }
  }

  /// How many nodes or ways were found.
  public var count: Int {
    switch content {
    case .nodes(let nodes): nodes.count
    case .paths(let paths, _): paths.count
    }
  }
}

extension Dataset {
  /// Evaluates `query` on the data set, with the queries that it gives names.
  ///
  /// - Throws: What cannot be understood on these data: names that mean nothing or several things,
  ///   words that the vocabulary lacks, faults of named queries; or what takes too long.
  /// - Complexity: each function is at most near O(*v* + *e*) for each of its nodes; the time is
  ///   bounded by the limits.
  public func evaluate(
    _ query: Query,
    limits: QueryLimits = QueryLimits()
  ) throws(QueryFaults) -> QueryResult {
    let clock = QueryClock(limits)
    var resolver = Resolver(self, query.source, limits, clock)
    let plan = resolver.plan(query.expression)
    guard resolver.faults.isEmpty else {
      throw QueryFaults(faults: resolver.faults, source: query.source.text)
    }
    var evaluator = Evaluator(graph, query.source, limits, clock)
    do throws(QueryFault) {
      try evaluator.define(resolver.named)
      let value = try evaluator.value(of: plan)
      let sentences = QuerySentence(graph: graph, named: resolver.named)
      return QueryResult(
        content: content(value),
        sentence: sentences.sentence(for: plan),
        steps: evaluator.steps.map { step in
          QueryResult.Step(
            expression: BilingualText(
              zh: Printer(language: .zh).text(step.plan.expression),
              en: Printer(language: .en).text(step.plan.expression)
            ),
            meaning: sentences.phrase(for: step.plan),
            count: step.count
          )
        },
        named: plan.named.uniqued()
      )
    } catch {
      throw QueryFaults(faults: [error], source: query.source.text)
    }
  }

  /// Parses and evaluates `expression`; see ``Query/init(parsing:limits:)`` and
  /// ``evaluate(_:limits:)``.
  public func evaluate(
    _ expression: String,
    limits: QueryLimits = QueryLimits()
  ) throws(QueryFaults) -> QueryResult {
    try evaluate(try Query(parsing: expression, limits: limits), limits: limits)
  }

  private func content(_ value: QueryValue) -> QueryResult.Content {
    switch value {
    case .ways(let ways, let isCut): return .paths(ways, isCut: isCut)
    case .set(let set):
      let byKind = Dictionary(grouping: set) { graph.kind(of: $0) }
      return .nodes(
        graph.ontology.kinds.flatMap { graph.inNameOrder(byKind[$0.kind] ?? []) }
      )
    }
  }
}
