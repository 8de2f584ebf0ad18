import Bilingual
import ChainDrawing
import ProgressLoop

/// How a light is drawn: by a shape of its own, so that it reads in grey and to who cannot tell red from
/// green, and by a colour.
enum LightSign {
  static let ink = Theme.Color(0x1B1F23)
  static let quiet = Theme.Color(0x555B61)
  static let rule = Theme.Color(0xCBD1D6)
  static let tray = Theme.Color(0xF3F5F4)
  static let bar = Theme.Color(0x48626F)
  static let late = Theme.Color(0xB3261E)

  static func color(of light: Light) -> Theme.Color {
    switch light {
    case .green: Theme.Color(0x2E7D32)
    case .yellow: Theme.Color(0xD99A00)
    case .red: late
    case .grey: Theme.Color(0x6B7280)
    }
  }

  /// Of words and numbers, which need more contrast than a sign.
  static func textColor(of light: Light) -> Theme.Color {
    light == .yellow ? Theme.Color(0x8A5A00) : color(of: light)
  }

  static func word(_ light: Light) -> BilingualText {
    switch light {
    case .green: BilingualText(zh: "正常", en: "on track")
    case .yellow: BilingualText(zh: "偏慢", en: "slow")
    case .red: BilingualText(zh: "滞后", en: "behind")
    case .grey: BilingualText(zh: "无从判断", en: "no basis")
    }
  }

  /// A circle for green, a triangle for yellow, a square for red, a hollow circle where nothing can be judged;
  /// a stroke through it for what was not reported.
  static func draw(
    _ light: Light,
    x: Double,
    y: Double,
    radius: Double,
    isMissing: Bool = false,
    tooltip: String? = nil,
    meaning: String? = nil,
    on page: inout Plate.Page
  ) {
    let color = color(of: light)
    let shape: Plate.Shape
    switch light {
    case .green, .grey: shape = .circle(x: x, y: y, radius: radius)
    case .yellow:
      shape = .polygon([
        Plate.Point(x, y - radius * 1.15), Plate.Point(x + radius * 1.15, y + radius * 0.95),
        Plate.Point(x - radius * 1.15, y + radius * 0.95),
      ])
    case .red:
      let side = radius * 1.8
      shape = .box(x: x - side / 2, y: y - side / 2, width: side, height: side)
    }
    page.add(
      shape,
      fill: light == .grey ? .white : color,
      stroke: light == .grey ? color : nil,
      strokeWidth: 1.5,
      tooltip: tooltip,
      meaning: meaning
    )
    guard isMissing else { return }
    let reach = radius * 1.35
    let ends = [Plate.Point(x - reach, y + reach), Plate.Point(x + reach, y - reach)]
    page.add(.line(ends), stroke: .white, strokeWidth: 3.5)
    page.add(.line(ends), stroke: ink, strokeWidth: 1.5, tooltip: tooltip)
  }
}
