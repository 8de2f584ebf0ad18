/// What a layout needs to know of a picture: indices instead of ids, and measured sizes.
struct Diagram: Sendable, Equatable {
  var cards: [Size]
  /// The cards of each column that has some, left to right.
  var columns: [[Int]]
  /// The row of each card where the cards form a table; empty where their heights are free.
  var rows: [Int] = []
  var links: [Link]
  var headings: [Size]
  var title: Size
  var legend: Size
  var spacing: Theme.Spacing

  struct Link: Sendable, Equatable {
    /// The card that the link leaves.
    var from: Int
    /// The card that the link enters.
    var to: Int
    /// Whether the link puts the card that it enters behind the one that it leaves.
    var advances = true
    /// Links of one look may run together on a part of their way.
    var look = 0
    /// Which ends have an arrow: the one at `from`, the one at `to`.
    var hasTail = false
    var hasHead = true
    var label = Size.zero
  }
}
