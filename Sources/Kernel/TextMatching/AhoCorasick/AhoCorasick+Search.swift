extension AhoCorasick {
  /// Calls `body` for each occurrence in `text`, overlapping ones included: by end, then the longer
  /// first, then by number.
  ///
  /// - Complexity: O(*n* + *z*) for *n* bytes of text and *z* occurrences; no memory.
  package func forEachOccurrence(
    in text: UnsafeBufferPointer<UInt8>,
    _ body: (Occurrence) -> Void
  ) {
    states.withUnsafeBufferPointer { states in
      var state: Int32 = 0
      for position in 0..<text.count {
        state = Self.step(from: state, over: text[position], in: states)
        var reporting = states[Int(state)].report
        while reporting != 0 {
          var pattern = firstPattern[Int(reporting)]
          while pattern >= 0 {
            let end = position + 1
            let start = end - Int(lengths[Int(pattern)])
            body(Occurrence(pattern: Pattern(Int(pattern)), start: start, end: end))
            pattern = nextPattern[Int(pattern)]
          }
          reporting = states[Int(states[Int(reporting)].failure)].report
        }
      }
    }
  }

  /// All occurrences in `text`, in the order of ``forEachOccurrence(in:_:)``.
  ///
  /// - Complexity: O(*n* + *z*) time, O(*z*) memory.
  package func occurrences(in text: [UInt8]) -> [Occurrence] {
    var found: [Occurrence] = []
    text.withUnsafeBufferPointer { text in
      forEachOccurrence(in: text) { found.append($0) }
    }
    return found
  }

  /// The leftmost-longest occurrences: from the left the first that begins, of those the longest,
  /// and on from its end, so that none overlaps another. Of doubles the lowest number.
  ///
  /// - Complexity: O(*n* + *z*) time, O(*n*) memory.
  package func leftmostLongest(in text: [UInt8]) -> [Occurrence] {
    var longest = [Occurrence?](repeating: nil, count: text.count)
    text.withUnsafeBufferPointer { text in
      forEachOccurrence(in: text) { found in
        // Ends ascend, and doubles come in order: only a longer one takes the place.
        if let held = longest[found.start], held.end >= found.end { return }
        longest[found.start] = found
      }
    }
    var chosen: [Occurrence] = []
    var position = 0
    while position < longest.count {
      if let found = longest[position] {
        chosen.append(found)
        position = found.end
      } else {
        position += 1
      }
    }
    return chosen
  }

  @inline(__always)
  private static func step(
    from start: Int32,
    over byte: UInt8,
    in states: UnsafeBufferPointer<State>
  ) -> Int32 {
    var state = start
    while true {
      let child = Int(states[Int(state)].base) &+ Int(byte)
      if child > 0, child < states.count, states[child].parent == state { return Int32(child) }
      if state == 0 { return 0 }
      state = states[Int(state)].failure
    }
  }
}
