import Bilingual
import ChainFiles
import ChainModel
import ChainQueries
import SourceDiagnostics

/// Runs what parses or evaluates a query; its faults are told on standard error, each with the caret
/// under its place in the expression or in the file of named queries.
func telling<Result>(
  _ language: Language,
  _ session: Session? = nil,
  _ body: () throws(QueryFaults) -> Result
) throws(Failure) -> Result {
  do throws(QueryFaults) {
    return try body()
  } catch {
    let isColored = Terminal.isColored(.error)
    let renderer = DiagnosticRenderer(language: language, isColored: isColored)
    let texts = error.diagnostics.map { diagnostic in
      let path = diagnostic.location?.path
      let source = path == error.source.path ? error.source : path.flatMap { session?.sources[$0] }
      return renderer.render(diagnostic, source: source)
    }
    Terminal.complain(texts.joined(separator: "\n"))
    throw Failure(error.isNotFound ? .notFound : .faulty)
  }
}
