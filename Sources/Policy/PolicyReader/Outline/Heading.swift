/// Where the heading of a line ends, and what its words are in short.
struct Heading {
  /// The longest phrase that still is a heading.
  static let longest = 44

  /// Empty where the text has no heading.
  let title: String
  /// Where the text behind the heading begins.
  let end: Int

  /// The heading that begins at `start`.
  init(of characters: Characters, from start: Int) {
    var end = start
    var depth = 0
    scan: while end < characters.count {
      let character = characters[end]
      switch character {
      case "。", "!", "?": if depth == 0 { break scan }
      case ":", ";": if depth == 0, end - start < Self.longest { break scan }
      case "(", "〔", "【", "[":
        if depth == 0, StatementText.mayBegin(characters, at: end) { break scan }
        depth += 1
      case ")", "〕", "】", "]": depth = max(0, depth - 1)
      default: break
      }
      if end - start > Self.longest * 2 { break }
      end += 1
    }
    if end - start <= Self.longest, !Self.isSentence(characters, start..<end) {
      title = Self.short(characters[start..<end])
      self.end = end < characters.count && characters[end].closing == nil ? end + 1 : end
    } else {
      title = ""
      self.end = start
    }
  }

  /// Whether the words are all that the item says, a sentence that must not become a name.
  private static func isSentence(_ characters: Characters, _ range: Range<Int>) -> Bool {
    guard range.upperBound < characters.count, characters[range.upperBound] == "。" else {
      return false
    }
    let rest = characters[(range.upperBound + 1)...].trimmed
    let isAlone = rest.isEmpty || rest.first?.closing != nil
    return isAlone && (range.count > 24 || range.count > 12 && characters[range].contains(","))
  }

  /// Words without what stands around them.
  static func short(_ characters: ArraySlice<Unicode.Scalar>) -> String {
    var part = characters.trimmed
    while let last = part.last, ",:;。.、-—".unicodeScalars.contains(last) || last.isSpace {
      part = part.dropLast()
    }
    while let first = part.first, "*-—·★●■◆▲".unicodeScalars.contains(first) || first.isSpace {
      part = part.dropFirst()
    }
    var title = Characters()
    for character in part where character != "\t" {
      let isChinese = title.last.map { $0.isHan || $0.opening != nil } ?? false
      switch character {
      case "," where isChinese: title.append("，")
      case ";" where isChinese: title.append("；")
      case ":" where isChinese: title.append("：")
      default: title.append(character)
      }
    }
    return title.string
  }
}
