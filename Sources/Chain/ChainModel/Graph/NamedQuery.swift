public import Bilingual
public import Diagnostics

/// A query that a data set gives a name, as its file writes it.
public struct NamedQuery: Sendable, Hashable {
  /// The name, by which other queries use it.
  public let name: String
  /// The expression; whether it is one, the query language tells.
  public let expression: String
  /// What it asks, for people; `nil` when the file does not say.
  public let description: BilingualText?
  /// Where the file writes the expression; `nil` for one that stands in no file.
  public let place: Diagnostic.Location?
  /// Where the first letter of the expression stands, when the file writes it on one line and as it
  /// is, so that a fault inside it has a place of its own.
  public let start: SourcePosition?

  /// The query `name`; see the properties.
  public init(
    name: String,
    expression: String,
    description: BilingualText? = nil,
    place: Diagnostic.Location? = nil,
    start: SourcePosition? = nil
  ) {
    self.name = name
    self.expression = expression
    self.description = description
    self.place = place
    self.start = start
  }
}
