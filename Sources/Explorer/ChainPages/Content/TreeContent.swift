import Bilingual
import ChainModel
import ChainQueries
import ChainViews
import GraphKernel

extension PageContext {
  /// The tree: clusters with their segments, then whoever answers for something, a group for each
  /// kind of party.
  func tree() -> [Content] {
    var groups = [
      group(
        say("产业集群", "Clusters"),
        isOpen: true,
        edition.clusters.map { cluster in
          branch(cluster, parts: stagesOfChain(cluster))
        }
      )
    ]
    for kind in graph.ontology.partyKinds {
      let parties = graph.nodes(of: kind).filter { edition.parties.contains($0) }
      guard !parties.isEmpty, let definition = graph.ontology[kind] else { continue }
      groups.append(group(definition.label[language], isOpen: false, parties.map { branch($0) }))
    }
    let others = graph.nodes(of: .cluster).filter { edition.homes[$0] == nil && !isOwn($0) }
    if !others.isEmpty {
      groups.append(
        group(say("其他集群", "Other clusters"), isOpen: false, others.map { branch($0) })
      )
    }
    return groups
  }

  private func isOwn(_ cluster: NodeIndex) -> Bool { edition.clusters.contains(cluster) }

  private func group(_ label: String, isOpen: Bool, _ items: [Content]) -> Content {
    [
      "groupLabel": .text(label), "count": .text(String(items.count)), "isOpen": .flag(isOpen),
      "items": .list(items),
    ]
  }

  private func branch(_ node: NodeIndex, parts: [Content] = []) -> Content {
    [
      "id": .text(mark(node)), "name": .text(graph.name(of: node)),
      "href": .text(homeHref(node)), "parts": .list(parts),
      "hasNoParts": .flag(parts.isEmpty),
      "isChosen": .flag(address.node == graph.id(of: node) || isHome(of: node)),
      "isOpen": .flag(isAbout(node)),
    ]
  }

  private func isHome(of node: NodeIndex) -> Bool {
    address.node == nil && address.place == .home(graph.id(of: node))
  }

  /// Whether the page is about a cluster, so that its branch stands open.
  private func isAbout(_ cluster: NodeIndex) -> Bool {
    guard case .view(let words) = address.place else { return false }
    return words.subjects.contains(graph.id(of: cluster))
  }

  private func stagesOfChain(_ cluster: NodeIndex) -> [Content] {
    let layers = edition.layers[cluster] ?? []
    return Stage.allCases.compactMap { stage in
      let segments = layers.filter { $0.stage == stage }.map(\.segment)
      guard !segments.isEmpty else { return nil }
      return [
        "stage": .text(stage.label[language]),
        "segments": .list(
          segments.map { segment in
            let state = graph.verdict(of: segment)
            return [
              "id": .text(mark(segment)), "name": .text(graph.name(of: segment)),
              "href": .text(
                isReport
                  ? choosing(segment)
                  : href(
                    address.moved(to: panorama(of: segment, in: cluster))
                      .choosing(graph.id(of: segment))
                  )
              ),
              "state": .text(state.rawValue), "stateLabel": .text(state.label[language]),
              "isChosen": .flag(address.node == graph.id(of: segment)),
            ]
          }
        ),
      ]
    }
  }
}
