import ChainModel
import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import ChainFiles
@testable import ChainTestSupport

extension DatasetFolder {
  /// A folder of two tables, without a manifest.
  static func tables(nodes: String, edges: String, _ more: [String: String] = [:]) throws
    -> DatasetFolder
  {
    try DatasetFolder(["nodes.csv": nodes, "edges.csv": edges].merging(more) { $1 })
  }

  /// Reads the folder in chunks of some bytes, by some threads.
  func load(chunkSize: Int, workers: Int = 2) -> Loaded {
    Dataset.load(folder: path, plan: BulkPlan(chunkSize: chunkSize, workers: workers))
  }
}

/// Two tables that are sound.
enum Tables {
  static let nodes = """
    id:ID,:LABEL,name,aliases:string[],source,place,basis,level:string,capacity:string,count:int
    d,document,意见,,d,序言,,,,
    c,cluster,聚烯烃产业集群,聚烯烃;PO,d,二/(一),document,city,,
    s1,segment,原油,,,,industry-knowledge,,,
    s2,segment,乙烯,,,,行业常识,,,
    p,project,百万吨乙烯,,d,附件,,,100 万吨/年,2

    """
  static let edges = """
    :START_ID,:END_ID,:TYPE,source,place,basis,open:boolean
    s1,s2,supplies,,,industry-knowledge,
    s1,c,partOf,d,二,,false
    s2,c,partOf,d,二,,true
    p,s2,fills,d,附件,document,

    """
}

/// Expects the two tables to have exactly the faults that their marks stand around, first those of
/// edges.csv, then those of nodes.csv, whatever the size of the chunks.
func expectTableFaults(
  _ faults: ExpectedFault...,
  nodes: String = Tables.nodes,
  edges: String = Tables.edges,
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let marked = [("edges.csv", MarkedText(edges)), ("nodes.csv", MarkedText(nodes))]
  let folder = try DatasetFolder.tables(nodes: marked[1].1.text, edges: marked[0].1.text)
  for chunkSize in [1, 7, 64, 1 << 20] {
    let loaded = folder.load(chunkSize: chunkSize)
    #expect(loaded.dataset == nil, sourceLocation: sourceLocation)
    let places = marked.flatMap { name, text in
      text.ranges.map { Diagnostic.Location(path: folder.path + "/" + name, range: $0) }
    }
    expectFaults(faults, at: places, among: loaded.diagnostics, sourceLocation: sourceLocation)
    for diagnostic in loaded.diagnostics {
      guard let location = diagnostic.location, let range = location.range else { continue }
      let text = location.path.hasSuffix("nodes.csv") ? marked[1].1.text : marked[0].1.text
      let lines = text.replacing("\r\n", with: "\n").components(separatedBy: "\n")
      #expect(
        loaded.sources[location.path]?.line(range.start.line)
          == lines[range.start.line - 1].replacing("\u{FEFF}", with: ""),
        sourceLocation: sourceLocation
      )
    }
  }
}
