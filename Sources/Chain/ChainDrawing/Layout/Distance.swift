/// Distances that are a matter of legibility, not of taste, in points.
enum Distance {
  /// Between two lanes, and between a lane and a card.
  static let lane = 8.0
  /// What an arrow takes.
  static let arrow = 5.5
  /// Between two cards with an arrow from one down to the other.
  static let arrowDown = 19.0
  /// Between two bands, at least.
  static let bands = 14.0
  /// Between title, bands and legend.
  static let words = 12.0
  /// Between the lines of two links that have both ends in common.
  static let parallels = 5.0
  /// Around the page.
  static let margin = 25.2
}
