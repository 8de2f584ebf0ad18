public import Bilingual
import ChainModel
public import Diagnostics

/// What is wrong with a query, and where.
public struct QueryFault: LiantuError, Hashable {
  /// What sort of fault it is.
  public enum Category: Sendable, Hashable {
    /// The expression is not one, or means nothing.
    case expression
    /// A name means no node.
    case notFound
    /// A name means several nodes.
    case ambiguous
    /// The expression asks for more than the limits allow.
    case limit
  }

  /// What sort of fault it is.
  public let category: Category
  /// What is told, and the place that the caret points at.
  public let diagnostic: Diagnostic

  /// A stable name.
  public var code: String { diagnostic.code }
  /// What is wrong.
  public var message: BilingualText { diagnostic.message }
  /// What to do.
  public var help: BilingualText? { diagnostic.help }
  /// A name, or the expression.
  public var cause: ErrorCause {
    switch category {
    case .expression, .limit: .data
    case .notFound: .notFound
    case .ambiguous: .ambiguous
    }
  }
  /// The fault's own.
  public var diagnostics: [Diagnostic] { [diagnostic] }
}

/// Everything that keeps a query from being answered.
public struct QueryFaults: LiantuError, Hashable {
  /// The faults, in the order in which they were found; never empty.
  public let faults: [QueryFault]
  /// The expression, for the line that a caret stands under.
  public let source: SourceText

  /// Whether every fault is a name that means no node.
  public var isNotFound: Bool { faults.allSatisfy { $0.category == .notFound } }

  /// That of the first fault.
  public var code: String { faults.first?.code ?? "bad-query" }
  /// That of the first fault.
  public var message: BilingualText {
    faults.first?.message ?? BilingualText(zh: "表达式有误", en: "the expression is wrong")
  }
  /// That of the first fault.
  public var help: BilingualText? { faults.first?.help }
  /// What all faults are, else the data.
  public var cause: ErrorCause {
    isNotFound ? .notFound : faults.allSatisfy { $0.category == .ambiguous } ? .ambiguous : .data
  }

  /// What is told of each fault.
  public var diagnostics: [Diagnostic] { faults.map(\.diagnostic) }
}

/// Where an expression stands: on a command line, or in a file.
struct QuerySource: Sendable {
  /// The path under which the diagnostics of an expression that stands in no file know it.
  static let unnamed = "query"

  let text: SourceText
  private let named: NamedQuery?

  init(_ expression: String) {
    text = SourceText(path: Self.unnamed, bytes: Array(expression.utf8))
    named = nil
  }

  init(_ query: NamedQuery) {
    text = SourceText(path: query.place?.path ?? query.name, bytes: Array(query.expression.utf8))
    named = query
  }

  func fault(_ message: QueryMessage, at range: SyntaxRange) -> QueryFault {
    QueryFault(
      category: message.category,
      diagnostic: Diagnostic(
        .error,
        code: message.code,
        message: message.text,
        help: message.help,
        at: location(of: range)
      )
    )
  }

  private func location(of range: SyntaxRange) -> Diagnostic.Location? {
    let start = text.position(ofByte: range.start)
    guard let named else {
      return .init(path: Self.unnamed, range: SourceRange(start: start, length: range.scalars))
    }
    guard let place = named.place else { return nil }
    // Where the file writes the expression as it is, the caret can stand under its very character.
    guard let first = named.start, start.line == 1 else { return place }
    let position = SourcePosition(line: first.line, column: first.column + start.column - 1)
    let stretch = SourceRange(start: position, length: range.scalars)
    return .init(path: place.path, range: stretch, cell: place.cell)
  }
}

/// A stretch of an expression: where it begins, in bytes, and its length in Unicode scalars.
struct SyntaxRange: Sendable, Hashable {
  var start: Int
  var end: Int
  var scalars: Int

  static let none = SyntaxRange(start: 0, end: 0, scalars: 0)
}
