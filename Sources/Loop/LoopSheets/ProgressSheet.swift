import ChainModel
package import ChainLoop
import ChainQueries
import GraphKernel
package import ProgressLoop

/// What is asked of a department about a month: its items with what is known of them.
///
/// ```swift
/// let sheet = ProgressSheet(loop, of: party, about: period, made: day)
/// let bytes = try sheet.file(language: .zh)
/// ```
package struct ProgressSheet: Sendable {
  package let loop: DatasetLoop
  /// `nil` for one that nobody knows, of whom nothing is asked.
  package let party: Int?
  package let period: ReportPeriod
  /// The day on which it is made, by the knowledge of which it tells.
  package let made: Day
  /// The items, by cluster in the order of the table of responsibilities, then in that of the data.
  package let items: [AskedItem]

  /// - Complexity: O(*n*) over the items, statements and lines.
  package init(_ loop: DatasetLoop, of party: Int?, about period: ReportPeriod, made: Day) {
    (self.loop, self.party, self.period, self.made) = (loop, party, period, made)
    let clusters = loop.dataset.graph.nodes(of: .cluster)
    let order = Dictionary(uniqueKeysWithValues: clusters.enumerated().map { ($1, $0) })
    func key(_ item: Int) -> (Int, Int) {
      let place = loop.cluster(ofItem: item).flatMap { order[$0] }
      return (place ?? order.count, item)
    }
    items = (party.map { loop.loop.asked(of: $0, about: period, known: made) } ?? [])
      .map { (key($0.item), $0) }.sorted { $0.0 < $1.0 }.map(\.1)
  }
}

extension DatasetLoop {
  /// The nearest cluster that an item belongs to.
  func cluster(ofItem item: Int) -> NodeIndex? {
    guard let node = node(ofItem: item) else { return nil }
    let graph = dataset.graph
    return graph.belongings(of: node).first { graph.kind(of: $0.node) == .cluster }?.node
  }

  /// The figure that a target is to reach.
  func aim(ofItem item: Int) -> Quantity? {
    guard let node = node(ofItem: item), dataset.graph.kind(of: node) == .target,
      case .quantity(let quantity) = dataset.graph.attribute(.value, of: node)
    else { return nil }
    return quantity
  }

  /// The unit in which a bare number is meant; `nil` where nobody says what an item's figures measure.
  func unit(ofItem item: Int) -> String? {
    switch loop.world.items[item].measure {
    case .money: "万元"
    case .units(let units): aim(ofItem: item)?.unit.symbol ?? units.first
    case nil: nil
    }
  }

  /// The words that are offered for how an item stands: those of the vocabulary, and those in use.
  func statuses() -> [String] {
    let status = dataset.graph.ontology[.project]?.attributes.first { $0.name == .status }
    var words: [String] = []
    if case .option(let options) = status?.type {
      words = options.map { $0.label[dataset.language] }
    }
    let journal = loop.world.journal
    var counts: [String: Int] = [:]
    for line in 0..<journal.count {
      let status = journal[line].status
      if !status.isEmpty { counts[status, default: 0] += 1 }
    }
    let used = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
    return words + used.filter { !words.contains($0) }.prefix(Self.mostStatuses)
  }

  /// How many words in use are offered beside those of the vocabulary.
  private static let mostStatuses = 12
}
