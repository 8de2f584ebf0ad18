import CSV
import TestSupport
import Testing

@Suite struct UTF8CheckTests {
  private static func outcome(_ bytes: [UInt8], from start: Int = 0) -> UTF8Check.Outcome {
    bytes.withUnsafeBufferPointer { UTF8Check.check($0, from: start) }
  }

  @Test func `text of all widths is valid, wherever it stands`() {
    for text in ["", "a", "é", "链", "𠮷", "\u{7FF}\u{800}\u{D7FF}\u{E000}\u{FFFF}\u{10FFFF}"] {
      for before in 0..<17 {
        #expect(Self.outcome(Array(repeating: 0x61, count: before) + text.utf8) == .valid)
      }
    }
  }

  @Test(
    arguments: [
      [0x80], [0xBF], [0xC0, 0x80], [0xC1, 0xBF], [0xE0, 0x9F, 0xBF], [0xED, 0xA0, 0x80],
      [0xF0, 0x8F, 0xBF, 0xBF], [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xFF],
      [0xE9, 0x93, 0x41], [0xC3, 0x41],
    ] as [[UInt8]]
  )
  func `what is no text is found at the byte where its scalar begins`(bytes: [UInt8]) {
    for before in 0..<17 {
      let text = Array(repeating: UInt8(0x61), count: before) + bytes + [0x61]
      #expect(Self.outcome(text) == .invalid(at: before), "\(bytes) after \(before)")
    }
  }

  @Test func `a scalar that the end cuts may go on in the next bytes`() {
    for scalar in ["é", "链", "𠮷"] {
      let bytes = Array(scalar.utf8)
      for count in 1..<bytes.count {
        #expect(Self.outcome([0x61] + bytes.prefix(count)) == .cut(at: 1))
      }
    }
  }

  @Test func `what lies before the start is not looked at`() {
    #expect(Self.outcome([0xFF, 0x61], from: 1) == .valid)
    #expect(Self.outcome([0x61, 0xFF], from: 1) == .invalid(at: 1))
  }

  @Test func `random bytes are judged as the library judges them`() {
    var random = SplitMix64(seed: 3)
    for _ in Fuzzing.rounds(20_000) {
      let starts: [UInt8] = [0x61, 0xC3, 0xE9, 0xED, 0xF0, 0xF4]
      let bytes = (0..<Int.random(in: 0...5, using: &random)).map { _ in
        Bool.random(using: &random)
          ? starts[Int.random(in: starts.indices, using: &random)]
          : UInt8.random(in: 0x7E...0xC1, using: &random)
      }
      let isText = String(validating: bytes, as: UTF8.self) != nil
      #expect((Self.outcome(bytes) == .valid) == isText, "\(bytes)")
    }
  }
}
