public import ChainModel
public import Diagnostics
public import GraphKernel

extension Dataset {
  /// What to look at though the data can be used: what the audit warns of, names that look like others,
  /// faults of named queries, and decisions on registers that do not fit the data.
  ///
  /// - Parameter place: Where the data declares a node.
  public func warnings(at place: (NodeIndex) -> Diagnostic.Location?) -> [Diagnostic] {
    warnings(at: place) { _, node in place(node) }
  }

  /// The same, with the place of each name and alias that looks like another.
  ///
  /// - Parameters:
  ///   - place: Where the data declares a node.
  ///   - placeOfSpelling: Where it writes a name or an alias of one.
  package func warnings(
    at place: (NodeIndex) -> Diagnostic.Location?,
    spelled placeOfSpelling: (_ spelling: String, _ node: NodeIndex) -> Diagnostic.Location?
  ) -> [Diagnostic] {
    asOneDay.graph.audit(rules: AuditRule.allCases.filter(\.isWarning)).map { finding in
      Diagnostic(
        .warning,
        code: finding.rule.rawValue,
        message: finding.message,
        at: place(finding.node)
      )
    } + lookAlikeWarnings(at: placeOfSpelling) + queryFaults() + attachmentWarnings()
  }
}
