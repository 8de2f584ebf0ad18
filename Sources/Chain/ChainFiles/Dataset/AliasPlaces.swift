import ChainModel
package import Diagnostics
package import GraphKernel

/// Where aliases stand of which a reader may be warned: those that look like other names.
package struct AliasPlaces: Sendable {
  private struct Spelling: Hashable {
    let text: String
    let node: NodeIndex
  }

  private var places: [Spelling: Diagnostic.Location] = [:]

  /// None.
  package init() {}

  /// Where an alias of `node` stands; `nil` for one that looks like no other, and for a name.
  package subscript(text: String, node: NodeIndex) -> Diagnostic.Location? {
    places[Spelling(text: text, node: node)]
  }

  /// Notes what an entry writes under `aliases`.
  mutating func note(_ value: EntryNode?, of node: NodeIndex, in log: FaultLog) {
    for item in value?.items ?? [] {
      guard let text = item.scalar?.trimmingSpace(), LookAlike.isOne(text) else { continue }
      places[Spelling(text: text, node: node)] = log.location(of: item)
    }
  }
}
