import Bilingual
import ChainFiles
import ChainModel
import ChainQueries
import Diagnostics

/// Runs what parses or evaluates a query; its faults are reported on standard error, each with the caret
/// under its place in the expression or in the file of named queries.
func reporting<Result>(
  _ language: Language,
  _ session: Session? = nil,
  _ body: () throws(QueryFaults) -> Result
) throws(Failure) -> Result {
  do throws(QueryFaults) { return try body() } catch {
    throw reported(error, in: language, session)
  }
}

/// What a command ends with once the faults of a query have been told; see ``reporting(_:_:_:)``.
func reported(_ faults: QueryFaults, in language: Language, _ session: Session? = nil) -> Failure {
  let isColored = Terminal.isColored(.error)
  let renderer = DiagnosticRenderer(language: language, isColored: isColored)
  let texts = faults.diagnostics.map { diagnostic in
    let path = diagnostic.location?.path
    let source = path == faults.source.path ? faults.source : path.flatMap { session?.sources[$0] }
    return renderer.render(diagnostic, source: source)
  }
  Terminal.complain(texts.joined(separator: "\n"))
  return Failure(faults.isNotFound ? .notFound : .faulty)
}
