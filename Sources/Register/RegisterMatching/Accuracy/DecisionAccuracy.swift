/// The precision of proposals by class of evidence, estimated from what people decided.
///
/// It says where a proposal might stand without a person: where the lower bound of the city's own
/// sample is high enough. It decides nothing itself.
package struct DecisionAccuracy: Hashable, Sendable {
  /// What a person said of a proposal.
  package enum Verdict: String, Hashable, Sendable, CaseIterable {
    /// The firm belongs to the segment.
    case yes
    /// It does not.
    case no
    /// It cannot be said; neither right nor wrong.
    case unsure
  }

  /// Proposals that are alike in their evidence.
  package struct EvidenceClass: Hashable, Sendable, Comparable {
    /// How the best evidence fits.
    package let tier: SegmentProposal.Tier
    /// Which text of the firm it is from.
    package let field: SegmentProposal.Field
    /// Whether the product that speaks for it has a share of revenue of 0.2 or more.
    package let hasLargeShare: Bool

    /// A class.
    package init(
      tier: SegmentProposal.Tier,
      field: SegmentProposal.Field,
      hasLargeShare: Bool
    ) {
      self.tier = tier
      self.field = field
      self.hasLargeShare = hasLargeShare
    }

    /// By tier, then large shares first, then by the name of the field.
    package static func < (a: Self, b: Self) -> Bool {
      if a.tier != b.tier { return a.tier < b.tier }
      if a.hasLargeShare != b.hasLargeShare { return a.hasLargeShare }
      return a.field.rawValue < b.field.rawValue
    }
  }

  /// What was found of a class.
  package struct Finding: Hashable, Sendable {
    /// The class.
    package let evidence: EvidenceClass
    /// Its share of yes among yes and no.
    package let interval: WilsonInterval
    /// How many were decided neither way, which the interval leaves out.
    package let unsure: Int
  }

  /// What was found, in the order of the classes; classes that nobody decided are not there.
  package let findings: [Finding]

  /// The accuracy that `decisions` show, in whatever order they come.
  ///
  /// - Complexity: O(*n* + *c* log *c*) for *n* decisions of *c* classes.
  package init(_ decisions: some Sequence<(evidence: EvidenceClass, verdict: Verdict)>) {
    var counts: [EvidenceClass: (right: Int, wrong: Int, unsure: Int)] = [:]
    for (evidence, verdict) in decisions {
      switch verdict {
      case .yes: counts[evidence, default: (0, 0, 0)].right += 1
      case .no: counts[evidence, default: (0, 0, 0)].wrong += 1
      case .unsure: counts[evidence, default: (0, 0, 0)].unsure += 1
      }
    }
    findings = counts.sorted { $0.key < $1.key }
      .map { evidence, count in
        Finding(
          evidence: evidence,
          interval: WilsonInterval(right: count.right, total: count.right + count.wrong),
          unsure: count.unsure
        )
      }
  }

  /// The classes whose lower bound at 95 % is at least `minimumLower`, in their order: where an
  /// automatic *certain* could open. 0.90 takes 35 of 35, 52 of 53 or 67 of 69.
  package func certainClasses(minimumLower: Double = 0.90) -> [EvidenceClass] {
    findings.filter { $0.interval.lower >= minimumLower }.map(\.evidence)
  }
}
