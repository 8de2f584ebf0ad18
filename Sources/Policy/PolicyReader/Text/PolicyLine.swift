/// A line of the document in normal form, with its place in the file.
struct PolicyLine: Sendable {
  /// The letters in normal form, without spaces at the ends.
  let letters: Letters
  /// Where each of the file's lines that were joined begins, in order; at least one.
  private(set) var starts: [(offset: Int, line: Int)]

  init(letters: Letters, line: Int) {
    self.letters = letters
    starts = [(0, line)]
  }

  private init(letters: Letters, starts: [(offset: Int, line: Int)]) {
    self.letters = letters
    self.starts = starts
  }

  /// The number of the file's line in which the letter at `offset` stands, from 1.
  func line(at offset: Int) -> Int {
    (starts.last { $0.offset <= offset } ?? starts[0]).line
  }

  /// The line with `next` behind it.
  func joined(with next: PolicyLine) -> PolicyLine {
    let moved = next.starts.map { (offset: $0.offset + letters.count, line: $0.line) }
    return PolicyLine(letters: letters + next.letters, starts: starts + moved)
  }

  /// The part from `offset` on.
  func suffix(from offset: Int) -> PolicyLine {
    let later = starts.filter { $0.offset > offset }
      .map { (offset: $0.offset - offset, line: $0.line) }
    return PolicyLine(
      letters: Array(letters[offset...]),
      starts: [(0, line(at: offset))] + later
    )
  }

  /// The part before `offset`.
  func prefix(to offset: Int) -> PolicyLine {
    PolicyLine(
      letters: Array(letters[..<offset]),
      starts: Array(starts.prefix { $0.offset == 0 || $0.offset < offset })
    )
  }
}

extension PolicyLine {
  /// The longest line that is put together from several.
  private static let longestJoin = 4_000

  /// The lines of a text in normal form, empty ones left out; lines that a converter broke in the
  /// middle of a list or of a bracket are one again.
  static func lines(of text: String) -> [PolicyLine] {
    var lines: [PolicyLine] = []
    var current: Letters = []
    var number = 1
    var wasReturn = false
    var isOpen = false
    func finish(_ letters: Letters, _ number: Int) {
      let letters = withoutGaps(Array(letters.trimmed))
      guard !letters.isEmpty else { return }
      let line = PolicyLine(letters: letters, line: number)
      defer { isOpen = breaksOff(letters) }
      if isOpen, let last = lines.last, last.letters.count + letters.count <= longestJoin,
        Marker(in: letters, at: 0) == nil
      {
        lines[lines.count - 1] = last.joined(with: line)
      } else {
        lines.append(line)
      }
    }
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\r", "\n", "\u{85}", "\u{2028}", "\u{2029}", "\u{0C}":
        if scalar == "\n", wasReturn { break }
        finish(current, number)
        current.removeAll(keepingCapacity: true)
        number += 1
      default:
        if let letter = normal(scalar) { current.append(letter) }
      }
      wasReturn = scalar == "\r"
    }
    finish(current, number)
    return lines
  }

  /// What may follow a number as its scale or its unit.
  private static let counted = Set("亿万千百元个家项户人条名场座台套吨年月日%".unicodeScalars)

  /// The letters without the spaces that set a number apart from the words around it (到 2020 年,
  /// 产值 100 亿元); one that parts two columns, such as 市财政局 2023年底前, stays.
  private static func withoutGaps(_ letters: Letters) -> Letters {
    guard letters.contains(" ") else { return letters }
    var kept: Letters = []
    kept.reserveCapacity(letters.count)
    for (position, letter) in letters.enumerated() {
      if letter == " ", let last = kept.last, position + 1 < letters.count {
        let next = letters[position + 1]
        if last.isDigit, counted.contains(next) { continue }
        if last.isHan, next.isDigit, mayJoin(letters, last, numberAt: position + 1) { continue }
      }
      kept.append(letter)
    }
    return kept
  }

  private static func mayJoin(
    _ letters: Letters,
    _ last: Unicode.Scalar,
    numberAt start: Int
  ) -> Bool {
    let number = letters[start...].prefix(12).prefix {
      $0.isDigit || ".-—".unicodeScalars.contains($0)
    }
    var rest = letters[number.endIndex...].prefix(2)
    if rest.first == " " { rest = rest.dropFirst() }
    guard let unit = rest.first, counted.contains(unit) else { return false }
    let isTime = unit == "年" || unit == "月" || unit == "日"
    return !isTime || "到至于在自从比较截年月前".unicodeScalars.contains(last)
  }

  /// Whether a line ends where no author would end it.
  private static func breaksOff(_ letters: Letters) -> Bool {
    guard let last = letters.last, !letters.contains("\t") else { return false }
    if last == "、" || last == "," { return true }
    guard !last.endsSentence, last != ":", letters.count > 12 else { return false }
    var depth = 0
    for letter in letters.suffix(400) {
      if letter == "(" || letter == "〔" { depth += 1 }
      if letter == ")" || letter == "〕" { depth = max(0, depth - 1) }
    }
    return depth > 0
  }

  /// The one form in which a letter is read; `nil` for what nobody sees.
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
