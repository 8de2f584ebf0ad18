/// A segment that a firm may belong to, with the evidence; for a person to decide.
package struct SegmentProposal: Sendable, Hashable {
  /// How a proposal's best evidence fits, from strong to weak.
  package enum Tier: Int, Sendable, Hashable, Comparable, CaseIterable {
    /// A phrase of the firm, without verbs and fillers, is a word of the segment.
    case equals = 1
    /// A phrase ends in a word of the segment: of the kind that the word names.
    case ends
    /// A word of the segment stands elsewhere inside a phrase.
    case inside
    /// The industry class alone.
    case code
    /// A word of the segment stands in the firm's name alone.
    case name
    /// Shared characters alone, ranked by BM25.
    case similar

    package static func < (one: Self, other: Self) -> Bool {
      one.rawValue < other.rawValue
    }
  }

  /// How much a proposal can be relied on. No matcher makes one certain: a person does, or a
  /// document.
  package enum Band: String, Sendable, Hashable, CaseIterable {
    case certain, possible, review
  }

  /// Which text of the firm the best evidence is from.
  package enum Field: String, Sendable, Hashable, CaseIterable {
    case products, scope, industryCode, name
    /// Likeness to the texts of the segment's confirmed firms.
    case confirmed
  }

  /// The segment's position in the segments that the matcher was built from.
  package let segment: Int
  package let tier: Tier
  package let band: Band
  /// Above 0, at most 1; it orders proposals and is no probability.
  package let score: Double
  /// The firm's phrases that matched, as written, the best first, at most three; the industry code
  /// where that alone matched.
  package let words: [String]
  /// The segment's word that the best phrase matched; its name where no one word did, and the
  /// industry class where that alone matched.
  package let term: String
  package let field: Field
  /// The share of revenue of the product that the best evidence is; `nil` for other evidence, and where
  /// nobody knows it.
  package let share: Double?
  /// The segments that lost to this one on the same words, ascending: their shorter words lie
  /// inside this one's longer word, or they share the word and score less.
  package let beaten: [Int]

  /// A proposal; see the properties.
  package init(
    segment: Int,
    tier: Tier,
    band: Band,
    score: Double,
    words: [String],
    term: String,
    field: Field,
    share: Double? = nil,
    beaten: [Int]
  ) {
    self.segment = segment
    self.tier = tier
    self.band = band
    self.score = score
    self.words = words
    self.term = term
    self.field = field
    self.share = share
    self.beaten = beaten
  }
}
