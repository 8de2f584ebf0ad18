public import ChainDrawing

/// One query result as a picture and as a list, so that the two cannot differ.
public struct ChainView: Sendable {
  /// The drawing.
  public let picture: Picture
  /// The list: a row for each card that stands for an item, with the same numbers.
  public let list: Answer
}
