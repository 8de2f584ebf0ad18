/// A name as look-ups compare it: without spaces, full-width forms made half-width, Latin letters
/// in lower case. `周 波` and `周波` have one key, as have `（一）` and `(一)`.
struct NameKey: Hashable, Sendable {
  let text: String

  init(_ name: some StringProtocol) {
    var scalars = String.UnicodeScalarView()
    for scalar in name.unicodeScalars where !scalar.properties.isWhitespace {
      scalars.append(Self.folded(scalar))
    }
    text = String(scalars)
  }

  private static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    var value = scalar.value
    if (0xFF01...0xFF5E).contains(value) { value -= 0xFEE0 }
    if value == 0xFE62 { value = 0x2B }
    if (0x41...0x5A).contains(value) { value += 0x20 }
    return Unicode.Scalar(value) ?? scalar
  }
}
