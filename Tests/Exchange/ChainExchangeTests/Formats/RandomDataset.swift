import ChainExchange
import Bilingual
import ChainFiles
import ChainModel
import GraphKernel
import TestSupport
import Testing

@testable import ChainTestSupport

/// Small data sets with names that formats could take for syntax.
enum RandomDataset {
  static let names = [
    "\"双引号\"", "'单引号'", "]]><![CDATA[", "<b>&amp;&lt;", "`反引号`", "--> x", "%%{init: {}}%%", "C:\\",
    "\\\"", "a\\nb\\N", "'); DROP", "#quot;", "👩‍👩‍👧🏭", "{{x}}|y|", "end", "style a:#1;", "a -> b",
    "@prefix x: <y> .",
    String(repeating: "长", count: 900),
  ]

  /// A data set that follows from `seed` alone.
  static func make(seed: UInt64) throws -> Dataset {
    var random = SplitMix64(seed: seed)
    let ontology = Ontology.builtIn
    var builder = ChainGraphBuilder(ontology: ontology)
    let documents = (0..<3).map { builder.addNode(.document, name: "文\($0)\(names[$0])") }
    func origin() -> Origin {
      guard !random.oneIn(3) else { return .industryKnowledge }
      return .cited(documents[random.number(below: 3)], place: "一/\(random.number(below: 5))<\"")
    }
    for document in documents { builder.setOrigin(origin(), of: document) }
    var nodes = documents
    for number in 0..<random.number(below: 30) {
      let kind = ontology.kinds[random.number(below: ontology.kinds.count)].kind
      let name = "\(number)\(names[random.number(below: names.count)])"
      nodes.append(
        builder.addNode(
          kind,
          name: name,
          id: random.oneIn(3) ? "urn:\(name)" : nil,
          aliases: random.oneIn(2) ? ["别\(name)", "b"] : [],
          origin: origin()
        )
      )
    }
    var seen: Set<[Int]> = []
    for _ in 0..<120 {
      let position = random.number(below: ontology.relations.count)
      let relation = ontology.relations[position]
      let (source, target) = (random.number(below: nodes.count), random.number(below: nodes.count))
      // Parts come later than their wholes, so that they make no circle.
      guard relation.semantics != .containment || target < source,
        relation.sources.contains(builder.kind(of: nodes[source])),
        relation.targets.contains(builder.kind(of: nodes[target])),
        seen.insert([position, source, target]).inserted
      else { continue }
      builder.addRelation(
        relation.kind,
        from: nodes[source],
        to: nodes[target],
        origin: origin().holding(
          random.oneIn(4)
            ? try #require(
              Origin.Period(
                from: random.oneIn(2) ? CalendarDate(parsing: "2023-05") : nil,
                until: CalendarDate(parsing: "2024-02-29")
              )
            ) : .always
        ),
        isOpen: random.oneIn(4)
      )
    }
    return Dataset(
      title: BilingualText(zh: "题<\"&", en: "title\\"),
      jurisdiction: "市",
      language: .zh,
      date: try #require(CalendarDate(parsing: "2024-02")),
      documents: documents,
      graph: try builder.finish()
    )
  }

  /// A filter that follows from `seed` alone: each condition is given or not.
  static func filter(of graph: ChainGraph, seed: UInt64) -> GraphFilter {
    var random = SplitMix64(seed: seed ^ 0xF117E5)
    var filter = GraphFilter()
    if random.oneIn(2) {
      filter.kinds = Set(graph.ontology.kinds.map(\.kind).filter { _ in random.oneIn(2) })
    }
    if random.oneIn(2) {
      filter.relations = Set(graph.ontology.relations.map(\.kind).filter { _ in random.oneIn(2) })
    }
    if random.oneIn(2) { filter.nodes = Set(graph.nodes.filter { _ in !random.oneIn(3) }) }
    return filter
  }
}

extension Dataset {
  /// The text of the data set in a format.
  func text(as format: ExchangeFormat, _ options: ExchangeOptions = .init(language: .zh)) throws
    -> String
  {
    var bytes: [UInt8] = []
    try write(as: format, options: options) { bytes += $0 }
    return try #require(String(validating: bytes, as: UTF8.self))
  }
}
