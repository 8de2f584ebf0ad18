import Bilingual
import ChainModel
import ChainQueries
import GraphKernel

/// Says the way from a start to a segment up or down the flow, as a sentence.
struct ChainExplanation {
  private let graph: ChainGraph
  private let start: NodeIndex
  private let steps: [NodeIndex: ChainStep]

  init(graph: ChainGraph, start: NodeIndex, steps: [ChainStep]) {
    self.graph = graph
    self.start = start
    self.steps = Dictionary(
      steps.map { ($0.segment, $0) },
      uniquingKeysWith: { first, _ in first }
    )
  }

  func sentence(for step: ChainStep) -> BilingualText {
    var flows: [Relation] = []
    var node = step.segment
    while node != start, let here = steps[node] {
      flows.append(here.flow)
      node = here.via
    }
    // Told along the flow, whichever way it was followed.
    let along = flows.first?.source == step.segment ? flows : flows.reversed()
    return BilingualText(zh: told(along, .zh), en: told(along, .en))
  }

  private func told(_ flows: [Relation], _ language: Language) -> String {
    flows.map { flow in
      let phrase = graph.ontology[flow.kind]?.label[language] ?? flow.kind.name
      let source = graph.name(of: flow.source)
      let target = graph.name(of: flow.target)
      let citation = graph.citation(flow.origin, language)
      return language == .zh
        ? "\(source)\(phrase)\(target)\(citation)" : "\(source) \(phrase) \(target) \(citation)"
    }.joined(separator: language == .zh ? "，" : ", ")
  }
}

extension ChainGraph {
  /// 〔附件/二/(一)〕, or that no document says so.
  func citation(_ origin: Origin, _ language: Language) -> String {
    guard origin.document != nil else {
      return language == .zh ? "（行业常识）" : "(industry knowledge)"
    }
    return language == .zh ? "〔\(origin.place)〕" : "[\(origin.place)]"
  }
}
