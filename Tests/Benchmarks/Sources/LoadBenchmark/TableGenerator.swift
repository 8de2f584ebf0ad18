import Foundation

/// A made-up national chain in two tables: 95 of 100 nodes are segments in 30 layers, the others
/// clusters, enterprises and leaders.
///
/// Of the edges 85 % are supplies, nine in ten of them one layer onward, 1 % back to an earlier one;
/// 12 % put a node into a cluster, or a cluster into another; 3 % make a leader answer for
/// something. Ends are drawn by a power law, and none twice. Nodes stand in no order of the chain,
/// edges in none at all. Everything follows from the seed.
struct TableGenerator {
  private static let layers = 30
  private var random: UInt64

  init(seed: UInt64) { random = seed }

  private mutating func next() -> UInt64 {
    random &+= 0x9E37_79B9_7F4A_7C15
    var mixed = random
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  private mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(max(bound, 1))) }

  /// A position by a power law: low ones far more often than high ones.
  private mutating func skewed(_ width: Int, _ power: Int) -> Int {
    let unit = Double(next() >> 11) / 9_007_199_254_740_992
    return min(Int((power == 2 ? unit * unit : unit * unit * unit) * Double(width)), width - 1)
  }

  /// Where the kinds begin among positions in the chain.
  private struct Parts {
    let segments: Int
    let clusters: Int
    let enterprises: Int
    let leaders: Int
    let count: Int

    init(_ count: Int) {
      (segments, self.count) = (0, count)
      clusters = count * 95 / 100
      enterprises = clusters + count * 2 / 100
      leaders = count - max(count / 200, 1)
    }

    func kind(_ position: Int) -> (kind: String, name: String) {
      if position < clusters { return ("segment", "环节") }
      if position < enterprises { return ("cluster", "产业集群") }
      return position < leaders ? ("enterprise", "有限责任公司") : ("leader", "领导")
    }
  }

  mutating func write(nodes: Int, edges: Int, to folder: String) throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let parts = Parts(nodes)
    var numbers = (0..<nodes).map { $0 }
    for position in stride(from: nodes - 1, to: 0, by: -1) {
      numbers.swapAt(position, below(position + 1))
    }
    var positions = numbers
    for (position, number) in numbers.enumerated() { positions[number] = position }
    let nodeFile = try LineFile(folder + "/nodes.csv")
    try nodeFile.write("id:ID,:LABEL,name")
    for number in 0..<nodes {
      let (kind, name) = parts.kind(positions[number])
      try nodeFile.write("n\(number),\(kind),第\(number)\(name)")
    }
    try nodeFile.close()
    let edgeFile = try LineFile(folder + "/edges.csv")
    try edgeFile.write(":START_ID,:END_ID,:TYPE")
    var seen: Set<UInt64> = []
    seen.reserveCapacity(edges)
    while seen.count < edges {
      let (source, target, kind) = edge(parts)
      guard source != target, seen.insert(UInt64(source) << 32 | UInt64(target)).inserted else {
        continue
      }
      try edgeFile.write("n\(numbers[source]),n\(numbers[target]),\(kind)")
    }
    try edgeFile.close()
  }

  private mutating func edge(_ parts: Parts) -> (Int, Int, String) {
    let dice = below(100)
    if dice < 85 {
      let width = parts.clusters / Self.layers
      let layer = below(Self.layers - 1)
      let source = layer * width + skewed(width, 2)
      if below(100) == 0 {
        return (source, below(layer + 1) * width + skewed(width, 3), "supplies")
      }
      let step = below(10) < 9 ? 1 : 2 + below(2)
      let target = min(layer + step, Self.layers - 1) * width + skewed(width, 3)
      return (source, target, "supplies")
    }
    let wholes = parts.enterprises - parts.clusters
    if dice < 97 {
      if below(10) == 0 {
        let source = 1 + below(wholes - 1)
        return (parts.clusters + source, parts.clusters + skewed(source, 2), "partOf")
      }
      return (below(parts.clusters), parts.clusters + skewed(wholes, 2), "partOf")
    }
    let leader = parts.leaders + below(parts.count - parts.leaders)
    return (leader, below(parts.enterprises), "accountable")
  }
}

/// A text file that is written line by line.
private final class LineFile {
  private let handle: FileHandle
  private var bytes: [UInt8] = []

  init(_ path: String) throws {
    _ = FileManager.default.createFile(atPath: path, contents: nil)
    handle = try FileHandle(forWritingTo: URL(filePath: path))
  }

  func write(_ line: String) throws {
    bytes += line.utf8
    bytes.append(UInt8(ascii: "\n"))
    if bytes.count > 1 << 20 { try flush() }
  }

  private func flush() throws {
    try handle.write(contentsOf: Data(bytes))
    bytes.removeAll(keepingCapacity: true)
  }

  func close() throws {
    try flush()
    try handle.close()
  }
}
