extension Unicode.Scalar {
  /// Whether it turns the direction of the text around it: an embedding, an override, an isolate, or
  /// the end of one. With these a name shows other letters than it holds (CVE-2021-42574).
  package var turnsDirection: Bool {
    (0x202A...0x202E).contains(value) || (0x2066...0x2069).contains(value)
  }
}
