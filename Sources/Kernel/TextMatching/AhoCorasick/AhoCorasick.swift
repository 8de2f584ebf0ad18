/// An Aho–Corasick automaton: finds all occurrences of many patterns in one pass over a text.
///
/// Patterns and texts are bytes; over UTF-8 an occurrence of whole characters begins and ends at
/// whole characters. Nothing is folded: upper case and lower case differ.
///
/// An empty pattern occurs nowhere. Patterns with the same bytes are each reported, in the order
/// of their numbers. Building freezes it; the value is shared between tasks freely.
///
/// ```swift
/// let automaton = AhoCorasick(["泵", "水泵"].map { Array($0.utf8) })
/// automaton.occurrences(in: Array("水泵".utf8)).count  // 2
/// ```
///
/// Source: Aho and Corasick, “Efficient string matching: an aid to bibliographic search”,
/// Communications of the ACM 1975; the transitions are kept as a double array, Aoe, “An efficient
/// digital search algorithm by using a double-array structure”, IEEE TSE 1989.
///
/// - Complexity: built in O(*m* log *m*) time on common words, *m* the bytes of all patterns; about
///   24 bytes of memory a state, at most one state a byte.
package struct AhoCorasick: Sendable {
  /// The number of a pattern: its position in the patterns that the automaton was built from.
  package struct Pattern: Hashable, Comparable, Sendable {
    package let offset: UInt32

    package init(_ offset: Int) {
      self.offset = UInt32(offset)
    }

    package static func < (one: Self, other: Self) -> Bool {
      one.offset < other.offset
    }
  }

  /// One place where a pattern stands in a text, as a half-open range of bytes.
  package struct Occurrence: Hashable, Sendable {
    package let pattern: Pattern
    package let start: Int
    package let end: Int
  }

  /// A state of the automaton; state 0 is the root.
  struct State: Sendable {
    static let free: Int32 = -1
    static let none: Int32 = -1

    /// A child over byte *b* lies at `base` + *b*, when that one's `parent` is this state.
    var base: Int32 = 0
    var parent: Int32 = State.free
    /// The state of the longest proper suffix.
    var failure: Int32 = 0
    /// This state or the nearest on its way of failures where a pattern ends; 0 for none.
    var report: Int32 = 0
  }

  var states: [State]
  /// Of each state where a pattern ends, the first such pattern.
  var firstPattern: [Int32]
  /// Of each pattern, the next one with the same bytes.
  var nextPattern: [Int32]
  let lengths: [Int32]

  /// The automaton of `patterns`, numbered in their order.
  package init(_ patterns: [[UInt8]]) {
    var builder = AhoCorasickBuilder(patterns)
    builder.build()
    states = builder.states
    firstPattern = builder.firstPattern
    nextPattern = builder.nextPattern
    lengths = patterns.map { Int32($0.count) }
  }

  /// How many patterns it was built from, empty ones and doubles included.
  package var patternCount: Int {
    lengths.count
  }
}
