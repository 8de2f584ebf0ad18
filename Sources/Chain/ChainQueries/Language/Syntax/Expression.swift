/// An expression over sets of nodes, as it is written.
///
/// Sums and intersections are flat, so that only brackets, functions and `let` nest, which the
/// parser counts.
struct Expression: Sendable {
  indirect enum Form: Sendable, Hashable {
    /// A name, a pattern, a variable, a kind or a named query: what it is, the data tells.
    case name(Word)
    case call(Call)
    /// `where(…, …)`.
    case filter(Expression, Condition)
    /// One set, to which others are added and from which they are taken, left to right.
    case sum(Expression, [Term])
    /// What two or more sets share.
    case intersection([Expression])
    case binding(Word, Expression, Expression)
  }

  struct Term: Sendable, Hashable {
    var isAdded: Bool
    var set: Expression
  }

  struct Call: Sendable, Hashable {
    var function: QueryFunction
    var sets: [Expression]
    var details: [Detail]
  }

  /// An argument that is no set: a kind, a relation, a role, a number, a word of the language.
  enum Detail: Sendable, Hashable {
    case word(Word)
    case number(Int)
  }

  var form: Form
  var range = SyntaxRange.none
}

extension Expression: Hashable {
  /// Two expressions are the same wherever they stand.
  static func == (a: Self, b: Self) -> Bool { a.form == b.form }

  func hash(into hasher: inout Hasher) { hasher.combine(form) }
}

/// What `where` asks of a node.
indirect enum Condition: Sendable, Hashable {
  case any([Condition])
  case all([Condition])
  case not(Condition)
  /// `has(…)`.
  case has(Word)
  /// An attribute that is true or false by itself.
  case flag(Word)
  case comparison(Word, Comparison, Literal)
}

/// How a value stands to another.
enum Comparison: String, Sendable, Hashable, CaseIterable {
  case equal = "="
  case unequal = "!="
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
  case contains = "~"

  static let ordered: Set<Self> = [.less, .lessOrEqual, .greater, .greaterOrEqual]
}

/// A value as it is written in a comparison.
enum Literal: Sendable, Hashable {
  case word(Word)
  /// A number and its unit: `20 万千瓦`.
  case amount(String, unit: Word, SyntaxRange)

  static func == (a: Self, b: Self) -> Bool {
    switch (a, b) {
    case (.word(let a), .word(let b)): a == b
    case (.amount(let a, let unitA, _), .amount(let b, let unitB, _)): a == b && unitA == unitB
    default: false
    }
  }

  func hash(into hasher: inout Hasher) { hasher.combine(written) }

  var range: SyntaxRange {
    switch self {
    case .word(let word): word.range
    case .amount(_, _, let range): range
    }
  }

  /// The form in which an expression writes it.
  var written: String {
    switch self {
    case .word(let word): word.written
    case .amount(let number, let unit, _): number + " " + unit.written
    }
  }
}
