/// The cards of one column with the links among them; positions are indices into `cards`.
struct Stage {
  let cards: [Int]
  /// How many ranks the longest flow takes.
  let natural: Int

  private let heights: [Double]
  /// Links inside the column, without those that close a cycle.
  private let inner: [Step]
  /// For each position, the links that come from other columns less those that go to them.
  private let pull: [Int]

  private struct Step {
    var from: Int
    var to: Int
    /// The ranks that the link advances at least; 0 lets its cards stand under each other.
    var advance = 1
  }

  init(cards: [Int], input: LayeringInput) {
    self.cards = cards
    heights = cards.map { input.heights[$0] }
    let position = Dictionary(uniqueKeysWithValues: cards.enumerated().map { ($1, $0) })
    var targets: [[Int]] = Array(repeating: [], count: cards.count)
    var pull = Array(repeating: 0, count: cards.count)
    for flow in input.flows {
      switch (position[flow.from], position[flow.to]) {
      case (let from?, let to?): if from != to { targets[from].append(to) }
      case (let from?, nil): pull[from] -= 1
      case (nil, let to?): pull[to] += 1
      case (nil, nil): break
      }
    }
    self.pull = pull
    inner = Self.acyclic(targets)
    natural = (Self.longest(inner, fixed: [:], count: cards.count).max() ?? 0) + 1
  }

  /// The links without those that lead back to a card that is being visited, depth first in order.
  private static func acyclic(_ targets: [[Int]]) -> [Step] {
    var kept: [Step] = []
    var state = Array(repeating: 0, count: targets.count)
    for root in targets.indices where state[root] == 0 {
      var stack = [(node: root, next: 0)]
      state[root] = 1
      while let top = stack.last {
        guard top.next < targets[top.node].count else {
          state[top.node] = 2
          stack.removeLast()
          continue
        }
        stack[stack.count - 1].next += 1
        let target = targets[top.node][top.next]
        guard state[target] != 1 else { continue }
        kept.append(Step(from: top.node, to: target))
        if state[target] == 0 {
          state[target] = 1
          stack.append((target, 0))
        }
      }
    }
    return kept
  }

  /// The earliest rank of each position; the links have no cycle.
  private static func longest(_ steps: [Step], fixed: [Int: Int], count: Int) -> [Int] {
    var ranks = Array(repeating: 0, count: count)
    for (position, rank) in fixed { ranks[position] = rank }
    var waiting = Array(repeating: 0, count: count)
    var starts = Array(repeating: 0, count: count + 1)
    for step in steps {
      waiting[step.to] += 1
      starts[step.from + 1] += 1
    }
    for position in 0..<count { starts[position + 1] += starts[position] }
    var leaving = Array(repeating: 0, count: steps.count)
    var next = starts
    for (index, step) in steps.enumerated() {
      leaving[next[step.from]] = index
      next[step.from] += 1
    }
    var ready = waiting.indices.filter { waiting[$0] == 0 }
    var done = 0
    while done < ready.count {
      let position = ready[done]
      done += 1
      for place in starts[position]..<starts[position + 1] {
        let step = steps[leaving[place]]
        ranks[step.to] = max(ranks[step.to], ranks[position] + step.advance)
        waiting[step.to] -= 1
        if waiting[step.to] == 0 { ready.append(step.to) }
      }
    }
    return ranks
  }

  private func earliest(_ steps: [Step], fixed: [Int: Int] = [:]) -> [Int] {
    Self.longest(steps, fixed: fixed, count: cards.count)
  }

  private func latest(_ steps: [Step], fixed: [Int: Int] = [:], count: Int) -> [Int] {
    let mirrored = steps.map { Step(from: $0.to, to: $0.from, advance: $0.advance) }
    let ends = fixed.mapValues { count - 1 - $0 }
    return Self.longest(mirrored, fixed: ends, count: cards.count).map { count - 1 - $0 }
  }

  /// The cards in ranks that are no higher than `height`, each card as far left as its flows allow.
  ///
  /// - Complexity: O(*n* log *n*) with `n` cards and links.
  func ranks(height: Double) -> [Layering.Rank] {
    let low = earliest(inner)
    var targets: [[Int]] = Array(repeating: [], count: cards.count)
    for step in inner { targets[step.from].append(step.to) }
    var least = low
    var load: [Double] = []
    // The first rank that may have room, for each one.
    var open: [Int] = []
    var ranks: [[Int]] = []
    func opened(_ rank: Int) -> Int {
      var rank = rank
      while rank < open.count, open[rank] != rank { rank = open[rank] }
      return rank
    }
    for card in cards.indices.sorted(by: { (low[$0], $0) < (low[$1], $1) }) {
      var rank = opened(least[card])
      while rank < load.count, load[rank] + heights[card] > height, load[rank] > 0 {
        open[rank] = rank + 1
        rank = opened(rank + 1)
      }
      while load.count <= rank {
        open.append(load.count)
        load.append(0)
        ranks.append([])
      }
      // Whoever asks next need not walk the same way.
      if least[card] < rank { open[least[card]] = rank }
      ranks[rank].append(cards[card])
      load[rank] += heights[card]
      for target in targets[card] { least[target] = max(least[target], rank + 1) }
    }
    return ranks.map { cards in Layering.Rank(stacks: cards.sorted().map { [$0] }) }
      .filter { !$0.stacks.isEmpty }
  }

  /// The cards over at most `count` ranks.
  func ranks(count: Int) -> [Layering.Rank] {
    let steps = shortened(to: count)
    let rank = assigned(steps, count: count)
    // A run of cards that feed each other in one rank is one stack.
    let down = steps.filter { $0.advance == 0 && rank[$0.from] == rank[$0.to] }
    let next = Dictionary(down.map { ($0.from, $0.to) }, uniquingKeysWith: { first, _ in first })
    let entered = Set(next.values)
    return (0...(rank.max() ?? 0)).map { index in
      let tops = cards.indices.filter { rank[$0] == index && !entered.contains($0) }
      return Layering.Rank(
        stacks: tops.map { top in
          sequence(first: top, next: { next[$0] }).map { cards[$0] }
        }
      )
    }.filter { !$0.stacks.isEmpty }
  }

  /// The links, with as many set to advance by nothing as it takes for the longest flow to fit.
  ///
  /// Each card lets at most one of its links in and one out run downwards, so that what stands
  /// under each other is a path, and each arrow down is short.
  private func shortened(to count: Int) -> [Step] {
    var steps = inner
    var leaves: Set<Int> = []
    var enters: Set<Int> = []
    while true {
      let low = earliest(steps)
      let length = (low.max() ?? 0) + 1
      guard length > count else { return steps }
      let high = latest(steps, count: length)
      let critical = steps.indices.filter { index in
        let step = steps[index]
        return step.advance == 1 && low[step.from] == high[step.from]
          && low[step.to] == high[step.to] && low[step.to] == low[step.from] + 1
          && !leaves.contains(step.from) && !enters.contains(step.to)
      }
      func cost(_ index: Int) -> Double {
        let step = steps[index]
        let others = steps.count { $0.from == step.from } + steps.count { $0.to == step.to }
        let crowd = zip(cards.indices, low).reduce(0.0) { sum, entry in
          entry.1 == low[step.from] || entry.1 == low[step.to] ? sum + heights[entry.0] : sum
        }
        return Double(others) * 40 + crowd
      }
      guard let chosen = critical.min(by: { (cost($0), $0) < (cost($1), $1) }) else { return steps }
      steps[chosen].advance = 0
      leaves.insert(steps[chosen].from)
      enters.insert(steps[chosen].to)
    }
  }

  /// A rank for each position: the least free first, each where there is room and its links are
  /// short.
  private func assigned(_ steps: [Step], count wanted: Int) -> [Int] {
    let count = max(wanted, (earliest(steps).max() ?? 0) + 1)
    var fixed: [Int: Int] = [:]
    var load = Array(repeating: 0.0, count: count)
    let even = heights.reduce(0, +) / Double(count)
    while fixed.count < cards.count {
      let low = earliest(steps, fixed: fixed)
      let high = latest(steps, fixed: fixed, count: count)
      let free = cards.indices.filter { fixed[$0] == nil }
      guard let next = free.min(by: { (high[$0] - low[$0], $0) < (high[$1] - low[$1], $1) })
      else { break }
      func cost(_ rank: Int) -> Double {
        let lengths = steps.reduce(0) { sum, step in
          if step.from == next { return sum + (fixed[step.to] ?? high[step.to]) - rank }
          if step.to == next { return sum + rank - (fixed[step.from] ?? low[step.from]) }
          return sum
        }
        return max(0, load[rank] + heights[next] - even) + 40 * Double(lengths)
          + 30 * Double(pull[next] * rank)
      }
      let range = low[next]...max(low[next], high[next])
      let rank = range.min { (cost($0), $0) < (cost($1), $1) } ?? low[next]
      fixed[next] = rank
      load[rank] += heights[next]
    }
    return cards.indices.map { fixed[$0] ?? 0 }
  }
}
