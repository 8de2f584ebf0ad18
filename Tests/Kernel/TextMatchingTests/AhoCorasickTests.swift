import TestSupport
import TextMatching
import Testing

@Suite struct AhoCorasickTests {
  private func bytes(_ words: String...) -> [[UInt8]] {
    words.map { Array($0.utf8) }
  }

  private func shown(_ found: [AhoCorasick.Occurrence]) -> [String] {
    found.map { "\($0.pattern.offset) \($0.start)..<\($0.end)" }
  }

  @Test func `all occurrences come by end, the longer first`() {
    let automaton = AhoCorasick(bytes("he", "she", "his", "hers"))
    let found = automaton.occurrences(in: Array("ushers".utf8))
    #expect(shown(found) == ["1 1..<4", "0 2..<4", "3 2..<6"])
  }

  @Test func `leftmost-longest occurrences do not overlap`() {
    let automaton = AhoCorasick(bytes("锂电池", "电池", "锂电池组", "组装"))
    let found = automaton.leftmostLongest(in: Array("锂电池组装电池".utf8))
    #expect(shown(found) == ["2 0..<12", "1 15..<21"])
  }

  @Test func `an empty pattern occurs nowhere and doubles are all reported`() {
    let automaton = AhoCorasick(bytes("", "泵", "泵", ""))
    #expect(automaton.patternCount == 4)
    #expect(shown(automaton.occurrences(in: Array("水泵".utf8))) == ["1 3..<6", "2 3..<6"])
    #expect(shown(automaton.leftmostLongest(in: Array("泵".utf8))) == ["1 0..<3"])
    #expect(AhoCorasick([]).occurrences(in: [0, 1, 255]).isEmpty)
    #expect(AhoCorasick([[]]).occurrences(in: [0, 1, 255]).isEmpty)
  }

  @Test func `bytes at the ends of their range are matched`() {
    let automaton = AhoCorasick([[0], [255, 0], [255]])
    #expect(
      shown(automaton.occurrences(in: [0, 255, 0])) == [
        "0 0..<1", "2 1..<2", "1 1..<3", "0 2..<3",
      ]
    )
  }

  @Test func `search agrees with trying every pattern everywhere on random inputs`() {
    for seed in UInt64(1)...3_000 {
      var generator = SplitMix64(seed: seed)
      let letters = 1 + generator.number(below: 4)
      let wide = generator.oneIn(2)
      func word(upTo length: Int) -> [UInt8] {
        (0..<generator.number(below: length + 1)).map { _ in
          UInt8(generator.number(below: letters)) &* (wide ? 85 : 1)
        }
      }
      let patterns = (0..<generator.number(below: 12)).map { _ in word(upTo: 5) }
      let text = word(upTo: 14)
      let automaton = AhoCorasick(patterns)
      let oracle = PatternOracle(patterns)
      let all = oracle.occurrences(in: text).map(\.description)
      #expect(shown(automaton.occurrences(in: text)) == all, "seed \(seed)")
      let chosen = oracle.leftmostLongest(in: text).map(\.description)
      #expect(shown(automaton.leftmostLongest(in: text)) == chosen, "seed \(seed)")
    }
  }

  @Test func `many words share one automaton`() {
    var generator = SplitMix64(seed: 7)
    let patterns = (0..<800).map { _ in
      (0..<(1 + generator.number(below: 12))).map { _ in UInt8(128 + generator.number(below: 64)) }
    }
    let automaton = AhoCorasick(patterns)
    for (number, pattern) in patterns.enumerated() {
      let found = automaton.occurrences(in: [9] + pattern).filter { $0.end == pattern.count + 1 }
      #expect(found.contains { Int($0.pattern.offset) == number && $0.start == 1 }, "\(number)")
    }
  }
}

/// Compares every pattern with every place of a text.
private struct PatternOracle {
  struct Found: CustomStringConvertible {
    let pattern: Int
    let start: Int
    let end: Int

    var description: String {
      "\(pattern) \(start)..<\(end)"
    }
  }

  private let patterns: [[UInt8]]

  init(_ patterns: [[UInt8]]) {
    self.patterns = patterns
  }

  func occurrences(in text: [UInt8]) -> [Found] {
    var found: [Found] = []
    for end in 0...text.count {
      for start in 0..<end {
        let piece = Array(text[start..<end])
        for (pattern, bytes) in patterns.enumerated() where bytes == piece {
          found.append(Found(pattern: pattern, start: start, end: end))
        }
      }
    }
    return found
  }

  func leftmostLongest(in text: [UInt8]) -> [Found] {
    let all = occurrences(in: text)
    var chosen: [Found] = []
    var position = 0
    while let start = all.map(\.start).filter({ $0 >= position }).min() {
      let here = all.filter { $0.start == start }
      let longest = here.max { ($0.end, -$0.pattern) < ($1.end, -$1.pattern) }
      guard let best = longest else { break }
      chosen.append(best)
      position = best.end
    }
    return chosen
  }
}
