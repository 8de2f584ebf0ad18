package import ChainModel
package import GraphKernel

/// The reference chain that a segment of a city is taken from.
package struct ChainSection: Sendable, Hashable {
  /// What a city writes under `uses`: shipbuilding.
  package let id: String
  /// What people call it: 船舶与海工装备.
  package let name: String

  /// What the attribute of a segment says: name, identity and edition; a name may have spaces in it.
  fileprivate init?(_ text: String) {
    let words = text.split(separator: " ")
    guard words.count > 2 else { return nil }
    id = String(words[words.count - 2])
    name = words.dropLast(2).joined(separator: " ")
  }
}

extension ChainGraph {
  /// The reference chain that `segment` is taken from; `nil` for one of the city's own.
  package func section(of segment: NodeIndex) -> ChainSection? {
    attribute(.chain, of: segment).flatMap { ChainSection($0.description(in: .zh)) }
  }

  /// The reference chains that the data set uses, in the order of the data.
  ///
  /// - Complexity: O(*s*) for *s* segments.
  package func sections() -> [ChainSection] {
    ontology.flowKinds.flatMap { nodes(of: $0) }.compactMap { section(of: $0) }.uniqued()
  }
}

extension Chain {
  /// The reference chains that its segments are taken from, in the order of the data.
  package var usedSections: [ChainSection] {
    segments.compactMap { graph.section(of: $0) }.uniqued()
  }

  /// By segment, the reference chain that it belongs to; none where the cluster uses fewer than two. A
  /// segment of the city's own goes with its parts, else with what it is a part of, else with its
  /// neighbours.
  package func sections() -> [NodeIndex: ChainSection] {
    var sections: [NodeIndex: ChainSection] = [:]
    for segment in segments { sections[segment] = graph.section(of: segment) }
    guard Set(sections.values).count > 1 else { return [:] }
    let inside = Set(segments)
    var open = segments.filter { sections[$0] == nil }
    // Each round reaches one step further; what no chain reaches stays without.
    while !open.isEmpty {
      var found: [NodeIndex: ChainSection] = [:]
      for segment in open {
        let parts = graph.relations(of: segment, at: .target, .containment).map(\.source)
        let wholes = graph.relations(of: segment, at: .source, .containment).map(\.target)
        let flows =
          graph.relations(of: segment, at: .source, .flow).map(\.target)
          + graph.relations(of: segment, at: .target, .flow).map(\.source)
        found[segment] =
          [parts, wholes, flows].lazy
          .compactMap { Self.commonest($0.filter(inside.contains).compactMap { sections[$0] }) }
          .first
      }
      guard !found.isEmpty else { break }
      sections.merge(found) { own, _ in own }
      open.removeAll { sections[$0] != nil }
    }
    return sections
  }

  /// The one that occurs most often, of several the first by name.
  private static func commonest(_ sections: [ChainSection]) -> ChainSection? {
    let counts = Dictionary(sections.map { ($0, 1) }, uniquingKeysWith: +)
    return counts.max { ($0.value, $1.key.name) < ($1.value, $0.key.name) }?.key
  }
}
