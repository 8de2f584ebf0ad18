import ChainModel
import GraphKernel

/// Finds the segments that files name, each name looked up once.
struct SegmentLookup {
  private let graph: ChainGraph
  private var found: [String: NodeIndex?] = [:]

  init(_ graph: ChainGraph) { self.graph = graph }

  /// The one segment that `text` is the identity, the name or an alias of; `nil` for none and for several.
  mutating func segment(_ text: String) -> NodeIndex? {
    if let known = found[text] { return known }
    let segments = graph.bearers(of: text, among: graph.ontology.flowKinds)
    let segment = segments.count == 1 ? segments[0] : nil
    found[text] = .some(segment)
    return segment
  }
}
