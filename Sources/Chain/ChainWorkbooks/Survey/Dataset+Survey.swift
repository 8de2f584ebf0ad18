public import ChainFiles
import Bilingual
public import ChainModel
import Diagnostics
import GraphKernel
import Spreadsheet

extension Dataset {
  /// Whether the bytes are a workbook with a list to survey by, filled in or not.
  public static func isSurvey(workbook bytes: [UInt8]) -> Bool {
    guard let contents = try? WorkbookContents(bytes: bytes), let grids = Grid.grids(of: contents)
    else { return false }
    return SurveyForm.isForm(grids)
  }

  /// The data set with what a filled-in list to survey by says: a survey for each day and surveyor, the
  /// enterprises that were found, and nothing else.
  ///
  /// What was found, with an enterprise or without, makes a segment present; 无 closes it, and it is
  /// missing then. Rows without a result are left as they are. A list that is read again changes
  /// nothing, whatever became of the data set meanwhile; where it says something else of a segment on
  /// the same day by the same surveyor, that takes the place of what it said before, and of nothing
  /// else. What it said before stands in the citation of what the survey says of the segment.
  ///
  /// - Parameters:
  ///   - bytes: the file.
  ///   - path: by which messages name it.
  public func adding(survey bytes: [UInt8], path: String) -> Loaded {
    let whole = Diagnostic.Location(path: path, range: nil)
    let contents: WorkbookContents
    do throws(WorkbookFault) { contents = try WorkbookContents(bytes: bytes) } catch {
      return Loaded(dataset: nil, diagnostics: [Diagnostic(error, path: path)]) { _ in whole }
    }
    guard let grids = Grid.grids(of: contents) else {
      let fault = Diagnostic.tooManyCells(limit: Grid.mostCells, path: path)
      return Loaded(dataset: nil, diagnostics: [fault]) { _ in whole }
    }
    let text = GridText(grids, path: path)
    var log = FaultLog(path: path, cells: text.source)
    let form = SurveyForm(grids, text: text, log: &log)
    if form.rows.isEmpty, log.diagnostics.isEmpty { log.report(.emptySurvey(at: whole)) }
    var told: [Diagnostic] = []
    let graph =
      log.diagnostics.isEmpty ? SurveyAddition(to: self).graph(form, &log, &told) : nil
    let dataset = graph.map { replacing(graph: $0) }
    let ahead = form.rows.filter { date.isBefore($0.date) }.max { $0.date.isBefore($1.date) }
    let warnings = ahead.map { row in
      [Diagnostic.surveyAhead("\(row.date)", of: "\(date)", at: row.place)]
    }
    return Loaded(
      dataset: log.diagnostics.isEmpty ? dataset : nil,
      diagnostics: log.diagnostics + form.warnings + told + (warnings ?? []),
      sources: [path: text.source]
    ) { _ in whole }
  }
}
