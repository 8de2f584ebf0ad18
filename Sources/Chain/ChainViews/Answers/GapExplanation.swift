import Bilingual
import ChainModel
import ChainQueries
import GraphKernel

/// Says why a segment is a gap and what it would unlock, as a sentence.
struct GapExplanation {
  let graph: ChainGraph

  /// The whole derivation: verdict and evidence, position, what it would unlock, who is nearest; or
  /// for what nobody has looked at, the question to ask.
  func sentence(for gap: Gap) -> BilingualText {
    BilingualText(zh: sentence(for: gap, .zh), en: sentence(for: gap, .en))
  }

  private func sentence(for gap: Gap, _ language: Language) -> String {
    let zh = language == .zh
    let name = graph.name(of: gap.segment)
    let verdict = Answer.verdictCell(of: gap.assessment).text(in: language)
    var parts = [
      zh
        ? "“\(name)”：\(verdict)" : "'\(name)': \(verdict)"
    ]
    let evidence = gap.assessment.evidence.map { $0.words(in: graph, language) }
    if !evidence.isEmpty {
      parts.append((zh ? "证据：" : "evidence: ") + evidence.joined(separator: zh ? "、" : ", "))
    }
    if let position = gap.position {
      parts.append(zh ? "位置：\(position.label.zh)" : "position: \(position.label.en)")
    }
    if gap.verdict == .unknown { parts.append(gap.question(in: graph)[language]) }
    if !gap.feeds.isEmpty {
      let fed = graph.names(gap.feeds, language)
      parts.append(zh ? "可供给：\(fed)" : "it would feed \(fed)")
    }
    if !gap.blocks.isEmpty {
      let blocked = graph.names(gap.blocks, language)
      parts.append(
        zh ? "没有它就没有已知供给路径的环节：\(blocked)" : "no known supply reaches without it \(blocked)"
      )
    }
    let (up, down) = (
      names(of: gap.nearestUpstream, language), names(of: gap.nearestDownstream, language)
    )
    if !up.isEmpty { parts.append((zh ? "上游最近：" : "nearest upstream: ") + up) }
    if !down.isEmpty { parts.append((zh ? "下游最近：" : "nearest downstream: ") + down) }
    return parts.joined(separator: zh ? "；" : "; ")
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
