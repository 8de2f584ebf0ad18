import Bilingual

/// Makes a tree of tokens, by recursive descent; the levels of nesting are counted, so that no
/// expression is deeper than the stack.
struct Parser {
  let source: QuerySource
  private let tokens: [Token]
  private let limits: QueryLimits
  private var position = 0
  private var depth = 0

  private init(_ text: String, _ source: QuerySource, _ limits: QueryLimits) throws(QueryFault) {
    self.source = source
    self.limits = limits
    guard text.utf8.count <= limits.bytes else {
      throw source.fault(.tooLong(limits.bytes), at: SyntaxRange(start: 0, end: 1, scalars: 1))
    }
    tokens = try Lexer.tokens(of: text, source)
  }

  /// The tree of `text`, or the first fault of its form.
  static func parse(
    _ text: String,
    _ source: QuerySource,
    _ limits: QueryLimits
  ) throws(QueryFault) -> Expression {
    var parser = try Parser(text, source, limits)
    return try parser.query()
  }

  // MARK: Tokens

  var token: Token { tokens[position] }

  var nextToken: Token { tokens[min(position + 1, tokens.count - 1)] }

  mutating func advance() { position = min(position + 1, tokens.count - 1) }

  mutating func take(_ symbol: QuerySymbol) -> Bool {
    guard token.isSymbol(symbol) else { return false }
    advance()
    return true
  }

  mutating func expect(_ symbol: QuerySymbol) throws(QueryFault) {
    guard take(symbol) else {
      throw source.fault(.expected(symbol.rawValue, found: token.written), at: token.range)
    }
  }

  /// The word of the language that stands here.
  var keyword: QueryWord? {
    guard case .word(let word) = token.content else { return nil }
    return QueryWord(word)
  }

  func range(from start: SyntaxRange) -> SyntaxRange {
    let last = tokens[max(0, position - 1)].range
    return SyntaxRange(start: start.start, end: last.end, scalars: start.scalars)
  }

  /// Goes one level down; every way into the tree counts here.
  mutating func nested<Result>(
    _ body: (inout Self) throws(QueryFault) -> Result
  ) throws(QueryFault) -> Result {
    depth += 1
    defer { depth -= 1 }
    guard depth <= limits.depth else {
      throw source.fault(.tooDeep(limits.depth), at: token.range)
    }
    return try body(&self)
  }

  // MARK: Expressions

  private mutating func query() throws(QueryFault) -> Expression {
    if case .end = token.content { throw source.fault(.emptyQuery, at: token.range) }
    let expression = try expression()
    guard case .end = token.content else { throw leftOver() }
    return expression
  }

  /// What is wrong when an expression is complete and something follows.
  private func leftOver() -> QueryFault {
    if case .word = token.content { return missingOperator }
    if token.isSymbol(.open) {
      return source.fault(.expectedOperator(found: "(", before: lastWord), at: token.range)
    }
    return source.fault(.expected("+ & -", found: token.written), at: token.range)
  }

  /// The word before this token; `nil` where a sign stands there.
  private var lastWord: Word? {
    guard position > 0, case .word(let word) = tokens[position - 1].content else { return nil }
    return word
  }

  /// What is wrong where one word follows another.
  private var missingOperator: QueryFault {
    guard case .word(let word) = token.content else {
      return source.fault(.expected("+ & -", found: token.written), at: token.range)
    }
    return source.fault(
      .expectedOperator(found: token.written ?? "", before: lastWord, word: word),
      at: token.range
    )
  }

  private mutating func expression() throws(QueryFault) -> Expression {
    if keyword == .let { return try binding() }
    let start = token.range
    let first = try intersection()
    var terms: [Expression.Term] = []
    while token.isSymbol(.plus) || token.isSymbol(.minus) {
      let isAdded = token.isSymbol(.plus)
      advance()
      terms.append(.init(isAdded: isAdded, set: try intersection()))
    }
    if terms.isEmpty { return first }
    return Expression(form: .sum(first, terms), range: range(from: start))
  }

  private mutating func intersection() throws(QueryFault) -> Expression {
    let start = token.range
    var sets = [try operand()]
    while take(.and) { sets.append(try operand()) }
    if sets.count == 1 { return sets[0] }
    return Expression(form: .intersection(sets), range: range(from: start))
  }

  private mutating func binding() throws(QueryFault) -> Expression {
    try nested { (parser: inout Self) throws(QueryFault) in
      let start = parser.token.range
      parser.advance()
      guard case .word(let name) = parser.token.content, !name.isQuoted else {
        throw parser.source.fault(
          .expectedOperand(found: parser.token.written),
          at: parser.token.range
        )
      }
      guard QueryWord(name) == nil else {
        throw parser.source.fault(.reserved(name.text), at: name.range)
      }
      parser.advance()
      try parser.expect(.equal)
      let value = try parser.expression()
      guard parser.keyword == .in else {
        throw parser.source.fault(
          .expected(QueryWord.in.text.en, found: parser.token.written),
          at: parser.token.range
        )
      }
      parser.advance()
      let body = try parser.expression()
      return Expression(form: .binding(name, value, body), range: parser.range(from: start))
    }
  }

  private mutating func operand() throws(QueryFault) -> Expression {
    if take(.open) {
      let inner = try nested { (parser: inout Self) throws(QueryFault) in
        try parser.expression()
      }
      try expect(.close)
      return inner
    }
    guard case .word(let word) = token.content else {
      throw source.fault(.expectedOperand(found: token.written), at: token.range)
    }
    if !word.isQuoted, nextToken.isSymbol(.open) { return try call(word) }
    if let keyword = QueryWord(word) {
      throw source.fault(
        keyword == .let ? .letInside(word.text) : .reserved(word.text),
        at: word.range
      )
    }
    advance()
    return Expression(form: .name(word), range: word.range)
  }

  // MARK: Functions

  private mutating func call(_ word: Word) throws(QueryFault) -> Expression {
    guard let function = QueryFunction(word: word.text) else {
      throw source.fault(.unknownFunction(word.text), at: word.range)
    }
    advance()
    advance()
    return try nested { (parser: inout Self) throws(QueryFault) in
      try parser.arguments(of: function, word.range)
    }
  }

  private mutating func arguments(
    of function: QueryFunction,
    _ start: SyntaxRange
  ) throws(QueryFault) -> Expression {
    let definition = function.definition
    var call = Expression.Call(function: function, sets: [], details: [])
    var condition: Condition?
    while !token.isSymbol(.close) {
      if !call.sets.isEmpty || !call.details.isEmpty {
        guard take(.comma) else { throw unfinishedArguments }
      }
      if function == .where, call.sets.count == 1 {
        condition = try self.condition()
        break
      }
      if call.sets.count < definition.sets.upperBound {
        call.sets.append(try expression())
      } else if definition.details.isEmpty {
        throw source.fault(.argumentCount(function), at: token.range)
      } else {
        call.details.append(try detail(of: function))
      }
    }
    if condition != nil, let found = token.written, !token.isSymbol(.close) {
      throw source.fault(
        .expected(")", found: found, help: QueryMessage.conditionSigns),
        at: token.range
      )
    }
    try expect(.close)
    let isShort =
      call.sets.count < definition.sets.lowerBound
      || (definition.details.contains(.required) && call.details.isEmpty)
      || (function == .where && condition == nil)
    if isShort { throw source.fault(.argumentCount(function), at: start) }
    let whole = range(from: start)
    if let condition {
      return Expression(form: .filter(call.sets[0], condition), range: whole)
    }
    return Expression(form: .call(call), range: whole)
  }

  /// What is wrong when neither another argument nor the end of the brackets follows.
  private var unfinishedArguments: QueryFault {
    if case .word = token.content { return missingOperator }
    let isCondition = token.written.flatMap { Comparison(rawValue: $0) } != nil
    return source.fault(
      .expected(
        ")",
        found: token.written,
        help: isCondition ? QueryMessage.written(.where) : nil
      ),
      at: token.range
    )
  }

  private mutating func detail(of function: QueryFunction) throws(QueryFault) -> Expression.Detail {
    let details = function.definition.details
    let start = token.range
    let isNegative = !details.isDisjoint(with: [.depth, .limit]) && take(.minus)
    guard case .word(let word) = token.content,
      nextToken.isSymbol(.comma) || nextToken.isSymbol(.close)
    else { throw source.fault(.badArgument(function), at: start) }
    let text = Self.halfWidthNumber(word.text)
    guard !word.isQuoted, Self.isNumber(text), !details.isDisjoint(with: [.depth, .limit]) else {
      if isNegative { throw source.fault(.badArgument(function), at: start) }
      advance()
      return .word(word)
    }
    let option = details.contains(.depth) ? QuestionOption.depth : .limit
    guard let allowed = option.range else {
      throw source.fault(.badArgument(function), at: start)
    }
    guard !isNegative, let number = Int(text), allowed.contains(number) else {
      throw source.fault(.badNumber(allowed), at: isNegative ? start : word.range)
    }
    advance()
    return .number(number)
  }
}
