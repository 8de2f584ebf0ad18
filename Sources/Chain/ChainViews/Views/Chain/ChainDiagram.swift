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
  /// What is shown: all of the chain, or what some reference chains hold of it.
  let layers: [LayeredSegment]
  private let shown: Set<NodeIndex>
  let gaps: [Gap]
  private let sections: [NodeIndex: ChainSection]
  private let flows: FlowLayout
  private let restated: [Relation]
  private let positions: [NodeIndex: Gap.Position]

  init(_ chain: Chain, _ context: ViewContext) {
    self.context = context
    self.chain = chain
    let sections = chain.sections()
    let chosen = Set(context.options.chains)
    self.sections = sections
    // A cluster of one chain is all of it, with what is its own.
    let only = sections.isEmpty ? chain.usedSections.first : nil
    layers = chain.layers().filter { layer in
      chosen.isEmpty || (sections[layer.segment] ?? only).map { chosen.contains($0.id) } ?? false
    }
    shown = Set(layers.map(\.segment))
    gaps = chain.gaps()
    flows = chain.flowLayout()
    restated = chain.restatedFlows()
    positions = Dictionary(
      gaps.compactMap { gap in gap.position.map { (gap.segment, $0) } },
      uniquingKeysWith: { first, _ in first }
    )
  }

  private var graph: ChainGraph { context.graph }
  private var language: Language { context.language }

  func position(of segment: NodeIndex) -> Gap.Position? { positions[segment] }

  /// Whether the chain belongs to no city: nobody is on it, and nothing is known or missing.
  var isReference: Bool { graph.kind(of: chain.cluster) == .chain }

  /// The reference chains that alone are shown, in the order of the layers; none where all is shown.
  var chosenChains: [ChainSection] {
    guard !context.options.chains.isEmpty else { return [] }
    return layers.compactMap { sections[$0.segment] }.uniqued()
  }

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
  ///
  /// - Parameter showsTargets: whether enterprises of elsewhere that could fill a segment stand on it.
  func cards(
    number: (NodeIndex) -> Int?,
    isInColour: (NodeIndex) -> Bool = { _ in true },
    showsTargets: Bool = false
  ) -> [Picture.Card] {
    let anchors = Set(graph.relations(of: chain.cluster, at: .target, .anchors).map(\.source))
    return layers.map { layer in
      let segment = layer.segment
      if isReference { return referenceCard(segment, in: layer.stage, number: number(segment)) }
      let assessment = graph.assessment(of: segment)
      var card = context.card(
        segment,
        in: layer.stage.rawValue,
        number: number(segment),
        tag: assessment.tag[language]
      )
      card.section = sections[segment]?.name
      if isInColour(segment) {
        card.lines =
          lines(on: segment, anchors: anchors) + (showsTargets ? targetLines(on: segment) : [])
        card.prominence = assessment.verdict.isGap ? .urgent : .usual
      } else {
        card.prominence = .faded
      }
      return card
    }
  }

  private func targetLines(on segment: NodeIndex) -> [Picture.Line] {
    let targets = graph.targetEnterprises(of: segment)
    return context.cut(
      targets.map { target in
        let name = graph.name(of: target)
        return Picture.Line(
          text: context.say("目标：\(name)", "target: \(name)"),
          role: .muted
        )
      }
    )
  }

  private func lines(on segment: NodeIndex, anchors: Set<NodeIndex>) -> [Picture.Line] {
    let actors = graph.actors(on: segment)
    let leads = actors.enterprises.filter { anchors.contains($0) }
    let others = actors.enterprises.filter { !anchors.contains($0) }
    let lines =
      leads.map { Picture.Line(text: actors.mark($0) + graph.name(of: $0), role: .emphasis) }
      + others.map { Picture.Line(text: actors.mark($0) + graph.name(of: $0), role: .normal) }
      + actors.projects.map { project in
        Picture.Line(
          text: actors.mark(project) + context.projectText(project),
          role: .project,
          status: context.projectStatus(project)
        )
      }
    return context.cut(lines)
  }

  // MARK: Links

  func links(isInColour: (NodeIndex) -> Bool = { _ in true }) -> [Picture.Link] {
    let missing = Set(gaps.map(\.segment))
    let feedback = Set(flows.feedback + chain.returns)
    let hidden = Set(impliedFlows + servicesBack + restatedFlows)
    return (chain.flows + chain.returns)
      .filter { $0.source != $0.target && !hidden.contains($0) && isInside($0) }
      .map { flow in
        let touchesGap = missing.contains(flow.source) || missing.contains(flow.target)
        var style: Picture.LinkStyle? = touchesGap ? .gap : nil
        if isReference { style = flow.origin.document == nil ? .inferred : .flow }
        var link = context.link(flow, style: feedback.contains(flow) ? .feedback : style)
        let isSeen = isInColour(flow.source) && isInColour(flow.target)
        link.prominence = isSeen ? .usual : .faded
        return link
      }
  }

  /// Whether both ends are shown.
  private func isInside(_ flow: Relation) -> Bool {
    shown.contains(flow.source) && shown.contains(flow.target)
  }

  /// Flows of general knowledge that a longer way implies: they would crowd a page and say little.
  /// What a document states is always drawn.
  private var impliedFlows: [Relation] { unlessAll(flows.implied) }

  /// Services of general knowledge to earlier stages: cold chain to whoever grows something. Drawn
  /// against the columns they would look like what comes back.
  private var servicesBack: [Relation] {
    unlessAll(
      flows.feedback.filter { flow in
        flow.source != flow.target && graph.option(.role, of: flow.source) == "service"
      }
    )
  }

  /// What the library says of parts or wholes; at a gap it is drawn all the same.
  private var restatedFlows: [Relation] {
    let missing = Set(gaps.map(\.segment))
    return unlessAll(
      restated.filter { !missing.contains($0.source) && !missing.contains($0.target) }
    )
  }

  private func unlessAll(_ flows: [Relation]) -> [Relation] {
    flows.filter {
      !context.options.showsAllFlows && !$0.origin.basis.isStated && isInside($0)
    }
  }

  // MARK: Words around

  private var completeness: Completeness {
    graph.completeness(of: layers.map(\.segment))
  }

  /// 有 7 · 在建 4 · 缺 5 · 拟发展 3 · 未查 14，未查不等于没有.
  var figures: String {
    isReference ? referenceFigures : completeness.headLine(language)
  }

  /// The leaders and the lead departments, a phrase for each role.
  var people: [String] {
    [RelationKind.accountable, .lead].compactMap { role -> String? in
      let names = graph.holderNames(of: chain.cluster, role, language)
      return names.isEmpty
        ? nil : graph.roleLabel(role)[language] + context.say("：", ": ") + names
    }
  }

  var legend: [Picture.LegendItem] {
    if isReference { return referenceLegend }
    let say = context.say
    let used = Set(layers.map { graph.verdict(of: $0.segment) })
    let verdicts = Verdict.allCases.filter { used.contains($0) }.map { verdict in
      Picture.LegendItem(symbol: .card(verdict.cardStyle), text: verdict.legend[language])
    }
    let pending =
      pendings.isEmpty
      ? []
      : [
        Picture.LegendItem(
          symbol: .tag(Assessment.pending[language]),
          text: say("参考链换版，所述未动，待核", "the chain has a new edition: as it was, to be looked at")
        )
      ]
    return verdicts + pending + [
      Picture.LegendItem(symbol: .line(.emphasis), text: say("龙头企业", "lead enterprise"))
    ] + context.projectLegend + flowLegend
  }

  /// The segments of which the chain says something else since, with what it says.
  private var pendings: [String] {
    layers.map(\.segment).compactMap { segment in
      graph.attribute(.pending, of: segment).map { what in
        "\(graph.name(of: segment))（\(what.description(in: language))）"
      }
    }
  }

  private var flowLegend: [Picture.LegendItem] {
    let say = context.say
    return [
      Picture.LegendItem(symbol: .link(.flow), text: say("供给（文件所载）", "supplies (stated)")),
      Picture.LegendItem(
        symbol: .link(.inferred),
        text: say("供给（行业常识）", "supplies (industry knowledge)")
      ),
      Picture.LegendItem(symbol: .link(.gap), text: say("供给（一端缺链）", "supplies (one end is a gap)")),
      Picture.LegendItem(symbol: .link(.feedback), text: say("回用、逆向", "returns and feedback")),
    ]
  }

  /// The source, and what is not drawn.
  var footnotes: [String] {
    // No leader's name stands beside a count of what nobody has looked at.
    let isKnown = completeness.counts[.unknown, default: 0] == 0
    var notes = isReference ? referenceNotes : [context.sourceNote] + (isKnown ? people : [])
    let general = layers.count { !graph.origin(of: $0.segment).basis.isStated }
    if general > 0, !isReference {
      notes.append(
        context.say(
          "≈ 行业常识列入的环节 \(general) 个，文件未载",
          "≈ \(general) segments stand here by general knowledge; no document names them"
        )
      )
    }
    if !pendings.isEmpty {
      let list = pendings.joined(separator: context.say("、", ", "))
      notes.append("\(Assessment.pending[language])\(context.say("：", ": "))\(list)")
    }
    let marked = layers.count { layer in
      let actors = graph.actors(on: layer.segment)
      return (actors.enterprises + actors.projects).contains { actors.general.contains($0) }
    }
    if marked > 0 {
      notes.append(
        context.say(
          "名称前的 ≈：凭行业常识列在该环节上，见于 \(marked) 个环节",
          "a name after ≈ stands there by general knowledge: on \(marked) segments"
        )
      )
    }
    let segments = Set(chain.segments)
    let off = graph.members(of: chain.cluster).map(\.node).filter { actor in
      [.enterprise, .project].contains(graph.kind(of: actor))
        && segments.isDisjoint(with: graph.stands(actor))
    }
    if !off.isEmpty {
      // Of one chain among several, it would be more than these.
      let (whole, all) =
        layers.count == segments.count ? ("本链", "the chain") : ("本集群", "the cluster")
      notes.append(
        context.say(
          "未画出：不在\(whole)环节上的企业和项目 \(off.count) 个（\(graph.names(off, .zh))）",
          "not drawn: \(off.count) enterprises and projects that stand on no segment of \(all) "
            + "(\(graph.names(off, .en)))"
        )
      )
    }
    let others = chain.segments.count - layers.count
    if others > 0 {
      let cut = (chain.flows + chain.returns).count {
        shown.contains($0.source) != shown.contains($0.target)
      }
      notes.append(
        context.say(
          "未画出：本集群其他参考链的环节 \(others) 个，与它们之间的供给和回用 \(cut) 条",
          "not drawn: \(others) segments of the cluster's other chains, \(cut) flows from and to them"
        )
      )
    }
    let outside = chain.flowsAcross().count {
      shown.contains($0.source) || shown.contains($0.target)
    }
    if outside > 0 {
      notes.append(
        context.say(
          isReference
            ? "未画出：与其他参考链环节之间的供给关系 \(outside) 条"
            : "未画出：与其他集群环节之间的供给关系 \(outside) 条",
          "not drawn: \(outside) flows between this chain and others"
        )
      )
    }
    let restated = Set(restatedFlows).subtracting(impliedFlows + servicesBack).count
    if restated > 0 {
      notes.append(
        context.say(
          "未画出：参考链在其部分或所属环节上已画的供给关系 \(restated) 条（--all-flows 全部画出）",
          "not drawn: \(restated) flows that the library draws at parts or wholes (--all-flows draws them)"
        )
      )
    }
    let (implied, services) = (impliedFlows.count, servicesBack.count)
    if implied > 0 {
      notes.append(
        context.say(
          "未画出：可由更长路径推出的供给关系 \(implied) 条（--all-flows 全部画出）",
          "not drawn: \(implied) flows that a longer way implies (--all-flows draws them)"
        )
      )
    }
    if services > 0 {
      notes.append(
        context.say(
          "未画出：对更上游环节的服务关系 \(services) 条（--all-flows 全部画出）",
          "not drawn: \(services) services to earlier stages (--all-flows draws them)"
        )
      )
    }
    return notes + [context.numberNote]
  }
}

extension SegmentActors {
  /// What stands before the name of whoever is there by general knowledge alone.
  func mark(_ actor: NodeIndex) -> String { general.contains(actor) ? "≈" : "" }
}

extension Assessment {
  /// The verdict in as few letters as a card has room for; none for several enterprises.
  fileprivate var tag: BilingualText {
    let word: BilingualText =
      switch verdict {
      case .short: BilingualText(zh: "不足", en: "short")
      case .many: BilingualText(zh: "多家", en: "several")
      case .single: BilingualText(zh: "单一", en: "one")
      case .unnamed: BilingualText(zh: "有", en: "present")
      case .missing: BilingualText(zh: "查实缺", en: "missing")
      case .lacking: BilingualText(zh: "文件称缺", en: "lacking")
      case .presumed: BilingualText(zh: "推定", en: "presumed")
      case .building, .wanted, .unknown, .uncounted: verdict.label
      }
    let part = isPartial ? BilingualText(zh: "·部分", en: ", part") : BilingualText(same: "")
    let pending = isPending ? Assessment.pending : nil
    return BilingualText(
      zh: word.zh + part.zh + (pending.map { "·" + $0.zh } ?? ""),
      // What does not fit is cut from the end.
      en: (pending == nil ? "" : "◆ ") + word.en + part.en
    )
  }

  /// A word with a glyph that is seen without colour.
  fileprivate static let pending = BilingualText(zh: "◆待定", en: "◆")
}

extension Verdict {
  fileprivate var legend: BilingualText {
    switch self {
    case .short: BilingualText(zh: "不足：有，文件称弱", en: "short: here, said to be too little")
    case .many: BilingualText(zh: "多家企业", en: "several enterprises")
    case .single: BilingualText(zh: "单一企业", en: "one enterprise")
    case .unnamed: BilingualText(zh: "有，未点名或未尽列", en: "here, nobody or not all named")
    case .building: BilingualText(zh: "在建：项目推进中", en: "building: projects under way")
    case .missing: BilingualText(zh: "缺：摸排查实", en: "missing: a survey found none")
    case .lacking: BilingualText(zh: "缺：文件称缺", en: "lacking: a document says so")
    case .wanted: BilingualText(zh: "拟发展：文件所愿或谋划项目", en: "wanted by a document")
    case .presumed: BilingualText(zh: "推定有：只凭行业常识", en: "presumed: general knowledge alone")
    case .unknown: BilingualText(zh: "未查：不等于没有", en: "unknown: does not mean absent")
    case .uncounted: BilingualText(zh: "不计：资源、市场、公共", en: "not counted: resource, market, public")
    }
  }
}
