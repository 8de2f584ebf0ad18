/// The canonical decomposition of a text (NFD of Unicode's annex 15): two texts have one exactly when
/// Swift's `==` calls them equal, which is what *equal* means of names and identities everywhere.
///
/// `é` is one scalar or two, and 樂 has five: whoever types, copies or converts them cannot see which.
/// Strings compare by canonical equivalence; what is kept as bytes and found by hashes is brought to this
/// form first, so that a file, the model, a look-up and a picture agree.
package enum CanonicalForm {
  /// Whether a text in UTF-8 is surely its own form; the others need a look at their scalars.
  @inline(__always)
  package static func isPlain(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    text.allSatisfy { isPlain($0) }
  }

  /// Whether no scalar with this byte decomposes or combines: all of ASCII, the ideographs from U+4000
  /// to U+9FFF, and private use.
  @inline(__always)
  static func isPlain(_ byte: UInt8) -> Bool {
    byte < 0xC0 || (0xE4...0xE9).contains(byte) || byte == 0xEE
  }

  /// The form of `text`.
  ///
  /// - Complexity: O(*n*).
  package static func of(_ text: some StringProtocol) -> String {
    let isPlain = text.utf8.withContiguousStorageIfAvailable { Self.isPlain($0) } ?? false
    guard !isPlain, text.unicodeScalars.contains(where: { isChanged($0) }) else {
      return String(text)
    }
    return String(String.UnicodeScalarView(decomposed(text)))
  }

  /// Whether a text with this scalar may have another form than its own.
  static func isChanged(_ scalar: Unicode.Scalar) -> Bool {
    guard mayChange(scalar) else { return false }
    return isSyllable(scalar) || position(of: scalar) != nil || combiningClass(scalar) != 0
  }

  /// The scalars of the form of `text`.
  static func decomposed(_ text: some StringProtocol) -> [Unicode.Scalar] {
    var scalars: [Unicode.Scalar] = []
    for scalar in text.unicodeScalars {
      if isSyllable(scalar) {
        appendLetters(of: scalar, to: &scalars)
      } else if mayChange(scalar), let position = position(of: scalar) {
        scalars += decompositions.values[position]
      } else {
        scalars.append(scalar)
      }
    }
    order(&scalars)
    return scalars
  }

  // What most names hold is told without a search: Chinese punctuation, ideographs, full-width forms.
  private static func mayChange(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case ..<0xC0, 0x2E80..<0x302A, 0x3100..<0xA66F, 0xFF00...0xFFFF: false
    default: true
    }
  }

  // MARK: Combining marks

  /// Brings marks behind one letter into the order of their classes, and leaves those of one class in
  /// theirs.
  private static func order(_ scalars: inout [Unicode.Scalar]) {
    var start = 0
    while start < scalars.count {
      guard combiningClass(scalars[start]) != 0 else {
        start += 1
        continue
      }
      var end = start
      while end < scalars.count, combiningClass(scalars[end]) != 0 { end += 1 }
      // With their places, since a sort need not be stable.
      let marks = scalars[start..<end].enumerated().sorted {
        (combiningClass($0.element), $0.offset) < (combiningClass($1.element), $1.offset)
      }
      scalars.replaceSubrange(start..<end, with: marks.map(\.element))
      start = end
    }
  }

  private static func combiningClass(_ scalar: Unicode.Scalar) -> UInt8 {
    scalar.value < 0x300 ? 0 : scalar.properties.canonicalCombiningClass.rawValue
  }

  // MARK: Hangul, by the arithmetic of section 3.12 of the standard

  private static func isSyllable(_ scalar: Unicode.Scalar) -> Bool {
    (0xAC00..<0xAC00 + 11_172).contains(scalar.value)
  }

  private static func appendLetters(of syllable: Unicode.Scalar, to scalars: inout [Unicode.Scalar])
  {
    let index = syllable.value - 0xAC00
    let (lead, vowel, tail) = (index / 588, index % 588 / 28, index % 28)
    let letters = [0x1100 + lead, 0x1161 + vowel] + (tail == 0 ? [] : [0x11A7 + tail])
    scalars += letters.compactMap { Unicode.Scalar($0) }
  }

  // MARK: The table

  /// Where `scalar` stands in the table; `nil` where it is its own form.
  private static func position(of scalar: Unicode.Scalar) -> Int? {
    let keys = decompositions.keys
    var (low, high) = (0, keys.count)
    while low < high {
      let middle = (low + high) / 2
      if keys[middle] < scalar.value { low = middle + 1 } else { high = middle }
    }
    return low < keys.count && keys[low] == scalar.value ? low : nil
  }

  /// Read when the first text needs it.
  private static let decompositions: (keys: [UInt32], values: [[Unicode.Scalar]]) = {
    var keys: [UInt32] = []
    var values: [[Unicode.Scalar]] = []
    var next: UInt32 = 0
    for word in table.split(whereSeparator: \.isWhitespace) {
      let parts = word.split(separator: ":")
      if parts.count == 2 { next = UInt32(parts[0], radix: 16) ?? 0 }
      keys.append(next)
      values.append(
        parts[parts.count - 1].split(separator: ".")
          .compactMap { UInt32($0, radix: 16).flatMap { Unicode.Scalar($0) } }
      )
      next += 1
    }
    return (keys, values)
  }()
}
