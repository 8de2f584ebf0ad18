public import Bilingual

/// A question about the sets of nodes of a graph, as an expression.
///
/// Two queries are equal when their expressions are, whatever language, spaces and brackets they
/// were written with.
public struct Query: Sendable, Hashable {
  let expression: Expression
  let source: QuerySource

  /// The query that `text` writes.
  ///
  /// - Throws: The first fault of the form, with its place in the text.
  /// - Complexity: O(bytes); longer and deeper expressions than `limits` allow are refused first.
  public init(parsing text: String, limits: QueryLimits = QueryLimits()) throws(QueryFaults) {
    let source = QuerySource(text.utf8.count > limits.bytes ? "" : text)
    do {
      expression = try Parser.parse(text, source, limits)
    } catch {
      throw QueryFaults(faults: [error], source: source.text)
    }
    self.source = source
  }

  init(_ expression: Expression) {
    self.expression = expression
    source = QuerySource("")
  }

  /// The canonical form, in the words of `language`: it reads back as the same query.
  public func text(in language: Language) -> String {
    Printer(language: language).text(expression)
  }

  /// Whether two queries have one expression.
  public static func == (a: Self, b: Self) -> Bool { a.expression == b.expression }

  /// Hashes the expression.
  public func hash(into hasher: inout Hasher) { hasher.combine(expression) }
}
