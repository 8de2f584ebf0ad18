/// What a picture is made for: a sheet of paper, or a screen.
public enum Paper: String, Sendable, Hashable, CaseIterable {
  /// 210 by 297 millimetres.
  case a4
  /// 297 by 420 millimetres.
  case a3
  /// No paper: a picture of any size, in about the shape of a screen.
  case screen

  /// The shorter and the longer side in millimetres; `nil` where there is no paper.
  var sides: (short: Double, long: Double)? {
    switch self {
    case .a4: (210, 297)
    case .a3: (297, 420)
    case .screen: nil
    }
  }
}

extension Paper {
  /// How a sheet lies.
  public enum Orientation: String, Sendable, Hashable, CaseIterable {
    /// The long side across.
    case landscape
    /// The long side upright.
    case portrait
  }
}

extension Paper {
  /// A paper that lies in a certain way.
  public struct Page: Sendable, Hashable {
    /// The paper.
    public var paper: Paper

    /// How it lies.
    public var orientation: Paper.Orientation

    /// Creates a page.
    public init(_ paper: Paper, _ orientation: Paper.Orientation = .landscape) {
      self.paper = paper
      self.orientation = orientation
    }

    /// The smallest type that a reader at a desk makes out, in points.
    public static let leastType = 5.5

    /// Most printers leave the edge of a sheet white.
    static let margin = 10.0

    private static let pointsPerMillimetre = 72 / 25.4

    private static let screenAspect = 1.6

    /// Width and height in millimetres; `nil` for a screen.
    var millimetres: Extent? {
      guard let sides = paper.sides else { return nil }
      let isAcross = orientation == .landscape
      return Extent(
        width: isAcross ? sides.long : sides.short,
        height: isAcross ? sides.short : sides.long
      )
    }

    /// The width over the height of the area that is drawn on.
    public var aspect: Double {
      guard let sheet else {
        return orientation == .landscape ? Self.screenAspect : 1 / Self.screenAspect
      }
      return sheet.printable.width / sheet.printable.height
    }

    /// The sheet in points; `nil` for a screen.
    var sheet: Sheet? {
      guard let millimetres else { return nil }
      let points = Self.pointsPerMillimetre
      return Sheet(
        size: Extent(width: millimetres.width * points, height: millimetres.height * points),
        printable: Extent(
          width: (millimetres.width - 2 * Self.margin) * points,
          height: (millimetres.height - 2 * Self.margin) * points
        )
      )
    }

    /// A theme for pictures of this page's shape.
    func shaping(_ theme: Theme) -> Theme {
      var theme = theme
      theme.spacing.aspect = aspect
      return theme
    }

    /// Whether a drawing of this size is legible on the page.
    func holds(_ extent: Extent, theme: Theme) -> Bool {
      guard let sheet else { return true }
      return sheet.scale(of: extent) * theme.sizes.line >= Self.leastType
    }
  }
}

/// A width and a height.
struct Extent: Sendable, Hashable {
  var width: Double
  var height: Double
}

/// A sheet of paper in points, and the part of it that is drawn on.
struct Sheet: Sendable, Hashable {
  var size: Extent
  var printable: Extent

  /// Type is never larger than the theme says: a handful of cards, blown up to a sheet, would shout
  /// beside the other pages.
  private static let mostScale = 1.0

  /// The factor that brings a drawing to the printable area.
  func scale(of extent: Extent) -> Double {
    min(
      Self.mostScale,
      printable.width / max(1, extent.width),
      printable.height / max(1, extent.height)
    )
  }

  /// The factor in hundredths: an SVG gives no more, and rounded up the drawing would reach into the
  /// edge.
  func drawnScale(of extent: Extent) -> Double {
    let scale = scale(of: extent)
    let hundredths = (scale * 100).rounded(.down) / 100
    return hundredths > 0 ? hundredths : scale
  }
}
