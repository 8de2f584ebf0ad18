/// Immediate dominators from semidominators and nearest common ancestors.
///
/// Source: Georgiadis, Tarjan and Werneck, “Finding dominators in practice”, JGAA 2006. All values
/// are numbers of the depth-first search, so a lower one is nearer to the roots.
struct SemiNCA: ~Copyable {
  /// Each number's ancestor on the way up, farther off as ways are compressed.
  private let ancestors: Scratch<UInt32>

  private let semis: Scratch<UInt32>

  /// The lowest semidominator on the compressed part of the way up.
  private let lowest: Scratch<UInt32>

  /// The way being compressed.
  private let way: Scratch<UInt32>

  /// The immediate dominator of each number, 0 at the top; the parent until it is found.
  let dominators: Scratch<UInt32>

  init(_ search: borrowing NumberedSearch, _ predecessors: Rows) {
    let size = Int(search.count) + 1
    ancestors = Scratch(capacity: size)
    semis = Scratch(capacity: size)
    lowest = Scratch(capacity: size)
    way = Scratch(capacity: size)
    dominators = Scratch(capacity: size)
    for number in 0..<size {
      ancestors[number] = search.parents[number]
      dominators[number] = search.parents[number]
    }
    for root in search.roots {
      dominators[root] = 0
    }
    findSemidominators(search, predecessors)
    findDominators()
  }

  private func findSemidominators(
    _ search: borrowing NumberedSearch,
    _ predecessors: Rows
  ) {
    var number = search.count
    while number > 0 {
      var semi = dominators[number]
      for slot in predecessors.slots(of: search.nodes[number]) {
        let predecessor = search.numbers[predecessors[slot]]
        guard predecessor != 0, predecessor != NumberedSearch.shut else { continue }
        // What has a lower number is its own candidate: its semidominator is not known yet.
        let candidate =
          predecessor <= number ? predecessor : lowestSemi(from: predecessor, above: number)
        if candidate < semi { semi = candidate }
      }
      semis[number] = semi
      lowest[number] = semi
      number -= 1
    }
  }

  /// The lowest semidominator from `start` up to the last ancestor that exceeds `limit`.
  private func lowestSemi(from start: UInt32, above limit: UInt32) -> UInt32 {
    var top = start
    var length = 0
    while ancestors[top] > limit {
      way[length] = top
      length += 1
      top = ancestors[top]
    }
    while length > 0 {
      length -= 1
      let number = way[length]
      ancestors[number] = ancestors[top]
      if lowest[top] < lowest[number] { lowest[number] = lowest[top] }
      top = number
    }
    return lowest[start]
  }

  private func findDominators() {
    for number in stride(from: 1, to: semis.count, by: 1) {
      var dominator = dominators[number]
      while dominator > semis[number] {
        dominator = dominators[dominator]
      }
      dominators[number] = dominator
    }
  }
}
