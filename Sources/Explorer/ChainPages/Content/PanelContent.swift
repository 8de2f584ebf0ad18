import Bilingual
import ChainModel
import ChainQueries
import ChainViews
import GraphKernel

extension PageContext {
  /// Everything about one node.
  func panel(_ node: NodeIndex) -> Markup {
    let origin = graph.origin(of: node)
    let quotes = quotes(node)
    let assessment = edition.verdict(of: node).map { _ in graph.assessment(of: node) }
    return Templates.render(
      "panel",
      [
        "id": .text(mark(node)), "name": .text(graph.name(of: node)),
        "kind": .text(kindLabel(node)), "stage": .text(edition.stages[node]?.label[language]),
        "badge": .markup(assessment.map { badge($0) } ?? Markup(html: "")),
        "aliases": .text(graph.aliases(of: node).joined(separator: say("、", ", "))),
        "close": .text(href(address.choosing(nil))), "facts": .list(facts(node)),
        "assessment": .part(verdict(node)), "owners": .list(owners(node)),
        "duties": .part(duties(node)),
        "relations": .list(relations(node)), "citation": .text(citation(origin)),
        "document": .text(origin.document.map { graph.name(of: $0) }),
        "quotes": .list(quotes), "hasQuotes": .flag(!quotes.isEmpty),
        "ways": .list(ways(node)), "hasWays": .flag(!isReport),
        "say": .part([
          "close": .text(say("关闭", "Close")), "aliases": .text(say("又名", "Also called")),
          "facts": .text(say("属性", "Attributes")),
          "owners": .text(say("谁负责", "Who answers for it")),
          "duties": .text(say("负责事项", "What it answers for")),
          "relations": .text(say("关系", "Relations")), "source": .text(say("出处", "Source")),
          "verdict": .text(say("结论与证据", "Verdict and evidence")),
          "quotes": .text(say("原文", "In the document's words")),
          "ways": .text(say("另见", "See also")),
        ]),
      ]
    )
  }

  private func facts(_ node: NodeIndex) -> [Content] {
    var facts = graph.attributes(of: node).map { attribute -> Content in
      [
        "factLabel": .text(attribute.definition.label[language]),
        "fact": .markup(Markup(text: attribute.value.description(in: language))),
      ]
    }
    guard edition.verdict(of: node) != nil else { return facts }
    let actors = graph.actors(on: node)
    // Only a survey can say that there is none.
    let none = graph.assessment(of: node).isClosed ? say("无", "none") : say("未点名", "none named")
    for (label, nodes) in [
      (say("本地企业", "Local enterprises"), actors.enterprises),
      (say("项目", "Projects"), actors.projects),
    ] {
      let named = nodes.map { node in
        let mark = actors.general.contains(node) ? "≈" : ""
        return link(mark + graph.name(of: node), to: node, isAtHome: true)
      }
      let fact = nodes.isEmpty ? Markup(text: none) : named.joined(separator: say("、", ", "))
      facts.append(["factLabel": .text(label), "fact": .markup(fact)])
    }
    if let open = edition.openQuestions[node] {
      let words = say(
        "\(open.all) 条（可能 \(open.possible)）",
        "\(open.all) (\(open.possible) possible)"
      )
      facts.append([
        "factLabel": .text(say("名录待核", "Open in registers")), "fact": .markup(Markup(text: words)),
      ])
    }
    return facts
  }

  // MARK: Responsibility

  private func owners(_ node: NodeIndex) -> [Content] {
    let owners = graph.owners(of: node)
    return graph.ontology.roles.compactMap { role in
      let those = owners.filter { $0.role == role }
      guard !those.isEmpty, let definition = graph.ontology[role] else { return nil }
      return [
        "role": .text(definition.inverse[language]), "parties": .list(parties(those)),
      ]
    }
  }

  /// Parties of one role; those of whom the same is to be remarked stand together.
  private func parties(_ owners: [Ownership]) -> [Content] {
    var groups: [(remark: String, parties: [NodeIndex])] = []
    for owner in owners {
      let remark = remark(owner)
      if groups.last?.remark == remark {
        groups[groups.count - 1].parties.append(owner.party)
      } else {
        groups.append((remark, [owner.party]))
      }
    }
    return groups.map { ["party": .markup(links($0.parties)), "remark": .text($0.remark)] }
  }

  private func remark(_ owner: Ownership) -> String {
    var remarks: [String] = []
    if owner.isInherited {
      let from = graph.name(of: owner.from)
      remarks.append(say("继承自“\(from)”", "inherited from '\(from)'"))
    }
    if owner.certainty == .possible { remarks.append(owner.certainty.label[language]) }
    if owner.isConflicting { remarks.append(say("说法不一", "statements differ")) }
    if owner.relation.isOpen { remarks.append(say("名单未尽", "open list")) }
    remarks.append(citation(owner.relation.origin))
    return remarks.joined(separator: " · ")
  }

  private func duties(_ node: NodeIndex) -> Content? {
    guard edition.parties.contains(node) else { return nil }
    let duties = graph.duties(of: node)
    let roles = graph.ontology.roles.compactMap { role -> Content? in
      let those = duties.filter { $0.role == role }
      guard !those.isEmpty, let definition = graph.ontology[role] else { return nil }
      return [
        "role": .text(definition.inverse[language]), "dutyCount": .text(String(those.count)),
        "items": .markup(links(those.prefix(Self.most).map(\.item))),
        "more": .text(those.count > Self.most ? say("等", "and more") : nil),
      ]
    }
    let id = graph.id(of: node)
    let all = address.moved(to: PageAddress(.duties, of: [id]).place).choosing(id)
    return [
      "roles": .list(roles), "partyHref": .text(href(address.moved(to: .home(id)))),
      "partyLabel": .text(say("责任主页", "Home")), "allHref": .text(href(all)),
      "allLabel": .text(
        say("职责图与清单（\(duties.count) 项）", "All \(duties.count), as picture and list")
      ),
    ]
  }

  private static let most = 12

  // MARK: Relations

  /// The relations in both directions, a group for each phrase; those of responsibility of a party
  /// stand among its duties, those of an item among its owners.
  private func relations(_ node: NodeIndex) -> [Content] {
    var groups: [Content] = []
    for definition in graph.ontology.relations {
      for end in [RelationDefinition.End.source, .target] {
        let relations = graph.relations(of: node, at: end, definition.kind)
        guard !relations.isEmpty else { continue }
        groups.append([
          "phrase": .text(definition.phrase(from: end)[language]),
          "relationCount": .text(String(relations.count)),
          "isLong": .flag(relations.count > Self.most),
          "isShort": .flag(relations.count <= Self.most),
          "ends": .list(
            relations.map { relation in
              [
                "end": .markup(link(relation.node(at: end.opposite))),
                "isGeneral": .flag(!relation.origin.basis.isStated),
                "relationSource": .text(evidence(of: relation)),
              ]
            }
          ),
        ])
      }
    }
    return groups
  }

  /// The lines of the documents that the facts about the node are cited from, each place once; that of the node
  /// itself stands open.
  private func quotes(_ node: NodeIndex) -> [Content] {
    let own = graph.origin(of: node)
    let origins = edition.texts.origins(around: node, in: graph)
    let left = origins.count - Self.most
    let more: [Content] =
      left > 0
      ? [["quotePlace": .text(say("另有 \(left) 处", "\(left) places more")), "isOwn": .flag(false)]]
      : []
    return origins.prefix(Self.most).map { origin in
      [
        "quotePlace": .text(citation(origin)), "isOwn": .flag(origin == own),
        "quoteLines": .list(
          edition.texts.lines(of: origin, in: graph).map { ["quoteLine": .text($0.text)] }
        ),
      ]
    } + more
  }

  /// Other views of the node, where there is a server to draw them.
  private func ways(_ node: NodeIndex) -> [Content] {
    guard !isReport else { return [] }
    let kind = graph.kind(of: node)
    let id = graph.id(of: node)
    var places: [(String, PageAddress.Place)] = [(say("关系图", "Neighborhood"), .node(id))]
    for name in QuestionName.views where ![.panorama, .duties, .neighborhood].contains(name) {
      let subjects = name.definition.subjects
      guard subjects.count == 1, let kinds = subjects[0].kinds(in: graph.ontology),
        kinds.contains(kind), kind != .cluster || edition.clusters.contains(node)
      else { continue }
      if subjects[0].isOptional, kind != .cluster { continue }
      places.append((name.definition.label[language], PageAddress(name, of: [id]).place))
    }
    return places.map { label, place in
      [
        "wayLabel": .text(label), "wayHref": .text(href(address.moved(to: place).choosing(id))),
      ]
    }
  }
}
