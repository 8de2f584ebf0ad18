import Diagnostics
import TestSupport
import Testing

struct SourceTextTests {
  private func source(_ text: String) -> SourceText {
    SourceText(path: "a.yaml", bytes: Array(text.utf8))
  }

  private func lines(_ text: SourceText) -> [String?] {
    (1...text.lineCount).map { text.line($0) }
  }

  @Test func `an empty file has one empty line`() {
    #expect(lines(source("")) == [""])
    #expect(source("").position(ofByte: 0) == SourcePosition(line: 1, column: 1))
  }

  @Test func `lines come without their ends`() {
    #expect(lines(source("一\n二\r\n三")) == ["一", "二", "三"])
    #expect(lines(source("一\n")) == ["一", ""])
    #expect(lines(source("\n\n")) == ["", "", ""])
    #expect(lines(source("a\r\n\r\nb")) == ["a", "", "b"])
  }

  @Test(arguments: ["\n", "\r", "\r\n", "\u{85}", "\u{2028}", "\u{2029}"])
  func `every line end of YAML ends a line`(end: String) {
    let text = source("一" + end + "二" + end)
    #expect(lines(text) == ["一", "二", ""])
    #expect(text.position(ofByte: 3 + end.utf8.count) == SourcePosition(line: 2, column: 1))
  }

  @Test func `a letter whose bytes resemble a line end is none`() {
    #expect(lines(source("a£b…c\u{2027}d")) == ["a£b…c\u{2027}d"])
  }

  @Test func `there is no line before the first or past the last`() {
    let text = source("a\nb")
    #expect(text.line(0) == nil)
    #expect(text.line(-1) == nil)
    #expect(text.line(3) == nil)
  }

  @Test func `bytes that are not UTF-8 show as replacement characters`() {
    let text = SourceText(path: "a", bytes: [0x61, 0xFF, 0x62])
    #expect(text.line(1) == "a\u{FFFD}b")
  }

  @Test func `a column counts characters, not bytes`() {
    let text = source("name: 锂电\n  😀x")
    #expect(text.position(ofByte: 0) == SourcePosition(line: 1, column: 1))
    #expect(text.position(ofByte: 6) == SourcePosition(line: 1, column: 7))
    #expect(text.position(ofByte: 9) == SourcePosition(line: 1, column: 8))
    #expect(text.position(ofByte: 12) == SourcePosition(line: 1, column: 9))
    #expect(text.position(ofByte: 13) == SourcePosition(line: 2, column: 1))
    #expect(text.position(ofByte: 19) == SourcePosition(line: 2, column: 4))
    #expect(text.position(ofByte: 20) == SourcePosition(line: 2, column: 5))
  }

  @Test func `positions agree with counting character by character`() {
    let palette: [Unicode.Scalar] = ["a", "锂", "\n", "😀", "é", "\r", "\u{2028}", "\u{85}", "…"]
    for seed in UInt64(0)..<1000 {
      var random = SplitMix64(seed: seed)
      let scalars = (0..<Int.random(in: 0...20, using: &random)).map { _ in
        palette[Int.random(in: palette.indices, using: &random)]
      }
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars)
      let text = source(String(view))
      var line = 1
      var column = 1
      var offset = 0
      for (index, scalar) in scalars.enumerated() {
        let isInsideEnd = scalar == "\n" && index > 0 && scalars[index - 1] == "\r"
        if !isInsideEnd {
          let expected = SourcePosition(line: line, column: column)
          #expect(text.position(ofByte: offset) == expected, "seed \(seed), byte \(offset)")
        }
        offset += UTF8.width(scalar)
        let isEnd = ["\n", "\u{85}", "\u{2028}", "\u{2029}"].contains(scalar)
        let isLoneReturn =
          scalar == "\r" && (index + 1 == scalars.count || scalars[index + 1] != "\n")
        if isEnd || isLoneReturn { line += 1 }
        column = isEnd || isLoneReturn ? 1 : column + 1
      }
      #expect(text.lineCount == line, "seed \(seed)")
    }
  }

  @Test func `positions stand in reading order`() {
    let first = SourcePosition(line: 1, column: 9)
    let second = SourcePosition(line: 2, column: 1)
    #expect(first < second)
    #expect(SourcePosition(line: 1, column: 8) < first)
    #expect(!(first < first))
  }

  @Test func `a stretch is at least one character long`() {
    let start = SourcePosition(line: 1, column: 1)
    #expect(SourceRange(start: start, length: 0).length == 1)
    #expect(SourceRange(start: start, length: -3).length == 1)
    #expect(SourceRange(start: start, length: 4).length == 4)
  }

  // MARK: Invalid UTF-8

  @Test(
    arguments: [
      ([UInt8]("锂电".utf8), nil), ([], nil), ([0xFF], 0), ([0x61, 0x80], 1),
      ([0xE9, 0x94, 0x82, 0xE9, 0x94], 3), ([0x61, 0xC0, 0x80], 1), ([0xED, 0xA0, 0x80], 0),
      ([0x61, 0xF4, 0x90, 0x80, 0x80], 1), ([0xF0, 0x9F, 0x98, 0x80], nil), ([0x0A, 0xC2], 1),
    ] as [([UInt8], Int?)]
  )
  func `the first byte that is not UTF-8 is found`(bytes: [UInt8], offset: Int?) {
    #expect(SourceText.firstInvalidByte(in: bytes) == offset)
  }

  @Test func `the first invalid byte agrees with decoding by the definition`() {
    for seed in UInt64(0)..<2000 {
      var random = SplitMix64(seed: seed)
      var bytes = Array("a锂😀é电\n".utf8)
      for _ in 0..<Int.random(in: 0...2, using: &random) {
        let place = Int.random(in: bytes.indices, using: &random)
        bytes[place] = UInt8.random(in: 0...255, using: &random)
      }
      if Bool.random(using: &random) { bytes.removeLast(Int.random(in: 1...5, using: &random)) }
      #expect(
        SourceText.firstInvalidByte(in: bytes) == firstInvalidByByDefinition(bytes),
        "seed \(seed): \(bytes)"
      )
    }
  }

  /// Table 3-7 of the Unicode Standard, read literally.
  private func firstInvalidByByDefinition(_ bytes: [UInt8]) -> Int? {
    let tail: ClosedRange<UInt8> = 0x80...0xBF
    let rows: [(first: ClosedRange<UInt8>, rest: [ClosedRange<UInt8>])] = [
      (0x00...0x7F, []), (0xC2...0xDF, [tail]), (0xE0...0xE0, [0xA0...0xBF, tail]),
      (0xE1...0xEC, [tail, tail]), (0xED...0xED, [0x80...0x9F, tail]),
      (0xEE...0xEF, [tail, tail]), (0xF0...0xF0, [0x90...0xBF, tail, tail]),
      (0xF1...0xF3, [tail, tail, tail]), (0xF4...0xF4, [0x80...0x8F, tail, tail]),
    ]
    var offset = 0
    while offset < bytes.count {
      guard let row = rows.first(where: { $0.first.contains(bytes[offset]) }) else { return offset }
      for (distance, range) in row.rest.enumerated() {
        let place = offset + 1 + distance
        guard place < bytes.count, range.contains(bytes[place]) else { return offset }
      }
      offset += 1 + row.rest.count
    }
    return nil
  }
}
