import Bilingual
import ChainModel
import ChainQueries

extension Dataset {
  /// What the data lack for a question about all chains to find anything at all: a list of nothing
  /// would read as if nothing were amiss. `nil` where there is something to look at.
  func lack(for request: QuestionRequest) -> BilingualText? {
    let topic = request.name.definition.topic
    // Enterprises are listed without chains too.
    guard request.subjects.isEmpty, request.name != .enterprises,
      topic == .chains || topic == .structure
    else { return nil }
    let count = graph.ontology.flowKinds.reduce(0) { $0 + graph.nodes(of: $1).count }
    guard count > 0 else {
      return BilingualText(
        zh: "数据里没有产业链环节，所以没有链可查，并不是什么都不缺；先写明环节和它们之间的供给，"
          + "import 时把产品、工序取作环节",
        en:
          "the data hold no segments, and so there is no chain to look at, which does not mean that "
          + "nothing is lacking: state segments and what supplies what; in an import, take products and "
          + "processes as segments"
      )
    }
    let verdicts: [QuestionName] = [.gaps, .weak, .wanted, .unknown, .attached]
    guard verdicts.contains(request.name), graph.clustersWithChain().isEmpty else { return nil }
    return BilingualText(
      zh: "没有一个集群有产业链：\(count) 个环节都不属于集群，所以没有链可查，并不是什么都不缺；"
        + "在环节上写明它属于（partOf）哪个集群",
      en:
        "no cluster has a chain: of \(count) \(count == 1 ? "segment" : "segments") none is part of a "
        + "cluster, and so there is no chain to look at, which does not mean that nothing is lacking; "
        + "state under each segment the cluster that it is part of (partOf)"
    )
  }
}
