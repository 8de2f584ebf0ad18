/// An Okapi BM25 index: ranks documents by the n-grams of characters that they share with a query.
///
/// A document is made of texts with weights; each gram of one or two Unicode scalars counts with
/// its text's weight times the weight of its size. Documents are numbered densely, in the order
/// given. The weight of gram *g* in document *d* is
/// idf(*g*) · *f* · (*k₁* + 1) / (*f* + *k₁* · (1 − *b* + *b* · |*d*| / average)),
/// where idf(*g*) = ln(1 + (*N* − *n* + ½) / (*n* + ½)) is never negative. A score is the sum over
/// the query's grams, each as often as it stands there. Nothing is folded.
///
/// Source: Robertson and Zaragoza, “The probabilistic relevance framework: BM25 and beyond”, 2009.
///
/// - Complexity: O(*m*) memory for *m* gram–document pairs, 8 bytes each, at most three times that where grams
///   are in many documents, and about 28 bytes a gram.
package struct BM25: Sendable {
  /// The parameters; those given by default measured best on product lists against segments.
  package struct Settings: Sendable, Hashable {
    /// How soon a gram's repetition saturates.
    package var k1 = 1.2
    /// How much a document's length counts, from 0 to 1.
    package var b = 0.5
    /// The weight of a single scalar; 0 leaves such grams out.
    package var single = 0.6
    /// The weight of two neighbouring scalars; 0 leaves such grams out.
    package var pair = 1.0

    package init() {}
  }

  /// The number of a document: its position in the documents that the index was built from.
  package struct Document: Hashable, Comparable, Sendable {
    package let offset: UInt32

    package init(_ offset: Int) {
      self.offset = UInt32(offset)
    }

    package static func < (one: Self, other: Self) -> Bool {
      one.offset < other.offset
    }
  }

  /// A part of a document's text, in UTF-8, with the weight of what is written in it.
  package struct Passage: Sendable {
    package let text: [UInt8]
    package let weight: Double

    package init(_ text: [UInt8], weight: Double = 1) {
      self.text = text
      self.weight = weight
    }
  }

  /// A document found, with its score; scores are positive.
  package struct Match: Hashable, Sendable {
    package let document: Document
    package let score: Double
  }

  struct Posting: Sendable {
    let document: UInt32
    let weight: Float
  }

  package let settings: Settings
  package let documentCount: Int
  let grams: GramTable
  let rowStarts: [UInt32]
  let postings: [Posting]
  let full: FullRows

  /// The index of `documents`, each made of its passages; one without text is never found.
  ///
  /// A passage whose weight is not positive counts for nothing.
  ///
  /// - Complexity: O(*n* + *m* log *m*) for *n* scalars and *m* gram–document pairs.
  package init(_ documents: [[Passage]], settings: Settings = Settings()) {
    var builder = BM25Builder(settings: settings)
    for document in documents { builder.add(document) }
    (rowStarts, postings) = builder.rows()
    full = FullRows(rowStarts, postings, documentCount: documents.count)
    grams = builder.grams
    documentCount = documents.count
    self.settings = settings
  }
}
