package import Bilingual
public import ChainModel
import ChainQueries
public import GraphKernel

extension Answer {
  /// What `find` says.
  public static func found(_ found: [FoundNode], in graph: ChainGraph) -> Answer {
    let columns: [Answer.Table.Column] = [
      .id, .kind, .name, Answer.Table.Column("matched", zh: "匹配方式", en: "matched by"),
    ]
    let table = Answer.Table(columns, found) { found in
      graph.headCells(found.node) + [.word(key: found.match.rawValue, label: found.match.label)]
    }
    return Answer(command: "find", table: table)
  }

  /// What `show` says.
  public static func show(_ node: NodeIndex, in graph: ChainGraph) -> Answer {
    let attributes = graph.attributes(of: node).map { attribute in
      (
        column: Answer.Table.Column(
          attribute.definition.name.name,
          zh: attribute.definition.label.zh,
          en: attribute.definition.label.en
        ),
        cell: graph.cell(attribute.value)
      )
    }
    let names = [
      (
        column: Answer.Table.Column("aliases", zh: "别名", en: "aliases"),
        cell: Answer.Cell.list(graph.aliases(of: node).map { .text($0) })
      )
    ].filter { _ in !graph.aliases(of: node).isEmpty }
    let relations = Semantics.allCases.flatMap { semantics in
      [RelationDefinition.End.source, .target].flatMap { end in
        graph.relations(of: node, at: end, semantics).map { (relation: $0, end: end) }
      }
    }
    let table = Answer.Table(
      [
        Answer.Table.Column("relation", zh: "关系", en: "relation"),
        Answer.Table.Column("direction", zh: "方向", en: "direction", isForMachines: true),
        Answer.Table.Column("node", zh: "对象", en: "node"), .source, .basis,
      ],
      relations
    ) { relation, end in
      let phrase = graph.ontology[relation.kind]?.phrase(from: end)
      return [
        .word(key: relation.kind.name, label: phrase ?? BilingualText(same: relation.kind.name)),
        .text(end == .source ? "out" : "in"),
        graph.cell(relation.node(at: end.opposite), in: relation), graph.sourceCell(of: relation),
        graph.basisCell(relation.origin),
      ]
    }
    return Answer(
      command: "show",
      subject: graph.summary(of: node),
      sections: [
        Answer.Section(key: "node", title: nil, content: .value(graph.cell(node))),
        Answer.Section(
          key: "attributes",
          title: BilingualText(zh: "属性", en: "attributes"),
          content: .record(names + attributes)
        ),
        Answer.Section(
          key: "relations",
          title: BilingualText(zh: "关系", en: "relations"),
          content: .table(table)
        ),
        Answer.Section(
          key: "source",
          title: BilingualText(zh: "出处", en: "source"),
          content: .value(graph.sourceCell(graph.origin(of: node)))
        ),
        Answer.Section(
          key: "basis",
          title: BilingualText(zh: "依据", en: "basis"),
          content: .value(graph.basisCell(graph.origin(of: node)))
        ),
      ],
      notes: vacancies(graph.vacancies(of: node), in: graph)
    )
  }
}

extension NameMatch {
  /// The word for people.
  package var label: BilingualText {
    switch self {
    case .id: BilingualText(zh: "标识", en: "id")
    case .name: BilingualText(zh: "名称", en: "name")
    case .alias: BilingualText(zh: "别名", en: "alias")
    case .former: BilingualText(zh: "曾用名", en: "former name")
    case .fragment: BilingualText(zh: "部分名称", en: "fragment")
    case .pinyin: BilingualText(zh: "拼音首字母", en: "pinyin initials")
    }
  }
}
