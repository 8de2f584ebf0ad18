/// Cuts an expression into tokens.
///
/// Full-width forms stand for their half-width ones, as input methods for Chinese write them, and
/// `≥`, `≤` and `≠` for the comparisons that they are. A `-` between two letters of a word is one of
/// its letters, as in `led-by` and `2025-12`; anywhere else it is a sign.
struct Lexer {
  private let scalars: [Unicode.Scalar]
  /// Parallel to `scalars`, and one more: where each begins, in bytes.
  private let offsets: [Int]
  private let source: QuerySource
  private var position = 0
  private var tokens: [Token] = []

  private init(_ text: String, _ source: QuerySource) {
    self.source = source
    scalars = Array(text.unicodeScalars)
    var offsets = [0]
    offsets.reserveCapacity(scalars.count + 1)
    var offset = 0
    for scalar in scalars {
      offset += UTF8.width(scalar)
      offsets.append(offset)
    }
    self.offsets = offsets
  }

  /// The tokens of `text`, an end last.
  static func tokens(
    of text: String,
    _ source: QuerySource
  ) throws(QueryFault) -> [Token] {
    var lexer = Lexer(text, source)
    return try lexer.run()
  }

  private mutating func run() throws(QueryFault) -> [Token] {
    while position < scalars.count {
      let scalar = scalars[position]
      if Self.isSpace(scalar) {
        position += 1
      } else if let close = Self.closing(scalar) {
        try quoted(until: close, from: position, qualifier: nil)
      } else if let (symbol, length) = symbol() {
        let start = position
        position += length
        tokens.append(Token(content: .symbol(symbol), range: range(start, position)))
      } else if Self.isLetter(scalar) {
        try word()
      } else {
        throw source.fault(.unexpectedCharacter(scalar), at: range(position, position + 1))
      }
    }
    tokens.append(Token(content: .end, range: range(position, position)))
    return tokens
  }

  private func range(_ start: Int, _ end: Int) -> SyntaxRange {
    SyntaxRange(start: offsets[start], end: offsets[end], scalars: max(1, end - start))
  }

  private mutating func word() throws(QueryFault) {
    let start = position
    var text = String.UnicodeScalarView()
    while position < scalars.count {
      let scalar = scalars[position]
      let isInner =
        Self.folded(scalar) == "-" && !text.isEmpty && position + 1 < scalars.count
        && Self.isLetter(scalars[position + 1])
      guard Self.isLetter(scalar) || isInner else { break }
      text.append(scalar == "\u{FF1A}" ? ":" : scalar)
      position += 1
    }
    if text.last == ":", position < scalars.count, let close = Self.closing(scalars[position]) {
      try quoted(until: close, from: start, qualifier: String(text.dropLast()))
      return
    }
    let word = Word(text: String(text), range: range(start, position))
    tokens.append(Token(content: .word(word), range: word.range))
  }

  /// Reads a name in quotes; a backslash before a quote or a backslash makes it a letter.
  private mutating func quoted(
    until close: Unicode.Scalar,
    from start: Int,
    qualifier: String?
  ) throws(QueryFault) {
    let quote = position
    position += 1
    var text = String.UnicodeScalarView()
    while position < scalars.count, scalars[position] != close {
      if scalars[position] == "\\", position + 1 < scalars.count,
        [close, "\\"].contains(scalars[position + 1])
      {
        position += 1
      }
      text.append(scalars[position])
      position += 1
    }
    guard position < scalars.count else {
      throw source.fault(.unclosedQuote, at: range(quote, quote + 1))
    }
    position += 1
    let word = Word(
      text: String(text),
      isQuoted: true,
      qualifier: qualifier,
      range: range(start, position)
    )
    tokens.append(Token(content: .word(word), range: word.range))
  }

  /// The sign that stands here, and how many scalars it has.
  private func symbol() -> (QuerySymbol, length: Int)? {
    let first = Self.folded(scalars[position])
    if let comparison = Self.comparison(first) { return (comparison, 1) }
    if position + 1 < scalars.count, Self.folded(scalars[position + 1]) == "=",
      let symbol = QuerySymbol(rawValue: String(first) + "=")
    {
      return (symbol, 2)
    }
    return QuerySymbol(rawValue: String(first)).map { ($0, 1) }
  }

  // MARK: Classes of scalars

  private static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    guard (0xFF01...0xFF5E).contains(scalar.value) else { return scalar }
    return Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
  }

  /// `text` with half-width forms for full-width ones.
  static func folded(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.map { folded($0) }))
  }

  /// The comparison that one sign of mathematics stands for.
  private static func comparison(_ scalar: Unicode.Scalar) -> QuerySymbol? {
    switch scalar {
    case "≥", "≧", "⩾": .greaterOrEqual
    case "≤", "≦", "⩽": .lessOrEqual
    case "≠": .unequal
    default: nil
    }
  }

  /// The quote that ends what `scalar` begins; `nil` when it begins nothing.
  private static func closing(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar {
    case "\"", "'": scalar
    case "“": "”"
    case "‘": "’"
    case "「": "」"
    default: nil
    }
  }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F,
      0x3000:
      true
    default: false
    }
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    let folded = folded(scalar)
    if folded.isASCII {
      switch folded {
      case "a"..."z", "A"..."Z", "0"..."9", "_", ".", ":", "*", "?", "/", "%", "#", "@", "·":
        return true
      default: return false
      }
    }
    if isSpace(scalar) || closing(scalar) != nil || comparison(scalar) != nil { return false }
    switch scalar.value {
    // C1 controls; closing quotes; ∖ ∩ ∪; what steers the order of writing; nonsense.
    case 0x80..<0xA0, 0x201D, 0x2019, 0x300D, 0x2216, 0x2229, 0x222A, 0x200B...0x200F,
      0x202A...0x202E, 0x2060...0x206F,
      0xFEFF, 0xFFF0...0xFFFF:
      return false
    default: return true
    }
  }

  /// Whether `text` is one bare word, and so can be written without quotes.
  static func isBareWord(_ text: String) -> Bool {
    guard let tokens = try? tokens(of: text, QuerySource(text)), tokens.count == 2,
      case .word(let word) = tokens[0].content
    else { return false }
    return !word.isQuoted && word.text.utf8.elementsEqual(text.utf8)
  }
}
