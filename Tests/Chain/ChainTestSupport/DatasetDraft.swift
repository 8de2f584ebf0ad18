import Bilingual
import ChainModel
import GraphKernel
import TestSupport

@testable import ChainFiles

/// A data set that can be changed: what a person would do in a workbook.
struct DatasetDraft {
  struct Node {
    let kind: NodeKind
    var name: String
    var id: String?
    var aliases: [String]
    var attributes: [(name: AttributeName, value: AttributeValue)]
    var origin: Origin
  }

  struct Link {
    let kind: RelationKind
    let source: Int
    let target: Int
    var origin: Origin
    var isOpen: Bool
  }

  private let original: Dataset
  /// By their index in the original, new ones behind; `nil` for those removed. Origins name documents
  /// by these positions.
  var nodes: [Node?]
  var links: [Link]
  var title: BilingualText
  var queries: [NamedQuery]

  init(_ dataset: Dataset) {
    original = dataset
    let graph = dataset.graph
    nodes = graph.nodes.map { node in
      Node(
        kind: graph.kind(of: node),
        name: graph.name(of: node),
        id: graph.statedID(of: node),
        aliases: graph.aliases(of: node),
        attributes: graph.attributes(of: node).map { ($0.definition.name, $0.value) },
        origin: graph.origin(of: node)
      )
    }
    links = graph.allRelations().map { relation in
      Link(
        kind: relation.kind,
        source: relation.source.position,
        target: relation.target.position,
        origin: relation.origin,
        isOpen: relation.isOpen
      )
    }
    title = dataset.title
    queries = dataset.queries
  }

  var ontology: Ontology { original.graph.ontology }

  func dataset() throws -> Dataset {
    var builder = ChainGraphBuilder(ontology: ontology)
    var positions: [NodeIndex?] = []
    for node in nodes {
      positions.append(
        node.map { node in
          builder.addNode(
            node.kind,
            name: node.name,
            id: node.id,
            aliases: node.aliases,
            attributes: node.attributes
          )
        }
      )
    }
    func moved(_ origin: Origin) -> Origin {
      guard let document = origin.document.flatMap({ positions[$0.position] }) else {
        return .industryKnowledge.holding(origin.period)
      }
      return .cited(document, place: origin.place).holding(origin.period)
    }
    for (node, position) in zip(nodes, positions) {
      if let node, let position { builder.setOrigin(moved(node.origin), of: position) }
    }
    for link in links {
      guard let source = positions[link.source], let target = positions[link.target] else {
        continue
      }
      builder.addRelation(
        link.kind,
        from: source,
        to: target,
        origin: moved(link.origin),
        isOpen: link.isOpen
      )
    }
    return Dataset(
      title: title,
      jurisdiction: original.jurisdiction,
      language: original.language,
      date: original.date,
      documents: original.documents.compactMap { positions[$0.position] },
      graph: try builder.finish(),
      queries: queries
    )
  }

  /// The first node called `name`.
  func position(of name: String) -> Int? { nodes.firstIndex { $0?.name == name } }

  // MARK: Random changes

  mutating func change(_ random: inout SplitMix64) {
    let position = random.number(below: nodes.count)
    guard let node = nodes[position] else { return }
    switch random.number(below: 11) {
    case 0: nodes[position]?.name = "改名 \(random.number(below: 10_000))"
    case 1:
      nodes[position]?.id = node.id ?? "\(node.kind.name):\(node.name)"
      nodes[position]?.name = "另名: \(random.number(below: 10_000))"
    case 2:
      if node.aliases.isEmpty {
        nodes[position]?.aliases = ["又名 #\(position)", "b"]
      } else {
        nodes[position]?.aliases.remove(at: random.number(below: node.aliases.count))
      }
    case 3:
      guard !node.attributes.isEmpty else { return }
      nodes[position]?.attributes.remove(at: random.number(below: node.attributes.count))
    case 4:
      guard let attributes = ontology[node.kind]?.attributes.filter({ $0.type == .text }),
        let attribute = attributes.first
      else { return }
      nodes[position]?.attributes.removeAll { $0.name == attribute.name }
      let text = AttributeValue.text(
        attribute.sample("新值: \(random.number(below: 100)) # 一")
      )
      nodes[position]?.attributes.append(
        (attribute.name, attribute.isList ? .list([text, .text("乙")]) : text)
      )
    case 5:
      nodes[position]?.origin =
        random.oneIn(2)
        ? .industryKnowledge : .cited(original.documents[0], place: "三/(\(position))")
    case 6:
      if node.kind != .document { nodes[position] = nil }
    case 7:
      nodes.append(
        Node(
          kind: node.kind,
          name: "新增\(nodes.count)",
          id: nil,
          aliases: random.oneIn(2) ? ["n\(nodes.count)"] : [],
          attributes: node.attributes,
          origin: node.origin
        )
      )
    case 8:
      guard !links.isEmpty else { return }
      links.remove(at: random.number(below: links.count))
    case 9:
      guard !links.isEmpty else { return }
      let link = random.number(below: links.count)
      links[link].isOpen.toggle()
      if random.oneIn(2) { links[link].origin = .industryKnowledge }
      let until = CalendarDate(parsing: "2026-0\(1 + random.number(below: 9))")
      if random.oneIn(3),
        let period = Origin.Period(from: links[link].origin.period.from, until: until)
      {
        links[link].origin = links[link].origin.holding(period)
      }
    default: link(position, random.number(below: nodes.count), &random)
    }
  }

  /// Relates the later of two nodes to the earlier one, so that no whole is part of its part.
  private mutating func link(_ a: Int, _ b: Int, _ random: inout SplitMix64) {
    let (source, target) = (max(a, b), min(a, b))
    guard source != target, let from = nodes[source], let to = nodes[target] else { return }
    for definition in ontology.relations
    where definition.semantics != .containment && definition.sources.contains(from.kind)
      && definition.targets.contains(to.kind)
      && !links.contains(where: {
        $0.kind == definition.kind && $0.source == source && $0.target == target
      })
    {
      let origin = random.oneIn(2) ? from.origin : .industryKnowledge
      links.append(
        Link(
          kind: definition.kind,
          source: source,
          target: target,
          origin: origin,
          isOpen: random.oneIn(4)
        )
      )
      return
    }
  }
}
