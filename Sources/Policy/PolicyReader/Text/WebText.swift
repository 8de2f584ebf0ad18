/// The text of a web page: a line for each paragraph, a tab between the cells of a row.
///
/// Pages are seldom XML, so it reads tags and characters and nothing else: no document type, no
/// entity but the five of XML, some blanks and quotes, and those that are numbers. So nothing can
/// expand.
struct WebText {
  private let characters: Characters
  private var position = 0
  private var lines = DocumentLines()
  /// Of each cell that is open, whether it holds a part of the page, not a value of a table.
  private var openCells: [Bool] = []

  /// The lines.
  var text: String { lines.text }

  /// Reads a page.
  ///
  /// - Complexity: O(*n*).
  init(_ page: String) {
    characters = Array(page.unicodeScalars)
    while position < characters.count {
      switch characters[position] {
      case "<": readTag()
      case "&": readEntity()
      case let character:
        position += 1
        lines.put(character)
      }
    }
  }

  private mutating func readTag() {
    if characters.holds("<!--", at: position) {
      position = characters.first("-->", from: position).map { $0 + 3 } ?? characters.count
      return
    }
    let start = position + 1
    var end = start
    while end < characters.count, characters[end] != ">" { end += 1 }
    position = min(end + 1, characters.count)
    let isEnd = start < end && characters[start] == "/"
    let name = characters[(isEnd ? start + 1 : start)..<end].prefix(16).prefix {
      $0.isLatin || $0.isDigit || $0 == ":"
    }
    let isEmpty = end > start && characters[end - 1] == "/"
    handle(name.string.lowercased(), isEnd: isEnd, isEmpty: isEmpty)
  }

  private mutating func handle(_ name: String, isEnd: Bool, isEmpty: Bool) {
    switch name {
    case "p", "div", "br", "li", "h1", "h2", "h3", "h4", "h5", "h6", "section", "article", "title":
      lines.breakLine()
    case "td", "th":
      if isEnd { endCell() } else if !isEmpty { beginCell() }
    case "tr", "table": lines.breakRow()
    case "script", "style", "head", "nav", "noscript":
      if !isEnd, !isEmpty { skip(to: name) }
    default: break
    }
  }

  private mutating func beginCell() {
    let isLayout = holdsPage()
    openCells.append(isLayout)
    if isLayout { lines.breakRow() } else { lines.beginCell() }
  }

  private mutating func endCell() {
    if openCells.popLast() ?? false { lines.breakRow() } else { lines.endCell() }
  }

  /// From how many paragraphs on a cell holds a text, not a value.
  private static let manyParagraphs = 4

  /// Whether the cell that begins here holds a table of its own, or the paragraphs of a text: pages are laid
  /// out so.
  private func holdsPage() -> Bool {
    var paragraphs = 0
    var next = position
    while let tag = characters.first("<", from: next) {
      next = tag + 1
      if isTag("/td", at: next) || isTag("/th", at: next) || isTag("/table", at: next) {
        return false
      }
      if isTag("table", at: next) { return true }
      if isTag("p", at: next) { paragraphs += 1 }
      if paragraphs >= Self.manyParagraphs { return true }
    }
    return false
  }

  private func isTag(_ name: Word, at position: Int) -> Bool {
    let end = position + name.characters.count
    guard end < characters.count else { return false }
    let word = characters[position..<end].string.lowercased()
    return word == name.characters.string && !characters[end].isLatin && !characters[end].isDigit
  }

  /// Goes on behind the end of the element `name`.
  private mutating func skip(to name: String) {
    let wanted = Array(name.unicodeScalars)
    while position < characters.count {
      if characters[position] == "<", position + 1 < characters.count,
        characters[position + 1] == "/"
      {
        let word = characters[(position + 2)...].prefix(wanted.count)
        if word.string.lowercased() == name { return }
      }
      position += 1
    }
  }

  private mutating func readEntity() {
    let end = characters[position...].prefix(12).firstIndex(of: ";")
    guard let end else {
      position += 1
      return lines.put("&")
    }
    let name = characters[(position + 1)..<end].string
    position = end + 1
    let named: [String: Unicode.Scalar] = [
      "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ", "emsp": " ",
      "ensp": " ", "ldquo": "“", "rdquo": "”", "mdash": "—", "middot": "·",
    ]
    if let character = named[name] { return lines.put(character) }
    guard name.hasPrefix("#") else { return }
    let digits = name.dropFirst()
    let isHexadecimal = digits.first == "x" || digits.first == "X"
    let value = isHexadecimal ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    if let value, let character = Unicode.Scalar(value) { lines.put(character) }
  }
}
