/// Puts together what was broken at a width: the lines of a printed page, as PDF and old editors have them.
enum Reflow {
  /// The widths at which pages are broken.
  private static let widths = 18...64
  /// How much shorter than the width a full line may be: no mark begins a line.
  private static let slack = 3
  private static let fewestLines = 8

  /// The lines with paragraphs in one; those of a text that is not broken at a width as they are.
  ///
  /// - Complexity: O(*n*) over the characters.
  static func paragraphs(of lines: [PolicyLine]) -> [PolicyLine] {
    guard let width = width(of: lines) else { return lines }
    var paragraphs: [PolicyLine] = []
    /// The lines of the paragraph that is open, and how long it is.
    var open: [PolicyLine] = []
    var count = 0
    for line in lines {
      let characters = line.characters
      let isBroken =
        open.last.map { last in
          last.characters.count >= width - slack && goesOn(last.characters, of: open)
            && count + characters.count <= PolicyLine.longestJoin
        } ?? false
      if !isBroken || begins(characters) || characters.contains("\t") {
        if !open.isEmpty { paragraphs.append(PolicyLine(joining: open)) }
        open = []
        count = 0
      }
      open.append(line)
      count += characters.count
    }
    if !open.isEmpty { paragraphs.append(PolicyLine(joining: open)) }
    return paragraphs
  }

  /// The width at which a text is broken; `nil` for one that is not.
  private static func width(of lines: [PolicyLine]) -> Int? {
    let lengths = lines.filter { !$0.characters.contains("\t") }.map(\.characters.count)
    guard lengths.count >= fewestLines else { return nil }
    var counts: [Int: Int] = [:]
    for length in lengths where widths.contains(length) { counts[length, default: 0] += 1 }
    // The longest that many lines have: nothing is longer but by a mark or two.
    guard let width = counts.filter({ $0.value >= 3 }).keys.max() else { return nil }
    let full = lines.filter { (width - slack...width + 2).contains($0.characters.count) }
    let beyond = lengths.count { $0 > width + 2 }
    let broken = full.count { goesOn($0.characters) }
    guard beyond * 20 <= lengths.count, full.count * 4 >= lengths.count, broken * 2 >= full.count
    else {
      return nil
    }
    return width
  }

  /// Whether a line ends where a sentence does not, or within a bracket.
  ///
  /// - Parameter paragraph: The lines of its paragraph so far, in which a bracket may have begun.
  private static func goesOn(_ characters: Characters, of paragraph: [PolicyLine] = []) -> Bool {
    if paragraph.count > 1,
      PolicyLine.endsInBracket(Array(paragraph.suffix(6).flatMap(\.characters)))
    {
      return true
    }
    guard let last = characters.last else { return false }
    if PolicyLine.endsInBracket(characters) { return true }
    return !last.endsSentence && last != ":"
      && !(last == ")" && StatementText.endsWithStatement(characters))
  }

  private static func begins(_ characters: Characters) -> Bool {
    Marker(in: characters, at: 0) != nil || characters.beginning(of: ["附件", "附表", "附录"]) != nil
  }

  /// Whether a line is the number of a page: — 3 —, - 12 -, 第3页.
  static func isPageNumber(_ characters: Characters) -> Bool {
    guard characters.count <= 12, characters.contains(where: \.isDigit) else { return false }
    let marks = Set("-—–－·· 第页共/".unicodeScalars)
    guard let first = characters.first, let last = characters.last, !first.isDigit, !last.isDigit
    else { return false }
    return characters.allSatisfy { $0.isDigit || marks.contains($0) }
  }
}
