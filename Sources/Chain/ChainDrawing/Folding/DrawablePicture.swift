/// A picture as it is drawn: folded where it is too large, in columns or as small boxes.
struct DrawablePicture {
  private let lowering: Lowering
  /// Whether it is drawn without columns, as small boxes.
  let isPlain: Bool
  /// What was folded, as the picture's foot says it; `nil` when nothing was.
  let folded: String?
  /// The picture as Graphviz will see it.
  var blueprint: Blueprint

  init(
    _ picture: Picture,
    theme: Theme,
    policy: FoldingPolicy = .standard
  ) throws(RenderError) {
    // What contradicts itself is found in the picture as it was given.
    let whole = try Lowering(picture, theme: theme)
    let folding = picture.folded(by: policy)
    lowering = folding.picture == picture ? whole : try Lowering(folding.picture, theme: theme)
    isPlain = folding.isPlain
    folded = folding.footnote
    blueprint =
      isPlain
      ? PlainLowering(picture: folding.picture, theme: theme).blueprint() : lowering.blueprint()
  }

  func rendered(as format: String, on sheet: Sheet?) throws(RenderError) -> [UInt8] {
    try Engine.render(blueprint, format: format, on: sheet, placing: lowering.placement)
  }

  /// The drawing on a sheet or, without one, no larger than a bound; nothing where a person could not
  /// read it and `mustBeLegible`.
  func drawn(
    as format: String,
    on sheet: Sheet?,
    within bound: DrawingBound,
    mustBeLegible: Bool
  ) throws(RenderError) -> Engine.Drawn? {
    let legibility = legibility
    guard mustBeLegible else {
      return try Engine.draw(
        blueprint,
        format: format,
        on: sheet,
        within: bound,
        placing: lowering.placement
      )
    }
    guard mayBeLegible else { return nil }
    return try Engine.draw(
      blueprint,
      format: format,
      on: sheet,
      within: bound,
      where: legibility.holds,
      placing: lowering.placement
    )
  }

  /// What it takes in points at full size, without padding.
  func extent() throws(RenderError) -> Extent {
    try Engine.extent(of: blueprint, placing: lowering.placement)
  }

  /// The drawing as a page of a document.
  func page(on sheet: Sheet) -> Engine.Page {
    Engine.Page(blueprint: blueprint, sheet: sheet, placing: lowering.placement)
  }
}

extension DrawablePicture {
  private var legibility: LegibilityBound {
    let sizes = lowering.theme.sizes
    return LegibilityBound(type: isPlain ? sizes.note : sizes.line)
  }

  /// Whether a layout could find it legible: most that are too large are so by the area of their
  /// cards.
  private var mayBeLegible: Bool {
    isPlain || legibility.mayHold(area: lowering.picture.leastArea(theme: lowering.theme))
  }

  /// Whether a person can read it; see ``LegibilityBound``.
  func isLegible() throws(RenderError) -> Bool {
    guard mayBeLegible else { return false }
    return legibility.holds(try extent())
  }

  /// The picture folded no further than it takes for a person to read it, and `nil` where nobody can.
  ///
  /// - Complexity: a layout for each try.
  static func legible(_ picture: Picture, theme: Theme) throws(RenderError) -> DrawablePicture {
    var drawable = try DrawablePicture(picture, theme: theme)
    for policy in FoldingPolicy.legible {
      if try drawable.isLegible() { break }
      drawable = try DrawablePicture(picture, theme: theme, policy: policy)
    }
    return drawable
  }
}
