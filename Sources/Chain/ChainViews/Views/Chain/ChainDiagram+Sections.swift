import ChainModel
import ChainQueries
import GraphKernel

/// Which reference chain each segment of a cluster that uses several belongs to.
extension ChainDiagram {
  /// By segment, the chain of the library; none where the cluster uses fewer than two. A segment of
  /// the city's own goes with its parts, else with what it is a part of, else with its neighbours.
  func chainSections() -> [NodeIndex: String] {
    let graph = context.graph
    var sections: [NodeIndex: String] = [:]
    for segment in chain.segments {
      sections[segment] = graph.attribute(.chain, of: segment)?.description(in: context.language)
    }
    guard Set(sections.values).count > 1 else { return [:] }
    let inside = Set(chain.segments)
    var open = chain.segments.filter { sections[$0] == nil }
    // Each round reaches one step further; what no chain reaches stays without.
    while !open.isEmpty {
      var found: [NodeIndex: String] = [:]
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
  private static func commonest(_ names: [String]) -> String? {
    let counts = Dictionary(names.map { ($0, 1) }, uniquingKeysWith: +)
    return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }
}
