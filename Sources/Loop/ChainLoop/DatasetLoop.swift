package import ChainModel
package import Diagnostics
package import GraphKernel
package import ProgressLoop

/// A data set with its plan and its journal: whatever is asked of a day.
///
/// ```swift
/// let loop = DatasetLoop(dataset, files)
/// let rows = Answer.late(loop, at: loop.defaultDay, known: nil)
/// ```
package struct DatasetLoop: Sendable {
  package let dataset: Dataset
  package let loop: ClosedLoop
  /// What is wrong with the files, each at its line and column.
  package let diagnostics: [Diagnostic]
  /// The texts of which something is said.
  package let sources: [String: SourceText]
  /// Whether rules were read, and whether they say until which day a month is reported.
  let hasRules: Bool
  private let numbers: [String: Int]

  /// - Parameter isThorough: whether what is odd and may be used is told too; it asks of every report who was
  ///   to give it.
  /// - Complexity: O(*n*) over the bytes of the files, and as `owners(of:)` for each item.
  package init(_ dataset: Dataset, _ files: LoopFiles, isThorough: Bool = false) {
    let reading = files.read(units: dataset.graph.ontology)
    let world = LoopWorld(of: dataset, reading)
    let loop = ClosedLoop(world)
    let found = loop.faults() + (isThorough ? loop.oddities() : [])
    let faults = files.diagnostics(of: found, in: world)
    (self.dataset, self.loop) = (dataset, loop)
    hasRules = files.rules != nil
    diagnostics = reading.diagnostics + faults.diagnostics
    sources = Dictionary(
      (reading.sources + faults.sources).map { ($0.path, $0) },
      uniquingKeysWith: { $1 }
    )
    numbers = Dictionary(
      world.items.enumerated().map { ($0.element.id, $0.offset) },
      uniquingKeysWith: { first, _ in first }
    )
  }

  /// The day that is asked about where none is said: the last on which anything was recorded, else the data
  /// set's. Without a clock the same data give the same answer.
  package var defaultDay: Day { loop.lastRecorded ?? Day(lastOf: dataset.date) }

  /// The number of an item; `nil` for what is none.
  package func number(of node: NodeIndex) -> Int? { numbers[dataset.graph.id(of: node)] }

  /// The number of a party; `nil` for what is none.
  package func number(ofParty node: NodeIndex) -> Int? {
    let id = dataset.graph.id(of: node)
    return loop.parties.firstIndex { $0.id == id }
  }

  /// The node of an item.
  package func node(ofItem item: Int) -> NodeIndex? {
    dataset.graph.node(id: loop.world.items[item].id)
  }

  /// The node of a party; `nil` for one that only lines of the journal name.
  package func node(ofParty party: Int) -> NodeIndex? {
    dataset.graph.node(id: loop.parties[party].id)
  }

  /// The items that belong to `scope` on a day, a cluster, a department or a leader, and so on; all without
  /// one.
  package func items(within scope: NodeIndex?, on day: Day) -> [Int] {
    guard let scope else { return Array(loop.world.items.indices) }
    if let own = number(of: scope) { return [own] }
    let graph = dataset.graph
    if graph.ontology.partyKinds.contains(graph.kind(of: scope)) {
      let asked = dataset.asked(on: day.date).graph
      let duties = asked.duties(of: scope, isInheriting: true).filter { $0.certainty == .certain }
        .map(\.item)
      return Set(duties.compactMap { number(of: $0) }).sorted()
    }
    return graph.parts(of: scope).compactMap { number(of: $0.node) }.sorted()
  }
}
