package import ChainModel
package import GraphKernel

/// How far the firms of the attached registers have been decided for one segment.
package struct AttachmentProgress: Sendable, Hashable {
  /// How far that is.
  package enum State: String, Sendable, Hashable, CaseIterable {
    /// Something was proposed, and all of it is decided.
    case done
    /// Some is decided, some open.
    case begun
    /// Nothing is decided yet.
    case open
    /// No register has a firm that is proposed here, or none is attached: which says nothing of who is here.
    case none
  }

  /// The segment.
  package let segment: NodeIndex
  /// The local enterprises that a register or a document names there, in the order of the data.
  package let confirmed: [NodeIndex]
  /// How many decisions there are, by verdict.
  package let decided: [FirmDecision.Verdict: Int]
  /// How many questions are open that are possible, and how many in all.
  package let possible: Int
  package let open: Int

  /// The decisions of all verdicts.
  package var decidedCount: Int { decided.values.reduce(0, +) }

  package var state: State {
    if open > 0 { return decidedCount > 0 ? .begun : .open }
    return decidedCount > 0 ? .done : .none
  }
}

extension Dataset {
  /// How many questions on each segment are open in the registers of here; segments that none asked about are left
  /// out. Of several registers the one that was read last tells.
  ///
  /// - Complexity: O(*s*) over the segments of the registers.
  package func openQuestions() -> [NodeIndex: (possible: Int, all: Int)] {
    var open: [NodeIndex: (possible: Int, all: Int)] = [:]
    let inOrder = attachments.filter { !$0.isOutside }.enumerated().sorted { a, b in
      a.element.date == b.element.date
        ? a.offset < b.offset : a.element.date.isBefore(b.element.date)
    }
    for (_, attachment) in inOrder {
      for count in attachment.open {
        let bearers = graph.bearers(of: count.segment, among: graph.ontology.flowKinds)
        if bearers.count == 1 { open[bearers[0]] = (count.possible, count.all) }
      }
    }
    return open
  }

  /// How far the firms of the registers of here have been decided, for each segment of a cluster's chain, or of
  /// all chains; each segment once, in the order of the chains.
  ///
  /// - Complexity: O(*s* + *d*) over segments and decisions.
  package func attachmentProgress(of cluster: NodeIndex?) -> [AttachmentProgress] {
    var decided: [NodeIndex: [FirmDecision.Verdict: Int]] = [:]
    var nodes: [String: [NodeIndex]] = [:]
    for decision in attachments.filter({ !$0.isOutside }).flatMap(\.decisions) {
      let name = decision.segment
      let bearers = nodes[name] ?? graph.bearers(of: name, among: graph.ontology.flowKinds)
      nodes[name] = bearers
      guard bearers.count == 1 else { continue }
      decided[bearers[0], default: [:]][decision.verdict, default: 0] += 1
    }
    let open = openQuestions()
    let clusters = cluster.map { [$0] } ?? graph.clustersWithChain()
    return clusters.flatMap { graph.chain(of: $0).segments }.uniqued().map { segment in
      let stated = graph.relations(of: segment, at: .target, .operatesIn)
        .filter { $0.origin.basis.isStated && !graph.hasFlag(.external, $0.source) }
      return AttachmentProgress(
        segment: segment,
        confirmed: stated.map(\.source),
        decided: decided[segment] ?? [:],
        possible: open[segment]?.possible ?? 0,
        open: open[segment]?.all ?? 0
      )
    }
  }
}
