package import ChainModel

/// A row of a reference, as a source writes it in one word: `gb4754/2821`.
package struct Citation {
  private let text: String

  package init(_ text: String) { self.text = text }

  /// The identity of the reference, and the place in it; a reference alone is cited as a whole.
  package var parts: (reference: String, place: String)? {
    guard let stroke = text.firstIndex(of: "/") else { return (text, Self.whole) }
    let place = text[text.index(after: stroke)...]
    return place.isEmpty ? nil : (String(text[..<stroke]), String(place))
  }

  /// Whether a reader of `graph` would take the text for such a row, and not for a place in a document.
  package func isMeant(in graph: ChainGraph) -> Bool {
    guard let parts, let node = graph.node(id: parts.reference) else { return false }
    return graph.kind(of: node) == .reference && graph.id(of: node) == parts.reference
  }

  private static let whole = "全文"

  /// Several places as one: the first by itself, the others with their references.
  package static func joined(_ places: [String]) -> String { places.joined(separator: "；") }
}
