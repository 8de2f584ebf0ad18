/// A tag of a page: its name, and where its attributes stand.
struct WebTag {
  let name: String
  let isEnd: Bool
  /// Whether it ends itself.
  let isEmpty: Bool
  /// Behind the tag.
  let end: Int
  /// What stands behind the name.
  private let attributes: Range<Int>
  /// The longest tag in which quotes are heeded.
  private static let longest = 4_000

  /// The tag that begins at `start` with `<`.
  ///
  /// - Complexity: O(*n*) over the tag.
  init(in characters: Characters, at start: Int) {
    let first = start + 1
    var close = first
    // A sign > in an attribute ends no tag.
    var quote: Unicode.Scalar?
    let farthest = min(characters.count, first + Self.longest)
    while close < farthest {
      let character = characters[close]
      if let open = quote {
        if character == open { quote = nil }
      } else if character == ">" {
        break
      } else if character == "\"" || character == "'", close > first, characters[close - 1] == "=" {
        quote = character
      }
      close += 1
    }
    if close == farthest, farthest < characters.count || quote != nil {
      // A quote that never ends: the tag does at the next sign.
      close = characters[first...].firstIndex(of: ">") ?? characters.count
    }
    isEnd = first < close && characters[first] == "/"
    isEmpty = close > first && characters[close - 1] == "/"
    let nameStart = min(isEnd ? first + 1 : first, close)
    let word = characters[nameStart..<close].prefix(16).prefix {
      $0.isLatin || $0.isDigit || $0 == ":"
    }
    name = word.string.lowercased()
    attributes = word.endIndex..<close
    end = min(close + 1, characters.count)
  }

  /// The value of an attribute; `nil` without it.
  func attribute(_ name: Word, in characters: Characters) -> String? {
    // Names of attributes may be written in capitals.
    let part = Array(characters[attributes].prefix(2_000))
    let folded = part.map { $0.isLatin ? Unicode.Scalar($0.value | 0x20) ?? $0 : $0 }
    var next = folded.first(name)
    while let found = next {
      next = folded.first(name, from: found + 1)
      var position = found + name.characters.count
      guard found == part.startIndex || part[found - 1].isSpace || part[found - 1] == "\n" else {
        continue
      }
      while position < part.endIndex, part[position].isSpace { position += 1 }
      guard position < part.endIndex, part[position] == "=" else { continue }
      position += 1
      while position < part.endIndex, part[position].isSpace { position += 1 }
      guard position < part.endIndex else { return nil }
      let quote = part[position]
      if quote == "\"" || quote == "'" {
        return part[(position + 1)...].prefix { $0 != quote }.string
      }
      return part[position...].prefix { !$0.isSpace }.string
    }
    return nil
  }

  /// The whole number of an attribute.
  func number(_ name: Word, in characters: Characters) -> Int? {
    attribute(name, in: characters).flatMap { Int($0.filter { $0 != " " }) }
  }
}
