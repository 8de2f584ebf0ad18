import Bilingual
import ChainModel
import ChainQueries
import GraphKernel

/// Says why a segment is a gap and what it would unlock, as a sentence.
struct GapExplanation {
  let graph: ChainGraph

  /// The rule and the nearest actors: short enough for a cell.
  func summary(of gap: Gap) -> BilingualText {
    BilingualText(zh: summary(of: gap, .zh), en: summary(of: gap, .en))
  }

  /// The whole derivation.
  func sentence(for gap: Gap) -> BilingualText {
    BilingualText(zh: sentence(for: gap, .zh), en: sentence(for: gap, .en))
  }

  private func summary(of gap: Gap, _ language: Language) -> String {
    let zh = language == .zh
    let up = names(of: gap.nearestUpstream, language)
    let down = names(of: gap.nearestDownstream, language)
    let parts = [
      gap.projects.isEmpty
        ? nil : (zh ? "项目：" : "projects: ") + graph.names(gap.projects, language),
      up.isEmpty ? nil : (zh ? "上游最近：" : "nearest upstream: ") + up,
      down.isEmpty ? nil : (zh ? "下游最近：" : "nearest downstream: ") + down,
    ].compactMap { $0 }
    let nobody = zh ? "上下游均无本地企业" : "no local enterprise up or down the flow"
    return parts.isEmpty ? nobody : parts.joined(separator: zh ? "；" : "; ")
  }

  private func sentence(for gap: Gap, _ language: Language) -> String {
    let zh = language == .zh
    let name = graph.name(of: gap.segment)
    let enterprises = graph.actors(on: gap.segment).enterprises.count
    var text =
      zh
      ? "“\(name)”为\(gap.state.label.zh)：本地企业 \(enterprises) 家，项目 \(gap.projects.count) 个"
      : "'\(name)' is \(gap.state.label.en): \(enterprises) local enterprises, "
        + "\(gap.projects.count) projects"
    if let pattern = gap.pattern {
      text += zh ? "；\(pattern.label.zh)，" : "; \(pattern.label.en), "
    }
    switch gap.pattern {
    case .break: text += zh ? "两侧均有已覆盖环节" : "with covered segments on both sides"
    case .openHead: text += zh ? "只有下游有已覆盖环节" : "with covered segments downstream alone"
    case .openTail: text += zh ? "只有上游有已覆盖环节" : "with covered segments upstream alone"
    case nil: break
    }
    if !gap.feeds.isEmpty {
      let fed = graph.names(gap.feeds, language)
      text += zh ? "；补上可供给：\(fed)" : "; filling it would feed \(fed)"
    }
    if !gap.blocks.isEmpty {
      let blocked = graph.names(gap.blocks, language)
      text += zh ? "；没有它就没有供给路径的环节：\(blocked)" : "; no supply reaches without it \(blocked)"
    }
    return text + (zh ? "；" : "; ") + summary(of: gap, language)
  }

  private func names(of nearest: [Gap.NearestActors], _ language: Language) -> String {
    var seen: Set<NodeIndex> = []
    let enterprises = nearest.flatMap(\.enterprises).filter { seen.insert($0).inserted }
    let shown = graph.names(enterprises.prefix(3), language)
    if enterprises.count <= 3 { return shown }
    return language == .zh
      ? shown + "等 \(enterprises.count) 家" : shown + " and \(enterprises.count - 3) more"
  }
}

extension ChainGraph {
  func names(_ nodes: some Sequence<NodeIndex>, _ language: Language) -> String {
    nodes.map { name(of: $0) }.joined(separator: language == .zh ? "、" : ", ")
  }
}
