/// A picture as it is drawn: folded where it is too large, in columns or as small boxes.
struct DrawablePicture {
  private let lowering: Lowering
  /// Whether it is drawn without columns, as small boxes.
  let isPlain: Bool
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
    blueprint =
      isPlain
      ? PlainLowering(picture: folding.picture, theme: theme).blueprint() : lowering.blueprint()
  }

  func rendered(as format: String, on sheet: Sheet?) throws(RenderError) -> [UInt8] {
    try Engine.render(blueprint, format: format, on: sheet, placing: lowering.placement)
  }

  /// The drawing without a sheet, no larger than a bound.
  func drawn(as format: String, within bound: DrawingBound) throws(RenderError) -> Engine.Drawn {
    try Engine.draw(blueprint, format: format, within: bound, placing: lowering.placement)
  }

  /// What it takes in points at full size, without padding.
  func extent() throws(RenderError) -> Extent {
    try Engine.extent(of: blueprint, placing: lowering.placement)
  }
}
