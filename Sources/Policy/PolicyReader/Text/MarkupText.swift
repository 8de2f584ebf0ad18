/// The text of a marked-up document: a line for each paragraph, a tab between the cells of a row.
///
/// It reads tags and characters and nothing else: no document type, no entity but the five of XML,
/// the space that does not break, and those that are numbers. So nothing can expand.
struct MarkupText {
  /// Which tags mean what.
  enum Dialect {
    case word
    case web
  }

  private let letters: Letters
  private let dialect: Dialect
  private var position = 0
  private var output = String.UnicodeScalarView()
  private var isLineEmpty = true
  private var isCellEmpty = true
  /// How many cells are open: in a table, paragraphs of a cell stay on its row's line.
  private var cells = 0
  /// Whether what stands here is text: in Word only what stands in a run's text.
  private var isText: Bool
  /// How Word numbers paragraphs, and what it says of the one that is being read.
  private var numbering: WordNumbering?
  private var paragraph = WordNumbering.Paragraph()
  /// How many settings of an earlier version of the paragraph are open.
  private var changes = 0
  private var line = 1
  /// What is doubtful about the numbers, with its line.
  private(set) var doubts: [(line: Int, reason: ReviewReason)] = []

  /// The text of a web page.
  ///
  /// - Complexity: O(*n*).
  static func web(_ markup: String) -> String {
    MarkupText(letters: Array(markup.unicodeScalars), dialect: .web, numbering: nil).text
  }

  /// Reads the text of a Word document, and puts the numbers that Word makes before its paragraphs.
  ///
  /// - Complexity: O(*n*).
  init(word markup: String, numbering: WordNumbering?) {
    self.init(letters: Array(markup.unicodeScalars), dialect: .word, numbering: numbering)
  }

  /// The lines.
  var text: String { String(output) }

  private init(letters: Letters, dialect: Dialect, numbering: WordNumbering?) {
    self.letters = letters
    self.dialect = dialect
    self.numbering = numbering
    isText = dialect == .web
    read()
  }

  private mutating func read() {
    while position < letters.count {
      switch letters[position] {
      case "<": readTag()
      case "&": readEntity()
      case let letter:
        position += 1
        put(letter == "\n" || letter == "\r" ? " " : letter)
      }
    }
  }

  private mutating func put(_ letter: Unicode.Scalar) {
    guard isText else { return }
    number()
    if letter.isSpace, isLineEmpty || (cells > 0 && isCellEmpty) { return }
    output.append(letter)
    isLineEmpty = false
    isCellEmpty = false
  }

  private mutating func breakLine() {
    guard !isLineEmpty, cells == 0 else { return }
    output.append("\n")
    isLineEmpty = true
    line += 1
  }

  /// Puts the number of the paragraph before its first letter.
  private mutating func number() {
    guard !paragraph.isNumbered else { return }
    paragraph.isNumbered = true
    switch numbering?.next(paragraph) {
    case .text(let number):
      if doubts.isEmpty { doubts.append((line, .automaticNumbers)) }
      output.append(contentsOf: number.unicodeScalars)
      isLineEmpty = isLineEmpty && number.isEmpty
      isCellEmpty = isCellEmpty && number.isEmpty
    case .lost: doubts.append((line, .lostNumber))
    case .bullet: break
    case nil:
      let isLost = numbering == nil && paragraph.list.map { $0 != "0" } == true
      if isLost { doubts.append((line, .lostNumber)) }
    }
  }

  /// What the tag between `start` and `end` says of a paragraph's number.
  private mutating func readSetting(_ name: String, _ tag: ArraySlice<Unicode.Scalar>) {
    guard changes == 0, let value = tag.attribute("w:val") else { return }
    switch name {
    case "w:pstyle": paragraph.style = value
    case "w:numid": paragraph.list = value
    case "w:ilvl": paragraph.level = Int(value)
    default: break
    }
  }

  private mutating func readTag() {
    if letters.holds("<!--", at: position) {
      position = letters.first("-->", from: position).map { $0 + 3 } ?? letters.count
      return
    }
    let start = position + 1
    var end = start
    while end < letters.count, letters[end] != ">" { end += 1 }
    position = min(end + 1, letters.count)
    var name = ""
    let isEnd = start < end && letters[start] == "/"
    for letter in letters[(isEnd ? start + 1 : start)..<end].prefix(16) {
      guard letter.isLatin || letter.isDigit || letter == ":" else { break }
      name.unicodeScalars.append(letter)
    }
    let isEmpty = end > start && letters[end - 1] == "/"
    let lowered = name.lowercased()
    if dialect == .word {
      switch lowered {
      case "w:p":
        // One without text counts all the same.
        if isEnd, !paragraph.isNumbered { _ = numbering?.next(paragraph) }
        paragraph = WordNumbering.Paragraph()
      case "w:pprchange": changes = max(0, changes + (isEnd ? -1 : isEmpty ? 0 : 1))
      case "w:pstyle", "w:numid", "w:ilvl": readSetting(lowered, letters[start..<end])
      default: break
      }
    }
    handle(lowered, isEnd: isEnd, isEmpty: isEmpty)
  }

  private mutating func handle(_ name: String, isEnd: Bool, isEmpty: Bool) {
    switch (dialect, name) {
    case (.word, "w:t"): isText = !isEnd && !isEmpty
    case (.word, "w:tab"), (.word, "w:br"), (.word, "w:cr"):
      guard !isEnd else { break }
      isText = true
      if name == "w:tab" || cells > 0 { put(" ") } else { breakLine() }
      isText = false
    case (.word, "w:p") where isEnd:
      breakLine()
    case (.web, "p"), (.web, "div"), (.web, "br"), (.web, "li"),
      (.web, "h1"), (.web, "h2"), (.web, "h3"), (.web, "h4"), (.web, "h5"), (.web, "h6"),
      (.web, "section"), (.web, "article"), (.web, "title"):
      breakLine()
    case (_, "w:tc"), (.web, "td"), (.web, "th"):
      if isEnd {
        cells = max(0, cells - 1)
        // A cell that is empty, as those are that were merged with the one above, keeps its column.
        if isCellEmpty { output.append("-") }
        output.append("\t")
        isLineEmpty = false
      } else if !isEmpty {
        cells += 1
        isCellEmpty = true
      }
    case (_, "w:tr"), (.web, "tr"), (_, "w:tbl"), (.web, "table"):
      cells = 0
      breakLine()
    case (.web, "script"), (.web, "style"), (.web, "head"), (.web, "nav"), (.web, "noscript"):
      if !isEnd, !isEmpty { skip(to: name) }
    default: break
    }
  }

  /// Goes on behind the end of the element `name`.
  private mutating func skip(to name: String) {
    let wanted = Array(name.unicodeScalars)
    while position < letters.count {
      if letters[position] == "<", position + 1 < letters.count, letters[position + 1] == "/" {
        let word = letters[(position + 2)...].prefix(wanted.count)
        if word.string.lowercased() == name { return }
      }
      position += 1
    }
  }

  private mutating func readEntity() {
    let end = letters[position...].prefix(12).firstIndex(of: ";")
    guard let end else {
      position += 1
      return put("&")
    }
    let name = letters[(position + 1)..<end].string
    position = end + 1
    let named: [String: Unicode.Scalar] = [
      "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ", "emsp": " ",
      "ensp": " ", "ldquo": "“", "rdquo": "”", "mdash": "—", "middot": "·",
    ]
    if let letter = named[name] { return put(letter) }
    guard name.hasPrefix("#") else { return }
    let digits = name.dropFirst()
    let isHexadecimal = digits.first == "x" || digits.first == "X"
    let value = isHexadecimal ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    if let value, let letter = Unicode.Scalar(value) { put(letter) }
  }
}
