package import ChainModel
package import GraphKernel

/// Which enterprises of a data set the decisions on a register's firms are about: by credit code, else by name.
package struct DecidedFirms: Sendable {
  private let graph: ChainGraph
  private let byCode: [String: NodeIndex]

  /// - Complexity: O(*n*) over the enterprises.
  package init(_ graph: ChainGraph) {
    self.graph = graph
    var byCode: [String: NodeIndex] = [:]
    for enterprise in graph.nodes(of: .enterprise) {
      if case .text(let code) = graph.attribute(.creditCode, of: enterprise) {
        byCode[code] = enterprise
      }
    }
    self.byCode = byCode
  }

  /// The enterprises that a decision is about; several where names are not told apart.
  package func enterprises(of decision: FirmDecision) -> [NodeIndex] {
    if let node = byCode[decision.creditCode] { return [node] }
    return graph.bearers(of: decision.firm, among: [.enterprise])
  }
}

extension Dataset {
  /// The decision by which a register's firm stands in a segment, or could fill it: by segment, then by
  /// enterprise.
  ///
  /// - Complexity: O(*n* + *d*) over enterprises and decisions.
  package func confirmations() -> [NodeIndex: [NodeIndex: FirmDecision]] {
    let decisions = attachments.flatMap(\.decisions).filter { $0.verdict == .yes }
    guard !decisions.isEmpty else { return [:] }
    let firms = DecidedFirms(graph)
    var confirmations: [NodeIndex: [NodeIndex: FirmDecision]] = [:]
    for decision in decisions {
      let segments = graph.bearers(of: decision.segment, among: graph.ontology.flowKinds)
      guard segments.count == 1 else { continue }
      for enterprise in firms.enterprises(of: decision) {
        confirmations[segments[0], default: [:]][enterprise] = decision
      }
    }
    return confirmations
  }
}
