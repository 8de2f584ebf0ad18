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

  /// Of any size.
  static let unbounded = Self(side: .infinity, area: .infinity)

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

/// How large a drawing may be for a person: what is larger is folded further, or cut to pages.
///
/// The largest sheet that offices print is A0, and the smallest type that is made out on it is of
/// ``Paper/Page/leastType``. A screen shows no more either: at that scale a drawing fills a dozen
/// of them.
struct LegibilityBound: Sendable {
  /// A0 in points without its margins, lying and upright.
  private static let sheets: [Extent] = {
    let points = 72 / 25.4
    let (short, long) = (
      (841 - 2 * Paper.Page.margin) * points, (1_189 - 2 * Paper.Page.margin) * points
    )
    return [Extent(width: long, height: short), Extent(width: short, height: long)]
  }()

  /// The size of the type that must be legible, at full size.
  let type: Double

  /// The largest drawings, at full size.
  private var largest: [Extent] {
    let scale = min(1, Paper.Page.leastType / type)
    return Self.sheets.map { Extent(width: $0.width / scale, height: $0.height / scale) }
  }

  /// Whether a drawing can be read.
  func holds(_ extent: Extent) -> Bool {
    largest.contains { extent.width <= $0.width && extent.height <= $0.height }
  }

  /// Whether a drawing of at least this area may be legible; one that may not needs no layout to tell.
  func mayHold(area: Double) -> Bool { largest.contains { area <= $0.width * $0.height } }
}
