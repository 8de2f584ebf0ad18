extension Escaper {
  /// What stands for some scalars.
  package enum Rule: Sendable {
    /// One text for one scalar; a scalar for itself stays whatever later rules say.
    case one(Unicode.Scalar, String)
    /// One text for each scalar of a range.
    case each(ClosedRange<UInt32>, String)
    /// The number of each scalar of a range as JSON writes it: `\u001f`.
    case numbered(ClosedRange<UInt32>)

    var replacements: [(scalars: ClosedRange<UInt32>, text: String)] {
      switch self {
      case .one(let scalar, let text): return [(scalar.value...scalar.value, text)]
      case .each(let scalars, let text): return [(scalars, text)]
      case .numbered(let scalars):
        return scalars.map { value in
          let digits = String(value, radix: 16)
          return (value...value, "\\u" + String(repeating: "0", count: 4 - digits.count) + digits)
        }
      }
    }
  }
}

extension [Escaper.Rule] {
  /// The references of HTML and XML for what either takes for markup, in content and in attributes
  /// in double quotes; `>` is among them because XML has no `]]>` in content.
  package static let references: [Escaper.Rule] = [
    .one("&", "&amp;"), .one("<", "&lt;"), .one(">", "&gt;"), .one("\"", "&quot;"),
  ]

  /// The references, and what else would do harm on a page: the quotes of scripts, and controls,
  /// which become spaces but for the end of a line.
  package static let html: [Escaper.Rule] =
    references + [
      .one("'", "&#39;"), .one("\n", "\n"), .each(0...0x1F, " "), .each(0x7F...0x9F, " "),
    ]

  /// The sign for what cannot be written, in place of what a browser cannot show or what turns
  /// the reading of a line around: noncharacters and controls of direction.
  package static let unseen: [Escaper.Rule] =
    [
      .each(0x202A...0x202E, Escaper.unwritable), .each(0x2066...0x2069, Escaper.unwritable),
      .each(0xFDD0...0xFDEF, Escaper.unwritable),
    ]
    + (0...0x10 as ClosedRange<UInt32>).map {
      .each($0 << 16 | 0xFFFE...$0 << 16 | 0xFFFF, Escaper.unwritable)
    }

  /// The same sign in place of what XML 1.0 has no way to write.
  package static let notXML: [Escaper.Rule] = [
    .each(0...0x08, Escaper.unwritable), .each(0x0B...0x0C, Escaper.unwritable),
    .each(0x0E...0x1F, Escaper.unwritable), .each(0xFFFE...0xFFFF, Escaper.unwritable),
  ]
}
