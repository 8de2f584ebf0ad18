import ChainModel

/// A few words, found by their bytes: kinds, relations, options, units.
struct WordTable: Sendable {
  private var words: [[UInt8]] = []
  private var values: [Int] = []
  /// For each hash the first word and one more, or zero.
  private var first: [UInt16] = Array(repeating: 0, count: 256)
  /// The next word of the same hash and one more, or zero.
  private var next: [UInt16] = []

  /// Words and what they stand for; of equal ones the first holds.
  init(_ entries: some Sequence<(word: String, value: Int)>) {
    for (word, value) in entries {
      let bytes = Array(word.utf8)
      guard bytes.withUnsafeBufferPointer({ self[$0] == nil }) else { continue }
      let hash = bytes.withUnsafeBufferPointer { Self.hash($0) }
      words.append(bytes)
      values.append(value)
      next.append(first[hash])
      first[hash] = UInt16(words.count)
    }
  }

  /// What a word stands for; `nil` when it is none.
  subscript(word: UnsafeBufferPointer<UInt8>) -> Int? {
    var entry = first[Self.hash(word)]
    while entry > 0 {
      let position = Int(entry) - 1
      if words[position].withUnsafeBufferPointer({ $0.hasBytes(of: word) }) {
        return values[position]
      }
      entry = next[position]
    }
    return nil
  }

  private static func hash(_ word: UnsafeBufferPointer<UInt8>) -> Int {
    guard let low = word.first, let high = word.last else { return 0 }
    let middle = word[word.count / 2]
    return (Int(low) &* 31 &+ Int(middle) &* 7 &+ Int(high) &* 3 &+ word.count) & 255
  }
}
