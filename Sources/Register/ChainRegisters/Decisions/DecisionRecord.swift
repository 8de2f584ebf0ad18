package import Bilingual
import ChainModel
package import RegisterMatching

/// How good proposals have been, by what people decided of them.
package struct DecisionRecord: Sendable {
  /// What was found, by class of evidence.
  package let accuracy: DecisionAccuracy
  /// The classes of evidence that may count as certain: the lower 95 % bound of this city's own decisions
  /// is at least 0.90.
  package let certainClasses: Set<DecisionAccuracy.EvidenceClass>

  /// What is known of a data set's own registers, or of those of elsewhere.
  package init(_ known: KnownDecisions) {
    accuracy = DecisionAccuracy(
      known.all.compactMap { known in
        let decision = known.decision
        // A verdict that the program filled in and a person left says nothing of the program.
        guard !decision.evidence.isPrefilled,
          let evidence = DecisionAccuracy.EvidenceClass(decision.evidence)
        else { return nil }
        return (
          evidence,
          DecisionAccuracy.Verdict(decision.verdict)
        )
      }
    )
    certainClasses = Set(accuracy.certainClasses())
  }

  /// A line a class: 18 of 20 right (0.90, 95 %: 0.70 to 0.97), 2 unsure.
  package var lines: [BilingualText] {
    accuracy.findings.map { finding in
      let interval = finding.interval
      let bounds = [interval.lower, interval.upper].map { Self.twoDigits($0) }
      let opens = certainClasses.contains(finding.evidence)
      let (zh, en) = (finding.evidence.label.zh, finding.evidence.label.en)
      return BilingualText(
        zh: "\(zh)：\(interval.total) 条判断中 \(interval.right) 条为是"
          + "（95% 区间 \(bounds[0])–\(bounds[1])）"
          + (finding.unsure > 0 ? "，另有 \(finding.unsure) 条存疑" : "")
          + (opens ? "；下限不低于 0.90，这一类预填为“是”" : ""),
        en: "\(en): \(interval.right) of \(interval.total) decided yes "
          + "(95 % interval \(bounds[0]) to \(bounds[1]))"
          + (finding.unsure > 0 ? ", \(finding.unsure) more unsure" : "")
          + (opens ? "; the lower bound is at least 0.90, and yes is filled in for the class" : "")
      )
    }
  }

  private static func twoDigits(_ number: Double) -> String {
    let hundredths = Int((number * 100).rounded())
    return "\(hundredths / 100)." + (hundredths % 100 < 10 ? "0" : "") + String(hundredths % 100)
  }
}

extension DecisionAccuracy.EvidenceClass {
  /// The least share of revenue by which a product speaks for a firm.
  static let largeShare = 0.2

  /// The class of a proposal.
  init(_ proposal: SegmentProposal) {
    self.init(
      tier: proposal.tier,
      field: proposal.field,
      hasLargeShare: proposal.share.map { $0 >= Self.largeShare } ?? false
    )
  }

  /// The class of what was shown for a decision; `nil` where the program had proposed nothing.
  init?(_ evidence: FirmDecision.Evidence) {
    guard let tier = evidence.tier.flatMap({ SegmentProposal.Tier(rawValue: $0) }),
      let field = SegmentProposal.Field(rawValue: evidence.field)
    else { return nil }
    self.init(
      tier: tier,
      field: field,
      hasLargeShare: evidence.share.map { $0 >= Self.largeShare } ?? false
    )
  }

  fileprivate var label: BilingualText {
    let (tier, field) = (tier.label, field.label)
    return BilingualText(
      zh: "\(field.zh)，\(tier.zh)" + (hasLargeShare ? "，占收入两成以上" : ""),
      en: "\(field.en), \(tier.en)" + (hasLargeShare ? ", a fifth of revenue or more" : "")
    )
  }
}

extension DecisionAccuracy.Verdict {
  fileprivate init(_ verdict: FirmDecision.Verdict) {
    self =
      switch verdict {
      case .yes: .yes
      case .no: .no
      case .unsure: .unsure
      }
  }
}
