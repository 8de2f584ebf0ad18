internal import CPrefetch
import Diagnostics

/// Looks up many texts at a time in an index whose texts are all different.
///
/// A look-up is three steps into memory, each of which waits for the one before: the slot, where
/// the text begins, its bytes. Here each step is taken for a whole block of look-ups before the
/// next one is, so that they wait together.
package struct TextFinder {
  /// What is answered for a text that is not there.
  package static let missing = UInt32.max
  /// The most texts of a block.
  package static let blockCount = 256

  private let index: TextIndex
  private let texts: TextColumn
  private var hashes: [UInt32]

  /// A finder of `texts` through their index.
  package init(_ index: TextIndex, of texts: TextColumn) {
    self.index = index
    self.texts = texts
    hashes = Array(repeating: 0, count: Self.blockCount)
  }

  /// Finds the entries of `wanted`, in their order.
  ///
  /// - Parameters:
  ///   - wanted: the texts, ``blockCount`` at the most.
  ///   - found: a place for each.
  package mutating func find(
    _ wanted: UnsafeBufferPointer<UnsafeBufferPointer<UInt8>>,
    into found: UnsafeMutableBufferPointer<UInt32>
  ) {
    precondition(
      wanted.count <= Self.blockCount && found.count >= wanted.count,
      "a block of \(wanted.count) texts"
    )
    let seed = index.seed
    index.slots.withUnsafeBufferPointer { slots in
      texts.withUnsafeTexts { texts in
        hashes.withUnsafeMutableBufferPointer { hashes in
          // Unsafe: this is the inner loop of a load, and its places are cut to their number.
          let search = Search(slots: slots, texts: texts)
          for position in wanted.indices {
            let hash = CanonicalForm.withBytes(of: wanted[position]) {
              TextHash.hash($0, seed: seed)
            }
            hashes[position] = hash
            search.prefetchSlot(hash)
          }
          for position in wanted.indices { found[position] = search.candidate(hashes[position]) }
          for position in wanted.indices { search.prefetchBytes(found[position]) }
          for position in wanted.indices where found[position] != Self.missing {
            if !texts[Int(found[position])].hasBytes(of: wanted[position]) {
              found[position] = search.entry(hashes[position], wanted[position])
            }
          }
        }
      }
    }
  }
}

private struct Search {
  let slots: UnsafeBufferPointer<UInt64>
  let texts: UnsafeTexts

  @inline(__always)
  func prefetchSlot(_ hash: UInt32) {
    prefetch_for_reading(slots.baseAddress.map { $0 + (Int(hash) & (slots.count - 1)) })
  }

  /// The first entry with that hash, whose text is most likely the one looked for.
  @inline(__always)
  func candidate(_ hash: UInt32) -> UInt32 {
    let mask = slots.count - 1
    var place = Int(hash) & mask
    while slots[place] != 0 {
      if UInt32(truncatingIfNeeded: slots[place] >> 32) == hash {
        let entry = UInt32(truncatingIfNeeded: slots[place]) - 1
        prefetch_for_reading(texts.offsets.baseAddress.map { $0 + Int(entry) })
        return entry
      }
      place = (place + 1) & mask
    }
    return TextFinder.missing
  }

  @inline(__always)
  func prefetchBytes(_ entry: UInt32) {
    guard entry != TextFinder.missing else { return }
    prefetch_for_reading(
      texts.bytes.baseAddress.map { $0 + Int(texts.offsets[Int(entry)]) }
    )
  }

  /// The entry with that hash and text.
  func entry(_ hash: UInt32, _ text: UnsafeBufferPointer<UInt8>) -> UInt32 {
    let mask = slots.count - 1
    var place = Int(hash) & mask
    while slots[place] != 0 {
      let entry = UInt32(truncatingIfNeeded: slots[place]) &- 1
      if UInt32(truncatingIfNeeded: slots[place] >> 32) == hash,
        CanonicalForm.areEqual(texts[Int(entry)], text)
      {
        return entry
      }
      place = (place + 1) & mask
    }
    return TextFinder.missing
  }
}
