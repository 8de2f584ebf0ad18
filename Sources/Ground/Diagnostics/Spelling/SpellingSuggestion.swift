/// Proposes the word that somebody meant.
package enum SpellingSuggestion {
  /// The candidates closest to `word`, closest first, ties in the order given; none that differs
  /// in more than a third of the characters (but in one character always may).
  ///
  /// Distance is that of Damerau and Levenshtein with adjacent transpositions (optimal string
  /// alignment).
  ///
  /// - Complexity: O(*n* · *m*) a candidate.
  package static func closest(
    to word: String,
    among candidates: some Sequence<String>,
    limit: Int = 3
  ) -> [String] {
    let characters = Array(NameKey(word).text.unicodeScalars)
    guard characters.count <= 100 else { return [] }
    var scored: [(distance: Int, order: Int, word: String)] = []
    for (order, candidate) in candidates.enumerated() {
      let other = Array(NameKey(candidate).text.unicodeScalars)
      let bound = max(1, max(characters.count, other.count) / 3)
      guard abs(characters.count - other.count) <= bound else { continue }
      let distance = Self.distance(characters, other)
      if distance <= bound { scored.append((distance, order, candidate)) }
    }
    scored.sort { ($0.distance, $0.order) < ($1.distance, $1.order) }
    return scored.prefix(limit).map(\.word)
  }

  private static func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...b.count)
    for i in a.indices {
      var row = [i + 1]
      for j in b.indices {
        var cost = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          cost = min(cost, beforeLast[j - 1] + 1)
        }
        row.append(cost)
      }
      beforeLast = last
      last = row
    }
    return last[b.count]
  }
}
