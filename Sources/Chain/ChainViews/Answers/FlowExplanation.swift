import Bilingual
import ChainModel
import ChainQueries
import GraphKernel

/// Says flows one after the other, with what each rests on.
struct FlowExplanation {
  let graph: ChainGraph

  /// The flows of `path`, from its first segment to its last.
  func sentence(alongPath path: [NodeIndex]) -> BilingualText {
    sentence(
      zip(path, path.dropFirst()).compactMap { source, target in
        graph.flow(from: source, to: target)
      }
    )
  }

  func sentence(_ flows: [Relation]) -> BilingualText {
    BilingualText(zh: reported(flows, .zh), en: reported(flows, .en))
  }

  private func reported(_ flows: [Relation], _ language: Language) -> String {
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

/// Says the way from a start to a segment up or down the flow.
struct ReachExplanation {
  private let flows: FlowExplanation
  private let start: NodeIndex
  private let steps: [NodeIndex: ChainStep]

  init(graph: ChainGraph, start: NodeIndex, steps: [ChainStep]) {
    flows = FlowExplanation(graph: graph)
    self.start = start
    self.steps = Dictionary(
      steps.map { ($0.segment, $0) },
      uniquingKeysWith: { first, _ in first }
    )
  }

  func sentence(for step: ChainStep) -> BilingualText {
    var way: [Relation] = []
    var node = step.segment
    while node != start, let here = steps[node] {
      way.append(here.flow)
      node = here.via
    }
    // Told along the flow, whichever way it was followed.
    return flows.sentence(way.first?.source == step.segment ? way : way.reversed())
  }
}

extension ChainGraph {
  /// 〔附件/二/(一)〕, or that no document says so.
  func citation(_ origin: Origin, _ language: Language) -> String {
    let period = origin.period.label[language]
    let days = period.isEmpty ? "" : (language == .zh ? "，" : ", ") + period
    guard origin.document != nil else {
      return language == .zh ? "（行业常识\(days)）" : "(industry knowledge\(days))"
    }
    return language == .zh ? "〔\(origin.place)\(days)〕" : "[\(origin.place)\(days)]"
  }
}
