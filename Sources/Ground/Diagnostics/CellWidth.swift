/// How many cells of a terminal a text takes.
///
/// A Chinese character is two cells wide, a combining mark none. Follows the wide and full-width
/// classes of Unicode Standard Annex 11; ambiguous characters count one, as terminals draw them.
extension String {
  /// The number of terminal cells that the string takes on one line.
  ///
  /// - Complexity: O(*n*) over its scalars.
  public var cellWidth: Int {
    unicodeScalars.reduce(0) { $0 + $1.cellWidth }
  }

  /// The number of terminal cells that the widest line of the string takes.
  package var widestLine: Int {
    split(whereSeparator: \.isNewline).reduce(0) { max($0, String($1).cellWidth) }
  }

  /// How many lines the string takes when it is wrapped to `width` cells; a word that does not fit
  /// leaves room at the end of its line.
  package func lineCount(width: Int) -> Int {
    split(whereSeparator: \.isNewline).reduce(0) { lines, line in
      lines + max(1, (String(line).cellWidth + width - 2) / max(1, width - 1))
    }
  }

  /// The string followed by as many spaces as make it `width` cells wide; as it is when wider.
  public func padded(toCells width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - cellWidth))
  }
}

extension Unicode.Scalar {
  /// The number of terminal cells that the scalar takes: 0, 1 or 2.
  public var cellWidth: Int {
    if value < 0x300 { return value < 0x20 || (0x7F..<0xA0).contains(value) ? 0 : 1 }
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: return 0
    default: return isWide ? 2 : 1
    }
  }

  private var isWide: Bool {
    switch value {
    case 0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0x3247, 0x3250...0x4DBF,
      0x4E00...0x9FFF, 0xA000...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18DFF,
      0x1AFF0...0x1B2FF, 0x1F200...0x1F265, 0x20000...0x2FFFD, 0x30000...0x3FFFD:
      true
    // Half of a flag.
    case 0x1F1E6...0x1F1FF: false
    default: properties.isEmojiPresentation
    }
  }
}
