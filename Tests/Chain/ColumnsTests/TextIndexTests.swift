import Diagnostics
import TestSupport
import Testing

@testable import Columns

struct TextIndexTests {
  private static func column(_ texts: [String]) -> TextColumn { TextColumn(texts) }

  private static func entries(_ index: TextIndex, _ text: String, of texts: TextColumn) -> [Int] {
    var text = text
    return text.withUTF8 { bytes in
      index.entries(of: UnsafeRawBufferPointer(bytes)) { texts.isEqual($0, to: bytes) }
    }
  }

  private static func built(_ texts: TextColumn) -> TextIndex {
    var builder = TextIndex.Builder()
    for position in 0..<texts.count {
      _ = texts.withBytes(of: position) { bytes in
        builder.enter(
          UnsafeRawBufferPointer(bytes),
          where: { texts.isEqual($0, to: bytes) },
          text: { other, body in texts.withBytes(of: other) { body(UnsafeRawBufferPointer($0)) } }
        )
      }
    }
    return builder.finish()
  }

  @Test func `every text is found, and no other, however often the table grew`() {
    let texts = Self.column((0..<5_000).map { "text \($0)" })
    for index in [Self.built(texts), TextIndex.entering(texts).index] {
      for number in 0..<5_000 {
        #expect(Self.entries(index, "text \(number)", of: texts) == [number])
      }
      #expect(Self.entries(index, "text 5000", of: texts) == [])
      #expect(Self.entries(index, "", of: texts) == [])
    }
  }

  @Test func `equal texts are chained, the last one first`() {
    let texts = Self.column(["a", "b", "a", "", "a", ""])
    let built = Self.built(texts)
    #expect(Self.entries(built, "a", of: texts) == [4, 2, 0])
    #expect(Self.entries(built, "", of: texts) == [5, 3])
    let names = TextIndex.entering(names: texts)
    #expect(Self.entries(names, "a", of: texts) == [4, 2, 0])
    let (_, repeated) = TextIndex.entering(texts)
    #expect(repeated.map(\.entry) == [2, 4, 5])
    #expect(repeated.map(\.earlier) == [0, 2, 3])
  }

  @Test func `a million bearers of one name cost no more than others`() {
    let texts = Self.column(Array(repeating: "同名", count: 100_000))
    let index = TextIndex.entering(names: texts)
    #expect(Self.entries(index, "同名", of: texts).count == 100_000)
  }

  @Test func `a million equal texts are entered in the time of a million others`() {
    let clock = ContinuousClock()
    let texts = Self.column(Array(repeating: "同名", count: 1_000_000))
    let time = clock.measure {
      #expect(TextIndex.entering(texts).repeated.count == 999_999)
      #expect(TextIndex.entering(names: texts).chain.count == 1_000_000)
    }
    // Seconds without optimization, and a minute where each block copied all that were found before.
    #expect(time < .seconds(30))
  }

  @Test func `texts that are equal are found by either form`() {
    let texts = Self.column(["caf\u{E9}", "\u{6A02}", "가"])
    let (index, repeated) = TextIndex.entering(texts)
    #expect(repeated.isEmpty)
    for (number, other) in ["cafe\u{301}", "\u{F914}", "\u{1100}\u{1161}"].enumerated() {
      let found = Array(other.utf8).withUnsafeBufferPointer { bytes in
        CanonicalForm.withBytes(of: bytes) { form in
          index.entries(of: form) { texts.isEqual($0, to: bytes) }
        }
      }
      #expect(found == [number])
    }
    #expect(TextIndex.entering(Self.column(["\u{6A02}", "\u{F914}"])).repeated.map(\.entry) == [1])
  }

  @Test func `texts made to collide make the index take another seed`() {
    // Texts of eight bytes whose first step leads to the same place: found by trying.
    var random = SplitMix64(seed: 7)
    var made: [String] = []
    while made.count < 600 {
      let text = String(random.next(), radix: 36)
      let bytes = Array(text.utf8)
      let hash = bytes.withUnsafeBytes { TextHash.hash($0, seed: 0) }
      if hash & 0x7FF == 0x123 { made.append(text) }
    }
    let texts = Self.column(made)
    for index in [Self.built(texts), TextIndex.entering(texts).index] {
      #expect(index.seed != 0)
      for (position, text) in made.enumerated() {
        #expect(Self.entries(index, text, of: texts) == [position])
      }
    }
  }

  @Test func `names are entered by what look-ups compare of them`() {
    let names = ["周 波", "周波", "ＡＢ", "ab", "A b", "（一）", "(一)", "é", "a\u{3000}B", "中"]
    let texts = Self.column(names)
    let index = TextIndex.entering(names: texts)
    for name in names {
      let key = NameKey(name).text
      let bytes = Array(key.utf8)
      let found = bytes.withUnsafeBytes { bytes in
        index.entries(of: bytes) { NameKey(texts[$0]).text.utf8.elementsEqual(bytes) }
      }
      let wanted = names.indices.filter { NameKey(names[$0]).text == key }
      #expect(found == wanted.reversed())
    }
  }

  @Test(arguments: 0..<20) func `many texts at a time are found as one by one`(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    let count = 1 + random.number(below: 2_000)
    let texts = Self.column((0..<count).map { "n\($0 * 7 % 5_000)-\($0)" })
    let index = TextIndex.entering(texts).index
    var finder = TextFinder(index, of: texts)
    let wanted = (0..<200).map { _ in
      let number = random.number(below: count)
      return random.oneIn(4) ? "missing \(number)" : texts[number]
    }
    let column = Self.column(wanted)
    var found = Array(repeating: UInt32(0), count: wanted.count)
    column.withUnsafeTexts { column in
      let cells = (0..<column.count).map { column[$0] }
      cells.withUnsafeBufferPointer { cells in
        found.withUnsafeMutableBufferPointer { finder.find(cells, into: $0) }
      }
    }
    for (text, entry) in zip(wanted, found) {
      let expected = Self.entries(index, text, of: texts).first.map(UInt32.init)
      #expect(entry == expected ?? TextFinder.missing)
    }
  }

  @Test func `the hash of a text does not depend on how its end is read`() {
    for count in 0..<40 {
      let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 37 &+ 11) }
      let hash = bytes.withUnsafeBytes { TextHash.hash($0, seed: 5) }
      let shifted = [9] + bytes
      let other = shifted.withUnsafeBytes { all in
        TextHash.hash(UnsafeRawBufferPointer(rebasing: all[1...]), seed: 5)
      }
      #expect(hash == other)
    }
  }
}
