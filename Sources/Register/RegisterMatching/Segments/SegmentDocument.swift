import TextMatching

/// A segment as a document of the BM25 index: its words and the texts of its confirmed firms.
enum SegmentDocument {
  static func passages(of segment: SegmentWords, _ weights: EvidenceWeights) -> [BM25.Passage] {
    let words = [segment.name] + segment.aliases + segment.terms
    var passages = words.flatMap(NormalisedWord.items).map { BM25.Passage($0) }
    guard !segment.confirmed.isEmpty else { return passages }
    // Many confirmed firms shall not drown the segment's own words.
    let each = 1 / Double(segment.confirmed.count).squareRoot()
    var reader = PhraseReader()
    for firm in segment.confirmed {
      reader.removeAll()
      reader.readTexts(of: firm)
      for phrase in reader.phrases {
        let share = SegmentMatcher.weight(of: phrase, firm, weights)
        passages.append(BM25.Passage(Array(reader.text[phrase.core]), weight: each * share))
      }
    }
    return passages
  }
}

/// The pairs of characters in a segment's own words: what is like none of them is like the
/// segment's confirmed firms.
struct OwnPairs: Sendable {
  private let pairs: Set<[UInt8]>

  init(_ segment: SegmentWords) {
    let words = [segment.name] + segment.aliases + segment.terms
    pairs =
      segment.confirmed.isEmpty
      ? [] : Set(words.flatMap(NormalisedWord.items).flatMap(Self.pairs))
  }

  var isEmpty: Bool {
    pairs.isEmpty
  }

  func share(_ phrase: ArraySlice<UInt8>) -> Bool {
    Self.pairs(Array(phrase)).contains { pairs.contains($0) }
  }

  private static func pairs(_ text: [UInt8]) -> [[UInt8]] {
    let starts = text.indices.filter { text[$0] & 0xC0 != 0x80 } + [text.count]
    guard starts.count > 2 else { return [] }
    return (0..<(starts.count - 2)).map { Array(text[starts[$0]..<starts[$0 + 2]]) }
  }
}
