import Bilingual
package import ChainModel
import ChainQueries
package import GraphKernel
package import RegisterMatching

/// The segments of a data set as a matcher of registers sees them.
package struct RegisterSegments: Sendable {
  /// The segments; a proposal's number is a position here.
  package let nodes: [NodeIndex]
  /// What finds firms of each.
  package let words: [SegmentWords]
  /// Which segments are asked about, by position; the others only take their words away from these.
  package let isAsked: [Bool]
  private let askedNodes: Set<NodeIndex>

  /// All segments of `dataset` with their names, terms and codes, and the firms confirmed on each.
  ///
  /// Markets and public grids are what chains end in or stand on; no firm is proposed for them, though
  /// their words count against others.
  ///
  /// - Parameters:
  ///   - scope: a cluster or a segment to stay within; `nil` for all.
  ///   - some: the segments to ask about, of those in the scope; `nil` for all.
  package init(
    of dataset: Dataset,
    within scope: NodeIndex? = nil,
    only some: Set<NodeIndex>? = nil
  ) {
    let graph = dataset.graph
    nodes = graph.ontology.flowKinds.flatMap { graph.nodes(of: $0) }
    let approved = Self.approvedTerms(of: dataset)
    words = nodes.map { graph.words(of: $0, approved: approved[$0] ?? []) }
    let inside = scope.map { Set(graph.segments(within: $0)) }
    isAsked = nodes.map { node in
      let role = graph.option(.role, of: node)
      return role != "market" && role != "public" && (inside?.contains(node) ?? true)
        && (some?.contains(node) ?? true)
    }
    askedNodes = Set(zip(nodes, isAsked).filter(\.1).map(\.0))
  }

  /// Whether `segment` is asked about.
  package func asks(about segment: NodeIndex) -> Bool { askedNodes.contains(segment) }

  /// The segments that are asked about, in the order of the data.
  package var asked: [NodeIndex] { zip(nodes, isAsked).filter(\.1).map(\.0) }

  /// The words that somebody approved, by their segments.
  private static func approvedTerms(of dataset: Dataset) -> [NodeIndex: [String]] {
    var lookup = SegmentLookup(dataset.graph)
    var terms: [NodeIndex: [String]] = [:]
    for approved in dataset.attachments.flatMap(\.terms) {
      guard let segment = lookup.segment(approved.segment) else { continue }
      terms[segment, default: []] += approved.terms
    }
    return terms
  }
}

extension ChainGraph {
  /// The segments of a cluster's chain; of a segment itself and its parts.
  func segments(within scope: NodeIndex) -> [NodeIndex] {
    if kind(of: scope) == .cluster { return chain(of: scope).segments }
    let parts = digraph(.containment).reach(from: [scope], .reverse).map(\.node)
    return [scope] + parts.filter { ontology.flowKinds.contains(kind(of: $0)) }
  }

  fileprivate func words(of segment: NodeIndex, approved: [String]) -> SegmentWords {
    var words = SegmentWords(name: name(of: segment))
    words.aliases = aliases(of: segment)
    words.terms = texts(.terms, of: segment) + texts(.covers, of: segment) + approved
    words.excludes = texts(.excludes, of: segment)
    words.industryCodes = texts(.industryCodes, of: segment)
    words.confirmed = relations(of: segment, at: .target, .operatesIn)
      .filter { $0.origin.basis.isStated }
      .map { firmText(of: $0.source) }
    return words
  }

  /// What the data says of an enterprise, as a register would.
  func firmText(of enterprise: NodeIndex) -> FirmText {
    FirmText(
      name: name(of: enterprise),
      products: texts(.products, of: enterprise).map { text in
        let product = WrittenProduct(text)
        return FirmText.Product(name: product.name, share: product.share)
      },
      scope: texts(.scope, of: enterprise).first ?? "",
      industryCode: texts(.industryCode, of: enterprise).first ?? ""
    )
  }
}
