internal import CPrefetch
import Diagnostics

extension TextIndex {
  /// A pair of entries with one text.
  package struct Duplicate: Hashable, Sendable {
    package let entry: Int
    /// The one that was entered before it.
    package let earlier: Int
  }

  /// An index of all texts of a column, by their canonical form; and the entries whose text another had
  /// before, in the order of the column.
  ///
  /// - Complexity: O(*n*), one look into memory a text, and several of those at a time.
  package static func entering(_ texts: TextColumn) -> (index: TextIndex, repeated: [Duplicate]) {
    filled(count: texts.count) { seed, slots in
      var filling = Filling(slots: slots)
      let isDone = texts.withUnsafeTexts { texts in
        texts.inBlocks { block in
          Keys.withHashes(of: block, in: texts, seed: seed, Slots(slots: slots)) { entry, hash in
            filling.enter(entry, hash) { texts.isEqual($0, $1) }
          }
        }
      }
      return isDone ? filling.repeated : nil
    }
  }

  /// An index of names by what look-ups compare of them; equal ones are chained.
  ///
  /// - Complexity: O(*n*); names that are not their own keys cost more than the others.
  package static func entering(names: TextColumn) -> TextIndex {
    let (index, repeated) = filled(count: names.count) { seed, slots -> [Duplicate]? in
      var filling = Filling(slots: slots)
      let isDone = names.withUnsafeTexts { names in
        names.inBlocks { block in
          Keys.withNameHashes(of: block, in: names, seed: seed, Slots(slots: slots)) {
            entry,
            hash in
            filling.enter(entry, hash) { names.haveEqualKeys($0, $1) }
          }
        }
      }
      return isDone ? filling.repeated : nil
    }
    guard !repeated.isEmpty else { return index }
    let chain = NumberColumn<UInt32>(count: names.count) { chain in
      chain.update(repeating: 0)
      for pair in repeated { chain[pair.entry] = UInt32(pair.earlier + 1) }
    }
    return TextIndex(slots: index.slots, chain: chain, seed: index.seed)
  }

  /// Fills slots, once more with another seed for as long as too many texts run together.
  private static func filled(
    count: Int,
    _ fill: (UInt64, UnsafeMutableBufferPointer<UInt64>) -> [Duplicate]?
  ) -> (TextIndex, [Duplicate]) {
    var seed: UInt64 = 0
    while true {
      var repeated: [Duplicate]?
      let slots = NumberColumn<UInt64>(count: Builder.places(for: count)) { slots in
        slots.update(repeating: 0)
        repeated = fill(seed, slots)
      }
      if let repeated {
        return (TextIndex(slots: slots, chain: NumberColumn([]), seed: seed), repeated)
      }
      seed = .random(in: 1...UInt64.max)
    }
  }
}

/// Slots that texts are about to be entered into.
private struct Slots {
  // Unsafe: the loop that fills the slots is measured, and its places are cut to their number.
  let slots: UnsafeMutableBufferPointer<UInt64>

  @inline(__always)
  func prefetch(_ hash: UInt32) {
    prefetch_for_writing(slots.baseAddress.map { $0 + (Int(hash) & (slots.count - 1)) })
  }
}

/// Slots while they are filled.
private struct Filling {
  // Unsafe: see above.
  let slots: UnsafeMutableBufferPointer<UInt64>
  var repeated: [TextIndex.Duplicate] = []

  init(slots: UnsafeMutableBufferPointer<UInt64>) { self.slots = slots }

  /// `false` when too many texts run together.
  @inline(__always)
  mutating func enter(_ entry: Int, _ hash: UInt32, _ isEqual: (Int, Int) -> Bool) -> Bool {
    let mask = slots.count - 1
    var place = Int(hash) & mask
    var run = 0
    while slots[place] != 0 {
      let slot = slots[place]
      let other = Int(truncatingIfNeeded: slot & 0xFFFF_FFFF) - 1
      if UInt32(truncatingIfNeeded: slot >> 32) == hash, isEqual(other, entry) {
        repeated.append(TextIndex.Duplicate(entry: entry, earlier: other))
        break
      }
      place = (place + 1) & mask
      run += 1
      guard run < TextIndex.Builder.longestRun else { return false }
    }
    slots[place] = UInt64(hash) << 32 | UInt64(entry + 1)
    return true
  }
}

/// The hashes of a block of texts.
///
/// They are given the slots, not what fills them: a copy of that beside the one that is written to would
/// make a new list of all repeated texts for each block.
private enum Keys {
  /// Hashes a block, so that its slots are on their way from memory, then enters it.
  static func withHashes(
    of block: Range<Int>,
    in texts: UnsafeTexts,
    seed: UInt64,
    _ slots: Slots,
    _ enter: (Int, UInt32) -> Bool
  ) -> Bool {
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: block.count) { hashes in
      for entry in block {
        let hash = CanonicalForm.withBytes(of: texts[entry]) { TextHash.hash($0, seed: seed) }
        hashes[entry - block.lowerBound] = hash
        slots.prefetch(hash)
      }
      return block.allSatisfy { enter($0, hashes[$0 - block.lowerBound]) }
    }
  }

  /// The same of what look-ups compare of names.
  static func withNameHashes(
    of block: Range<Int>,
    in names: UnsafeTexts,
    seed: UInt64,
    _ slots: Slots,
    _ enter: (Int, UInt32) -> Bool
  ) -> Bool {
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: block.count) { hashes in
      for entry in block {
        let hash = names.withKey(of: entry) { TextHash.hash($0, seed: seed) }
        hashes[entry - block.lowerBound] = hash
        slots.prefetch(hash)
      }
      return block.allSatisfy { enter($0, hashes[$0 - block.lowerBound]) }
    }
  }
}
