import RegisterReader
import Testing
import TestSupport

struct StreamedLinesTests {
  /// The lines of `text`, cut into pieces at random; `nil` for one that is too long.
  private func lines(
    _ text: [UInt8],
    mostBytes: Int,
    _ random: inout SplitMix64
  ) -> [(number: Int, line: [UInt8]?)] {
    var splitter = StreamedLines(mostBytes: mostBytes)
    var found: [(number: Int, line: [UInt8]?)] = []
    var start = 0
    repeat {
      let end = min(text.count, start + random.number(below: 12))
      text[start..<end].withUnsafeBufferPointer { piece in
        splitter.take(piece, isEnd: end == text.count) { number, line, fault in
          #expect((line == nil) == (fault?.code == "line-too-long"))
          found.append((number, line.map { Array($0) }))
        }
      }
      if end == text.count { break }
      start = end
    } while true
    return found
  }

  @Test func `lines are the same however the stream is cut`() {
    for seed in Fuzzing.seeds(3_000) {
      var random = SplitMix64(seed: seed)
      let text = (0..<random.number(below: 60)).map { _ -> UInt8 in
        [0x61, 0x62, 0x0A, 0x0D, 0x63, 0x64][random.number(below: 6)]
      }
      let limit = 3 + random.number(below: 12)
      var parts = text.split(separator: 0x0A, omittingEmptySubsequences: false).map { Array($0) }
      if parts.last?.isEmpty == true { parts.removeLast() }
      let wanted = parts.map { part -> [UInt8]? in
        if part.count > limit { return nil }
        return part.last == 0x0D ? part.dropLast() : part
      }
      let found = lines(text, mostBytes: limit, &random)
      #expect(found.map(\.line) == wanted, "seed \(seed)")
      #expect(found.map(\.number) == Array(1..<wanted.count + 1), "seed \(seed)")
    }
  }

  @Test func `a byte order mark is no part of the first line`() {
    var random = SplitMix64(seed: 1)
    let found = lines([0xEF, 0xBB, 0xBF, 0x61, 0x0A, 0x62], mostBytes: 9, &random)
    #expect(found.map(\.line) == [[0x61], [0x62]])
  }
}
