/// The grams of a query of several pieces, each with its weight: those that stand there often are added up
/// before they are looked up.
///
/// It is emptied by ``BM25/add(_:to:)``, and its memory kept for the next query.
package struct GramWeights: Sendable {
  fileprivate var weights: [Float] = []
  fileprivate var found: [UInt32] = []

  package init() {}

  @inline(__always)
  fileprivate mutating func add(_ gram: UInt32, _ weight: Float) {
    if weights[Int(gram)] == 0 { found.append(gram) }
    weights[Int(gram)] += weight
  }
}

extension BM25 {
  /// Adds the grams of a piece of a query; grams across the border of two pieces do not count.
  ///
  /// - Complexity: O(*q*) for *q* scalars.
  package func collect(
    _ piece: UnsafeBufferPointer<UInt8>,
    weight: Float,
    into query: inout GramWeights
  ) {
    guard weight > 0 else { return }
    if query.weights.count != grams.count {
      query.weights = Array(repeating: 0, count: grams.count)
      query.found = []
    }
    forEachGram(of: piece, weight: weight) { query.add($0, $1) }
  }

  /// Adds the scores of a whole query to `scores`, one place a document, and empties the query.
  ///
  /// The scores are those of ``add(_:weight:to:)`` over its pieces, but for the order in which they are summed.
  ///
  /// - Precondition: `scores` has `documentCount` places.
  /// - Complexity: O(*z*) for *z* postings of the different grams, where a gram that many documents have counts
  ///   as one that all have.
  package func add(_ query: inout GramWeights, to scores: UnsafeMutableBufferPointer<Float>) {
    precondition(scores.count == documentCount, "\(scores.count) places")
    for gram in query.found {
      add(gram, query.weights[Int(gram)], to: scores)
      query.weights[Int(gram)] = 0
    }
    query.found.removeAll(keepingCapacity: true)
  }
}
