/// The Wilson score interval: between which shares the true one lies, where some of a sample were
/// right.
///
/// Unlike the normal approximation it holds for small samples and for shares near 1: 35 of 35 give
/// a lower bound of 0.901, and 34 of 34 one of 0.898.
///
/// Source: E. B. Wilson, “Probable inference, the law of succession, and statistical inference”,
/// JASA 22, 1927.
package struct WilsonInterval: Hashable, Sendable, CustomStringConvertible {
  /// How many were right.
  package let right: Int
  /// How many there were.
  package let total: Int
  /// The lower bound, from 0 to 1; 0 for an empty sample.
  package let lower: Double
  /// The upper bound, from 0 to 1; 1 for an empty sample.
  package let upper: Double

  /// The interval for `right` of `total`, two-sided. `z` is the quantile of the normal
  /// distribution: 1.96 for 95 %.
  ///
  /// - Precondition: 0 ≤ `right` ≤ `total`, and `z` > 0.
  package init(right: Int, total: Int, z: Double = 1.959_963_984_540_054) {
    precondition(0 <= right && right <= total && z > 0, "some of a sample are right")
    self.right = right
    self.total = total
    guard total > 0 else {
      (lower, upper) = (0, 1)
      return
    }
    let count = Double(total)
    let share = Double(right) / count
    let square = z * z
    let middle = share + square / (2 * count)
    let reach = z * (share * (1 - share) / count + square / (4 * count * count)).squareRoot()
    // Rounding must not leave the bounds beyond the share itself, nor beyond 0 and 1.
    lower = right == 0 ? 0 : min(share, max(0, (middle - reach) / (1 + square / count)))
    upper = right == total ? 1 : max(share, min(1, (middle + reach) / (1 + square / count)))
  }

  /// The share that was right; 0 for an empty sample.
  package var share: Double { total == 0 ? 0 : Double(right) / Double(total) }

  /// `0.850 [0.640, 0.948] 17/20`.
  package var description: String {
    "\(Self.rounded(share)) [\(Self.rounded(lower)), \(Self.rounded(upper))] \(right)/\(total)"
  }

  /// Three decimals.
  private static func rounded(_ share: Double) -> String {
    let thousandths = Int((share * 1_000).rounded())
    let digits = String(thousandths % 1_000)
    let zeros = String(repeating: "0", count: 3 - digits.count)
    return "\(thousandths / 1_000).\(zeros)\(digits)"
  }
}
