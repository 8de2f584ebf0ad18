/// Where the heading of a line ends, and what its words are in short.
struct Heading {
  /// The longest phrase that still is a heading.
  static let longest = 44
  /// The longest name that is cut from a sentence.
  private static let longestCut = 18

  let title: String
  let isCut: Bool
  /// Where the text behind the heading begins.
  let end: Int

  /// The heading that begins at `start`.
  init(of letters: Letters, from start: Int) {
    var end = start
    var depth = 0
    var clause: Int?
    scan: while end < letters.count {
      let letter = letters[end]
      switch letter {
      case "。", "!", "?": if depth == 0 { break scan }
      case ":", ";": if depth == 0, end - start < Self.longest { break scan }
      case "(", "〔", "【", "[":
        if depth == 0, StatementText.mayBegin(letters, at: end) { break scan }
        depth += 1
      case ")", "〕", "】", "]": depth = max(0, depth - 1)
      case ",", "\t": if clause == nil { clause = end }
      default: break
      }
      if end - start > Self.longest * 2 { break }
      end += 1
    }
    if end - start <= Self.longest {
      title = Self.short(letters[start..<end])
      isCut = false
      self.end = end < letters.count && letters[end].closing == nil ? end + 1 : end
    } else {
      let cut = min(clause ?? end, start + Self.longestCut)
      title = Self.short(letters[start..<cut])
      isCut = true
      self.end = start
    }
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
    return part.filter { $0 != "\t" }.string
  }
}
