public import Bilingual

/// The functions of the query language. The table in `definition` drives the parser, the help, the
/// completion of a shell and the pages of the documentation.
public enum QueryFunction: String, Sendable, Hashable, CaseIterable {
  /// The nodes of some kinds.
  case kind
  /// What lies inside.
  case `in`
  /// The nodes for which a condition holds.
  case `where`
  /// What feeds.
  case upstream
  /// What is fed.
  case downstream
  /// What lies on the ways from one set to another.
  case between
  /// One shortest way.
  case path
  /// The ways, shortest first.
  case paths
  /// Who answers.
  case owners
  /// What a party leads.
  case ledBy = "led-by"
  /// What a party answers for.
  case duties
  /// The members of collectives.
  case members
  /// The segments that are missing or said to be lacking.
  case gaps
  /// The segments that are here and weak.
  case weak
  /// The segments that a document wants.
  case wanted
  /// The segments of which nothing is known.
  case unknown
  /// The segments of some verdicts.
  case verdict
  /// What the verdicts of segments rest on.
  case evidence
  /// The segments whose loss blocks others.
  case chokepoints
  /// The segments without which flows join others no longer.
  case cutPoints = "cut-points"
  /// The fewest nodes that part one set from another.
  case cut
  /// The segments through which the most shortest ways run.
  case betweenness
  /// The segments of a core.
  case core
  /// What relations join to a set.
  case connected
  /// One relation away, either way.
  case neighbors
  /// One relation away, one way.
  case follow
  /// What no relation touches.
  case orphans
  /// What the loss of nodes changes.
  case impact
  /// What may be missing.
  case maybe

  /// The function that `word` means, in either language; `nil` when there is none.
  public init?(word: String) {
    guard let function = Self.byWord[word.lowercased()] else { return nil }
    self = function
  }

  private static let byWord: [String: Self] = Dictionary(
    allCases.flatMap { function in function.words.map { ($0, function) } },
    uniquingKeysWith: { first, _ in first }
  )

  /// The words for it, English and Chinese; the first of each language is the usual one.
  public var words: [String] { [rawValue] + definition.chinese }

  /// The usual word in `language`.
  public func word(_ language: Language) -> String {
    language == .en ? rawValue : definition.chinese[0]
  }

  /// How it is written: `upstream(SET[, DEPTH | RELATION])`.
  public func usage(_ language: Language) -> String {
    word(language) + "(" + definition.arguments[language] + ")"
  }

  /// What it means, in one sentence that says which way relations are followed.
  public var summary: BilingualText { definition.summary }

  /// An expression that uses it, on the data set of Huludao.
  public var example: String { definition.example }
}

/// What stands in the brackets of a function, and what it means.
struct QueryFunctionDefinition: Sendable {
  /// The arguments that are no sets; they stand after the sets.
  struct Details: OptionSet, Sendable {
    let rawValue: Int
    static let depth = Self(rawValue: 1)
    static let limit = Self(rawValue: 2)
    static let relations = Self(rawValue: 4)
    static let roles = Self(rawValue: 8)
    static let inherited = Self(rawValue: 16)
    static let inverse = Self(rawValue: 32)
    static let kinds = Self(rawValue: 64)
    /// At least one of them must be there.
    static let required = Self(rawValue: 128)
    static let strong = Self(rawValue: 256)
    static let verdicts = Self(rawValue: 512)
  }

  let chinese: [String]
  let arguments: BilingualText
  let summary: BilingualText
  let example: String
  /// How many sets.
  var sets: ClosedRange<Int> = 1...1
  var details: Details = []

  /// The most sets where any number may stand.
  static let any = 1_000
}
