import Bilingual
import ChainModel
import ChainQueries
import ChainViews
import GraphKernel

extension PageContext {
  /// The switches: of each property, those values that occur on the page.
  func switches(_ view: ChainView) -> Content {
    let nodes = Set(shownNodes(view))
    let kinds = Set(nodes.map { graph.kind(of: $0) })
    let stages = Set(nodes.compactMap { edition.stages[$0] })
    let states = Set(nodes.compactMap { edition.verdict(of: $0) })
    let filter = address.filter
    var groups: [Content] = []
    add(
      &groups,
      say("位置", "Stage"),
      "stage",
      Stage.allCases.filter { stages.contains($0) }
        .map { ($0.rawValue, $0.label[language], filter.stages.contains($0)) }
    )
    add(
      &groups,
      say("结论", "Verdict"),
      "verdict",
      Verdict.allCases.filter { states.contains($0) }
        .map { ($0.rawValue, $0.label[language], filter.verdicts.contains($0)) }
    )
    add(
      &groups,
      say("类别", "Kind"),
      "kind",
      graph.ontology.kinds.filter { kinds.contains($0.kind) }
        .map { ($0.kind.name, $0.label[language], filter.kinds.contains($0.kind)) }
    )
    return [
      "action": .text(
        isReport ? "#" : address.key.href.split(separator: "?").first.map(String.init)
      ),
      "groups": .list(groups), "hidden": .list(hiddenFields()),
      "hasBasis": .flag(!edition.dataset.isStatedAlone || address.isStatedAlone),
      "isStated": .flag(address.isStatedAlone),
      "say": .part([
        "switches": .text(say("筛选", "Filter")), "basis": .text(say("依据", "Basis")),
        "stated": .text(say("只看文件所载", "Stated by documents")),
        "apply": .text(say("应用", "Apply")), "reset": .text(say("清除", "Clear")),
      ]),
    ]
  }

  private func add(
    _ groups: inout [Content],
    _ label: String,
    _ name: String,
    _ choices: [(value: String, label: String, isOn: Bool)]
  ) {
    guard choices.count > 1 || choices.contains(where: \.isOn) else { return }
    groups.append([
      "switchLabel": .text(label),
      "choices": .list(
        choices.map {
          [
            "field": .text(name), "value": .text($0.value), "choiceLabel": .text($0.label),
            "isOn": .flag($0.isOn),
          ]
        }
      ),
    ])
  }

  /// What the form of switches must keep of the address.
  private func hiddenFields() -> [Content] {
    var fields: [(String, String)] = []
    if case .view(let words) = address.place {
      fields += words.subjects.map { ("of", $0) }
      for option in QuestionOption.allCases {
        guard let values = words.options[option] else { continue }
        fields += (values.isEmpty ? [""] : values).map { (option.rawValue, $0) }
      }
    }
    if let node = address.node { fields.append(("node", node)) }
    if let language = address.language { fields.append(("lang", language.rawValue)) }
    return fields.map { ["field": .text($0.0), "value": .text($0.1)] }
  }

  /// The nodes on the cards and in the rows of a view.
  private func shownNodes(_ view: ChainView) -> [NodeIndex] {
    let onCards = view.picture.cards.compactMap { card in
      card.link.flatMap { graph.node(id: String($0.dropFirst())) }
    }
    let inRows = view.list.tables.flatMap { table in
      table.rows.compactMap { table.node(of: $0, in: graph) }
    }
    return onCards + inRows
  }
}
