/// The text of a web page: a line for each paragraph, a tab between the cells of a row.
///
/// Pages are seldom XML, so it reads tags and characters and nothing else: no document type, no
/// entity but the five of XML, some blanks and quotes, and those that are numbers. So nothing can
/// expand.
struct WebText {
  private let letters: Letters
  private var position = 0
  private var lines = DocumentLines()

  /// The lines.
  var text: String { lines.text }

  /// Reads a page.
  ///
  /// - Complexity: O(*n*).
  init(_ page: String) {
    letters = Array(page.unicodeScalars)
    while position < letters.count {
      switch letters[position] {
      case "<": readTag()
      case "&": readEntity()
      case let letter:
        position += 1
        lines.put(letter)
      }
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
    let isEnd = start < end && letters[start] == "/"
    let name = letters[(isEnd ? start + 1 : start)..<end].prefix(16).prefix {
      $0.isLatin || $0.isDigit || $0 == ":"
    }
    let isEmpty = end > start && letters[end - 1] == "/"
    handle(name.string.lowercased(), isEnd: isEnd, isEmpty: isEmpty)
  }

  private mutating func handle(_ name: String, isEnd: Bool, isEmpty: Bool) {
    switch name {
    case "p", "div", "br", "li", "h1", "h2", "h3", "h4", "h5", "h6", "section", "article", "title":
      lines.breakLine()
    case "td", "th":
      if isEnd { lines.endCell() } else if !isEmpty { lines.beginCell() }
    case "tr", "table": lines.breakRow()
    case "script", "style", "head", "nav", "noscript":
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
      return lines.put("&")
    }
    let name = letters[(position + 1)..<end].string
    position = end + 1
    let named: [String: Unicode.Scalar] = [
      "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ", "emsp": " ",
      "ensp": " ", "ldquo": "“", "rdquo": "”", "mdash": "—", "middot": "·",
    ]
    if let letter = named[name] { return lines.put(letter) }
    guard name.hasPrefix("#") else { return }
    let digits = name.dropFirst()
    let isHexadecimal = digits.first == "x" || digits.first == "X"
    let value = isHexadecimal ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    if let value, let letter = Unicode.Scalar(value) { lines.put(letter) }
  }
}
