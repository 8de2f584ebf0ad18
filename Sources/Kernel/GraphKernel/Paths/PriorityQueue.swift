/// A priority queue: a heap that hands out its least element first.
///
/// Each element has four children: a heap half as high, whose children lie near one another.
///
/// Source: LaMarca and Ladner, “The influence of caches on the performance of heaps”, 1996.
struct PriorityQueue<Element: Comparable> {
  private var elements: [Element] = []

  /// - Complexity: O(log *n*) comparisons.
  mutating func insert(_ element: Element) {
    var hole = elements.count
    elements.append(element)
    while hole > 0 {
      let parent = (hole - 1) / 4
      guard element < elements[parent] else { break }
      elements[hole] = elements[parent]
      hole = parent
    }
    elements[hole] = element
  }

  /// - Complexity: O(log *n*) comparisons.
  mutating func popFirst() -> Element? {
    guard let first = elements.first, let last = elements.popLast() else { return nil }
    guard !elements.isEmpty else { return first }
    var hole = 0
    while true {
      let first = 4 * hole + 1
      guard first < elements.count else { break }
      var least = first
      for child in first..<min(first + 4, elements.count) where elements[child] < elements[least] {
        least = child
      }
      guard elements[least] < last else { break }
      elements[hole] = elements[least]
      hole = least
    }
    elements[hole] = last
    return first
  }
}
