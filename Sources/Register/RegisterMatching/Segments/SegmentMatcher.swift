import TextMatching

/// Proposes segments for a firm: by dictionary (Aho–Corasick, the longest match), by industry class
/// and by character n-grams (BM25), with the words that speak for each.
///
/// Only words and texts decide; there is no model to train. The same segments and the same firm
/// give the same proposals everywhere.
///
/// ```swift
/// let matcher = SegmentMatcher([SegmentWords(name: "氯碱", terms: ["烧碱"])])
/// let firm = FirmText(name: "某公司", products: [.init(name: "烧碱", share: 0.31)])
/// matcher.proposals(for: firm)  // 氯碱, tier equals, band possible
/// ```
///
/// - Complexity: built in time and memory in proportion to all words and confirmed texts.
package struct SegmentMatcher: Sendable {
  let dictionary: SegmentDictionary
  let index: BM25
  let codes: SegmentCodes
  let names: [String]
  let ownPairs: [OwnPairs]
  let weights: EvidenceWeights

  package init(_ segments: [SegmentWords]) {
    self.init(segments, weights: EvidenceWeights(), settings: BM25.Settings())
  }

  init(_ segments: [SegmentWords], weights: EvidenceWeights, settings: BM25.Settings) {
    dictionary = SegmentDictionary(segments)
    index = BM25(segments.map { SegmentDocument.passages(of: $0, weights) }, settings: settings)
    codes = SegmentCodes(segments)
    names = segments.map(\.name)
    ownPairs = segments.map(OwnPairs.init)
    self.weights = weights
  }
}
