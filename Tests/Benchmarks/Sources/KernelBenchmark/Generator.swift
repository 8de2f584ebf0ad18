/// A made-up national chain: 30 layers of nodes from raw materials to goods.
///
/// Of the arcs 85 % are flows, nine in ten of them one layer onward, the others two or three; 1 %
/// of all flows lead back to any earlier layer. 12 % are containment, from a node to one of the
/// 2 % of nodes that are wholes, from whole to larger whole; 3 % are responsibility, from one of
/// 0.5 % of nodes to any other. Ends are drawn by a power law (position = width · u³ for targets,
/// width · u² for sources), so that a few nodes have very many arcs. Numbers are shuffled: data
/// sets list nodes in no order of the chain. Everything follows from the seed.
struct Generator {
  static let layers = 30
  private var random: UInt64

  init(seed: UInt64) { random = seed }

  private mutating func next() -> UInt64 {
    random &+= 0x9E37_79B9_7F4A_7C15
    var mixed = random
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  private mutating func unit() -> Double { Double(next() >> 11) / 9_007_199_254_740_992 }

  private mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(max(bound, 1))) }

  /// A position by a power law: low ones far more often than high ones.
  private mutating func skewed(_ width: Int, _ power: Int) -> Int {
    let unit = unit()
    let value = power == 2 ? unit * unit : unit * unit * unit
    return min(Int(value * Double(width)), width - 1)
  }

  mutating func graph(nodes: Int, arcs: Int) -> ArcTable {
    var numbers = (0..<UInt32(nodes)).map { $0 }
    for position in stride(from: nodes - 1, to: 0, by: -1) {
      numbers.swapAt(position, below(position + 1))
    }
    var table = ArcTable(nodeCount: nodes)
    let width = nodes / Self.layers
    for _ in 0..<arcs {
      let dice = below(100)
      let (source, target, kind): (Int, Int, UInt32)
      if dice < 85 {
        (source, target) = flow(width)
        kind = 0
      } else if dice < 97 {
        (source, target) = containment(nodes)
        kind = 1
      } else {
        (source, target) = (below(max(nodes / 200, 1)), below(nodes))
        kind = 2
      }
      table.sources.append(numbers[source])
      table.targets.append(numbers[target])
      table.kinds.append(kind)
    }
    return table
  }

  private mutating func flow(_ width: Int) -> (Int, Int) {
    let layer = below(Self.layers - 1)
    let source = layer * width + skewed(width, 2)
    if below(100) == 0 { return (source, below(layer + 1) * width + skewed(width, 3)) }
    let step = below(10) < 9 ? 1 : 2 + below(2)
    return (source, min(layer + step, Self.layers - 1) * width + skewed(width, 3))
  }

  /// From any node to a whole, or from a whole to a larger one, of a lower position.
  private mutating func containment(_ nodes: Int) -> (Int, Int) {
    let wholes = max(nodes / 50, 2)
    let first = nodes - wholes
    if below(10) == 0 {
      let source = 1 + below(wholes - 1)
      return (first + source, first + skewed(source, 2))
    }
    return (below(first), first + skewed(wholes, 2))
  }
}
