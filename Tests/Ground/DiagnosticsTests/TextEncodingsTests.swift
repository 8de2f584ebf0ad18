import Diagnostics
import TestSupport
import Testing

/// Texts in the encodings of other programs, read as what they say or not at all.
struct TextEncodingsTests {
  private enum Order: CaseIterable { case little, big }

  private func utf16(_ text: String, _ order: Order, mark: Bool) -> [UInt8] {
    ((mark ? [0xFEFF] : []) + Array(text.utf16)).flatMap { unit -> [UInt8] in
      let pair = [UInt8(truncatingIfNeeded: unit), UInt8(truncatingIfNeeded: unit >> 8)]
      return order == .little ? pair : pair.reversed()
    }
  }

  private func read(_ bytes: [UInt8]) -> String? {
    TextEncodings.utf8(bytes).map { String(decoding: $0, as: UTF8.self) }
  }

  @Test(arguments: ["企业名称\t产品\r\n甲厂\t阀门\r\n", "name,city\na,b\n", "𠮷野,1\n", "一厂,二厂\n"])
  func `UTF-16 is read in either order, with its mark or without`(text: String) {
    for order in Order.allCases {
      #expect(read(utf16(text, order, mark: true)) == text)
      #expect(read(utf16(text, order, mark: false)) == text)
    }
  }

  @Test func `half a pair and an odd byte are no UTF-16`() {
    #expect(read([0xFF, 0xFE, 0x3D, 0xD8]) == nil)
    #expect(read([0xFF, 0xFE, 0x2D]) == nil)
  }

  @Test func `UTF-8 stays what it is, zeros and its mark included`() {
    for text in ["", "链,1\n", "\u{FEFF}链", "甲厂,阀\u{0}门\n", "a\u{0}b\n"] {
      #expect(TextEncodings.utf8(Array(text.utf8)) == Array(text.utf8), "\(text)")
    }
  }

  #if canImport(Glibc)
    @Test func `GB 18030 is read, with the euro sign of Windows`() {
      // 名称, then 1, the euro in one byte, and 甲.
      let bytes: [UInt8] = [0xC3, 0xFB, 0xB3, 0xC6, 0x0A, 0x31, 0x80, 0xBC, 0xD7]
      #expect(read(bytes) == "名称\n1€甲")
      // A second byte of 0x80 is half of a character.
      #expect(read([0x81, 0x80]) == "亐")
      #expect(read([0x84, 0x31, 0x95, 0x33, 0xBC, 0xD7]) == "\u{FEFF}甲")
    }

    @Test func `other encodings are read by their names`() {
      #expect(TextEncodings.utf8([0xA5, 0xD2], from: "Big5") == Array("甲".utf8))
      #expect(TextEncodings.utf8([0xBC, 0xD7], from: "gb2312") == Array("甲".utf8))
    }
  #endif

  @Test func `a name that asks for more than an encoding is none`() {
    for name in [
      "UTF-8//IGNORE", "", "no-such", "GBK//TRANSLIT", String(repeating: "a", count: 99),
    ] {
      #expect(TextEncodings.utf8([0x61], from: name) == nil, "\(name)")
    }
  }

  @Test func `lines of two encodings are not read as one`() {
    let chinese = Array("企业名称,产品\n".utf8)
    let national: [UInt8] = [0xBC, 0xD7, 0xB3, 0xA7, 0x2C, 0xB7, 0xA7, 0xC3, 0xC5, 0x0A]
    #expect(TextEncodings.utf8(chinese + national) == nil)
    #expect(TextEncodings.utf8(national + chinese + national) == nil)
  }

  @Test func `bytes that are nothing are nothing, and never a trap`() {
    #expect(read([0xFF, 0xFF, 0x80]) == nil)
    var random = SplitMix64(seed: 15)
    for _ in 0..<5_000 {
      let bytes = (0..<Int.random(in: 0..<40, using: &random)).map { _ in
        UInt8.random(in: 0...255, using: &random)
      }
      guard let text = TextEncodings.utf8(bytes) else { continue }
      #expect(String(validating: text, as: UTF8.self) != nil, "\(bytes)")
    }
  }
}
