extension Explorer {
  /// A page, ready to be sent.
  package struct Page: Sendable {
    /// The status of HTTP.
    package let status: Int
    /// The HTML.
    package let html: String
    /// Whether every picture of it could be drawn: one that lacks a picture is not worth keeping.
    package let isWhole: Bool
  }
}
