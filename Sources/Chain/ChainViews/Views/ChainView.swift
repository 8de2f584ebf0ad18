public import Bilingual
public import ChainDrawing

/// One query result as a picture and as a list, so that the two cannot differ.
///
/// The rows of the list are numbered from 1 in the column `number`; the card that stands for a row
/// carries its number as badge.
public struct ChainView: Sendable {
  /// What it shows, for headings: 泳装产业集群 · 产业链全景图.
  public let title: BilingualText
  /// The drawing.
  public let picture: Picture
  /// The list.
  public let list: Answer

  /// A view; picture and list must have come from one result.
  package init(title: BilingualText, picture: Picture, list: Answer) {
    self.title = title
    self.picture = picture
    self.list = list
  }
}
