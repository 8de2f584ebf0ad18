import Bilingual
import ChainModel
import ChainViews
import Escapes
import GraphKernel
import JSON

extension Explorer {
  /// The nodes that `text` matches, the surest first: identity, name, alias, a part of either, pinyin
  /// initials; of one kind of match, names that begin with the text, then shorter ones, then name
  /// order. Spaces around the text do not count.
  ///
  /// - Complexity: O(*n*) over the nodes.
  package func search(_ text: String, limit: Int = 20) -> [SearchHit] {
    let text = text.trimmed()
    guard !text.isEmpty else { return [] }
    let graph = dataset.graph
    let ranked = graph.find(text).enumerated().map { place, hit in
      let name = graph.name(of: hit.node)
      let match = NameMatch.allCases.firstIndex(of: hit.match) ?? 0
      let key = (match, name.hasPrefix(text) ? 0 : 1, name.unicodeScalars.count, place)
      return (key: key, hit: SearchHit(id: graph.id(of: hit.node), match: hit.match))
    }
    return ranked.sorted { $0.key < $1.key }.prefix(max(0, limit)).map(\.hit)
  }

  /// What ``search(_:limit:)`` finds as JSON for the search box: an array of objects with `id`,
  /// `name`, `kind`, `match` and `href`; an empty one at the address of another page.
  package func suggestions(at address: PageAddress, limit: Int = 12) -> String {
    guard case .suggestions(let text) = address.place else { return "[]" }
    let context = context(at: address)
    var json = JSONWriter(.scriptJSON)
    json.array(.compact) { json in
      for hit in search(text, limit: limit) {
        guard let node = context.graph.node(id: hit.id) else { continue }
        json.object(.compact) { json in
          json.member("id", hit.id)
          json.member("name", context.graph.name(of: node))
          json.member("kind", context.kindLabel(node))
          json.member("match", hit.match.label[context.language])
          json.member("href", context.href(context.home(of: node)))
        }
      }
    }
    return json.text
  }
}

extension String {
  fileprivate func trimmed() -> String {
    let start = drop { $0.isWhitespace }
    return String(start.reversed().drop { $0.isWhitespace }.reversed())
  }
}
