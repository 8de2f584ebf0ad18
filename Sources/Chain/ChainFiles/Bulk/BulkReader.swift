import CSV
import ChainModel
import Diagnostics
import Dispatch
import GraphKernel

/// Reads nodes.csv and edges.csv: first all nodes, then what relates them.
struct BulkReader {
  private let plan: BulkPlan
  private let ontology: Ontology
  private(set) var nodeFaults: [BulkFault] = []
  private(set) var edgeFaults: [BulkFault] = []
  /// How many more faults are known than are kept.
  private(set) var untoldOfNodes = 0
  private(set) var untoldOfEdges = 0
  private var nodes: JoinedNodes?
  /// The rows of the nodes, once they are read.
  private(set) var nodeIndex: BulkRowIndex?
  private let suggestions: SuggestionBudget

  init(plan: BulkPlan, ontology: Ontology) {
    self.plan = plan
    self.ontology = ontology
    suggestions = SuggestionBudget()
  }

  // MARK: Nodes

  mutating func readNodes(_ file: BulkFile) {
    var log = BulkFaultLog()
    let header = BulkHeader(of: file, log: &log)
    let columns = header.flatMap { NodeColumns($0, ontology, log: &log) }
    nodeFaults += log.faults
    guard let header, let columns else { return }
    let chunks = plan.share(0, of: 2).chunks(
      of: file,
      from: header.bodyStart,
      columnCount: header.columns.count
    ) { NodeRows(columns) }
    nodeFaults += chunks.flatMap(\.faults)
    untoldOfNodes += chunks.reduce(0) { $0 + $1.untoldFaults }
    let isComplete = chunks.allSatisfy { chunk in
      chunk.rows.isComplete && !chunk.isBroken && chunk.raggedCount == 0
    }
    let index = BulkRowIndex(file, header, chunkSize: plan.chunkSize, chunks)
    nodeIndex = index
    let joined = JoinedNodes(chunks.map(\.rows), columns, isComplete: isComplete)
    nodes = joined
    reportDuplicates(joined, columns, index, file)
  }

  private mutating func reportDuplicates(
    _ nodes: JoinedNodes,
    _ columns: NodeColumns,
    _ index: BulkRowIndex,
    _ file: BulkFile
  ) {
    let repeated = nodes.repeated.filter { pair in
      nodes.identities.withBytes(of: pair.entry) { !$0.isEmpty }
    }
    let told = repeated.prefix(FaultLog.mostFaults + 1)
    untoldOfNodes += repeated.count - told.count
    let cells = index.cells(of: told.flatMap { [$0.entry, $0.earlier] })
      .compactMapValues { $0.indices.contains(columns.id) ? $0[columns.id] : nil }
    var lines = BulkLines(file)
    let places = lines.texts(of: told.compactMap { cells[$0.earlier] })
    for pair in told {
      guard let cell = cells[pair.entry], let earlier = cells[pair.earlier],
        let first = places[earlier.lowerBound]
      else { continue }
      let id = nodes.identities[pair.entry]
      nodeFaults.append(BulkFault(range: cell) { .duplicateIdentity(id, first: first, at: $0) })
    }
  }

  /// Whether the nodes could be read at all.
  var hasNodes: Bool { nodes != nil }

  /// The document that `text` names, by its identity or its name.
  func document(_ text: String) -> NodeIndex? { nodes?.document(text, ontology) }

  // MARK: Relations

  /// Reads the relations and puts the graph together; `nil` where anything is wrong.
  ///
  /// - Parameter document: what a place alone is a place of.
  mutating func readEdges(_ file: BulkFile, document: NodeIndex?) -> ChainGraph? {
    var log = BulkFaultLog()
    let header = BulkHeader(of: file, log: &log)
    let columns = header.flatMap { EdgeColumns($0, ontology, log: &log) }
    edgeFaults += log.faults
    guard let header, let columns, let nodes else { return nil }
    let ends = nodes.ends(suggestions)
    let chunks = plan.share(1, of: 2).chunks(
      of: file,
      from: header.bodyStart,
      columnCount: header.columns.count
    ) { EdgeRows(columns, ends) }
    edgeFaults += chunks.flatMap(\.faults)
    untoldOfEdges += chunks.reduce(0) { $0 + $1.untoldFaults }
    let index = BulkRowIndex(file, header, chunkSize: plan.chunkSize, chunks)
    var origins = OriginNumbers(nodes, document: document, ontology)
    let nodeOrigins = origins.numbers(
      nodes.origins,
      nodes.citations,
      count: nodes.kinds.count,
      faults: &nodeFaults
    )
    let relations = origins.parts(consume chunks, faults: &edgeFaults)
    guard nodeFaults.isEmpty, edgeFaults.isEmpty else { return nil }
    self.nodes = nil
    let (table, names) = nodes.table(ontology, origins: nodeOrigins)
    do throws(GraphFaults) {
      return try ChainGraph(
        ontology: ontology,
        nodes: table,
        names: names,
        origins: origins.finish(),
        soundRelations: consume relations
      )
    } catch {
      report(error.faults, columns, table, index, file)
      return nil
    }
  }

  private mutating func report(
    _ faults: [GraphFaults.Fault],
    _ columns: EdgeColumns,
    _ nodes: NodeTable,
    _ index: BulkRowIndex,
    _ file: BulkFile
  ) {
    let told = faults.prefix(FaultLog.mostFaults + 1)
    untoldOfEdges += faults.count - told.count
    var twice: [(Int, Int)] = []
    for case .duplicateRelation(let relation, let first) in told {
      twice.append((relation.position, first.position))
    }
    let rows = index.cells(of: twice.flatMap { [$0, $1] })
    var lines = BulkLines(file)
    let places = lines.texts(of: twice.compactMap { rows[$1]?.first })
    var circled: [Int] = []
    for case .containmentCycle(let circle) in told { circled.append(circle[0].position) }
    let starts = nodeIndex?.cells(of: circled) ?? [:]
    for fault in told {
      switch fault {
      case .duplicateRelation(let relation, let first):
        guard let cells = rows[relation.position], let start = cells.first, let end = cells.last,
          let before = rows[first.position]?.first, let place = places[before.lowerBound]
        else { continue }
        let target = file.text(cells[columns.target])
        edgeFaults.append(
          BulkFault(range: start.lowerBound..<end.upperBound) {
            .duplicateRelation(target, first: place, at: $0)
          }
        )
      case .containmentCycle(let circle):
        let names = circle.map { node in
          nodes.spellings.texts[nodes.spellings.name(of: node.position)]
        }
        let cell = starts[circle[0].position]?.first ?? 0..<0
        nodeFaults.append(BulkFault(range: cell) { .containmentCycle(names, at: $0) })
      case .duplicateIdentity, .missingOrigin, .forbiddenRelation:
        preconditionFailure("the reader has found these before")
      }
    }
  }
}

extension BulkPlan {
  /// The plan of a part of the work, whose progress is a part of all.
  fileprivate func share(_ part: Int, of parts: Int) -> BulkPlan {
    guard let progress else { return self }
    var plan = self
    plan.progress = { progress((Double(part) + $0) / Double(parts)) }
    return plan
  }
}
