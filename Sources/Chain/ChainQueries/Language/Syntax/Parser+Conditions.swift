/// The conditions of `where`.
extension Parser {
  mutating func condition() throws(QueryFault) -> Condition {
    var parts = [try conjunction()]
    while keyword == .or {
      advance()
      parts.append(try conjunction())
    }
    return parts.count == 1 ? parts[0] : .any(parts)
  }

  private mutating func conjunction() throws(QueryFault) -> Condition {
    var parts = [try claim()]
    while keyword == .and {
      advance()
      parts.append(try claim())
    }
    return parts.count == 1 ? parts[0] : .all(parts)
  }

  private mutating func claim() throws(QueryFault) -> Condition {
    if keyword == .not {
      advance()
      return .not(try nested { (parser: inout Self) throws(QueryFault) in try parser.claim() })
    }
    if take(.open) {
      let inner = try nested { (parser: inout Self) throws(QueryFault) in
        try parser.condition()
      }
      try expect(.close)
      return inner
    }
    if keyword == .has, nextToken.isSymbol(.open) {
      advance()
      advance()
      let attribute = try attribute()
      try expect(.close)
      return .has(attribute)
    }
    let attribute = try attribute()
    guard case .symbol(let symbol) = token.content,
      let comparison = Comparison(rawValue: symbol.rawValue)
    else { return .flag(attribute) }
    advance()
    return .comparison(attribute, comparison, try literal())
  }

  private mutating func attribute() throws(QueryFault) -> Word {
    guard case .word(let word) = token.content, QueryWord(word) == nil else {
      throw source.fault(.expectedAttribute, at: token.range)
    }
    advance()
    return word
  }

  private mutating func literal() throws(QueryFault) -> Literal {
    let start = token.range
    let isNegative = take(.minus)
    guard case .word(let word) = token.content, QueryWord(word) == nil else {
      throw source.fault(.expectedValue(found: token.written), at: token.range)
    }
    let text = word.isQuoted ? word.text : Self.halfWidthNumber(word.text)
    let isNumber = !word.isQuoted && Self.isNumber(text)
    guard isNumber || !isNegative else {
      throw source.fault(.expectedValue(found: token.written), at: word.range)
    }
    advance()
    let number = (isNegative ? "-" : "") + text
    if isNumber, case .word(let unit) = token.content, QueryWord(unit) == nil {
      advance()
      return .amount(number, unit: unit, range(from: start))
    }
    var value = word
    value.text = number
    return .word(value)
  }

  /// A word that begins with a digit in its half-width form: `２０万千瓦` is `20万千瓦`.
  static func halfWidthNumber(_ text: String) -> String {
    let folded = Lexer.folded(text)
    return folded.utf8.first.map { (0x30...0x39).contains($0) } == true ? folded : text
  }

  static func isNumber(_ text: String) -> Bool {
    text.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") }
      && Double(text) != nil
  }
}
