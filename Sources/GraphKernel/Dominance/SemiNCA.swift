/// Immediate dominators from semidominators and nearest common ancestors.
///
/// Source: Georgiadis, Tarjan and Werneck, “Finding dominators in practice”, JGAA 2006. All values
/// are numbers of the depth-first search, so a lower one is nearer to the roots.
struct SemiNCA: ~Copyable {
  /// Each number's ancestor on the way up, farther off as ways are compressed.
  private let ancestors: Scratch<UInt32>

  private let semis: Scratch<UInt32>

  /// The number with the lowest semidominator on the compressed part of the way up.
  private let labels: Scratch<UInt32>

  /// What ``semis`` become: the immediate dominator of each number; 0 above the roots.
  let dominators: Scratch<UInt32>

  /// The way being compressed.
  private var way: [UInt32] = []

  init(_ search: borrowing NumberedSearch, _ predecessors: Rows) {
    let size = Int(search.count) + 1
    ancestors = Scratch(capacity: size)
    semis = Scratch(capacity: size)
    labels = Scratch(capacity: size)
    dominators = Scratch(capacity: size)
    for number in 0..<size {
      ancestors[number] = search.parents[number]
      semis[number] = UInt32(number)
      labels[number] = UInt32(number)
      dominators[number] = search.parents[number]
    }
    findSemidominators(search, predecessors)
    findDominators()
  }

  private mutating func findSemidominators(
    _ search: borrowing NumberedSearch,
    _ predecessors: Rows
  ) {
    let roots = Marks(universe: semis.count)
    for root in search.roots { _ = roots.insert(root) }
    var number = search.count
    while number > 0 {
      var semi = roots.contains(number) ? 0 : dominators[number]
      for slot in predecessors.slots(of: search.nodes[number]) {
        let predecessor = search.numbers[predecessors[slot]]
        guard predecessor != 0, predecessor != NumberedSearch.shut else { continue }
        semi = min(semi, semis[best(from: predecessor, above: number)])
      }
      semis[number] = semi
      number -= 1
    }
  }

  /// The number with the lowest semidominator from `start` up to the last that exceeds `limit`.
  private mutating func best(from start: UInt32, above limit: UInt32) -> UInt32 {
    var top = start
    while ancestors[top] > limit {
      way.append(top)
      top = ancestors[top]
    }
    while let number = way.popLast() {
      ancestors[number] = ancestors[top]
      if semis[labels[top]] < semis[labels[number]] { labels[number] = labels[top] }
      top = number
    }
    return labels[start]
  }

  private func findDominators() {
    for number in 1..<max(1, semis.count) {
      var dominator = dominators[number]
      while dominator > semis[number] {
        dominator = dominators[dominator]
      }
      dominators[number] = dominator
    }
  }
}
