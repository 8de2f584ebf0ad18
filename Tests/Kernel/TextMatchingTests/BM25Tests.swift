import Foundation
import TestSupport
import TextMatching
import Testing

@Suite struct BM25Tests {
  private func index(_ documents: String...) -> BM25 {
    BM25(documents.map { [BM25.Passage(Array($0.utf8))] })
  }

  @Test func `the document that shares the rarest characters comes first`() {
    let index = index("电力电缆", "电力设备", "泳装面料")
    let found = index.best(5, for: Array("特种电缆".utf8))
    #expect(found.map(\.document.offset) == [0, 1])
    #expect(index.best(1, for: Array("特种电缆".utf8)).map(\.document.offset) == [0])
  }

  @Test func `ties go by number and what shares nothing is not found`() {
    let index = index("水泵", "阀门", "水泵")
    #expect(index.best(5, for: Array("水泵".utf8)).map(\.document.offset) == [0, 2])
    #expect(index.best(5, for: Array("大豆".utf8)).isEmpty)
    #expect(index.best(5, for: []).isEmpty)
    #expect(index.best(0, for: Array("水泵".utf8)).isEmpty)
    #expect(BM25([]).best(5, for: Array("水泵".utf8)).isEmpty)
    #expect(BM25([[]]).best(5, for: Array("水泵".utf8)).isEmpty)
  }

  @Test func `bytes that are no UTF-8 are read and shared as one unknown character`() {
    let index = BM25([[BM25.Passage([0xE6, 0xB0])], [BM25.Passage(Array("水".utf8))]])
    #expect(index.best(5, for: [0xFF]).map(\.document.offset) == [0])
  }

  @Test func `scores agree with the formula on random inputs`() {
    for seed in UInt64(1)...1_000 {
      var generator = SplitMix64(seed: seed)
      let letters = Array("电力设备水a𠀀é".unicodeScalars)
      func text() -> String {
        var text = String.UnicodeScalarView()
        for _ in 0..<generator.number(below: 9) {
          text.append(letters[generator.number(below: letters.count)])
        }
        return String(text)
      }
      var settings = BM25.Settings()
      settings.single = [0, 0.6, 1][generator.number(below: 3)]
      settings.pair = [0, 1, 2][generator.number(below: 3)]
      settings.b = [0, 0.5, 1][generator.number(below: 3)]
      let documents = (0..<generator.number(below: 7)).map { _ in
        (0..<generator.number(below: 3)).map { _ in
          (text: text(), weight: [0, 0.5, 1][generator.number(below: 3)])
        }
      }
      let index = BM25(
        documents.map { $0.map { BM25.Passage(Array($0.text.utf8), weight: $0.weight) } },
        settings: settings
      )
      let query = text()
      let expected = BM25Oracle(documents, settings).scores(of: query)
      var found = [Double](repeating: 0, count: documents.count)
      for match in index.best(10, for: Array(query.utf8)) {
        found[Int(match.document.offset)] = match.score
      }
      #expect(zip(found, expected).allSatisfy { abs($0 - $1) < 1e-4 }, "seed \(seed)")
      let best = index.best(10, for: Array(query.utf8))
      #expect(best.map { [-$0.score, Double($0.document.offset)] }.isSorted, "seed \(seed)")
    }
  }
}

extension [[Double]] {
  fileprivate var isSorted: Bool {
    zip(self, dropFirst()).allSatisfy { ($0[0], $0[1]) <= ($1[0], $1[1]) }
  }
}

/// The formula of BM25 by dictionaries of strings.
private struct BM25Oracle {
  private let settings: BM25.Settings
  private var counts: [[String: Double]] = []

  init(_ documents: [[(text: String, weight: Double)]], _ settings: BM25.Settings) {
    self.settings = settings
    for document in documents {
      var count: [String: Double] = [:]
      for passage in document where passage.weight > 0 {
        for (gram, weight) in grams(of: passage.text) {
          count[gram, default: 0] += weight * passage.weight
        }
      }
      counts.append(count)
    }
  }

  private func grams(of text: String) -> [(String, Double)] {
    let scalars = text.unicodeScalars.map { String($0) }
    let pairs = zip(scalars, scalars.dropFirst()).map { ($0 + " " + $1, settings.pair) }
    return (scalars.map { ($0, settings.single) } + pairs).filter { $0.1 > 0 }
  }

  func scores(of query: String) -> [Double] {
    let lengths = counts.map { $0.values.reduce(0, +) }
    let average = lengths.reduce(0, +) / Double(max(counts.count, 1))
    return counts.enumerated().map { number, count in
      grams(of: query).reduce(0) { sum, gram in
        guard let amount = count[gram.0] else { return sum }
        let containing = Double(counts.filter { $0[gram.0] != nil }.count)
        let idf = log(1 + (Double(counts.count) - containing + 0.5) / (containing + 0.5))
        let length = 1 - settings.b + settings.b * lengths[number] / average
        let part = amount * (settings.k1 + 1) / (amount + settings.k1 * length)
        return sum + idf * part * gram.1
      }
    }
  }
}
