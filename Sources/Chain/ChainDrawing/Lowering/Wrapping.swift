/// Breaks text into lines of a card.
///
/// Widths are counted in cells: half the width of a Chinese character, whatever the font.
enum Wrapping {
  /// The cells that a character takes.
  static func cells(_ character: Character) -> Int {
    let scalars = character.unicodeScalars
    guard let scalar = scalars.first else { return 0 }
    if scalars.dropFirst().contains("\u{FE0F}") { return 2 }
    switch scalar.value {
    case 0x1100...0x115F, 0x2190...0x21FF, 0x2460...0x24FF, 0x2500...0x27BF, 0x2E80...0x303E,
      0x3041...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F000...0x1FAFF, 0x20000...0x3FFFD, 0x201C, 0x201D,
      0x2018,
      0x2019, 0x2026, 0x2014, 0xFFFD:
      return 2
    case 0x41...0x5A: return character == "W" || character == "M" ? 2 : 1
    default: return 1
    }
  }

  /// The cells that a text takes.
  static func cells(_ text: some StringProtocol) -> Int {
    text.reduce(0) { $0 + cells($1) }
  }

  /// The text in at most `limit` lines of at most `width` cells, of nearly equal length; what does
  /// not fit is replaced by `…`.
  static func lines(_ text: String, width: Int, limit: Int) -> [String] {
    let text = shortened(text, cells: width * limit)
    let total = cells(text)
    guard total > 0 else { return [""] }
    guard total > width else { return [text.trimmedEnd] }
    let units = units(of: text)
    let fewest = (total + width - 1) / width
    if fewest <= 2, limit >= 2, let pair = split(text, width: width) {
      return pair
    }
    // Lines of equal length read better than one full line and an orphan, so the narrowest width
    // that does with as few lines is looked for.
    for count in fewest...max(fewest, limit) {
      for narrow in stride(from: max(1, (total + count - 1) / count), through: width, by: 1) {
        let broken = broken(units, width: narrow)
        if broken.count <= count, broken.allSatisfy({ cells($0) <= width }) { return broken }
      }
    }
    var broken = broken(units, width: width)
    if broken.count > limit {
      broken = Array(broken[..<limit])
      broken[limit - 1] = shortened(broken[limit - 1] + "……", cells: width)
    }
    return broken
  }

  /// The text with a sign behind it: of a text that must be cut the sign stays, since it says more
  /// than the last letters do.
  static func lines(_ text: String, sign: String?, width: Int, limit: Int) -> [String] {
    guard let sign else { return lines(text, width: width, limit: limit) }
    let whole = lines("\(text) \(sign)", width: width, limit: limit)
    guard let last = whole.last, !last.hasSuffix(sign) else { return whole }
    let room = max(2, width - cells(sign) - 1)
    return whole.dropLast() + ["\(shortened(last, cells: room)) \(sign)"]
  }

  /// The text in two lines, parted at the space nearest to its middle; a number that leads a line
  /// stays with what it counts.
  private static func split(_ text: String, width: Int) -> [String]? {
    let words = text.split(separator: " ")
    let first = words.first.map { $0.allSatisfy(\.isNumber) } == true ? 2 : 1
    return (first..<max(first, words.count)).map { count in
      [words[..<count].joined(separator: " "), words[count...].joined(separator: " ")]
    }.filter { $0.allSatisfy { cells($0) <= width } }.min { imbalance($0) < imbalance($1) }
  }

  private static func imbalance(_ pair: [String]) -> Int { abs(cells(pair[0]) - cells(pair[1])) }

  /// The text, or as much of its start as fits, with `…`.
  static func shortened(_ text: String, cells limit: Int) -> String {
    var result = ""
    var used = 0
    var isCut = false
    for character in text.prefix(limit + 1) {
      let size = max(1, cells(character))
      guard used + size <= limit else {
        isCut = true
        break
      }
      used += size
      // One character can carry any number of combining marks.
      result.unicodeScalars.append(contentsOf: character.unicodeScalars.prefix(12))
    }
    guard isCut else { return result }
    while used > limit - 2, let last = result.popLast() { used -= max(1, cells(last)) }
    return result + "…"
  }

  /// What cannot be broken: words and numbers, and characters with the punctuation that must not be
  /// parted from them.
  private static func units(of text: String) -> [String] {
    var units: [String] = []
    var joins = false
    for character in text {
      let isWord = character.isASCII && (character.isLetter || character.isNumber)
      let continuesWord = isWord && (units.last?.last.map { $0.isASCII && $0 != " " } ?? false)
      let closes = closing.contains(character)
      if let last = units.last, joins || continuesWord || closes, cells(last) < 16 {
        units[units.count - 1].append(character)
      } else {
        units.append(String(character))
      }
      joins = opening.contains(character)
    }
    return units
  }

  private static let closing = Set("，。、；：！？）》」』】〉…％,.;:!?)]}%·-/ ")
  private static let opening = Set("（《「『【〈([{")

  private static func broken(_ units: [String], width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for unit in units {
      if !line.isEmpty, cells(line) + cells(unit.trimmedEnd) > width {
        lines.append(line.trimmedEnd)
        line = ""
      }
      line += unit
    }
    if !line.isEmpty { lines.append(line.trimmedEnd) }
    return lines
  }
}

extension String {
  fileprivate var trimmedEnd: String {
    var result = self
    while result.last == " " { result.removeLast() }
    return result
  }
}

extension Wrapping {
  /// The first characters of a text, with `…` where there are more.
  static func prefix(_ text: String, characters limit: Int) -> String {
    let start = text.prefix(limit)
    return start.endIndex == text.endIndex ? text : String(start) + "…"
  }
}
