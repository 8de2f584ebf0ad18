public import Bilingual
import ChainDrawing
public import ChainModel
import ChainQueries
public import GraphKernel

extension ChainView {
  /// The panorama of a cluster's chain: a card for each segment, in a column for each stage.
  ///
  /// A card names at most `mostLines` enterprises and projects; the others are counted. With
  /// `showsImpliedFlows` the flows of general knowledge that a longer way implies are drawn too;
  /// otherwise they are counted.
  public static func panorama(
    of cluster: NodeIndex,
    in dataset: Dataset,
    language: Language,
    mostLines: Int = 6,
    showsImpliedFlows: Bool = false
  ) -> ChainView {
    Panorama(
      cluster: cluster,
      dataset: dataset,
      language: language,
      mostLines: mostLines,
      showsImpliedFlows: showsImpliedFlows
    ).view()
  }
}

/// Puts a panorama together.
private struct Panorama {
  let dataset: Dataset
  let graph: ChainGraph
  let language: Language
  let mostLines: Int
  let showsImpliedFlows: Bool
  let chain: Chain
  let layers: [LayeredSegment]
  let flows: FlowLayout
  let gaps: [Gap]
  let actors: [NodeIndex: SegmentActors]
  let anchors: Set<NodeIndex>

  init(
    cluster: NodeIndex,
    dataset: Dataset,
    language: Language,
    mostLines: Int,
    showsImpliedFlows: Bool
  ) {
    self.showsImpliedFlows = showsImpliedFlows
    self.dataset = dataset
    self.language = language
    self.mostLines = mostLines
    let graph = dataset.graph
    self.graph = graph
    let chain = graph.chain(of: cluster)
    self.chain = chain
    layers = chain.layers()
    flows = chain.flowLayout()
    gaps = chain.gaps()
    actors = Dictionary(
      chain.segments.map { ($0, graph.actors(on: $0)) },
      uniquingKeysWith: { first, _ in first }
    )
    anchors = Set(graph.relations(of: cluster, at: .target, .anchors).map(\.source))
  }

  func view() -> ChainView {
    ChainView(
      picture: Picture(
        name: "panorama",
        language: language.rawValue,
        title: title,
        subtitle: subtitle,
        columns: Stage.allCases.map { column(of: $0) },
        cards: layers.map { card(for: $0) },
        links: links(),
        legend: legend(),
        footnotes: footnotes()
      ),
      list: list()
    )
  }

  private func say(_ zh: String, _ en: String) -> String {
    BilingualText(zh: zh, en: en)[language]
  }

  // MARK: Cards

  private func column(of stage: Stage) -> Column {
    let count = layers.count { $0.stage == stage }
    return Column(
      id: stage.rawValue,
      heading: stage.label[language],
      note: say("\(count) 个环节", "\(count) segments")
    )
  }

  private func number(of segment: NodeIndex) -> Int? {
    gaps.firstIndex { $0.segment == segment }.map { $0 + 1 }
  }

  private func card(for layer: LayeredSegment) -> Card {
    let segment = layer.segment
    let coverage = graph.coverage(of: segment)
    let pattern = gaps.first { $0.segment == segment }?.pattern
    let tag = coverage == .strong ? nil : (pattern?.label ?? coverage.label)[language]
    return Card(
      id: graph.id(of: segment),
      column: layer.stage.rawValue,
      heading: graph.name(of: segment),
      badge: number(of: segment).map(String.init),
      style: coverage.cardStyle,
      tag: tag,
      prominence: pattern == .break ? .urgent : .usual,
      lines: lines(on: segment),
      tooltip: tooltip(of: segment, coverage: coverage)
    )
  }

  private func lines(on segment: NodeIndex) -> [Line] {
    guard let actors = actors[segment] else { return [] }
    let leads = actors.enterprises.filter { anchors.contains($0) }
    let others = actors.enterprises.filter { !anchors.contains($0) }
    let lines =
      leads.map { Line(text: graph.name(of: $0), role: .emphasis) }
      + others.map { Line(text: graph.name(of: $0), role: .normal) }
      + actors.projects.map { project in
        Line(text: text(of: project), role: .project, status: status(of: project))
      }
    guard lines.count > mostLines else { return lines }
    let hidden = lines.count - (mostLines - 1)
    return lines.prefix(mostLines - 1)
      + [Line(text: say("另有 \(hidden) 项", "\(hidden) more"), role: .muted)]
  }

  /// Name, status and size: 核电主管道（在建，6000 吨）.
  private func text(of project: NodeIndex) -> String {
    let facts = [AttributeName.status, .capacity].compactMap { name in
      graph.attribute(name, of: project)?.description(in: language)
    }
    let name = graph.name(of: project)
    guard !facts.isEmpty else { return name }
    return say(
      "\(name)（\(facts.joined(separator: "，"))）",
      "\(name) (\(facts.joined(separator: ", ")))"
    )
  }

  private func status(of project: NodeIndex) -> ProjectStatus? {
    graph.option(.status, of: project).flatMap(ProjectStatus.init(rawValue:))
  }

  private func tooltip(of segment: NodeIndex, coverage: Coverage) -> String {
    let name = graph.name(of: segment)
    return name + " · " + coverage.label[language] + " "
      + graph.citation(graph.origin(of: segment), language)
  }

  // MARK: Links

  private func links() -> [Link] {
    let missing = Set(gaps.map(\.segment))
    let feedback = Set(flows.feedback)
    let hidden = Set(hiddenFlows)
    return chain.flows.filter { $0.source != $0.target && !hidden.contains($0) }.map { flow in
      Link(
        from: graph.id(of: flow.source),
        to: graph.id(of: flow.target),
        style: feedback.contains(flow) ? .feedback : style(of: flow, missing: missing),
        tooltip: tooltip(of: flow)
      )
    }
  }

  /// Flows of general knowledge that a longer way implies: they would crowd a page and say little.
  /// What a document states is always drawn.
  private var hiddenFlows: [Relation] {
    flows.implied.filter { !showsImpliedFlows && $0.origin.basis != .document }
  }

  private func style(of flow: Relation, missing: Set<NodeIndex>) -> LinkStyle {
    if missing.contains(flow.source) || missing.contains(flow.target) { return .gap }
    return flow.origin.basis == .document ? .flow : .inferred
  }

  private func tooltip(of flow: Relation) -> String {
    let phrase = graph.ontology[flow.kind]?.label[language] ?? flow.kind.name
    return graph.name(of: flow.source) + " " + phrase + " " + graph.name(of: flow.target) + " "
      + graph.citation(flow.origin, language)
  }

  // MARK: Words around

  private var title: String {
    let name = graph.name(of: chain.cluster)
    return say("\(name) · 产业链全景图", "\(name): panorama of the chain")
  }

  private var subtitle: String {
    let completeness = chain.completeness
    let (counts, all) = (completeness.counts, completeness.all)
    let (covered, percent) = (completeness.covered, completeness.percent)
    let breaks = gaps.count { $0.pattern == .break }
    let states = Coverage.allCases.map { "\($0.label[language]) \(counts[$0, default: 0])" }
    let figures = say(
      "\(all) 个环节，已覆盖 \(covered) 个（\(percent) %）：\(states.joined(separator: "，"))；断链环节 \(breaks) 个",
      "\(covered) of \(all) segments covered (\(percent) %): \(states.joined(separator: ", ")); "
        + "\(breaks) of them in breaks"
    )
    let people = [RelationKind.accountable, .lead].compactMap { role -> String? in
      let parties = graph.owners(of: chain.cluster).filter { $0.role == role }.map(\.party)
      guard !parties.isEmpty else { return nil }
      return graph.roleLabel(role)[language] + say("：", ": ") + graph.names(parties, language)
    }
    return ([figures] + people).joined(separator: say("　", "   "))
  }

  private func legend() -> [LegendItem] {
    let coverage = Coverage.allCases.map { state in
      LegendItem(symbol: .card(state.cardStyle), text: state.legend[language])
    }
    let patterns = GapPattern.allCases.map { pattern in
      LegendItem(symbol: .tag(pattern.label[language]), text: pattern.legend[language])
    }
    return coverage + patterns + [
      LegendItem(symbol: .line(.emphasis), text: say("龙头企业", "lead enterprise")),
      LegendItem(symbol: .project(.building), text: say("前期、在建、竣工项目", "project under way")),
      LegendItem(symbol: .project(.planned), text: say("谋划项目", "planned project")),
      LegendItem(symbol: .link(.flow), text: say("供给（文件所载）", "supplies (stated)")),
      LegendItem(symbol: .link(.inferred), text: say("供给（行业常识）", "supplies (industry knowledge)")),
      LegendItem(symbol: .link(.gap), text: say("供给（一端缺链）", "supplies (one end missing)")),
      LegendItem(symbol: .link(.feedback), text: say("循环回用", "feedback")),
    ]
  }

  private func footnotes() -> [String] {
    var notes = [source(of: dataset, language)]
    let segments = Set(chain.segments)
    let off = graph.parts(of: chain.cluster).map(\.node).filter { actor in
      [.enterprise, .project].contains(graph.kind(of: actor))
        && segments.isDisjoint(with: graph.stands(actor))
    }
    if !off.isEmpty {
      notes.append(
        say(
          "未画出：不在本链环节上的企业和项目 \(off.count) 个（\(graph.names(off, .zh))）",
          "not drawn: \(off.count) enterprises and projects that stand on no segment of the chain "
            + "(\(graph.names(off, .en)))"
        )
      )
    }
    let outside = chain.flowsAcross().count
    if outside > 0 {
      notes.append(
        say(
          "未画出：与其他集群环节之间的供给关系 \(outside) 条",
          "not drawn: \(outside) flows between this chain and others"
        )
      )
    }
    if !hiddenFlows.isEmpty {
      notes.append(
        say(
          "未画出：可由更长路径推出的供给关系 \(hiddenFlows.count) 条（--all-flows 全部画出）",
          "not drawn: \(hiddenFlows.count) flows that a longer way implies (--all-flows draws them)"
        )
      )
    }
    notes.append(
      say(
        "圈内数字为缺链清单（liantu gaps）中的序号",
        "numbers are those of the list that liantu gaps prints"
      )
    )
    return notes
  }

  // MARK: The list

  private func list() -> Answer {
    let table = Table(
      [
        Table.Column("number", zh: "缺链序号", en: "gap"), .id, .name,
        Table.Column("stage", zh: "位置", en: "stage"), .coverage,
        Table.Column("pattern", zh: "类型", en: "pattern"),
        Table.Column("enterprises", zh: "企业", en: "enterprises"),
        Table.Column("projects", zh: "项目", en: "projects"), .basis,
      ],
      layers
    ) { layer in
      let segment = layer.segment
      let pattern = gaps.first { $0.segment == segment }?.pattern
      return [
        number(of: segment).map { .number($0) } ?? .none, .text(graph.id(of: segment)),
        .text(graph.name(of: segment)),
        .word(key: layer.stage.rawValue, label: layer.stage.label),
        Answer.coverageCell(graph.coverage(of: segment)),
        pattern.map { .word(key: $0.rawValue, label: $0.label) } ?? .none,
        graph.cells(actors[segment]?.enterprises ?? []),
        graph.cells(actors[segment]?.projects ?? []), graph.basisCell(graph.origin(of: segment)),
      ]
    }
    return Answer(command: "panorama", subject: graph.summary(of: chain.cluster), table: table)
  }
}

/// 来源：…，2023-08-18.
func source(of dataset: Dataset, _ language: Language) -> String {
  let documents = dataset.graph.names(dataset.documents, language)
  let alone = BilingualText(
    zh: "；只含文件所载的事实，行业常识（包括多数供给关系）未计",
    en: "; stated facts alone: general knowledge, and with it most flows, is left out"
  )
  return BilingualText(
    zh: "来源：\(documents)（\(dataset.date)）",
    en: "source: \(documents) (\(dataset.date))"
  )[language] + (dataset.isStatedAlone ? alone[language] : "")
}

extension GapPattern {
  fileprivate var legend: BilingualText {
    switch self {
    case .break: BilingualText(zh: "上下游均已覆盖", en: "covered on both sides")
    case .openHead: BilingualText(zh: "只有下游已覆盖", en: "covered downstream alone")
    case .openTail: BilingualText(zh: "只有上游已覆盖", en: "covered upstream alone")
    }
  }
}

extension Coverage {
  var cardStyle: CardStyle {
    switch self {
    case .strong: .strong
    case .weak: .weak
    case .building: .building
    case .planned: .planned
    case .missing: .missing
    }
  }

  var legend: BilingualText {
    switch self {
    case .strong: BilingualText(zh: "强：两家以上企业", en: "strong: two or more enterprises")
    case .weak: BilingualText(zh: "弱链：一家企业", en: "weak: one enterprise")
    case .building: BilingualText(zh: "在建：只有推进中的项目", en: "building: projects alone")
    case .planned: BilingualText(zh: "谋划：只有谋划项目", en: "planned: planned projects alone")
    case .missing: BilingualText(zh: "缺链：无企业无项目", en: "missing: neither")
    }
  }
}
