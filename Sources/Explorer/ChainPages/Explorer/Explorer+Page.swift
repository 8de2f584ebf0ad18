extension Explorer {
  /// A page, ready to be sent.
  public struct Page: Sendable {
    /// The status of HTTP.
    public let status: Int
    /// The HTML.
    public let html: String
    /// Whether every picture of it could be drawn: one that lacks a picture is not worth keeping.
    public let isWhole: Bool
  }
}
