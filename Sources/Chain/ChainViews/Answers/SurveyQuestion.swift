package import Bilingual
package import ChainModel
package import ChainQueries
import GraphKernel

/// What to ask about a segment that nobody has looked at: whom, which firms, and what follows.
struct SurveyQuestion {
  private let gap: Gap
  private let graph: ChainGraph

  init(_ gap: Gap, _ graph: ChainGraph) {
    self.gap = gap
    self.graph = graph
  }

  /// 请向市工业和信息化局核实：本地有无从事“泳装辅料”的企业（规上和规下）；若查实为缺，3 个环节没有已知供给路径.
  var text: BilingualText {
    let name = graph.name(of: gap.segment)
    let owners = graph.contacts(for: gap.segment)
    let (zh, en) = (graph.names(owners, .zh), graph.names(owners, .en))
    let count = gap.blocks.count
    return BilingualText(
      zh: "\(owners.isEmpty ? "请核实" : "请向\(zh)核实")：本地有无从事“\(name)”的企业（规上和规下）"
        + (count == 0 ? "" : "；若查实为缺，\(count) 个环节没有已知供给路径"),
      en:
        "\(owners.isEmpty ? "ask" : "ask \(en)") whether local enterprises, above scale or below, "
        + "operate in '\(name)'"
        + (count == 0 ? "" : "; if it is missing, \(count) segments have no known supply path")
    )
  }
}

extension Gap {
  /// What to ask about the segment, of whom, and what follows if it is missing.
  package func question(in graph: ChainGraph) -> BilingualText {
    SurveyQuestion(self, graph).text
  }
}
