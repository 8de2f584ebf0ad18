import Bilingual
import ChainDrawing
import ChainModel
import ChainQueries

/// The vocabulary itself: relations between the kinds that they start from and those that they lead
/// to.
struct OntologyView {
  let context: ViewContext

  init(_ context: ViewContext) { self.context = context }

  private var ontology: Ontology { context.graph.ontology }
  private var language: Language { context.language }

  /// Kinds come first in the list, then relations.
  private func number(of relation: RelationDefinition) -> Int? {
    ontology.position(of: relation.kind).map { ontology.kinds.count + $0 + 1 }
  }

  func outcome() -> Outcome {
    let title = BilingualText(zh: "词汇：类别与关系", en: "Vocabulary: kinds and relations")
    let links = links()
    return Outcome(title: title, answer: list().asList(of: .ontology, title: title)) {
      Picture(
        name: "ontology",
        language: language.rawValue,
        title: title[language],
        subtitle: context.say(
          "\(ontology.kinds.count) 个类别，\(ontology.relations.count) 种关系",
          "\(ontology.kinds.count) kinds, \(ontology.relations.count) relations"
        ),
        columns: columns(),
        cards: cards(),
        links: links,
        footnotes: [
          context.say(
            "颜色按关系的含义区分；数据集可用 ontology.yaml 增加类别和关系",
            "colours tell what a relation means; a data set adds kinds and relations with an "
              + "ontology.yaml"
          ), context.numberNote,
        ]
      )
    }
  }

  /// The kinds at one end of some relation.
  private func kinds(at end: RelationDefinition.End) -> [KindDefinition] {
    ontology.kinds.filter { kind in
      ontology.relations.contains { Self.isListed(kind.kind, at: end, of: $0) }
    }
  }

  /// A relation that may lead to anything has one link to that, not one to every kind.
  private static func isListed(
    _ kind: NodeKind,
    at end: RelationDefinition.End,
    of relation: RelationDefinition
  ) -> Bool {
    guard case .only(let kinds) = relation.kinds(at: end) else { return false }
    return kinds.contains(kind)
  }

  private func takesAny(at end: RelationDefinition.End) -> Bool {
    ontology.relations.contains { $0.kinds(at: end) == .any }
  }

  private func columns() -> [Picture.Column] {
    func count(_ end: RelationDefinition.End) -> Int {
      kinds(at: end).count + (takesAny(at: end) ? 1 : 0)
    }
    return [
      Picture.Column(
        id: "sources",
        heading: context.say("起点类别", "From"),
        note: String(count(.source))
      ),
      Picture.Column(
        id: "relations",
        heading: context.say("关系", "Relations"),
        note: String(ontology.relations.count)
      ),
      Picture.Column(
        id: "targets",
        heading: context.say("终点类别", "To"),
        note: String(count(.target))
      ),
    ]
  }

  private func cards() -> [Picture.Card] {
    let relations = ontology.relations.map { relation in
      Picture.Card(
        id: "relation:" + relation.kind.name,
        column: "relations",
        heading: relation.label[language],
        badge: number(of: relation).map(String.init),
        style: .plain,
        tag: relation.semantics.label[language],
        lines: [
          Picture.Line(text: relation.kind.name + " / " + relation.inverse[language], role: .muted)
        ]
      )
    }
    return endCards(.source) + relations + endCards(.target)
  }

  private func endCards(_ end: RelationDefinition.End) -> [Picture.Card] {
    let column = end == .source ? "sources" : "targets"
    let cards = kinds(at: end).map { kind in
      Picture.Card(
        id: cardID(kind.kind, end),
        column: column,
        heading: kind.label[language],
        badge: ontology.position(of: kind.kind).map { String($0 + 1) },
        style: ontology.cardStyle(of: kind.kind),
        tag: kind.kind.name,
        lines: end == .source ? kind.attributes.map { Picture.Line(text: $0.label[language]) } : []
      )
    }
    guard takesAny(at: end) else { return cards }
    return cards + [
      Picture.Card(id: "any@" + column, column: column, heading: context.say("任何类别", "any kind"))
    ]
  }

  /// A kind that both starts and ends relations keeps its identity where they start.
  private func cardID(_ kind: NodeKind, _ end: RelationDefinition.End) -> String {
    let isBoth = kinds(at: .source).contains { $0.kind == kind }
    return "kind:" + kind.name + (end == .target && isBoth ? "@targets" : "")
  }

  private func links() -> [Picture.Link] {
    ontology.relations.flatMap { relation -> [Picture.Link] in
      let card = "relation:" + relation.kind.name
      let style = context.style(of: relation)
      let starts = ends(of: relation, .source).map {
        Picture.Link(from: $0, to: card, style: style)
      }
      let goals = ends(of: relation, .target).map { Picture.Link(from: card, to: $0, style: style) }
      return starts + goals
    }
  }

  private func ends(of relation: RelationDefinition, _ end: RelationDefinition.End) -> [String] {
    switch relation.kinds(at: end) {
    case .any: ["any@" + (end == .source ? "sources" : "targets")]
    case .only(let kinds):
      ontology.kinds.filter { kinds.contains($0.kind) }.map { cardID($0.kind, end) }
    }
  }

  // MARK: The list

  private enum Entry {
    case kind(KindDefinition)
    case relation(RelationDefinition)
  }

  private func list() -> Answer {
    let entries =
      ontology.kinds.map { Entry.kind($0) } + ontology.relations.map { Entry.relation($0) }
    let table = Answer.Table(
      [
        .id, Answer.Table.Column("entry", zh: "类型", en: "entry"),
        Answer.Table.Column("key", zh: "名称", en: "name"),
        Answer.Table.Column("label", zh: "标签", en: "label"),
        Answer.Table.Column("inverse", zh: "反向", en: "inverse"),
        Answer.Table.Column("semantics", zh: "含义", en: "semantics"),
        Answer.Table.Column("sources", zh: "起点类别", en: "from"),
        Answer.Table.Column("targets", zh: "终点类别", en: "to"),
        Answer.Table.Column("fields", zh: "数据字段", en: "fields in data"),
      ],
      entries
    ) { entry in
      switch entry {
      case .kind(let kind):
        [
          .text("kind:" + kind.kind.name),
          .word(key: "kind", label: BilingualText(zh: "类别", en: "kind")), .text(kind.kind.name),
          .sentence(kind.label), .none, .none, .none, .none,
          .list(kind.attributes.map { .text($0.name.name) }),
        ]
      case .relation(let relation):
        [
          .text("relation:" + relation.kind.name),
          .word(key: "relation", label: BilingualText(zh: "关系", en: "relation")),
          .text(relation.kind.name), .sentence(relation.label), .sentence(relation.inverse),
          .word(key: relation.semantics.rawValue, label: relation.semantics.label),
          kindsCell(relation.sources), kindsCell(relation.targets),
          .list([.text(relation.field), .text(relation.inverseField)]),
        ]
      }
    }
    return Answer(command: QuestionName.ontology.rawValue, table: table)
  }

  private func kindsCell(_ kinds: RelationDefinition.KindSelection) -> Answer.Cell {
    switch kinds {
    case .any: .word(key: "any", label: BilingualText(zh: "任何类别", en: "any kind"))
    case .only(let kinds):
      .list(
        kinds.compactMap { ontology[$0] }.map { .word(key: $0.kind.name, label: $0.label) }
      )
    }
  }
}
