extension BM25 {
  /// Adds the scores of a piece of a query to `scores`, one place a document.
  ///
  /// A score is a sum over grams, so a query of several pieces is scored by adding them in turn;
  /// grams across the border of two pieces do not count.
  ///
  /// - Precondition: `scores` has `documentCount` places.
  /// - Complexity: O(*q* + *z*) for *q* scalars and *z* postings of their grams, where a gram that many
  ///   documents have counts as one that all have; no memory.
  package func add(
    _ piece: UnsafeBufferPointer<UInt8>,
    weight: Float,
    to scores: UnsafeMutableBufferPointer<Float>
  ) {
    precondition(scores.count == documentCount, "\(scores.count) places")
    forEachGram(of: piece, weight: weight) { add($0, $1, to: scores) }
  }

  /// The grams of a piece that documents have, each with its weight, as they stand.
  @inline(__always)
  func forEachGram(
    of piece: UnsafeBufferPointer<UInt8>,
    weight: Float,
    _ body: (_ gram: UInt32, _ weight: Float) -> Void
  ) {
    let (single, pair) = (Float(settings.single) * weight, Float(settings.pair) * weight)
    var scalars = ScalarReader()
    var previous: UInt32?
    while let scalar = scalars.next(in: piece) {
      guard let gram = grams.single(scalar) else {
        previous = nil
        continue
      }
      if single > 0 { body(gram, single) }
      if pair > 0, let previous, let both = grams.pair(previous, gram) { body(both, pair) }
      previous = gram
    }
  }

  @inline(__always)
  func add(
    _ gram: UInt32,
    _ weight: Float,
    to scores: UnsafeMutableBufferPointer<Float>
  ) {
    if full.add(Int(gram), weight, to: scores) { return }
    let row = Int(rowStarts[Int(gram)])..<Int(rowStarts[Int(gram) + 1])
    postings.withUnsafeBufferPointer { postings in
      for posting in postings[row] {
        scores[Int(posting.document)] += posting.weight * weight
      }
    }
  }

  /// The best documents for `query`, best first, at most `count`; ties by number. A document that
  /// shares no gram with the query is not among them.
  ///
  /// - Complexity: as ``add(_:weight:to:)``, and O(*d* · log *d*) over the documents found.
  package func best(_ count: Int, for query: [UInt8]) -> [Match] {
    var scores = [Float](repeating: 0, count: documentCount)
    query.withUnsafeBufferPointer { query in
      scores.withUnsafeMutableBufferPointer { add(query, weight: 1, to: $0) }
    }
    let found = scores.indices.filter { scores[$0] > 0 }
    let order = found.sorted { (-scores[$0], $0) < (-scores[$1], $1) }
    return order.prefix(max(count, 0)).map {
      Match(document: Document($0), score: Double(scores[$0]))
    }
  }
}
