/// A sign of the language that is no word.
enum QuerySymbol: String, Sendable, Hashable, CaseIterable {
  case open = "("
  case close = ")"
  case comma = ","
  case plus = "+"
  case and = "&"
  case minus = "-"
  case equal = "="
  case unequal = "!="
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
  case contains = "~"
}

/// A word of an expression: a name, a function, a number, a unit.
struct Word: Sendable {
  /// What it says, without quotes.
  var text: String
  /// Whether it stands in quotes, which make it a name and nothing else.
  var isQuoted = false
  /// The kind before a quoted name: `enterprise:"锦西石化"`.
  var qualifier: String?
  var range = SyntaxRange.none
}

extension Word: Hashable {
  /// Two words are the same wherever they stand.
  static func == (a: Self, b: Self) -> Bool {
    a.text == b.text && a.isQuoted == b.isQuoted && a.qualifier == b.qualifier
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(text)
    hasher.combine(isQuoted)
  }

  /// The form in which an expression writes it.
  var written: String {
    guard isQuoted else { return text }
    var quoted = ""
    for scalar in text.unicodeScalars {
      if scalar == "\"" || scalar == "\\" { quoted += "\\" }
      quoted.unicodeScalars.append(scalar)
    }
    return (qualifier.map { $0 + ":" } ?? "") + "\"" + quoted + "\""
  }
}

/// The smallest part of an expression that means something.
struct Token: Sendable, Hashable {
  enum Content: Sendable, Hashable {
    case word(Word)
    case symbol(QuerySymbol)
    case end
  }

  let content: Content
  let range: SyntaxRange

  /// What a message calls it; `nil` for the end.
  var written: String? {
    switch content {
    case .word(let word): String(word.text.prefix(40))
    case .symbol(let symbol): symbol.rawValue
    case .end: nil
    }
  }

  func isSymbol(_ symbol: QuerySymbol) -> Bool { content == .symbol(symbol) }
}
