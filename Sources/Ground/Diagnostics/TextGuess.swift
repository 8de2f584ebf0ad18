/// Which encodings besides GB 18030 a text may be written in that is not UTF-8.
///
/// Most bytes of one are bytes of the others too, so what counts is how they lie: in GB 2312 no second
/// byte of a character is ASCII, in Big5 every third one is, and in Latin texts a letter with a mark
/// stands alone among those without.
struct TextGuess {
  /// The names by which the encodings are asked for, the likeliest first.
  let others: [String]

  /// Enough to tell.
  private static let sample = 1 << 16

  /// - Complexity: O(1): of a long text its beginning counts.
  init(_ bytes: [UInt8]) {
    let bytes = bytes.prefix(Self.sample)
    var (alone, pairs, low, high) = (0, 0, 0, 0)
    var position = 0
    while position < bytes.count {
      guard bytes[position] >= 0x80 else {
        position += 1
        continue
      }
      let next = position + 1 < bytes.count ? bytes[position + 1] : 0x20
      high += 1
      if next < 0x80, position == 0 || bytes[position - 1] < 0x80 { alone += 1 }
      guard next >= 0x30 else {
        position += 1
        continue
      }
      pairs += 1
      if (0x40...0x7E).contains(next) { low += 1 }
      position += 2
    }
    var others: [String] = []
    if alone * 2 > high { others.append("windows-1252") }
    // Of a few characters nothing can be told.
    let isBig5 = pairs < 8 || low * 10 > pairs
    if isBig5, alone * 2 <= high || pairs >= 8 { others.append("big5") }
    let whole = Array(bytes.prefix(Self.end(of: bytes)))
    self.others = others.filter { TextEncodings.converted(whole, from: $0) != nil }
  }

  /// Behind the last line end, so that no character is cut; all of a text without one.
  private static func end(of bytes: ArraySlice<UInt8>) -> Int {
    bytes.count < sample ? bytes.count : (bytes.lastIndex(of: 0x0A) ?? bytes.count - 1) + 1
  }
}
