/// The questions that can be asked, by the names under which the command line, the API, pages,
/// galleries, packs and the query language know them. Each name stands beside its row in the
/// ``QuestionTable``.
public struct QuestionName: RawRepresentable, Sendable, Hashable, CaseIterable {
  /// The name in English, as it is typed: `gaps`.
  public let rawValue: String

  /// The question called `rawValue`; `nil` when the table has none.
  public init?(rawValue: String) {
    guard QuestionTable.byName[rawValue] != nil else { return nil }
    self.rawValue = rawValue
  }

  /// A name of the table, or of the rows of a wing above, which alone knows what it is called.
  package init(_ name: StaticString) { rawValue = name.description }

  /// The question that `word` means: by its name, another word for it, or a label of its list or its
  /// picture, in either language.
  public init?(word: String) {
    guard let definition = QuestionTable.byWord[word] else { return nil }
    self = definition.name
  }

  /// All questions, in the order of the table.
  public static let allCases = QuestionTable.all.map(\.name)

  /// The questions that have a picture: the views.
  public static let views = allCases.filter(\.definition.hasPicture)

  /// What the question is called, is of and heeds.
  ///
  /// - Complexity: O(1).
  public var definition: QuestionDefinition {
    guard let definition = QuestionTable.byName[rawValue] else {
      preconditionFailure("the question '\(rawValue)' has no row in the table")
    }
    return definition
  }
}

/// The questions, a row each: what the command line and its help, completion, the API and its
/// OpenAPI document, pages, galleries and packs are made from.
public enum QuestionTable {
  /// All rows, by topic.
  public static let all = chains + structure + people + places + data

  static let byName = Dictionary(uniqueKeysWithValues: all.map { ($0.name.rawValue, $0) })

  static let byWord = Dictionary(
    all.flatMap { question in question.words.map { ($0, question) } },
    uniquingKeysWith: { first, _ in first }
  )
}
