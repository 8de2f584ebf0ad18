import TextMatching

/// The memory that matching a firm needs, kept from one firm to the next.
///
/// It holds no result: with a fresh one or a used one the proposals are the same.
package struct MatchingWorkspace {
  var reader = PhraseReader()
  var occurrences: [AhoCorasick.Occurrence] = []
  var evidence: [Evidence] = []
  var defeats: [Defeat] = []
  var similarity: [Float] = []
  var grams = GramWeights()
  /// The phrases that no formula silences.
  var spoken: [Int32] = []

  package init() {}

  mutating func removeAll(segments: Int) {
    reader.removeAll()
    evidence.removeAll(keepingCapacity: true)
    defeats.removeAll(keepingCapacity: true)
    spoken.removeAll(keepingCapacity: true)
    if similarity.count != segments {
      similarity = [Float](repeating: 0, count: segments)
    } else {
      for position in similarity.indices { similarity[position] = 0 }
    }
  }
}

/// One word of a segment in one phrase of a firm.
struct Evidence {
  let segment: Int32
  let phrase: Int32
  let word: AhoCorasick.Pattern
  let tier: SegmentProposal.Tier
  let isPossible: Bool
  let score: Double
}

/// A segment whose word lies inside the longer word of another.
struct Defeat {
  let winner: Int32
  let loser: Int32
}
