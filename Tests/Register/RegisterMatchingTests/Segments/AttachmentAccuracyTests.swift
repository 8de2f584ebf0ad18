import Foundation
import RegisterMatching
import TestSupport
import Testing

/// Accuracy on samples outside the repository: the folder that `LIANTU_ATTACH` names.
@Suite(.enabled(if: ProcessInfo.processInfo.environment["LIANTU_ATTACH"] != nil))
struct AttachmentAccuracyTests {
  private let folder = URL(
    filePath: ProcessInfo.processInfo.environment["LIANTU_ATTACH"] ?? "."
  )

  @Test func `the best proposal is right for four in five firms of a city`() throws {
    let sample = try LabelledFirms.city(in: folder, firms: "huludao-labelled.json")
    let figures = sample.figures(of: SegmentMatcher(sample.segments))
    print("city:", figures)
    #expect(figures.rate(figures.first) >= 0.8)
    #expect(Double(figures.strongRight) >= 0.75 * Double(figures.strong))
    #expect(Double(figures.possibleUnlabelled) <= 0.2 * Double(figures.unlabelled))
  }

  @Test func `confirmed firms help to place others in industry classes`() throws {
    var generator = SplitMix64(seed: 1)
    let sample = try LabelledFirms.classes(in: folder, confirming: 10, using: &generator)
    let figures = sample.figures(of: SegmentMatcher(sample.segments))
    print("classes:", figures)
    #expect(figures.rate(figures.first) >= 0.43)
    #expect(figures.rate(figures.amongFive) >= 0.7)
  }

  @Test func `names alone place firms in chains of other industries`() throws {
    for (name, sample) in try LabelledFirms.chains(in: folder) {
      let figures = sample.figures(of: SegmentMatcher(sample.segments))
      print("\(name):", figures)
      #expect(figures.rate(figures.amongFive) >= 0.4, "\(name)")
    }
  }
}

extension LabelledFirms.Figures: CustomStringConvertible {
  func rate(_ right: Int) -> Double {
    Double(right) / Double(max(firms, 1))
  }

  /// Rates with their 95 % Wilson score intervals.
  var description: String {
    """
    P@1 \(WilsonInterval(right: first, total: firms)), \
    hit@5 \(WilsonInterval(right: amongFive, total: firms)), \
    tier 1 with share ≥ 0.2 \(WilsonInterval(right: strongRight, total: strong)), \
    possible \(WilsonInterval(right: possibleRight, total: possible)), \
    \(possibleUnlabelled) possible for \(unlabelled) firms without labels
    """
  }
}
