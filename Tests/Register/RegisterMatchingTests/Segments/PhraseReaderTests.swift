import TestSupport
import Testing

@testable import RegisterMatching

@Suite struct PhraseReaderTests {
  /// Each phrase as its core, with p, t and s for production, trade and service.
  private func phrases(_ scope: String) -> [String] {
    var reader = PhraseReader()
    reader.read(scope, source: .scope)
    return reader.phrases.map { phrase in
      let deeds: [(Deeds, String)] = [(.production, "p"), (.trade, "t"), (.service, "s")]
      let marks = deeds.filter { phrase.deeds.contains($0.0) }.map(\.1).joined()
      return String(decoding: reader.text[phrase.core], as: UTF8.self) + "/" + marks
    }
  }

  @Test func `the last verb of a clause governs every item before it`() {
    #expect(phrases("烧碱、液氯、盐酸的销售") == ["烧碱/t", "液氯/t", "盐酸/t"])
    #expect(phrases("烧碱、液氯的研发、生产和销售") == ["烧碱/pt", "液氯/pt"])
    #expect(phrases("水泵制造、阀门、管件批发") == ["水泵/p", "阀门/t", "管件/t"])
  }

  @Test func `a clause hands nothing on to the next`() {
    #expect(phrases("烧碱；化肥销售。水泵") == ["烧碱/", "化肥/t", "水泵/"])
  }

  @Test func `verbs before the first thing govern what follows`() {
    #expect(phrases("生产、销售：烧碱、液氯；水泵") == ["烧碱/pt", "液氯/pt", "水泵/"])
    #expect(phrases("生产烧碱、液氯") == ["烧碱/p", "液氯/p"])
    #expect(phrases("加工中心制造") == ["加工中心/p"])
  }

  @Test func `verbs and fillers go from the end of a phrase`() {
    #expect(phrases("复合肥系列产品") == ["复合肥/"])
    #expect(phrases("化肥进出口业务") == ["化肥/t"])
    #expect(phrases("锂电池技术服务") == ["锂电池/s"])
    #expect(phrases("销售；产品；、，") == [])
  }

  @Test func `brackets and what is in them are left out`() {
    #expect(phrases("烧碱（不含危险品；（农药）等）制造") == ["烧碱/p"])
    #expect(phrases("烧碱(工业)、泵") == ["烧碱/", "泵/"])
    #expect(phrases("烧碱（工业、泵") == ["烧碱/", "工业/", "泵/"])
    #expect(phrases("烧碱）泵") == ["烧碱/", "泵/"])
  }

  @Test func `width, case and spaces do not matter`() {
    #expect(phrases("ＰＴＡ切片、 PET 切片") == ["pta切片/", "pet切片/"])
    #expect(phrases("1,3-丁二烯,Li Ion Cell") == ["1,3-丁二烯/", "li ion cell/"])
  }

  @Test func `any bytes are read`() {
    for seed in UInt64(1)...2_000 {
      var generator = SplitMix64(seed: seed)
      let pieces = ["（", "(", "）", "；", "、", ",", "销售", "的", "生产", "烧碱", " ", "1", "：", "Ａ"]
      var bytes: [UInt8] = []
      for _ in 0..<generator.number(below: 30) {
        if generator.oneIn(6) {
          bytes.append(UInt8(generator.number(below: 256)))
        } else {
          bytes += Array(pieces[generator.number(below: pieces.count)].utf8)
        }
      }
      var reader = PhraseReader()
      bytes.withUnsafeBufferPointer { reader.read($0, source: .scope) }
      for phrase in reader.phrases {
        #expect(phrase.core.lowerBound < phrase.core.upperBound, "seed \(seed)")
        #expect(phrase.range.contains(phrase.core.lowerBound), "seed \(seed)")
        #expect(phrase.core.upperBound <= phrase.range.upperBound, "seed \(seed)")
        #expect(phrase.range.upperBound <= reader.text.count, "seed \(seed)")
        #expect(phrase.written.upperBound <= bytes.count, "seed \(seed)")
      }
    }
  }
}
