import ChainModel
import Diagnostics
import GraphKernel
import TestSupport
import Testing

@testable import ChainFiles
@testable import ChainTestSupport

/// Whatever the chunks, the outcome is one.
struct BulkChunkTests {
  @Test(arguments: 0..<40) func `chunks of any size read random tables alike`(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    let (nodes, edges) = Self.tables(&random)
    let folder = try DatasetFolder.tables(nodes: nodes, edges: edges)
    let whole = Self.outcome(folder.load(chunkSize: 1 << 20, workers: 1))
    for chunkSize in [1, 2, 13, 64, 200] {
      for workers in [1, 3] {
        let parts = Self.outcome(folder.load(chunkSize: chunkSize, workers: workers))
        #expect(parts == whole, "seed \(seed), chunks of \(chunkSize), \(workers) threads")
      }
    }
  }

  @Test(arguments: 0..<150)
  func `bytes that are changed give a graph or faults, alike in any chunks`(
    seed: Int
  ) throws {
    var random = SplitMix64(seed: UInt64(seed) &+ 1_000)
    let (nodes, edges) = Self.tables(&random)
    var files = [Array(nodes.utf8), Array(edges.utf8)]
    for _ in 0...random.number(below: 3) {
      let file = random.number(below: 2)
      let place = random.number(below: files[file].count)
      let bytes: [UInt8] = [0, 0x0A, 0x0D, 0x22, 0x2C, 0x3B, 0x80, 0xC2, 0xE4, 0xEF, 0xFF, 0x41]
      switch random.number(below: 3) {
      case 0: files[file][place] = bytes[random.number(below: bytes.count)]
      case 1: files[file][place] ^= 1 << UInt8(random.number(below: 8))
      default: files[file].removeSubrange(place..<min(place + 3, files[file].count))
      }
      if files[file].isEmpty { files[file] = [0x0A] }
    }
    let folder = try DatasetFolder()
    try folder.write(files[0], to: "nodes.csv")
    try folder.write(files[1], to: "edges.csv")
    let whole = Self.outcome(folder.load(chunkSize: 1 << 20, workers: 1))
    for chunkSize in [1, 31] {
      #expect(Self.outcome(folder.load(chunkSize: chunkSize)) == whole, "seed \(seed)")
    }
  }

  /// Everything of a reading that can be compared.
  private static func outcome(_ loaded: Loaded) -> [String] {
    let faults = loaded.diagnostics.map { "\($0)" }
    guard let graph = loaded.dataset?.graph else { return faults }
    let nodes = graph.nodes.map { node in
      "\(graph.id(of: node)) \(graph.name(of: node)) \(graph.aliases(of: node)) "
        + "\(graph.kind(of: node)) \(graph.origin(of: node)) "
        + "\(graph.attributes(of: node).map(\.value))"
    }
    let relations = Semantics.allCases.flatMap { semantics in
      graph.digraph(semantics).arcs.map { "\(graph.relation($0, semantics))" }
    }
    return faults + nodes + relations
  }

  /// Tables with quotes, doubled quotes and line ends in cells.
  private static func tables(_ random: inout SplitMix64) -> (nodes: String, edges: String) {
    let end = random.oneIn(3) ? "\r\n" : "\n"
    let count = 1 + random.number(below: 30)
    var nodes = "id:ID,:LABEL,name,aliases:string[],content:string,source,place,basis" + end
    nodes += "d,document,意见,,,d,序言," + end
    for number in 0..<count {
      let texts = ["", "甲", "\"一\n二\"", "\"a,\"\"b\"\"\r\n\"", "\"\n\n\"", "x y"]
      nodes += random.oneIn(2) ? "n\(number)," : "\"n\(number)\","
      let isTask = random.oneIn(3)
      nodes += isTask ? "task," : "segment,"
      nodes += random.oneIn(4) ? "\"环\(number)\"," : "Node \(number % 7),"
      nodes += random.oneIn(4) ? "别名;b\(number)," : ","
      nodes += (isTask ? texts[random.number(below: texts.count)] : "") + ","
      nodes += random.oneIn(2) ? "d,二/\(number % 3)," : ",,industry-knowledge"
      nodes += end
    }
    var edges = ":TYPE,:START_ID,:END_ID,open:boolean" + end
    var seen: Set<[Int]> = []
    for _ in 0..<random.number(below: 60) {
      let pair = [random.number(below: count), random.number(below: count)].sorted()
      guard pair[0] != pair[1], seen.insert(pair).inserted else { continue }
      let quote = random.oneIn(3) ? "\"" : ""
      edges += "partOf,\(quote)n\(pair[1])\(quote),n\(pair[0]),"
      edges += (random.oneIn(2) ? "true" : "") + end
    }
    if random.oneIn(2) { edges.removeLast() }
    return (nodes, edges)
  }
}
