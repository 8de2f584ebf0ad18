import ChainModel
import Columns
import Diagnostics

/// A few words, found by their bytes, and by those of their canonical form: kinds, relations, options, units.
struct WordTable: Sendable {
  fileprivate struct Entry: BitwiseCopyable {
    let start: UInt32
    let count: UInt32
    let value: UInt32
    /// The next word of the same hash and one more, or zero.
    let next: UInt32
  }

  private var bytes: [UInt8] = []
  private var entries: [Entry] = []
  /// For each hash the last word and one more, or zero.
  private var heads: [UInt32] = Array(repeating: 0, count: 256)

  /// Words and what they stand for; of equal ones the first holds.
  init(_ words: some Sequence<(word: String, value: Int)>) {
    for (word, value) in words {
      let word = Array(CanonicalForm.of(word).utf8)
      guard word.withUnsafeBufferPointer({ self[$0] == nil }) else { continue }
      let hash = word.withUnsafeBufferPointer { Self.hash($0) }
      let entry = Entry(
        start: UInt32(bytes.count),
        count: UInt32(word.count),
        value: UInt32(value),
        next: heads[hash]
      )
      bytes += word
      entries.append(entry)
      heads[hash] = UInt32(entries.count)
    }
  }

  /// What a word stands for; `nil` when it is none.
  subscript(word: UnsafeBufferPointer<UInt8>) -> Int? { withReader { $0[word] } }

  /// Lets `body` look up many words.
  @inline(__always)
  func withReader<Result>(_ body: (Reader) -> Result) -> Result {
    bytes.withUnsafeBufferPointer { bytes in
      entries.withUnsafeBufferPointer { entries in
        heads.withUnsafeBufferPointer { heads in
          body(Reader(bytes: bytes, entries: entries, heads: heads))
        }
      }
    }
  }

  /// Looks words up without finding the memory anew for each.
  struct Reader {
    fileprivate let bytes: UnsafeBufferPointer<UInt8>
    fileprivate let entries: UnsafeBufferPointer<Entry>
    fileprivate let heads: UnsafeBufferPointer<UInt32>

    @inline(__always)
    subscript(word: UnsafeBufferPointer<UInt8>) -> Int? {
      if let value = value(word) { return value }
      if CanonicalForm.isPlain(word) { return nil }
      return CanonicalForm.withBytes(of: word) { value($0.bindMemory(to: UInt8.self)) }
    }

    @inline(__always)
    private func value(_ word: UnsafeBufferPointer<UInt8>) -> Int? {
      var position = heads[WordTable.hash(word)]
      while position > 0 {
        let entry = entries[Int(position) - 1]
        let range = Int(entry.start)..<Int(entry.start + entry.count)
        if UnsafeBufferPointer(rebasing: bytes[range]).hasBytes(of: word) {
          return Int(entry.value)
        }
        position = entry.next
      }
      return nil
    }
  }

  @inline(__always)
  private static func hash(_ word: UnsafeBufferPointer<UInt8>) -> Int {
    guard word.count > 0 else { return 0 }
    let (low, middle, high) = (word[0], word[word.count / 2], word[word.count - 1])
    return (Int(low) &* 31 &+ Int(middle) &* 7 &+ Int(high) &* 3 &+ word.count) & 255
  }
}
