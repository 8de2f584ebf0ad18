package import Bilingual
package import ChainModel
package import ChainQueries
import GraphKernel

extension Gap {
  /// What to ask about a segment that nobody has looked at: whom, which firms, and what follows.
  ///
  /// 请向市工业和信息化局核实：本地有无从事“泳装辅料”的企业（规上和规下）；若查实为缺，3 个环节没有已知供给路径.
  package func question(in graph: ChainGraph) -> BilingualText {
    let name = graph.name(of: segment)
    let owners = graph.contacts(for: segment)
    let (zh, en) = (graph.names(owners, .zh), graph.names(owners, .en))
    let count = blocks.count
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
