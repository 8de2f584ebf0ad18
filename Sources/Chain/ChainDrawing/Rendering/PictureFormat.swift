/// A form in which a picture can come out.
public enum PictureFormat: String, Sendable, Hashable, CaseIterable, Codable {
  /// A drawing for browsers and offices, with tooltips and links.
  case svg
  /// Pixels, at twice the usual density.
  case png
  /// A page for print.
  case pdf
  /// The graph before layout, in the DOT language: no coordinates, so that it changes only when the
  /// picture does.
  case dot
}
