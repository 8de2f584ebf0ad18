/// The text of a web page: a line for each paragraph, a tab between the cells of a row.
///
/// Pages are seldom XML, so it reads tags and characters and nothing else: no document type, no
/// entity but the five of XML, some blanks and quotes, and those that are numbers. So nothing can
/// expand.
struct WebText {
  private let characters: Characters
  private var position = 0
  private var lines = DocumentLines()
  private var furniture = PageFurniture()
  /// The elements of which one has no end, so that no other is looked for.
  private var unended: Set<String> = []

  /// The lines, without those of the page around its text.
  private(set) var text = ""
  /// How many parts of the page around its text were left out.
  private(set) var dropped = 0

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
    lines.finish()
    (text, dropped) = PageFurniture.body(of: lines.text)
    dropped += furniture.count
  }

  private mutating func readTag() {
    if characters.holds("<!--", at: position) {
      position = characters.first("-->", from: position).map { $0 + 3 } ?? characters.count
      return
    }
    let tag = WebTag(in: characters, at: position)
    position = tag.end
    handle(tag)
  }

  private mutating func handle(_ tag: WebTag) {
    if let end = furniture.end(of: tag, in: characters) {
      lines.breakLine()
      position = end
      return
    }
    switch tag.name {
    case "p", "div", "br", "li", "h1", "h2", "h3", "h4", "h5", "h6", "section", "article", "title":
      lines.breakLine()
    case "td", "th":
      if tag.isEnd {
        lines.endCell()
      } else if !tag.isEmpty {
        lines.beginCell(
          columns: tag.number("colspan", in: characters) ?? 1,
          rows: tag.number("rowspan", in: characters) ?? 1
        )
      }
    case "tr": if tag.isEnd { lines.endRow() } else { lines.beginRow() }
    case "table": if tag.isEnd { lines.endTable() } else { lines.beginTable() }
    case "script", "style", "head", "nav", "noscript", "select", "button", "textarea":
      if !tag.isEnd, !tag.isEmpty { skip(to: tag.name) }
    default: break
    }
  }

  /// Goes on behind what the element `name` holds; where nothing ends it, it hides nothing.
  private mutating func skip(to name: String) {
    guard !unended.contains(name) else { return }
    let start = position
    while position < characters.count {
      if characters[position] == "<" {
        let tag = characters[(position + 1)...].prefix(name.count + 1)
        if tag.first == "/", tag.dropFirst().string.lowercased() == name { return }
        // The end of a head may be left out.
        if name == "head", tag.prefix(4).string.lowercased() == "body" { return }
      }
      position += 1
    }
    position = start
    unended.insert(name)
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
