/// A line of the document in normal form, with its place in the file.
struct PolicyLine: Sendable {
  /// The characters in normal form, without spaces at the ends.
  let characters: Characters
  /// Where each of the file's lines that were joined begins, in order; at least one.
  private(set) var starts: [(offset: Int, line: Int)]

  init(characters: Characters, line: Int) {
    self.characters = characters
    starts = [(0, line)]
  }

  private init(characters: Characters, starts: [(offset: Int, line: Int)]) {
    self.characters = characters
    self.starts = starts
  }

  /// The number of the file's line in which the character at `offset` stands, from 1.
  func line(at offset: Int) -> Int {
    (starts.last { $0.offset <= offset } ?? starts[0]).line
  }

  /// The numbers of the file's lines that it is made of, in order.
  var numbers: [Int] { starts.map(\.line) }

  /// The line with `next` behind it.
  func joined(with next: PolicyLine) -> PolicyLine {
    let moved = next.starts.map { (offset: $0.offset + characters.count, line: $0.line) }
    return PolicyLine(characters: characters + next.characters, starts: starts + moved)
  }

  /// Several lines as one.
  ///
  /// - Complexity: O(*n*).
  init(joining lines: [PolicyLine]) {
    var characters: Characters = []
    var starts: [(offset: Int, line: Int)] = []
    for line in lines {
      starts += line.starts.map { ($0.offset + characters.count, $0.line) }
      characters += line.characters
    }
    self.init(characters: characters, starts: starts)
  }

  /// The part from `offset` on.
  func suffix(from offset: Int) -> PolicyLine {
    let later = starts.filter { $0.offset > offset }
      .map { (offset: $0.offset - offset, line: $0.line) }
    return PolicyLine(
      characters: Array(characters[offset...]),
      starts: [(0, line(at: offset))] + later
    )
  }

  /// The part before `offset`.
  func prefix(to offset: Int) -> PolicyLine {
    PolicyLine(
      characters: Array(characters[..<offset]),
      starts: Array(starts.prefix { $0.offset == 0 || $0.offset < offset })
    )
  }
}

extension PolicyLine {
  /// What ends a line; a return and a line feed behind it end one.
  private static let ends: Set<Unicode.Scalar> = [
    "\r", "\n", "\u{85}", "\u{2028}", "\u{2029}", "\u{0C}", "\u{0B}",
  ]

  /// The lines of a text as they stand, empty ones too: the first has the number 1.
  ///
  /// - Complexity: O(*n*).
  static func texts(of text: String) -> [Substring] {
    var lines: [Substring] = []
    var start = text.startIndex
    var position = text.startIndex
    let scalars = text.unicodeScalars
    while position < scalars.endIndex {
      let next = scalars.index(after: position)
      if ends.contains(scalars[position]) {
        lines.append(text[start..<position])
        let isPair =
          scalars[position] == "\r" && next < scalars.endIndex && scalars[next] == "\n"
        start = isPair ? scalars.index(after: next) : next
        position = start
      } else {
        position = next
      }
    }
    lines.append(text[start...])
    return lines
  }

  /// The longest line that is put together from several.
  static let longestJoin = 4_000

  /// The lines of a text in normal form, empty ones left out; lines that a converter broke at a width, in the
  /// middle of a list or of a bracket are one again.
  static func lines(of text: String) -> [PolicyLine] {
    joined(Reflow.paragraphs(of: written(text)))
  }

  /// Puts together what breaks off where no author would end a line.
  private static func joined(_ lines: [PolicyLine]) -> [PolicyLine] {
    var joined: [PolicyLine] = []
    joined.reserveCapacity(lines.count)
    var isOpen = false
    for line in lines {
      if isOpen, let last = joined.last,
        last.characters.count + line.characters.count <= longestJoin,
        Marker(in: line.characters, at: 0) == nil
      {
        joined[joined.count - 1] = last.joined(with: line)
      } else {
        joined.append(line)
      }
      isOpen = breaksOff(line.characters)
    }
    return joined
  }

  /// The lines as they are written, in normal form; empty ones and numbers of pages are left out.
  private static func written(_ text: String) -> [PolicyLine] {
    var lines: [PolicyLine] = []
    var current: Characters = []
    var number = 1
    var wasReturn = false
    func finish(_ characters: Characters, _ number: Int) {
      let characters = withoutGaps(Array(characters.trimmed))
      guard !characters.isEmpty, !Reflow.isPageNumber(characters) else { return }
      lines.append(PolicyLine(characters: characters, line: number))
    }
    for scalar in text.unicodeScalars {
      switch scalar {
      case let end where ends.contains(end):
        if scalar == "\n", wasReturn { break }
        finish(current, number)
        current.removeAll(keepingCapacity: true)
        number += 1
      default:
        if let character = normal(scalar) { current.append(character) }
      }
      wasReturn = scalar == "\r"
    }
    finish(current, number)
    return lines
  }

  /// What may follow a number as its scale or its unit.
  private static let counted = Set("亿万千百元个家项户人条名场座台套吨年月日%".unicodeScalars)

  /// The characters without the spaces that set a number apart from the words around it (到 2020 年,
  /// 产值 100 亿元); one that parts two columns, such as 市财政局 2023年底前, stays.
  private static func withoutGaps(_ characters: Characters) -> Characters {
    guard characters.contains(" ") else { return characters }
    var kept: Characters = []
    kept.reserveCapacity(characters.count)
    for (position, character) in characters.enumerated() {
      if character == " ", let last = kept.last, position + 1 < characters.count {
        let next = characters[position + 1]
        if last.isDigit, counted.contains(next) { continue }
        if last.isHan, next.isDigit, mayJoin(characters, last, numberAt: position + 1) { continue }
      }
      kept.append(character)
    }
    return kept
  }

  private static func mayJoin(
    _ characters: Characters,
    _ last: Unicode.Scalar,
    numberAt start: Int
  ) -> Bool {
    let number = characters[start...].prefix(12).prefix {
      $0.isDigit || ".-—".unicodeScalars.contains($0)
    }
    var rest = characters[number.endIndex...].prefix(2)
    if rest.first == " " { rest = rest.dropFirst() }
    guard let unit = rest.first, counted.contains(unit) else { return false }
    let isTime = unit == "年" || unit == "月" || unit == "日"
    return !isTime || "到至于在自从比较截年月前".unicodeScalars.contains(last)
  }

  /// Whether a line ends where no author would end it.
  private static func breaksOff(_ characters: Characters) -> Bool {
    guard let last = characters.last, !characters.contains("\t") else { return false }
    if last == "、" || last == "," { return true }
    guard !last.endsSentence, last != ":", characters.count > 12 else { return false }
    return endsInBracket(characters)
  }

  /// Whether a bracket near the end of a line is still open there.
  static func endsInBracket(_ characters: Characters) -> Bool {
    var depth = 0
    for character in characters.suffix(400) {
      if character == "(" || character == "〔" { depth += 1 }
      if character == ")" || character == "〕" { depth = max(0, depth - 1) }
    }
    return depth > 0
  }

  /// The one form in which a character is read; `nil` for what nobody sees.
  private static func normal(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0)
    case 0x09: "\t"
    case 0x3000, 0xA0, 0x2000...0x200A, 0x202F: " "
    case 0xFE50: ","
    case 0xFE54: ";"
    case 0xFE55: ":"
    case 0xFE59: "("
    case 0xFE5A: ")"
    case 0xFE62: "+"
    case 0x2E80...0x2FDF: Self.radicals[scalar] ?? scalar
    case 0x00..<0x20, 0x7F..<0xA0, 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF:
      nil
    case let value where value & 0xFFFE == 0xFFFE: nil
    default: scalar
    }
  }

  /// Radicals that PDF extraction puts in the place of the characters that look like them.
  private static let radicals: [Unicode.Scalar: Unicode.Scalar] = [
    "\u{2F00}": "一", "\u{2F06}": "二", "\u{2F17}": "十", "\u{2F24}": "大", "\u{2F2F}": "工",
    "\u{2F45}": "方", "\u{2F42}": "文", "\u{2F64}": "用", "\u{2F83}": "自", "\u{2F92}": "见",
    "\u{2F9F}": "金", "\u{2FA8}": "门", "\u{2EC5}": "见", "\u{2EA0}": "民", "\u{2F8F}": "行",
    "\u{2F38}": "弓", "\u{2F3C}": "心", "\u{2F1F}": "土", "\u{2F57}": "片", "\u{2F4A}": "木",
    "\u{2F54}": "水", "\u{2F9E}": "里", "\u{2EC4}": "西", "\u{2ED3}": "长", "\u{2EDA}": "页",
  ]
}
