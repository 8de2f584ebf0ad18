package import ChainModel
import Diagnostics
package import GraphKernel
package import RegisterReader

/// What was decided before, found again for the rows of a register, in whatever order these stand.
///
/// A row is found by its credit code, and by its name or a former name where it or the decision has no code; a
/// segment by its identity, its name or an alias, so that a segment with a new name keeps its decisions. Of
/// several decisions on one firm and one segment the last by date holds.
package struct KnownDecisions: Sendable {
  /// A decision, and the segment that it is on.
  package struct Known: Sendable, Hashable {
    package let decision: FirmDecision
    package let segment: NodeIndex
    /// Whether its reference chain has said something new of the segment since, so that it must be asked
    /// again.
    package let isOutdated: Bool
    /// The register in whose file it stands.
    package let register: String
  }

  private var byCode: [String: [Known]] = [:]
  private var byName: [NameKey: [Known]] = [:]
  /// Decisions on segments that the data set no longer has, or has several of, in their order.
  package private(set) var lost: [FirmDecision] = []
  /// All others.
  package private(set) var all: [Known] = []

  /// The decisions of the registers attached to `dataset` that are of here, or of elsewhere.
  package init(of dataset: Dataset, isOutside: Bool) {
    let graph = dataset.graph
    var lookup = SegmentLookup(graph)
    for attachment in dataset.attachments where attachment.isOutside == isOutside {
      for decision in attachment.decisions {
        guard let segment = lookup.segment(decision.segment) else {
          lost.append(decision)
          continue
        }
        let pending = graph.texts(.pending, of: segment).first ?? ""
        let known = Known(
          decision: decision,
          segment: segment,
          isOutdated: !pending.isEmpty && pending != decision.pending,
          register: attachment.register
        )
        all.append(known)
        if !decision.creditCode.isEmpty {
          byCode[decision.creditCode, default: []].append(known)
        }
        byName[NameKey(decision.firm), default: []].append(known)
      }
    }
  }

  /// What was decided of the firm of a row, one decision a segment, in the order of the files.
  ///
  /// - Complexity: O(1) but for the decisions found.
  package func decisions(on row: RegisterRow, code: String?) -> [Known] {
    var found = code.flatMap { byCode[$0] } ?? []
    for name in [row.name] + row.formerNames {
      // A firm of the same name and another code is another firm.
      found += (byName[NameKey(name)] ?? []).filter { known in
        code == nil || known.decision.creditCode.isEmpty
      }
    }
    guard found.count > 1 else { return found }
    var latest: [NodeIndex: Known] = [:]
    var order: [NodeIndex] = []
    for known in found {
      guard let other = latest[known.segment] else {
        latest[known.segment] = known
        order.append(known.segment)
        continue
      }
      if !known.decision.date.isBefore(other.decision.date) { latest[known.segment] = known }
    }
    return order.compactMap { latest[$0] }
  }
}

extension FirmDecision {
  /// Whether two decisions are on one firm: their codes are the same, or their names where one has no code.
  func isOnFirm(of other: FirmDecision) -> Bool {
    if !creditCode.isEmpty, !other.creditCode.isEmpty { return creditCode == other.creditCode }
    return NameKey(firm) == NameKey(other.firm)
  }
}
