/// A figure that the document wants to be reached.
package struct Target: Hashable, Sendable {
  /// How the value is meant.
  package enum Comparator: String, Sendable {
    case reach = "达到"
    case atLeast = "以上"
    case exceed = "超过"
    case about = "左右"
    /// A limit that is to be kept (控制在4.5%以内). The vocabulary has no word for it, so a draft
    /// leaves it out and the review says so.
    case atMost = "以内"
  }

  /// What is measured, in a few words.
  package let metric: String
  /// How the value is meant.
  package let comparator: Comparator
  /// The number as a decimal: `580`.
  package let value: String
  /// The unit: `亿元`.
  package let unit: String
  /// Whether the document only strives for it (力争).
  package let isStriven: Bool
  /// The year that growth is measured from.
  package let baseline: String?
  /// The year by whose end it is to be reached.
  package let deadline: String?
  /// The place in the document.
  package let place: String
  /// The line in the file, from 1.
  package let line: Int
  let item: Int
}
