/// How much of an expression is taken in, and how much work is done for it, before it is refused: an
/// expression made to harm meets an error here.
public struct QueryLimits: Sendable, Hashable {
  /// The most bytes of an expression.
  public var bytes = 64 << 10
  /// The most brackets, functions and `let`s inside one another.
  public var depth = 64
  /// The most named queries that build on one another.
  public var nesting = 16
  /// The most ways that are looked for between two sets, over all pairs.
  public var pairs = 100
  /// The longest time that an evaluation may take.
  public var time: Duration = .seconds(10)

  /// The usual limits.
  public init() {}
}

/// How long an evaluation has been running; asked before each step, each of which is bounded.
struct QueryClock: Sendable {
  private let end: ContinuousClock.Instant
  let limit: Duration

  init(_ limits: QueryLimits) {
    limit = limits.time
    end = ContinuousClock.now.advanced(by: limits.time)
  }

  var isOver: Bool { ContinuousClock.now >= end }
}
