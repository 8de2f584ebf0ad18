/// A firm's name as names are compared: full-width forms made half-width, Latin letters small,
/// without spaces, brackets, quotation marks and points, and 有限责任公司 written 有限公司.
///
/// Two names with one key are one name in two spellings: 渤海（集团）有限责任公司 and 渤海(集团) 有限公司.
package struct FirmKey: Hashable, Sendable {
  /// The scalars of the key, as numbers.
  let scalars: [UInt32]

  /// The key of `name`; empty for a name of nothing but spaces and marks.
  ///
  /// - Complexity: O(*n*).
  package init(_ name: some StringProtocol) {
    var scalars: [UInt32] = []
    scalars.reserveCapacity(name.utf8.count / 3 + 1)
    for scalar in name.unicodeScalars where !Self.isLeftOut(scalar) {
      scalars.append(scalar.foldedInWidthAndCase.value)
    }
    self.scalars = Self.shortened(scalars)
  }

  /// The key of what is a part of another key.
  init(part scalars: ArraySlice<UInt32>) {
    self.scalars = Array(scalars)
  }

  /// Whether nothing is left of the name.
  package var isEmpty: Bool { scalars.isEmpty }

  /// The key as a text.
  package var text: String { scalars[...].text }

  /// 有限责任公司 and 有限公司 are one legal form, which registers write either way.
  private static func shortened(_ scalars: [UInt32]) -> [UInt32] {
    guard scalars.count >= full.count else { return scalars }
    var result: [UInt32] = []
    result.reserveCapacity(scalars.count)
    var place = 0
    while place < scalars.count {
      if scalars[place] == full[0], scalars[place...].starts(with: full) {
        result += brief
        place += full.count
      } else {
        result.append(scalars[place])
        place += 1
      }
    }
    return result
  }

  private static let full = "有限责任公司".unicodeScalars.map(\.value)
  private static let brief = "有限公司".unicodeScalars.map(\.value)

  private static func isLeftOut(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    // Most of a name is ideographs; the marks among them are few.
    case 0x4E00...0x9FFF: false
    case ..<0x21, 0x7F...0xA0, 0x200B, 0x2060, 0xFEFF: true
    // Brackets, quotation marks, points.
    case 0x22, 0x27, 0x28, 0x29, 0x2A, 0x2E, 0x3C, 0x3E, 0x5B, 0x5D, 0xB7, 0x2018...0x201F, 0x2022,
      0x3008...0x3011, 0x3014...0x301B, 0x30FB, 0xFF02, 0xFF07, 0xFF08, 0xFF09, 0xFF0A, 0xFF0E,
      0xFF1C, 0xFF1E, 0xFF3B, 0xFF3D:
      true
    default: scalar.properties.isWhitespace
    }
  }
}

extension ArraySlice where Element == UInt32 {
  /// The scalars as a text.
  var text: String {
    String(String.UnicodeScalarView(compactMap { Unicode.Scalar($0) }))
  }
}
