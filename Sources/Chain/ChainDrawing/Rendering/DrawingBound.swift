/// How large a drawing may come out, so that the programs of offices open it: what is larger is drawn
/// smaller.
struct DrawingBound: Sendable {
  /// The longest side, in points of the drawing.
  let side: Double
  /// The largest area, in square points.
  let area: Double

  /// A picture of pixels: decoders refuse longer sides, and a hundred million pixels are what a usual
  /// machine has the memory for.
  static func pixels(perInch density: Double) -> Self {
    let points = 72 / density
    return Self(side: 16_384 * points, area: 64_000_000 * points * points)
  }

  /// A page of PDF: 200 inches, which viewers do not go beyond.
  static let pdf = Self(side: 14_400, area: .infinity)

  /// A sheet for a drawing beyond the bound, with the usual margin around it; `nil` for one within it.
  func sheet(for extent: Extent) -> Sheet? {
    let margin = 2 * Distance.margin
    let (width, height) = (extent.width + margin, extent.height + margin)
    let scale = min(side / max(width, height), (area / (width * height)).squareRoot())
    guard scale < 1 else { return nil }
    return Sheet(
      size: Extent(width: width * scale, height: height * scale),
      printable: Extent(width: extent.width * scale, height: extent.height * scale)
    )
  }
}
