extension Theme {
  /// An opaque sRGB colour, which reads and writes as `#RRGGBB`.
  public struct Color: Sendable, Hashable, Codable {
    /// Red, from 0 to 255.
    public var red: UInt8
    /// Green, from 0 to 255.
    public var green: UInt8
    /// Blue, from 0 to 255.
    public var blue: UInt8

    /// Creates a colour from a number such as `0x1F4E79`; bits above the lowest 24 are ignored.
    public init(_ rgb: UInt32) {
      red = UInt8(truncatingIfNeeded: rgb >> 16)
      green = UInt8(truncatingIfNeeded: rgb >> 8)
      blue = UInt8(truncatingIfNeeded: rgb)
    }

    /// Black.
    public static let black = Theme.Color(0x000000)

    /// White.
    public static let white = Theme.Color(0xFFFFFF)

    /// Creates a colour from `#RRGGBB`; `nil` for any other text.
    public init?(hex: String) {
      let digits = hex.utf8.dropFirst()
      guard hex.utf8.first == UInt8(ascii: "#"), digits.count == 6,
        digits.first != UInt8(ascii: "+"), let rgb = UInt32(hex.dropFirst(), radix: 16)
      else { return nil }
      self.init(rgb)
    }

    /// The colour with a share of another, from 0 to 1.
    public func mixed(with other: Theme.Color, share: Double) -> Theme.Color {
      func channel(_ own: UInt8, _ others: UInt8) -> UInt32 {
        UInt32((Double(own) * (1 - share) + Double(others) * share).rounded())
      }
      return Theme.Color(
        channel(red, other.red) << 16 | channel(green, other.green) << 8 | channel(blue, other.blue)
      )
    }

    /// The colour as `#RRGGBB`.
    public var hex: String {
      "#"
        + [red, green, blue].map { channel in
          let digits = String(channel, radix: 16, uppercase: true)
          return digits.count == 1 ? "0" + digits : digits
        }.joined()
    }
  }
}
