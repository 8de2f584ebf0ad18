/// A dictionary by its first two characters: which of many words stand at a place of a text, the longest first.
///
/// Unlike an automaton of Aho and Corasick it is asked at one place at a time, so that whoever asks may pass over
/// what it has taken.
struct WordIndex<Value: Sendable>: Sendable {
  private let words: [UInt64: [(word: Characters, value: Value)]]

  /// - Parameter words: Those of fewer than two characters are never found; of equal ones the first comes first.
  /// - Complexity: O(*n* log *n*).
  init(_ words: [(word: Characters, value: Value)]) {
    var groups: [UInt64: [(word: Characters, value: Value)]] = [:]
    for entry in words where entry.word.count > 1 {
      groups[Self.key(entry.word, at: 0), default: []].append(entry)
    }
    self.words = groups.mapValues { group in
      group.enumerated().sorted { first, second in
        (second.element.word.count, first.offset) < (first.element.word.count, second.offset)
      }.map(\.element)
    }
  }

  private static func key(_ characters: Characters, at position: Int) -> UInt64 {
    UInt64(characters[position].value) << 32 | UInt64(characters[position + 1].value)
  }

  /// The words that stand at `position` and end before `end`, the longest first.
  ///
  /// - Complexity: O(words that begin with the same two characters).
  func matches(
    in characters: Characters,
    at position: Int,
    within end: Int
  ) -> [(word: Characters, value: Value)] {
    guard position + 1 < end, let group = words[Self.key(characters, at: position)] else {
      return []
    }
    return group.filter { entry in
      position + entry.word.count <= end
        && characters[position..<(position + entry.word.count)].elementsEqual(entry.word)
    }
  }
}
