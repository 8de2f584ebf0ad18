/// Where the heading of a line ends, and what its words are in short.
struct Heading {
  /// The longest phrase that still is a heading.
  static let longest = 44

  /// Empty where the text has no heading.
  let title: String
  /// Where the text behind the heading begins.
  let end: Int

  /// The heading that begins at `start`.
  init(of letters: Letters, from start: Int) {
    var end = start
    var depth = 0
    scan: while end < letters.count {
      let letter = letters[end]
      switch letter {
      case "。", "!", "?": if depth == 0 { break scan }
      case ":", ";": if depth == 0, end - start < Self.longest { break scan }
      case "(", "〔", "【", "[":
        if depth == 0, StatementText.mayBegin(letters, at: end) { break scan }
        depth += 1
      case ")", "〕", "】", "]": depth = max(0, depth - 1)
      default: break
      }
      if end - start > Self.longest * 2 { break }
      end += 1
    }
    if end - start <= Self.longest, !Self.isSentence(letters, start..<end) {
      title = Self.short(letters[start..<end])
      self.end = end < letters.count && letters[end].closing == nil ? end + 1 : end
    } else {
      title = ""
      self.end = start
    }
  }

  /// Whether the words are all that the item says, a sentence that must not become a name.
  private static func isSentence(_ letters: Letters, _ range: Range<Int>) -> Bool {
    guard range.upperBound < letters.count, letters[range.upperBound] == "。" else { return false }
    let rest = letters[(range.upperBound + 1)...].trimmed
    let isAlone = rest.isEmpty || rest.first?.closing != nil
    return isAlone && (range.count > 24 || range.count > 12 && letters[range].contains(","))
  }

  /// Words without what stands around them.
  static func short(_ letters: ArraySlice<Unicode.Scalar>) -> String {
    var part = letters.trimmed
    while let last = part.last, ",:;。.、-—".unicodeScalars.contains(last) || last.isSpace {
      part = part.dropLast()
    }
    while let first = part.first, "*-—·★●■◆▲".unicodeScalars.contains(first) || first.isSpace {
      part = part.dropFirst()
    }
    var title = Letters()
    for letter in part where letter != "\t" {
      let isChinese = title.last.map { $0.isHan || $0.opening != nil } ?? false
      switch letter {
      case "," where isChinese: title.append("，")
      case ";" where isChinese: title.append("；")
      case ":" where isChinese: title.append("：")
      default: title.append(letter)
      }
    }
    return title.string
  }
}
