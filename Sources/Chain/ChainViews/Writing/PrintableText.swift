extension String {
  /// The text with a space for every control character, so that data cannot steer a terminal.
  ///
  /// - Parameter kept: control characters that stay.
  func printable(keeping kept: Set<Unicode.Scalar> = []) -> String {
    var result = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      let isControl = scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value)
      result.append(isControl && !kept.contains(scalar) ? " " : scalar)
    }
    return String(result)
  }
}
