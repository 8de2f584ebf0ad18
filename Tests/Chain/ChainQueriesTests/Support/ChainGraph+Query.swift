import Bilingual
import ChainModel
import ChainQueries
import Diagnostics
import GraphKernel

extension ChainGraph {
  /// The graph as a data set with named queries, asked on a day.
  func dataset(_ queries: [NamedQuery] = [], on day: String = ChainSketch.day) -> Dataset {
    guard let date = CalendarDate(parsing: day) else { preconditionFailure("\(day) is no date") }
    return Dataset(
      title: BilingualText(same: "样例"),
      jurisdiction: "样例市",
      language: .zh,
      date: date,
      documents: [],
      graph: self,
      queries: queries
    )
  }

  /// The nodes that an expression finds.
  func query(_ expression: String) throws -> Set<NodeIndex> {
    Set(try dataset().evaluate(expression).nodes)
  }

  /// What is told of an expression that cannot be answered, in English, without colour.
  func complaint(_ expression: String, _ limits: QueryLimits = QueryLimits()) -> String {
    complaint(limits) { () throws(QueryFaults) in try dataset().evaluate(expression, limits: limits)
    }
  }

  private func complaint(
    _ limits: QueryLimits,
    _ body: () throws(QueryFaults) -> QueryResult
  ) -> String {
    do throws(QueryFaults) {
      _ = try body()
      return ""
    } catch {
      let renderer = DiagnosticRenderer(language: .en, isColored: false)
      return error.diagnostics.map { renderer.render($0, source: error.source) }.joined()
    }
  }
}

extension Sketched {
  /// The names that an expression finds, in the order of the answer.
  func query(_ expression: String) throws -> [String] {
    names(try graph.dataset().evaluate(expression).nodes)
  }
}
