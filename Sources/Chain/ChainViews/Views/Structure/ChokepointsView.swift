import ChainDrawing
import ChainModel
import ChainQueries
import GraphKernel

/// The segments whose loss takes a flow network apart, with what each blocks or cuts off; the flows
/// that are bridges stand out, and the ends of supply say their minimum cuts.
struct ChokepointsView {
  let context: ViewContext
  let scope: NodeIndex?

  private var network: FlowNetwork { context.graph.flowNetwork(of: scope) }

  func outcome() -> Outcome {
    let titles = context.titles(of: .chokepoints, scope: scope)
    let answer = Answer.chokepoints(in: network, scope: scope)
    return Outcome(
      title: titles.picture,
      answer: answer.asList(of: .chokepoints, title: titles.list, numbering: ["points"])
    ) { () throws(ViewFailure) in
      try picture(titles)
    }
  }

  private func picture(_ titles: ViewTitles) throws(ViewFailure) -> Picture {
    let network = network
    let (points, bridges, cuts) = (
      network.chokepoints(), network.bridges(), network.supplyCuts()
    )
    let map = try FlowMap(of: Self.segments(points, bridges, cuts), context)
    let position = context.numbers(of: points.map(\.segment))
    let ends = Dictionary(cuts.map { ($0.end, $0) }, uniquingKeysWith: { first, _ in first })
    let isBridge = Set(bridges.map { [$0.source, $0.target] })
    return map.picture(
      of: .chokepoints,
      titles,
      subtitle: subtitle(points, bridges.count, cuts.count)
    ) { segment, card in
      if let number = position[segment] { describe(points[number - 1], number, on: &card) }
      if let cut = ends[segment] { card.lines.append(line(cut)) }
    } emphasis: {
      isBridge.contains([$0.source, $0.target])
    }
  }

  /// All that the list names, in its order.
  private static func segments(
    _ points: [Chokepoint],
    _ bridges: [Relation],
    _ cuts: [SupplyCut]
  ) -> [NodeIndex] {
    var seen: Set<NodeIndex> = []
    let named =
      points.map(\.segment) + points.flatMap { $0.blocked + $0.cutOff }
      + bridges.flatMap { [$0.source, $0.target] }
      + cuts.flatMap { cut in
        [cut.end] + (cut.segments ?? []) + cut.flows.flatMap { [$0.source, $0.target] }
      }
    return named.filter { seen.insert($0).inserted }
  }

  private func subtitle(_ points: [Chokepoint], _ bridges: Int, _ ends: Int) -> String {
    let blocking = points.count { !$0.blocked.isEmpty }
    let cutting = points.count { !$0.cutOff.isEmpty }
    return context.say(
      "\(points.count) 个环节：卡住 \(blocking) 个，割点 \(cutting) 个；割边 \(bridges) 条；末端 \(ends) 个",
      "\(points.count) segments: \(blocking) block supply, \(cutting) are cut points; "
        + "bridges: \(bridges); ends of supply: \(ends)"
    )
  }

  private func describe(_ point: Chokepoint, _ number: Int, on card: inout Picture.Card) {
    card.badge = String(number)
    card.prominence = .focus
    let (blocked, cutOff) = (point.blocked.count, point.cutOff.count)
    let words = [
      blocked > 0 ? context.say("卡住 \(blocked)", "blocks \(blocked)") : nil,
      cutOff > 0 ? context.say("脱离 \(cutOff)", "cuts off \(cutOff)") : nil,
    ]
    card.lines.append(
      Picture.Line(text: words.compactMap(\.self).joined(separator: " · "), role: .emphasis)
    )
  }

  /// How little must be lost for an end to get nothing.
  private func line(_ cut: SupplyCut) -> Picture.Line {
    let flows = cut.flows.count
    let text =
      if let segments = cut.segments?.count {
        context.say(
          "最小割：\(segments)环节/\(flows)供给",
          "minimum cut: \(segments) segments or \(flows) flows"
        )
      } else {
        context.say("最小割：\(flows)供给", "minimum cut: \(flows) flows")
      }
    return Picture.Line(text: text, role: .muted)
  }
}

extension ViewContext {
  /// The numbers of rows, from 1, by the node of each.
  func numbers(of nodes: [NodeIndex]) -> [NodeIndex: Int] {
    Dictionary(zip(nodes, 1...), uniquingKeysWith: { first, _ in first })
  }
}
