/// How much more may be spent on guessing which names were meant.
///
/// A data set of many names and many faults would otherwise take the product of the two.
///
/// Asked by one thread at a time: when faults are told, which is when all is read.
package final class SuggestionBudget: @unchecked Sendable {
  /// A budget that nothing is spent of.
  package init() {}

  private var names = 250_000

  /// Whether another search through `count` names is worth its time.
  package func affords(_ count: Int) -> Bool {
    names -= count
    return names >= 0
  }
}
