import ChainDrawing
import Foundation

/// How people see colours. The conversions are kept apart from the drawing, which needs none of them.
enum Vision: String, CaseIterable {
  case usual, protanopia, deuteranopia, tritanopia

  /// The linear light that such eyes see in place of `color`.
  ///
  /// Source: Machado, Oliveira and Fernandes, “A physiologically-based model for simulation of color
  /// vision deficiency”, IEEE TVCG 15 (6), 2009, severity 1.0.
  func seen(_ color: Theme.Color) -> [Double] {
    let light = color.light
    let rows: [[Double]]
    switch self {
    case .usual: return light
    case .protanopia:
      rows = [
        [0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
      ]
    case .deuteranopia:
      rows = [
        [0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413],
        [-0.011820, 0.042940, 0.968881],
      ]
    case .tritanopia:
      rows = [
        [1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602],
        [0.004733, 0.691367, 0.303900],
      ]
    }
    return rows.map { row in min(1, max(0, zip(row, light).reduce(0) { $0 + $1.0 * $1.1 })) }
  }

  /// How far apart such eyes see two colours: CIEDE2000, where 1 is just noticeable side by side.
  func distance(_ one: Theme.Color, _ two: Theme.Color) -> Double {
    Lab(light: seen(one)).distance(Lab(light: seen(two)))
  }
}

extension Theme.Color {
  /// Red, green and blue as linear light from 0 to 1.
  var light: [Double] {
    [red, green, blue].map { channel in
      let value = Double(channel) / 255
      return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
  }

  /// The relative luminance of WCAG 2: what is left in grey.
  var luminance: Double {
    zip(light, [0.2126, 0.7152, 0.0722]).reduce(0) { $0 + $1.0 * $1.1 }
  }

  /// The contrast of WCAG 2, from 1 to 21.
  func contrast(_ other: Theme.Color) -> Double {
    let (a, b) = (luminance, other.luminance)
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }

  /// The lightness of the grey that the colour prints as, from 0 to 100.
  var greyLightness: Double { Lab(light: [luminance, luminance, luminance]).lightness }
}

/// A colour of CIELAB under D65.
struct Lab {
  let lightness, a, b: Double

  init(lightness: Double, a: Double, b: Double) {
    self.lightness = lightness
    self.a = a
    self.b = b
  }

  init(light: [Double]) {
    func share(_ weights: [Double], _ white: Double) -> Double {
      let t = zip(weights, light).reduce(0) { $0 + $1.0 * $1.1 } / white
      return t > 216.0 / 24389 ? cbrt(t) : (24389.0 / 27 * t + 16) / 116
    }
    let x = share([0.4124564, 0.3575761, 0.1804375], 0.95047)
    let y = share([0.2126729, 0.7151522, 0.0721750], 1)
    let z = share([0.0193339, 0.1191920, 0.9503041], 1.08883)
    self.init(lightness: 116 * y - 16, a: 500 * (x - y), b: 200 * (y - z))
  }

  /// CIEDE2000.
  ///
  /// Source: Sharma, Wu and Dalal, “The CIEDE2000 color-difference formula”, Color Research and
  /// Application 30 (1), 2005.
  func distance(_ other: Lab) -> Double {
    let mean = (hypot(a, b) + hypot(other.a, other.b)) / 2
    let stretch = 1.5 - 0.5 * sqrt(pow(mean, 7) / (pow(mean, 7) + pow(25, 7)))
    let (a1, a2) = (a * stretch, other.a * stretch)
    let (c1, c2) = (hypot(a1, b), hypot(a2, other.b))
    let (h1, h2) = (Self.hue(a1, b), Self.hue(a2, other.b))
    let isGrey = c1 * c2 == 0
    var turn = h2 - h1
    if turn > 180 { turn -= 360 }
    if turn < -180 { turn += 360 }
    if isGrey { turn = 0 }
    var middle = (h1 + h2) / 2
    if abs(h1 - h2) > 180 { middle += h1 + h2 < 360 ? 180 : -180 }
    if isGrey { middle = h1 + h2 }
    let chroma = (c1 + c2) / 2
    let offset = pow((lightness + other.lightness) / 2 - 50, 2)
    let t =
      1 - 0.17 * Self.cosine(middle - 30) + 0.24 * Self.cosine(2 * middle)
      + 0.32 * Self.cosine(3 * middle + 6) - 0.2 * Self.cosine(4 * middle - 63)
    let l = (other.lightness - lightness) / (1 + 0.015 * offset / sqrt(20 + offset))
    let c = (c2 - c1) / (1 + 0.045 * chroma)
    let h = 2 * sqrt(c1 * c2) * sin(turn / 2 * .pi / 180) / (1 + 0.015 * chroma * t)
    let blue = 60 * exp(-pow((middle - 275) / 25, 2)) * .pi / 180
    let rotation = -2 * sqrt(pow(chroma, 7) / (pow(chroma, 7) + pow(25, 7))) * sin(blue)
    return sqrt(l * l + c * c + h * h + rotation * c * h)
  }

  private static func hue(_ a: Double, _ b: Double) -> Double {
    let angle = atan2(b, a) * 180 / .pi
    return angle < 0 ? angle + 360 : angle
  }

  private static func cosine(_ degrees: Double) -> Double { cos(degrees * .pi / 180) }
}
