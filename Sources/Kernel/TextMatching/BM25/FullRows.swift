/// The rows of grams that many documents have, with a place for each document.
///
/// Adding such a row takes as many steps as there are documents, and several at once, where its postings would
/// take one each, at places far apart. A document without the gram adds nothing, so sums are the same.
struct FullRows: Sendable {
  /// A gram in one of so many documents has a full row.
  private static let rarest = 6

  private let documentCount: Int
  private var weights: [Float] = []
  /// The row of each gram; −1 where it has none.
  private var rows: [Int32]

  init(_ starts: [UInt32], _ postings: [BM25.Posting], documentCount: Int) {
    self.documentCount = documentCount
    rows = Array(repeating: -1, count: max(starts.count - 1, 0))
    for gram in rows.indices {
      let row = Int(starts[gram])..<Int(starts[gram + 1])
      guard row.count * Self.rarest >= documentCount, !row.isEmpty else { continue }
      rows[gram] = Int32(weights.count / documentCount)
      let start = weights.count
      weights.append(contentsOf: repeatElement(0, count: documentCount))
      for posting in postings[row] { weights[start + Int(posting.document)] = posting.weight }
    }
  }

  /// Adds the row of `gram` to `scores`, if it has one.
  @inline(__always)
  func add(_ gram: Int, _ weight: Float, to scores: UnsafeMutableBufferPointer<Float>) -> Bool {
    let row = Int(rows[gram])
    guard row >= 0, let target = scores.baseAddress else { return false }
    weights.withUnsafeBufferPointer { weights in
      guard let source = weights.baseAddress.map({ $0 + row * documentCount }) else { return }
      for document in 0..<documentCount { target[document] += source[document] * weight }
    }
    return true
  }
}
