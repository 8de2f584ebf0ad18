/// The numbers that Word puts before paragraphs, put together from the parts `word/numbering.xml` and
/// `word/styles.xml` of a document.
struct WordNumbering {
  /// What a paragraph says of its number.
  struct Paragraph {
    var style: String?
    /// The list, `w:numId`.
    var list: String?
    var level: Int?
    /// Whether its number has been made.
    var isNumbered = false
  }

  enum Number {
    case text(String)
    /// A bullet, which tells nothing.
    case bullet
    /// Word would put a number here that is not known to us.
    case lost
  }

  /// One level of a list.
  struct Level {
    var start = 1
    var format = "decimal"
    /// `%1、` or `(%2)`.
    var text = ""
    /// Whether numbers of levels above are written in digits.
    var isLegal = false
  }

  /// The most levels that a list has.
  static let mostLevels = 9

  /// The levels of each list: those of what it is an instance of, and its own.
  private var lists: [String: (kind: String, starts: [Int: Int], own: [Int: Level])] = [:]
  private var kinds: [String: [Int: Level]] = [:]
  /// The list and level that a style gives its paragraphs, and the style that it is based on.
  private var styles: [String: (list: String?, level: Int?, base: String?)] = [:]
  /// The newest number at each level, by the kind of list: instances of one kind count on.
  private var counts: [String: [Int]] = [:]
  private var begun: Set<String> = []

  /// - Parameters:
  ///   - numbering: The part `word/numbering.xml`.
  ///   - styles: The part `word/styles.xml`; empty where there is none.
  /// - Complexity: O(*n*) over both.
  init(numbering: String, styles: String) {
    readLists(Array(numbering.unicodeScalars))
    readStyles(Array(styles.unicodeScalars))
  }

  // MARK: Settings

  private mutating func readLists(_ letters: Letters) {
    var kind: String?
    var list: String?
    var level: Int?
    var isOwn = false
    var current = Level()
    MarkupTags.each(in: letters) { name, tag, isEnd in
      switch name {
      case "w:abstractnum":
        kind = isEnd ? nil : tag.attribute("w:abstractNumId")
        list = nil
      case "w:num":
        list = isEnd ? nil : tag.attribute("w:numId")
        kind = nil
        if let list { lists[list] = ("", [:], [:]) }
      case "w:abstractnumid":
        if let list, let value = tag.attribute("w:val") { lists[list]?.kind = value }
      case "w:lvloverride": level = isEnd ? nil : tag.attribute("w:ilvl").flatMap { Int($0) }
      case "w:startoverride":
        if let list, let level, let value = tag.attribute("w:val").flatMap({ Int($0) }) {
          lists[list]?.starts[level] = value
        }
      case "w:lvl":
        if isEnd {
          guard let level, (0..<Self.mostLevels).contains(level) else { break }
          if let kind { kinds[kind, default: [:]][level] = current }
          if let list, isOwn { lists[list]?.own[level] = current }
        } else {
          level = tag.attribute("w:ilvl").flatMap { Int($0) }
          current = Level()
          isOwn = list != nil
        }
      case "w:start": current.start = tag.attribute("w:val").flatMap { Int($0) } ?? 1
      case "w:numfmt": current.format = tag.attribute("w:val") ?? "decimal"
      case "w:lvltext": current.text = String((tag.attribute("w:val") ?? "").prefix(40))
      case "w:islgl": current.isLegal = tag.attribute("w:val") != "0"
      default: break
      }
    }
  }

  private mutating func readStyles(_ letters: Letters) {
    var style: String?
    MarkupTags.each(in: letters) { name, tag, isEnd in
      switch name {
      case "w:style":
        style = isEnd ? nil : tag.attribute("w:styleId")
        if let style { styles[style] = (nil, nil, nil) }
      case "w:basedon": if let style { styles[style]?.base = tag.attribute("w:val") }
      case "w:numid": if let style { styles[style]?.list = tag.attribute("w:val") }
      case "w:ilvl":
        if let style { styles[style]?.level = tag.attribute("w:val").flatMap { Int($0) } }
      default: break
      }
    }
  }

  /// The list and level of a paragraph: its own, else those of its style or one that it is based on.
  private func place(of paragraph: Paragraph) -> (list: String, level: Int)? {
    var list = paragraph.list
    var level = paragraph.level
    var style = paragraph.style
    var steps = 0
    while list == nil, let name = style, let settings = styles[name], steps < 20 {
      list = settings.list
      level = level ?? settings.level
      style = settings.base
      steps += 1
    }
    guard let list, list != "0" else { return nil }
    return (list, level ?? 0)
  }

  // MARK: Counting

  /// The number of the next paragraph; `nil` for one that has none.
  mutating func next(_ paragraph: Paragraph) -> Number? {
    guard let (list, level) = place(of: paragraph) else { return nil }
    guard let settings = lists[list], let kind = kinds[settings.kind],
      (0..<Self.mostLevels).contains(level)
    else { return .lost }
    func setting(_ level: Int) -> Level { settings.own[level] ?? kind[level] ?? Level() }
    var numbers = counts[settings.kind] ?? []
    if begun.insert(list).inserted, !settings.starts.isEmpty {
      numbers = Array(numbers.prefix(settings.starts.keys.min() ?? 0))
    }
    while numbers.count <= level {
      let next = numbers.count
      let start = settings.starts[next] ?? setting(next).start
      // A level that is passed over counts as begun.
      numbers.append(next == level ? start - 1 : start)
    }
    numbers = Array(numbers.prefix(level + 1))
    let (sum, isOver) = numbers[level].addingReportingOverflow(1)
    numbers[level] = isOver ? 1 : sum
    counts[settings.kind] = numbers

    let own = setting(level)
    if own.format == "bullet" || own.format == "none" || own.text.isEmpty { return .bullet }
    var text = ""
    var rest = own.text[...]
    while let mark = rest.first {
      rest = rest.dropFirst()
      guard mark == "%", let digit = rest.first?.wholeNumberValue, (1...level + 1).contains(digit)
      else {
        text.append(mark)
        continue
      }
      rest = rest.dropFirst()
      let format = own.isLegal ? "decimal" : setting(digit - 1).format
      guard let number = WordNumeral.text(numbers[digit - 1], format: format) else { return .lost }
      text += number
    }
    // A number alone stands apart from the words by a tab; 1.1 keeps a space.
    if own.text.count == 2, own.text.first == "%" {
      return .text(text + (text.allSatisfy(\.isASCII) ? "." : "、"))
    }
    return .text(text.last?.isNumber == true ? text + " " : text)
  }
}
