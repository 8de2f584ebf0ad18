/// A unit such as 亿元, and what it measures.
public struct UnitOfMeasure: Hashable, Sendable {
  /// The symbol, as data writes it.
  public let symbol: String
  /// What it measures: `money`, `power` …; only units of one dimension compare.
  public let dimension: String
  /// How many of the dimension's base unit one of it is.
  public let factor: Double

  /// The unit `symbol`, worth `factor` base units of `dimension`.
  public init(symbol: String, dimension: String, factor: Double) {
    self.symbol = symbol
    self.dimension = dimension
    self.factor = factor
  }
}
