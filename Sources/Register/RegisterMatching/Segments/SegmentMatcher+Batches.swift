import Dispatch

extension SegmentMatcher {
  /// The firms that a core takes before it looks for more: few, so that none waits long for the last one.
  private static let batch = 64
  /// Fewer are done sooner by one core.
  private static let fewest = 64

  /// What `body` makes of each firm and its proposals, in the order of the firms, on as many cores as there
  /// are where there are many.
  ///
  /// ```swift
  /// let counts = matcher.map(firms) { firm, proposals in proposals.count }
  /// ```
  ///
  /// - Complexity: as ``proposals(for:limit:)`` for each firm.
  package func map<Element: Sendable, Result: Sendable>(
    _ elements: [Element],
    among wanted: [Bool]? = nil,
    limit: Int = 5,
    firm: @Sendable (Element) -> FirmText?,
    _ body: @Sendable (Element, [SegmentProposal]) -> Result
  ) -> [Result] {
    map(elements, among: wanted, limit: limit, reading: { $0 }, firm: firm, body)
  }

  /// The same of firms that have to be read first, which each core does for its own.
  ///
  /// - Parameter read: what an element is, for `firm` and `body`.
  package func map<Element: Sendable, Read, Result: Sendable>(
    _ elements: [Element],
    among wanted: [Bool]? = nil,
    limit: Int = 5,
    reading read: @Sendable (Element) -> Read,
    firm: @Sendable (Read) -> FirmText?,
    _ body: @Sendable (Read, [SegmentProposal]) -> Result
  ) -> [Result] {
    @Sendable func results(_ range: Range<Int>) -> [Result] {
      var workspace = MatchingWorkspace()
      return elements[range].map { element in
        let read = read(element)
        let text = firm(read)
        return body(
          read,
          text.map { proposals(for: $0, among: wanted, limit: limit, reusing: &workspace) } ?? []
        )
      }
    }
    guard elements.count >= Self.fewest else { return results(elements.indices) }
    let count = (elements.count + Self.batch - 1) / Self.batch
    let parts = BatchResults<Result>(count: count)
    DispatchQueue.concurrentPerform(iterations: count) { number in
      let range = number * Self.batch..<min((number + 1) * Self.batch, elements.count)
      parts.set(number, results(range))
    }
    return parts.joined()
  }
}

/// What several cores make, each in a place of its own, joined in order.
private final class BatchResults<Result: Sendable>: @unchecked Sendable {
  // Each element is written by one core alone, and read when all are done.
  private let parts: UnsafeMutableBufferPointer<[Result]>

  init(count: Int) {
    parts = .allocate(capacity: count)
    parts.initialize(repeating: [])
  }

  deinit {
    parts.deinitialize()
    parts.deallocate()
  }

  func set(_ number: Int, _ results: [Result]) { parts[number] = results }

  func joined() -> [Result] { Array(parts.joined()) }
}
