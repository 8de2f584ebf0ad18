/// A phrase as phrases are compared: full-width forms made half-width, Latin letters small, no
/// spaces.
struct PhraseKey: Hashable {
  let scalars: [Unicode.Scalar]

  /// The key of a phrase that could be a term; `nil` for one of fewer than two characters or more
  /// than twenty, and for one without a letter.
  init?(_ phrase: String) {
    var scalars: [Unicode.Scalar] = []
    var hasLetter = false
    for scalar in phrase.unicodeScalars {
      // Most scalars are ideographs, and the properties of the others take long to find.
      let isIdeograph = (0x4E00...0x9FFF).contains(scalar.value)
      guard isIdeograph || !scalar.properties.isWhitespace else { continue }
      scalars.append(scalar.foldedInWidthAndCase)
      hasLetter = hasLetter || isIdeograph || scalar.properties.isAlphabetic
    }
    guard (2...20).contains(scalars.count), hasLetter else { return nil }
    self.scalars = scalars
  }
}

extension Unicode.Scalar {
  /// The half-width form, Latin letters small.
  var foldedInWidthAndCase: Unicode.Scalar {
    var value = value
    if (0xFF01...0xFF5E).contains(value) { value -= 0xFEE0 }
    if (0x41...0x5A).contains(value) { value += 0x20 }
    return Unicode.Scalar(value) ?? self
  }
}
