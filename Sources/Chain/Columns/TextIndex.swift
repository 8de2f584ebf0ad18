/// Finds entries by their texts: a hash table with open addressing, in plain memory.
///
/// It holds numbers of entries and a part of each one's hash; the texts are its owner's. Entries
/// with equal texts are chained, so that a million of one name cost no more than others.
package struct TextIndex: Sendable {
  /// A power of two of places: zero, or a hash in the upper half and an entry plus one below.
  package let slots: NumberColumn<UInt64>
  /// For each entry the one with the same text that was entered before it, plus one; or zero.
  package let chain: NumberColumn<UInt32>
  /// What the hashes were made with.
  package let seed: UInt64

  /// An index given as columns.
  ///
  /// - Precondition: The number of `slots` is a power of two; the inside is not checked.
  package init(slots: NumberColumn<UInt64>, chain: NumberColumn<UInt32>, seed: UInt64) {
    precondition(slots.count.nonzeroBitCount == 1, "an index has a power of two of places")
    self.slots = slots
    self.chain = chain
    self.seed = seed
  }

  /// The entries whose text is `bytes`, the last entered first.
  ///
  /// - Parameter isEqual: whether an entry's text is the one looked for.
  package func entries(
    of bytes: UnsafeRawBufferPointer,
    where isEqual: (Int) -> Bool
  ) -> [Int] {
    let hash = TextHash.hash(bytes, seed: seed)
    let mask = slots.count - 1
    var place = Int(hash) & mask
    // A table is never full; the count keeps a damaged one from being searched forever.
    for _ in 0..<slots.count {
      let slot = slots[place]
      if slot == 0 { return [] }
      let entry = Int(truncatingIfNeeded: slot & 0xFFFF_FFFF) - 1
      if UInt32(truncatingIfNeeded: slot >> 32) == hash, isEqual(entry) { return chained(entry) }
      place = (place + 1) & mask
    }
    return []
  }

  private func chained(_ entry: Int) -> [Int] {
    var found = [entry]
    while found[found.count - 1] < chain.count {
      let next = Int(chain[found[found.count - 1]])
      // Each is older than the one before; anything else is no chain.
      guard next > 0, next - 1 < found[found.count - 1] else { break }
      found.append(next - 1)
    }
    return found
  }

  /// Whether every slot holds nothing or one of `entryCount` entries, and each chain goes back.
  package func isSound(entryCount: Int) -> Bool {
    let areSlotsSound = slots.withUnsafeBufferPointer { slots in
      slots.allSatisfy {
        Int(truncatingIfNeeded: $0 & 0xFFFF_FFFF) <= entryCount
          && ($0 == 0 || $0 & 0xFFFF_FFFF != 0)
      }
    }
    return areSlotsSound
      && chain.withUnsafeBufferPointer { chain in
        chain.indices.allSatisfy { Int(chain[$0]) <= $0 }
      }
  }

  package var byteCount: Int { slots.byteCount + chain.byteCount }
}

extension TextIndex {
  /// Enters texts one after another.
  package struct Builder: Sendable {
    private var slots: [UInt64]
    private var chain: [UInt32] = []
    private var used = 0
    private(set) var seed: UInt64 = 0

    /// Room for `capacity` entries before the table grows.
    package init(capacity: Int = 8) {
      slots = Array(repeating: 0, count: Self.places(for: capacity))
      chain.reserveCapacity(capacity)
    }

    static func places(for entries: Int) -> Int {
      var places = 16
      while places < entries * 2 { places *= 2 }
      return places
    }

    /// How many texts that were entered run together before the hashes are made anew: no text of
    /// chance comes near it.
    static let longestRun = 512

    /// Enters the next entry; the one with the same text that was entered last before it.
    ///
    /// - Parameters:
    ///   - bytes: its text.
    ///   - isEqual: whether an earlier entry's text is the same.
    ///   - text: lets a body read an earlier entry's text, when hashes must be made anew.
    package mutating func enter(
      _ bytes: UnsafeRawBufferPointer,
      where isEqual: (Int) -> Bool,
      text: (Int, (UnsafeRawBufferPointer) -> Void) -> Void
    ) -> Int? {
      if used * 2 >= slots.count { grow() }
      let entry = chain.count
      while true {
        let hash = TextHash.hash(bytes, seed: seed)
        let mask = slots.count - 1
        var place = Int(hash) & mask
        var run = 0
        while slots[place] != 0, run < Self.longestRun {
          let slot = slots[place]
          let other = Int(truncatingIfNeeded: slot & 0xFFFF_FFFF) - 1
          if UInt32(truncatingIfNeeded: slot >> 32) == hash, isEqual(other) {
            slots[place] = Self.slot(hash, entry)
            chain.append(UInt32(other + 1))
            return other
          }
          place = (place + 1) & mask
          run += 1
        }
        if slots[place] == 0 {
          slots[place] = Self.slot(hash, entry)
          chain.append(0)
          used += 1
          return nil
        }
        // Somebody chose these texts to collide: they cannot know a random seed.
        rehash(seed: .random(in: 1...UInt64.max), text: text)
      }
    }

    /// Counts an entry that no text leads to.
    package mutating func skip() { chain.append(0) }

    /// The entries whose text is `bytes`, the last entered first.
    package func entries(
      of bytes: UnsafeRawBufferPointer,
      where isEqual: (Int) -> Bool
    ) -> [Int] {
      let hash = TextHash.hash(bytes, seed: seed)
      let mask = slots.count - 1
      var place = Int(hash) & mask
      while slots[place] != 0 {
        let slot = slots[place]
        let entry = Int(truncatingIfNeeded: slot & 0xFFFF_FFFF) - 1
        if UInt32(truncatingIfNeeded: slot >> 32) == hash, isEqual(entry) {
          var found = [entry]
          while chain[found[found.count - 1]] > 0 {
            found.append(Int(chain[found[found.count - 1]]) - 1)
          }
          return found
        }
        place = (place + 1) & mask
      }
      return []
    }

    private static func slot(_ hash: UInt32, _ entry: Int) -> UInt64 {
      UInt64(hash) << 32 | UInt64(entry + 1)
    }

    private mutating func grow() {
      var larger = Array(repeating: UInt64(0), count: slots.count * 2)
      let mask = larger.count - 1
      for slot in slots where slot != 0 {
        var place = Int(slot >> 32) & mask
        while larger[place] != 0 { place = (place + 1) & mask }
        larger[place] = slot
      }
      slots = larger
    }

    private mutating func rehash(
      seed: UInt64,
      text: (Int, (UnsafeRawBufferPointer) -> Void) -> Void
    ) {
      self.seed = seed
      let mask = slots.count - 1
      var renewed = Array(repeating: UInt64(0), count: slots.count)
      for slot in slots where slot != 0 {
        let entry = Int(truncatingIfNeeded: slot & 0xFFFF_FFFF) - 1
        text(entry) { bytes in
          let hash = TextHash.hash(bytes, seed: seed)
          var place = Int(hash) & mask
          while renewed[place] != 0 { place = (place + 1) & mask }
          renewed[place] = Self.slot(hash, entry)
        }
      }
      slots = renewed
    }

    package consuming func finish() -> TextIndex {
      TextIndex(slots: NumberColumn(slots), chain: NumberColumn(chain), seed: seed)
    }
  }
}
