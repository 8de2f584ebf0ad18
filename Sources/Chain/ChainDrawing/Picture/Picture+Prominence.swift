extension Picture {
  /// How loudly a card or a link speaks.
  public enum Prominence: String, Sendable, Hashable, CaseIterable, Codable {
    /// There for orientation alone: pale.
    case faded
    /// As its style says.
    case usual
    /// What the picture is about: a heavy border.
    case focus
    /// One of the few cards of a page that matter most, such as the breaks of a chain: a filled head
    /// and a heavier border.
    case urgent
  }
}
