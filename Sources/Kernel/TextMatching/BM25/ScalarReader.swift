/// Reads the Unicode scalars of UTF-8 one by one; a byte that begins none is read as U+FFFD.
struct ScalarReader {
  private var position = 0

  @inline(__always)
  mutating func next(in text: UnsafeBufferPointer<UInt8>) -> UInt32? {
    guard position < text.count else { return nil }
    let lead = UInt32(text[position])
    position += 1
    if lead < 0x80 { return lead }
    let (following, kept): (Int, UInt32) =
      switch lead {
      case 0xC2..<0xE0: (1, lead & 0x1F)
      case 0xE0..<0xF0: (2, lead & 0x0F)
      case 0xF0..<0xF5: (3, lead & 0x07)
      default: (0, 0xFFFD)
      }
    guard position + following <= text.count else { return 0xFFFD }
    var scalar = kept
    for offset in 0..<following {
      let byte = UInt32(text[position + offset])
      guard byte & 0xC0 == 0x80 else { return 0xFFFD }
      scalar = scalar << 6 | byte & 0x3F
    }
    position += following
    return scalar
  }
}
