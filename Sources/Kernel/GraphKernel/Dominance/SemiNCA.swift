internal import CPrefetch

/// Immediate dominators from semidominators and nearest common ancestors.
///
/// Source: Georgiadis, Tarjan and Werneck, “Finding dominators in practice”, JGAA 2006. All values
/// are numbers of the depth-first search, so a lower one is nearer to the roots.
struct SemiNCA: ~Copyable {
  /// What is known of a number, in one place: a step on the way up costs one look into memory.
  struct Link: BitwiseCopyable {
    /// The ancestor on the way up, farther off as ways are compressed.
    var ancestor: UInt32
    /// The lowest semidominator on the part of the way up that is compressed.
    var lowest: UInt32
  }

  private let links: Scratch<Link>

  private let semis: Scratch<UInt32>

  /// The way being compressed.
  private let way: Scratch<UInt32>

  /// The immediate dominator of each number, 0 at the top; the parent until it is found.
  let dominators: Scratch<UInt32>

  init(_ search: borrowing NumberedSearch, _ predecessors: Rows) {
    let size = Int(search.count) + 1
    links = Scratch(capacity: size)
    semis = Scratch(capacity: size)
    way = Scratch(capacity: size)
    dominators = Scratch(capacity: size)
    for number in 0..<size {
      links[number] = Link(ancestor: search.parents[number], lowest: 0)
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
    let areLarge = predecessors.areLarge
    var number = search.count
    while number > 0 {
      if areLarge { ask(before: number, search, predecessors) }
      var semi = dominators[number]
      let slots = predecessors.slots(of: search.nodes[number])
      for slot in slots {
        if areLarge { ask(after: slot, slots.upperBound, search, predecessors) }
        let predecessor = search.numbers[predecessors[slot]]
        // Neither what was not entered, 0, nor what is shut, the last number of all.
        guard predecessor &+ 1 > 1 else { continue }
        // What has a lower number is its own candidate: its semidominator is not known yet.
        let candidate =
          predecessor <= number ? predecessor : lowestSemi(from: predecessor, above: number)
        if candidate < semi { semi = candidate }
      }
      semis[number] = semi
      links.start[Int(number)].lowest = semi
      number -= 1
    }
  }

  /// Asks for what the next numbers need.
  @inline(__always)
  private func ask(
    before number: UInt32,
    _ search: borrowing NumberedSearch,
    _ predecessors: Rows
  ) {
    if number > 24 { predecessors.prefetchOffsets(of: search.nodes[number - 24]) }
    if number > 12 { predecessors.prefetchNeighbors(of: search.nodes[number - 12]) }
    if number > 7 {
      for slot in predecessors.slots(of: search.nodes[number - 7]).prefix(16) {
        prefetch_for_reading(search.numbers.start + Int(predecessors[slot]))
      }
    }
    if number > 3 {
      for slot in predecessors.slots(of: search.nodes[number - 3]).prefix(8) {
        prefetch_for_writing(links.start + Int(search.numbers[predecessors[slot]]))
      }
    }
  }

  /// The same for the predecessors of one number: a few have very many.
  @inline(__always)
  private func ask(
    after slot: Int,
    _ end: Int,
    _ search: borrowing NumberedSearch,
    _ predecessors: Rows
  ) {
    if slot + 16 < end {
      prefetch_for_reading(search.numbers.start + Int(predecessors[slot + 16]))
    }
    if slot + 8 < end {
      prefetch_for_writing(links.start + Int(search.numbers[predecessors[slot + 8]]))
    }
  }

  /// The lowest semidominator from `start` up to the last ancestor that exceeds `limit`.
  private func lowestSemi(from start: UInt32, above limit: UInt32) -> UInt32 {
    let links = links.start
    var top = Int(start)
    var length = 0
    while links[top].ancestor > limit {
      way[length] = UInt32(truncatingIfNeeded: top)
      length &+= 1
      top = Int(links[top].ancestor)
    }
    var link = links[top]
    while length > 0 {
      length &-= 1
      let number = Int(way[length])
      link.lowest = min(link.lowest, links[number].lowest)
      links[number] = link
    }
    return link.lowest
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
