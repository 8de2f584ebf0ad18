public import Bilingual
public import ChainDrawing
public import ChainQueries

/// A picture that a page needs: the drawing itself, and the words that ask for it, for whoever
/// draws in another process.
public struct DrawingOrder: Sendable {
  /// What to draw.
  public let picture: Picture
  /// The view and what it is of: what `liantu draw` understands.
  public let words: QuestionWords
  /// The language of its texts.
  public let language: Language
  /// Whether general knowledge is left out.
  public let isStatedAlone: Bool
}

/// Draws a picture as SVG, as `Picture.render(as:theme:page:)` writes it. What it
/// throws is told in the picture's place, by ``PageFault/message`` where it is one.
public typealias PictureDrawing = @Sendable (DrawingOrder) async throws -> String
