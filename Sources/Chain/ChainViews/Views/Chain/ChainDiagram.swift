import Bilingual
import ChainDrawing
import ChainModel
import ChainQueries
import GraphKernel

/// A cluster's chain as cards in stage columns and flows between them: what the panorama and the
/// picture of its gaps have in common.
struct ChainDiagram {
  let context: ViewContext
  let chain: Chain
  let layers: [LayeredSegment]
  let gaps: [Gap]
  private let flows: FlowLayout
  private let patterns: [NodeIndex: Gap.Pattern]

  init(_ chain: Chain, _ context: ViewContext) {
    self.context = context
    self.chain = chain
    layers = chain.layers()
    gaps = chain.gaps()
    flows = chain.flowLayout()
    patterns = Dictionary(
      gaps.compactMap { gap in gap.pattern.map { (gap.segment, $0) } },
      uniquingKeysWith: { first, _ in first }
    )
  }

  private var graph: ChainGraph { context.graph }
  private var language: Language { context.language }

  func pattern(of segment: NodeIndex) -> Gap.Pattern? { patterns[segment] }

  var columns: [Picture.Column] {
    Stage.allCases.map { stage in
      let count = layers.count { $0.stage == stage }
      return Picture.Column(
        id: stage.rawValue,
        heading: stage.label[language],
        note: context.say("\(count) 个环节", "\(count) segments")
      )
    }
  }

  // MARK: Cards

  /// A card for each segment, in the order of the layers.
  func cards(
    number: (NodeIndex) -> Int?,
    isInColour: (NodeIndex) -> Bool = { _ in true }
  ) -> [Picture.Card] {
    let anchors = Set(graph.relations(of: chain.cluster, at: .target, .anchors).map(\.source))
    return layers.map { layer in
      let segment = layer.segment
      let coverage = graph.coverage(of: segment)
      let pattern = pattern(of: segment)
      var card = context.card(
        segment,
        in: layer.stage.rawValue,
        number: number(segment),
        tag: coverage == .strong ? nil : (pattern?.label ?? coverage.label)[language]
      )
      if isInColour(segment) {
        card.lines = lines(on: segment, anchors: anchors)
        card.prominence = pattern == .break ? .urgent : .usual
      } else {
        card.prominence = .faded
      }
      return card
    }
  }

  private func lines(on segment: NodeIndex, anchors: Set<NodeIndex>) -> [Picture.Line] {
    let actors = graph.actors(on: segment)
    let leads = actors.enterprises.filter { anchors.contains($0) }
    let others = actors.enterprises.filter { !anchors.contains($0) }
    let lines =
      leads.map { Picture.Line(text: graph.name(of: $0), role: .emphasis) }
      + others.map { Picture.Line(text: graph.name(of: $0), role: .normal) }
      + actors.projects.map { project in
        Picture.Line(
          text: context.projectText(project),
          role: .project,
          status: context.projectStatus(project)
        )
      }
    let most = context.options.mostLines
    guard lines.count > most else { return lines }
    let hidden = lines.count - (most - 1)
    return lines.prefix(most - 1)
      + [Picture.Line(text: context.say("另有 \(hidden) 项", "\(hidden) more"), role: .muted)]
  }

  // MARK: Links

  func links(isInColour: (NodeIndex) -> Bool = { _ in true }) -> [Picture.Link] {
    let missing = Set(gaps.map(\.segment))
    let feedback = Set(flows.feedback)
    let hidden = Set(hiddenFlows)
    return chain.flows.filter { $0.source != $0.target && !hidden.contains($0) }.map { flow in
      let touchesGap = missing.contains(flow.source) || missing.contains(flow.target)
      var link = context.link(
        flow,
        style: feedback.contains(flow) ? .feedback : touchesGap ? .gap : nil
      )
      let isSeen = isInColour(flow.source) && isInColour(flow.target)
      link.prominence = isSeen ? .usual : .faded
      return link
    }
  }

  /// Flows of general knowledge that a longer way implies: they would crowd a page and say little.
  /// What a document states is always drawn.
  private var hiddenFlows: [Relation] {
    flows.implied.filter {
      !context.options.showsImpliedFlows && $0.origin.basis != .document
    }
  }

  // MARK: Words around

  /// 37 个环节，已覆盖 17 个（46 %）：…
  var figures: String {
    let completeness = chain.completeness
    let (counts, all) = (completeness.counts, completeness.all)
    let (covered, percent) = (completeness.covered, completeness.percent)
    let breaks = gaps.count { $0.pattern == .break }
    let states = Coverage.allCases.map { "\($0.label[language]) \(counts[$0, default: 0])" }
    return context.say(
      "\(all) 个环节，已覆盖 \(covered) 个（\(percent) %）：\(states.joined(separator: "，"))；断链环节 \(breaks) 个",
      "\(covered) of \(all) segments covered (\(percent) %): \(states.joined(separator: ", ")); "
        + "\(breaks) of them in breaks"
    )
  }

  /// The leaders and the lead departments, a phrase for each role.
  var people: [String] {
    [RelationKind.accountable, .lead].compactMap { role -> String? in
      let parties = graph.owners(of: chain.cluster).filter { $0.role == role }.map(\.party)
      guard !parties.isEmpty else { return nil }
      return graph.roleLabel(role)[language] + context.say("：", ": ")
        + graph.names(parties, language)
    }
  }

  var legend: [Picture.LegendItem] {
    let say = context.say
    let coverage = Coverage.allCases.map { state in
      Picture.LegendItem(symbol: .card(state.cardStyle), text: state.legend[language])
    }
    let patterns = Gap.Pattern.allCases.map { pattern in
      Picture.LegendItem(symbol: .tag(pattern.label[language]), text: pattern.legend[language])
    }
    return coverage + patterns + [
      Picture.LegendItem(symbol: .line(.emphasis), text: say("龙头企业", "lead enterprise")),
      Picture.LegendItem(symbol: .project(.building), text: say("前期、在建、竣工项目", "project under way")),
      Picture.LegendItem(symbol: .project(.planned), text: say("谋划项目", "planned project")),
    ] + flowLegend
  }

  private var flowLegend: [Picture.LegendItem] {
    let say = context.say
    return [
      Picture.LegendItem(symbol: .link(.flow), text: say("供给（文件所载）", "supplies (stated)")),
      Picture.LegendItem(
        symbol: .link(.inferred),
        text: say("供给（行业常识）", "supplies (industry knowledge)")
      ),
      Picture.LegendItem(symbol: .link(.gap), text: say("供给（一端缺链）", "supplies (one end missing)")),
      Picture.LegendItem(symbol: .link(.feedback), text: say("循环回用", "feedback")),
    ]
  }

  /// The source, and what is not drawn.
  var footnotes: [String] {
    var notes = [context.sourceNote]
    let segments = Set(chain.segments)
    let off = graph.parts(of: chain.cluster).map(\.node).filter { actor in
      [.enterprise, .project].contains(graph.kind(of: actor))
        && segments.isDisjoint(with: graph.stands(actor))
    }
    if !off.isEmpty {
      notes.append(
        context.say(
          "未画出：不在本链环节上的企业和项目 \(off.count) 个（\(graph.names(off, .zh))）",
          "not drawn: \(off.count) enterprises and projects that stand on no segment of the chain "
            + "(\(graph.names(off, .en)))"
        )
      )
    }
    let outside = chain.flowsAcross().count
    if outside > 0 {
      notes.append(
        context.say(
          "未画出：与其他集群环节之间的供给关系 \(outside) 条",
          "not drawn: \(outside) flows between this chain and others"
        )
      )
    }
    if !hiddenFlows.isEmpty {
      notes.append(
        context.say(
          "未画出：可由更长路径推出的供给关系 \(hiddenFlows.count) 条（--all-flows 全部画出）",
          "not drawn: \(hiddenFlows.count) flows that a longer way implies (--all-flows draws them)"
        )
      )
    }
    return notes + [context.numberNote]
  }
}

extension ViewContext {
  /// Name, status and size: 核电主管道（在建，6000 吨）.
  func projectText(_ project: NodeIndex) -> String {
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

  func projectStatus(_ project: NodeIndex) -> Picture.ProjectStatus? {
    graph.option(.status, of: project).flatMap(Picture.ProjectStatus.init(rawValue:))
  }
}

extension Gap.Pattern {
  var legend: BilingualText {
    switch self {
    case .break: BilingualText(zh: "上下游均已覆盖", en: "covered on both sides")
    case .openHead: BilingualText(zh: "只有下游已覆盖", en: "covered downstream alone")
    case .openTail: BilingualText(zh: "只有上游已覆盖", en: "covered upstream alone")
    }
  }
}

extension Coverage {
  fileprivate var legend: BilingualText {
    switch self {
    case .strong: BilingualText(zh: "强：两家以上企业", en: "strong: two or more enterprises")
    case .weak: BilingualText(zh: "弱链：一家企业", en: "weak: one enterprise")
    case .building: BilingualText(zh: "在建：只有推进中的项目", en: "building: projects alone")
    case .planned: BilingualText(zh: "谋划：只有谋划项目", en: "planned: planned projects alone")
    case .missing: BilingualText(zh: "缺链：无企业无项目", en: "missing: neither")
    }
  }
}
