/// A figure that the document wants to be reached.
public struct Target: Hashable, Sendable {
  /// How the value is meant.
  public enum Comparator: String, Sendable {
    case reach = "达到"
    case atLeast = "以上"
    case exceed = "超过"
    case about = "左右"
    /// A limit that is to be kept (控制在4.5%以内). The vocabulary has no word for it, so a draft
    /// leaves it out and the review says so.
    case atMost = "以内"
  }

  /// What is measured, in a few words.
  public let metric: String
  /// How the value is meant.
  public let comparator: Comparator
  /// The number as a decimal: `580`.
  public let value: String
  /// The unit: `亿元`.
  public let unit: String
  /// Whether the document only strives for it (力争).
  public let isStriven: Bool
  /// The year that growth is measured from.
  public let baseline: String?
  /// The year by whose end it is to be reached.
  public let deadline: String?
  /// The place in the document.
  public let place: String
  /// The line in the file, from 1.
  public let line: Int
  let item: Int
}
