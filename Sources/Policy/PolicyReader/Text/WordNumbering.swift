internal import XML

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
  ///   - styles: The part `word/styles.xml`; `nil` where there is none.
  /// - Throws: What keeps either from being read.
  /// - Complexity: O(*n*) over both.
  init(numbering: [UInt8], styles: [UInt8]?) throws(XMLFault) {
    try readLists(numbering)
    if let styles { try readStyles(styles) }
  }

  // MARK: Settings

  private mutating func readLists(_ part: [UInt8]) throws(XMLFault) {
    var kind: String?
    var list: String?
    var level: Int?
    var isOwn = false
    var current = Level()
    try WordMarkup.each(in: part) { name, element in
      guard let element else {
        switch name {
        case "abstractNum": kind = nil
        case "num": list = nil
        case "lvlOverride": level = nil
        case "lvl":
          guard let level, (0..<Self.mostLevels).contains(level) else { break }
          if let kind { kinds[kind, default: [:]][level] = current }
          if let list, isOwn { lists[list]?.own[level] = current }
        default: break
        }
        return
      }
      switch name {
      case "abstractNum":
        kind = element.setting("abstractNumId")
        list = nil
      case "num":
        list = element.setting("numId")
        kind = nil
        if let list { lists[list] = ("", [:], [:]) }
      case "abstractNumId": if let list, let value = element.value { lists[list]?.kind = value }
      case "lvlOverride": level = element.setting("ilvl").flatMap { Int($0) }
      case "startOverride":
        if let list, let level, let value = element.number { lists[list]?.starts[level] = value }
      case "lvl":
        level = element.setting("ilvl").flatMap { Int($0) }
        current = Level()
        isOwn = list != nil
      case "start": current.start = element.number ?? 1
      case "numFmt": current.format = element.value ?? "decimal"
      case "lvlText": current.text = String((element.value ?? "").prefix(40))
      case "isLgl": current.isLegal = element.value != "0"
      default: break
      }
    }
  }

  private mutating func readStyles(_ part: [UInt8]) throws(XMLFault) {
    var style: String?
    try WordMarkup.each(in: part) { name, element in
      switch name {
      case "style":
        style = element?.setting("styleId")
        if let style { styles[style] = (nil, nil, nil) }
      case "basedOn": if let style, let element { styles[style]?.base = element.value }
      case "numId": if let style, let element { styles[style]?.list = element.value }
      case "ilvl": if let style, let element { styles[style]?.level = element.number }
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
