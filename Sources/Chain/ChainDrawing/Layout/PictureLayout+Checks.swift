extension PictureLayout.Curve {
  /// Whether the line enters a box by more than half the width of a border, as no line may.
  ///
  /// Lines are looked at in sixty places between two bends.
  package func passes(through box: PictureLayout.Box) -> Bool {
    stride(from: 0, to: points.count - 3, by: 3).contains { base in
      let piece = points[base...base + 3]
      let (left, right) = (box.left + 0.5, box.right - 0.5)
      let (top, bottom) = (box.top + 0.5, box.bottom - 0.5)
      // A curve stays within the hull of its points.
      guard piece.contains(where: { $0.x > left }), piece.contains(where: { $0.x < right }),
        piece.contains(where: { $0.y > top }), piece.contains(where: { $0.y < bottom })
      else { return false }
      return (0...60).contains { step in
        let point = Crossings.point(piece, at: Double(step) / 60)
        return left < point.x && point.x < right && top < point.y && point.y < bottom
      }
    }
  }
}
