/// From which size on a picture is folded, and how far.
struct FoldingPolicy: Sendable, Equatable {
  /// Beyond this many cards, the lines of a card become counts. A wall poster of 300 cards with
  /// their lines can still be read; beyond, nobody reads lines, and they take most of the room.
  var cardsWithLines = 300

  /// Beyond this many cards, those that nothing tells apart but their names become one. A layered
  /// drawing of more is a carpet, and its layout takes many seconds.
  var cardsApart = 1_000

  /// Beyond this many cards, columns and ranks say nothing any more: what is left to see is which
  /// cards stand together, which a layout by springs shows, in seconds instead of minutes.
  var cardsInColumns = 3_000

  /// Beyond this many links a card, a crowded picture has no ranks to speak of either: density, not
  /// size, is what a layered layout chokes on.
  var linksPerCard = 3.0

  /// Beyond this many cards in a column, cards that look alike and follow each other become one,
  /// whatever links they have; `nil` for no such bound.
  var cardsPerColumn: Int?

  /// The policies for a drawing that nobody could read otherwise, one after the other until somebody
  /// can.
  static let legible: [FoldingPolicy] = [60, 30, 16, 8, 4, 2].map { most in
    var policy = FoldingPolicy()
    policy.cardsPerColumn = most
    return policy
  }

  /// The policy of every rendering.
  static let standard = FoldingPolicy()
}
