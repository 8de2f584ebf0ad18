import Bilingual
import ChainModel
import ChainQueries
import ChainViews
import GraphKernel

/// What every part of a page is written from.
struct PageContext: Sendable {
  let edition: Edition
  /// The page that is written, with its language.
  let address: PageAddress
  let language: Language
  /// Whether the page is a part of a report, where everything lies in one file.
  let isReport: Bool

  var graph: ChainGraph { edition.graph }

  func say(_ zh: String, _ en: String) -> String { BilingualText(zh: zh, en: en)[language] }

  // MARK: Addresses

  /// What a link to `address` holds.
  func href(_ address: PageAddress) -> String { (isReport ? "#" : "") + address.href }

  /// What a link holds that chooses the node on the page that is written. A report has thousands of
  /// such links: there they are numbers, and the script knows what they mean.
  func choosing(_ node: NodeIndex) -> String {
    isReport ? "#" + mark(node) : href(address.choosing(graph.id(of: node)))
  }

  /// What a link holds that leads to the page on which the node is at home.
  func homeHref(_ node: NodeIndex) -> String {
    isReport ? "#" + mark(node) : href(home(of: node))
  }

  /// The name under which a script finds what stands for a node: its identity, in a report a number.
  func mark(_ node: NodeIndex) -> String {
    isReport ? "n\(node.position)" : graph.id(of: node)
  }

  /// The page on which a node is at home, the node chosen on it.
  func home(of node: NodeIndex) -> PageAddress {
    let id = graph.id(of: node)
    let place = homePlace(of: node, id)
    // A home is about its node, and says all that a panel would.
    if case .home = place { return address.moved(to: place) }
    return address.moved(to: place).choosing(id)
  }

  private func homePlace(of node: NodeIndex, _ id: String) -> PageAddress.Place {
    let view = { (name: QuestionName, subject: NodeIndex) in
      PageAddress(name, of: [graph.id(of: subject)]).place
    }
    if edition.clusters.contains(node) { return view(.panorama, node) }
    if let cluster = edition.homes[node] { return panorama(of: node, in: cluster) }
    if edition.parties.contains(node) { return .home(id) }
    let segment = graph.stands(node).first { edition.homes[$0] != nil }
    if let segment, let cluster = edition.homes[segment] {
      return panorama(of: segment, in: cluster)
    }
    if graph.kind(of: node) == .cluster { return PageAddress(.alignment).place }
    let whole = graph.belongings(of: node).map(\.node).first { edition.clusters.contains($0) }
    if let whole {
      let name: QuestionName = graph.kind(of: node) == .project ? .projects : .responsibility
      return view(name, whole)
    }
    return .overview
  }

  /// The panorama on which a segment is seen best: of a cluster that uses several reference chains,
  /// that of its chain alone.
  func panorama(of segment: NodeIndex, in cluster: NodeIndex) -> PageAddress.Place {
    panorama(of: cluster, edition.sections[cluster]?[segment])
  }

  /// The panorama of a cluster, or of one reference chain in it.
  func panorama(of cluster: NodeIndex, _ section: ChainSection?) -> PageAddress.Place {
    .view(
      QuestionWords(
        QuestionName.panorama.rawValue,
        of: [graph.id(of: cluster)],
        options: section.map { [.chain: [$0.id]] } ?? [:]
      )
    )
  }

  // MARK: Nodes

  /// A link that chooses a node: on this page where it is to be seen here, else on the page where it
  /// is at home. The script looks which.
  func link(_ node: NodeIndex, isAtHome: Bool = true) -> Markup {
    link(graph.name(of: node), to: node, isAtHome: isAtHome)
  }

  func link(_ text: String, to node: NodeIndex, isAtHome: Bool) -> Markup {
    let href = isAtHome ? homeHref(node) : choosing(node)
    let mark = isReport ? nil : mark(node)
    return Markup("a", [("href", href), ("data-node", mark)], Markup(text: text))
  }

  /// Links to nodes, as a sentence lists them.
  func links(_ nodes: some Sequence<NodeIndex>) -> Markup {
    nodes.map { link($0) }.joined(separator: say("、", ", "))
  }

  /// What the switches go by, as a page writes it: kind, stage, verdict and basis.
  func tokens(_ node: NodeIndex) -> String {
    [
      graph.kind(of: node).name, edition.stages[node]?.rawValue ?? "-",
      edition.verdict(of: node)?.rawValue ?? "-", graph.origin(of: node).basis.rawValue,
    ].joined(separator: " ")
  }

  /// Where a fact comes from: 二/(一)/2, or 行业常识.
  func citation(_ origin: Origin) -> String {
    let period = origin.period.label[language]
    let days = period.isEmpty ? "" : say("，", ", ") + period
    guard let document = origin.document else { return origin.basis.label[language] + days }
    guard document != edition.dataset.documents.first else { return origin.place + days }
    return graph.name(of: document) + " " + origin.place + days
  }

  /// What a relation stands on: its place, and where a register's firm was placed by somebody, the words that
  /// were met, by whom and when.
  func evidence(of relation: Relation) -> String {
    let place = citation(relation.origin)
    guard relation.origin.basis == .register,
      let decision = edition.confirmations[relation.target]?[relation.source]
    else { return place }
    let words = decision.evidence.words.map { say("“\($0)”", "'\($0)'") }
    let judge = say(
      "\(decision.by) \(decision.date) 核定",
      "confirmed by \(decision.by), \(decision.date)"
    )
    return ([place] + (words.isEmpty ? [] : [words.joined(separator: say("、", ", "))]) + [judge])
      .joined(separator: " · ")
  }

  func kindLabel(_ node: NodeIndex) -> String { graph.definition(of: node).label[language] }
}
