import Bilingual
import ChainDrawing
import ChainModel
import ChainQueries
import GraphKernel

/// What every view is put together from: the facts, the question, and the words that all pictures
/// share.
struct ViewContext {
  let dataset: Dataset
  let language: Language
  let options: QuestionOptions

  var graph: ChainGraph { dataset.graph }

  /// The wording in the language of the picture.
  func say(_ zh: String, _ en: String) -> String { BilingualText(zh: zh, en: en)[language] }

  // MARK: Cards

  /// The id of a node's card: its own, or that of a copy.
  ///
  /// A node that stands in several columns of a picture keeps its identity in one of them; in the
  /// others its card's id ends in `@` and `copy`.
  func cardID(_ node: NodeIndex, copy: String?) -> String {
    graph.id(of: node) + (copy.map { "@" + $0 } ?? "")
  }

  /// The card of a node: its style by its kind, its citation under the pointer, its address.
  func card(
    _ node: NodeIndex,
    in column: String,
    number: Int? = nil,
    copy: String? = nil,
    tag: String? = nil,
    lines: [Picture.Line] = []
  ) -> Picture.Card {
    Picture.Card(
      id: cardID(node, copy: copy),
      column: column,
      heading: graph.name(of: node),
      badge: number.map(String.init),
      mark: isGeneral(node) ? "≈" : nil,
      style: style(of: node),
      tag: tag,
      lines: lines,
      tooltip: tooltip(of: node),
      link: options.linkPrefix + graph.id(of: node)
    )
  }

  /// Whether a segment stands in its chain by general knowledge alone.
  func isGeneral(_ node: NodeIndex) -> Bool {
    graph.ontology.flowKinds.contains(graph.kind(of: node))
      && !graph.origin(of: node).basis.isStated
  }

  /// The offices that a leader holds, as a quiet line of the card; none for whoever holds none.
  func titles(of party: NodeIndex) -> [Picture.Line] {
    graph.attribute(.titles, of: party).map {
      [Picture.Line(text: $0.description(in: language), role: .muted)]
    } ?? []
  }

  /// How the card of a node looks. Segments look as they are covered, parties and places as what
  /// their kind can do.
  func style(of node: NodeIndex) -> Picture.CardStyle {
    let kind = graph.kind(of: node)
    if graph.ontology.flowKinds.contains(kind) { return graph.verdict(of: node).cardStyle }
    if let style = kind.cardStyle { return style }
    if graph.ontology.partyKinds.contains(kind) {
      return graph.attribute(.quantifier, of: node) == nil ? .department : .collective
    }
    return graph.ontology.cardStyle(of: kind)
  }

  /// 核电主管道 · 项目 〔二/(四)/1〕.
  func tooltip(of node: NodeIndex) -> String {
    let kind = graph.definition(of: node).label[language]
    let word =
      graph.ontology.flowKinds.contains(graph.kind(of: node))
      ? graph.verdict(of: node).label[language] : kind
    return "\(graph.name(of: node)) · \(word) \(graph.citation(graph.origin(of: node), language))"
  }

  // MARK: Links

  /// The link that stands for a relation between the cards of its two ends.
  func link(
    _ relation: Relation,
    from: String? = nil,
    to: String? = nil,
    label: String? = nil,
    style: Picture.LinkStyle? = nil
  ) -> Picture.Link {
    Picture.Link(
      from: from ?? graph.id(of: relation.source),
      to: to ?? graph.id(of: relation.target),
      style: style ?? self.style(of: relation),
      label: label,
      tooltip: tooltip(of: relation)
    )
  }

  /// How the link of a relation looks: by its role, else by its semantics.
  func style(of relation: Relation) -> Picture.LinkStyle {
    guard let definition = graph.ontology[relation.kind] else { return .structure }
    let style = style(of: definition)
    return style == .flow && !relation.origin.basis.isStated ? .inferred : style
  }

  /// How the links of a kind of relation look.
  func style(of definition: RelationDefinition) -> Picture.LinkStyle {
    switch definition.semantics {
    case .flow: .flow
    case .return: .feedback
    case .responsibility: style(ofRole: definition.kind)
    case .presence, .action, .control: .action
    case .containment, .membership, .location, .correspondence, .reference, .testimony, .survey,
      .succession:
      .structure
    }
  }

  /// How the links of a role look; a role of a data set's own as that of who is responsible.
  func style(ofRole role: RelationKind) -> Picture.LinkStyle {
    switch role {
    case .lead: .lead
    case .accountable: .accountable
    case .liaison: .liaison
    case .coordinate: .coordinate
    case .support: .support
    default: .responsible
    }
  }

  /// 甲 供给 乙 〔二/(一)/2〕.
  func tooltip(of relation: Relation) -> String {
    let phrase = graph.ontology[relation.kind]?.label[language] ?? relation.kind.name
    return graph.name(of: relation.source) + " " + phrase + " " + graph.name(of: relation.target)
      + " " + graph.citation(relation.origin, language)
  }

  /// The entries of a legend for the link styles that occur, in the order given.
  func legend(_ styles: [(Picture.LinkStyle, String)], in links: [Picture.Link]) -> [Picture
    .LegendItem]
  {
    let used = Set(links.map(\.style))
    return styles.filter { used.contains($0.0) }
      .map { Picture.LegendItem(symbol: .link($0.0), text: $0.1) }
  }

  // MARK: Words

  /// 来源：…（2023-08-18）.
  var sourceNote: String {
    let registers = graph.nodes(of: .register)
    let documents = graph.names(dataset.documents + registers, language)
    let source = say(
      "来源：\(documents)（\(dataset.date)）",
      "source: \(documents) (\(dataset.date))"
    )
    return ([source] + dataset.conditions.map { $0[language] }).joined(separator: say("；", "; "))
  }

  /// That the numbers are those of the list.
  var numberNote: String { say("圈内数字为清单序号", "numbers are those of the list") }

  /// The headings of picture and list: 泳装产业集群 · 缺链图, 泳装产业集群 · 缺链清单.
  func titles(of view: QuestionName, _ subject: String) -> ViewTitles {
    titles(of: view, BilingualText(same: subject))
  }

  func titles(of view: QuestionName, _ subject: BilingualText) -> ViewTitles {
    func title(_ label: BilingualText) -> BilingualText {
      BilingualText(zh: "\(subject.zh) · \(label.zh)", en: "\(subject.en): \(label.en)")
    }
    return ViewTitles(
      picture: title(view.definition.label),
      list: title(view.definition.listLabel)
    )
  }
}

/// The headings of a view.
struct ViewTitles {
  let picture: BilingualText
  let list: BilingualText
}

extension Verdict {
  var cardStyle: Picture.CardStyle {
    switch self {
    case .short: .short
    case .many: .many
    case .single: .single
    case .unnamed: .unnamed
    case .building: .building
    case .missing: .missing
    case .lacking: .lacking
    case .wanted: .wanted
    case .presumed: .presumed
    case .unknown: .unknown
    case .uncounted: .uncounted
    }
  }
}
