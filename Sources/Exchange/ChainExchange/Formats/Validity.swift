import ChainModel
import GraphKernel

/// From when to when facts are valid, as far as the data say.
///
/// A fact begins on the day that is written beside it, else with its baseline where it has one, else on the
/// date of the document that states it; a document begins on its own date. It ends only where the data say
/// that it does: on the last day that is written beside it, a survey on the last on which it holds. A
/// deadline ends nothing: what is late goes on. A date that is only a year or a
/// month begins on its first day, and ends on its last. General knowledge has no beginning. Where an end
/// lies before the beginning, the beginning is left out. A relation holds while both of its ends do.
struct Validity {
  /// Days, both included; `nil` where nothing is known.
  struct Interval: Hashable {
    var start: CalendarDate?
    var end: CalendarDate?

    /// The same without a beginning that lies behind the end.
    var ordered: Self {
      guard let start, let end, end < start else { return self }
      return Interval(start: nil, end: end)
    }
  }

  private let graph: ChainGraph
  /// The first day of each document that has a date.
  private let documents: [NodeIndex: CalendarDate]

  private static let date = AttributeName("date")
  private static let baseline = AttributeName("baseline")

  init(_ graph: ChainGraph) {
    self.graph = graph
    let dated = graph.nodes(of: .document).compactMap { document in
      (Self.date(.effective, of: document, in: graph)
        ?? Self.date(Self.date, of: document, in: graph)).map {
          (document, $0.firstDay)
        }
    }
    documents = Dictionary(uniqueKeysWithValues: dated)
  }

  private static func date(
    _ name: AttributeName,
    of node: NodeIndex,
    in graph: ChainGraph
  ) -> CalendarDate? {
    guard case .date(let date) = graph.attribute(name, of: node) else { return nil }
    return date
  }

  func interval(of node: NodeIndex) -> Interval {
    let start =
      (Self.date(.from, of: node, in: graph) ?? Self.date(Self.baseline, of: node, in: graph))
      .map(\.firstDay) ?? documents[node] ?? start(of: graph.origin(of: node))
    let ends = [AttributeName.until, .validUntil].compactMap { Self.date($0, of: node, in: graph) }
    let end = ends.map(\.lastDay).min()
    return Interval(start: start, end: end).ordered
  }

  func interval(of relation: Relation) -> Interval {
    let ends = [interval(of: relation.source), interval(of: relation.target)]
    let isSuccession = graph.ontology[relation.kind]?.semantics == .succession
    let starts =
      relation.period.from.map { [$0.firstDay] }
      ?? [start(of: relation.origin)] + ends.map(\.start)
    return Interval(
      start: starts.compactMap { $0 }.max(),
      // What succeeded another goes on when that has ended.
      end: ([relation.period.until?.lastDay] + (isSuccession ? [] : ends.map(\.end)))
        .compactMap { $0 }.min()
    ).ordered
  }

  private func start(of origin: Origin) -> CalendarDate? {
    origin.document.flatMap { documents[$0] }
  }
}
