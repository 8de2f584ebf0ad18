/// A length for each arc of a graph, none of them negative.
public struct ArcWeights: Sendable {
  /// The length of each arc.
  let values: [Double]

  /// The lengths of the arcs of a graph, in the order of its arcs.
  ///
  /// - Throws: ``WeightFault`` for the first length that is negative or no number; infinite ones
  ///   are none either.
  /// - Complexity: O(*e*) time, 8 bytes an arc.
  public init(_ values: [Double]) throws(WeightFault) {
    for (position, value) in values.enumerated() where !(value >= 0 && value.isFinite) {
      throw WeightFault(arc: ArcIndex(position), value: value)
    }
    self.values = values
  }

  /// How many arcs have a length.
  public var count: Int { values.count }

  /// The length of `arc`.
  public subscript(arc: ArcIndex) -> Double { values[arc.position] }
}

/// A length that no arc can have: shortest paths are not defined where going round shortens a way.
public struct WeightFault: Error, Hashable, Sendable, CustomStringConvertible {
  /// The arc.
  public let arc: ArcIndex

  /// Its length.
  public let value: Double

  /// What is wrong, in English.
  public var description: String {
    "arc \(arc.offset) has the length \(value), which is negative or no number"
  }
}

extension Digraph {
  func check(_ weights: ArcWeights?) {
    guard let weights else { return }
    precondition(
      weights.count == arcCount,
      "\(weights.count) lengths do not fit a graph of \(arcCount) arcs"
    )
  }
}
