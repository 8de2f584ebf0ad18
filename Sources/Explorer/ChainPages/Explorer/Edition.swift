import Bilingual
import ChainLoop
import ChainModel
import ChainQueries
import ChainViews
import GraphKernel
import PolicyReader
import ProgressLoop

/// A data set and what pages keep asking of it, answered once.
struct Edition: Sendable {
  let dataset: Dataset
  /// The clusters that have a chain, in the order of the data.
  let clusters: [NodeIndex]
  /// The segments of each cluster's chain, in the order of the layers.
  let layers: [NodeIndex: [LayeredSegment]]
  /// The reference chain that each segment belongs to, by cluster; none for a cluster of fewer than two.
  let sections: [NodeIndex: [NodeIndex: ChainSection]]
  /// Where each segment of a chain stands; of several chains, in the first.
  let stages: [NodeIndex: Stage]
  /// The first cluster in whose chain a segment is.
  let homes: [NodeIndex: NodeIndex]
  /// Those who answer for something, in the order of the data.
  let parties: [NodeIndex]
  /// The questions on each segment that are open in registers.
  let openQuestions: [NodeIndex: (possible: Int, all: Int)]
  /// By whom, and by which words, a firm of a register was placed in a segment; by segment, then by firm.
  let confirmations: [NodeIndex: [NodeIndex: FirmDecision]]

  /// The texts of the documents that are cited, as far as they are kept.
  let texts: DocumentTexts

  private let progress: PlanAndJournal

  var graph: ChainGraph { dataset.graph }

  init(_ dataset: Dataset, _ progress: PlanAndJournal, _ texts: DocumentTexts) {
    self.progress = progress
    self.texts = texts
    // Pages show one day, as answers do.
    let dataset = dataset.asOneDay
    self.dataset = dataset
    openQuestions = dataset.openQuestions()
    confirmations = dataset.confirmations()
    let graph = dataset.graph
    clusters = graph.clustersWithChain()
    var stages: [NodeIndex: Stage] = [:]
    var homes: [NodeIndex: NodeIndex] = [:]
    var layers: [NodeIndex: [LayeredSegment]] = [:]
    var sections: [NodeIndex: [NodeIndex: ChainSection]] = [:]
    for cluster in clusters {
      let chain = graph.chain(of: cluster)
      let layersOfChain = chain.layers()
      layers[cluster] = layersOfChain
      sections[cluster] = chain.sections()
      for layer in layersOfChain where homes[layer.segment] == nil {
        stages[layer.segment] = layer.stage
        homes[layer.segment] = cluster
      }
    }
    self.layers = layers
    self.sections = sections
    self.stages = stages
    self.homes = homes
    parties = graph.ontology.partyKinds.flatMap { graph.nodes(of: $0) }
      .filter { !graph.duties(of: $0).isEmpty }
  }

  /// The reference chains of a cluster that uses several, each with the number of its segments, in the
  /// order of the layers.
  func chains(of cluster: NodeIndex) -> [(section: ChainSection, count: Int)] {
    guard let sections = sections[cluster] else { return [] }
    let all = (layers[cluster] ?? []).compactMap { sections[$0.segment] }
    return all.uniqued().map { section in
      (section, all.count { $0 == section })
    }
  }

  /// What stands on the home of a leader or a department.
  func home(of party: NodeIndex) -> PartyHome {
    let loop = progress.loop
    return PartyHome(loop, of: party, at: progress.day ?? loop.defaultDay)
  }

  /// What may be said of a segment; `nil` for what cannot flow.
  func verdict(of node: NodeIndex) -> Verdict? {
    graph.ontology.flowKinds.contains(graph.kind(of: node)) ? graph.verdict(of: node) : nil
  }

  /// Whether the switches show `node`.
  func shows(_ node: NodeIndex, _ filter: PageFilter) -> Bool {
    if !filter.kinds.isEmpty, !filter.kinds.contains(graph.kind(of: node)) { return false }
    if !filter.stages.isEmpty, let stage = stages[node], !filter.stages.contains(stage) {
      return false
    }
    if !filter.verdicts.isEmpty, let verdict = verdict(of: node),
      !filter.verdicts.contains(verdict)
    {
      return false
    }
    return true
  }
}
