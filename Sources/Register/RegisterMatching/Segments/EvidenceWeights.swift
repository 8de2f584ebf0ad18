/// What each kind of evidence counts for; one kind's strongest is added to the others'.
///
/// They are round numbers. Measured on product lists, accuracy changes little when any of them is
/// halved or doubled, so none is tuned further.
struct EvidenceWeights: Sendable {
  var equals = 1.0
  var ends = 0.6
  var inside = 0.3
  var name = 0.3
  /// Of the segment most like the firm; the others in proportion.
  var similar = 0.6
  /// Of a class given to four digits; of three and of two in proportion.
  var code = 0.2
  /// Times: trade or service alone, where the segment's word does not say so itself.
  var weakDeeds = 0.6
  /// Times: another word of the phrase is among the segment's excludes.
  var excluded = 0.2
  /// Times: a product without its share.
  var unshared = 0.7
  /// Times: an item of a scope.
  var scope = 0.6
  /// The share that a product merely mentioned counts as.
  var leastShare = 0.05

  /// A product counts with the square root of its share: half the revenue is not half the firm.
  func product(share: Double?) -> Double {
    guard let share, share.isFinite else { return unshared }
    return min(max(share, leastShare), 1).squareRoot()
  }

  func tier(_ tier: SegmentProposal.Tier) -> Double {
    switch tier {
    case .equals: equals
    case .ends: ends
    case .inside: inside
    case .name: name
    case .code: code
    case .similar: similar
    }
  }

  /// The greatest sum of evidence, by which sums are divided.
  var greatest: Double {
    equals + similar + code
  }
}
