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
  /// missing then. Rows without a result are left as they are.
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
    let graph = log.diagnostics.isEmpty ? SurveyAddition(form, to: self).graph(&log) : nil
    let dataset = graph.map { graph in
      Dataset(
        title: title,
        jurisdiction: jurisdiction,
        language: language,
        date: date,
        documents: documents,
        graph: graph,
        queries: queries,
        isStatedAlone: isStatedAlone
      )
    }
    return Loaded(
      dataset: log.diagnostics.isEmpty ? dataset : nil,
      diagnostics: log.diagnostics,
      sources: [path: text.source]
    ) { _ in whole }
  }
}

/// The facts that a survey adds to a graph.
private struct SurveyAddition {
  private let form: SurveyForm
  private let dataset: Dataset

  init(_ form: SurveyForm, to dataset: Dataset) {
    self.form = form
    self.dataset = dataset
  }

  private struct Visit: Hashable {
    let date: CalendarDate
    let surveyor: String
  }

  func graph(_ log: inout FaultLog) -> ChainGraph? {
    var builder = ChainGraphBuilder(copying: dataset.graph)
    var visits: [Visit: (survey: NodeIndex, document: NodeIndex)] = [:]
    for row in form.rows {
      let visit = Visit(date: row.date, surveyor: row.surveyor)
      guard let segment = segment(row, builder, &log) else { continue }
      let made = visits[visit] ?? begin(visit, &builder)
      visits[visit] = made
      let place = row.basis.isEmpty ? "摸排" : row.basis
      let origin = Origin.cited(made.document, place: place)
      builder.addRelation("surveys", from: made.survey, to: segment, origin: origin)
      switch row.finding {
      case .none: break
      case .short:
        builder.addRelation("statesShort", from: made.survey, to: segment, origin: origin)
      case .present where row.enterprises.isEmpty:
        builder.addRelation("statesRunning", from: made.survey, to: segment, origin: origin)
      case .present: break
      }
      for name in row.enterprises {
        guard let enterprise = enterprise(name, origin, &builder, row, &log) else { continue }
        builder.addRelation("operatesIn", from: enterprise, to: segment, origin: origin)
      }
    }
    do { return try builder.finish() } catch {
      // Two rows of one day on one segment, or an enterprise that the data has there already.
      log.report(.surveyTwice(at: form.rows.first?.place))
      return nil
    }
  }

  /// The only segment of that name; a report when there is none, or several.
  private func segment(
    _ row: SurveyForm.Row,
    _ builder: ChainGraphBuilder,
    _ log: inout FaultLog
  ) -> NodeIndex? {
    let kinds = dataset.graph.ontology.flowKinds
    let found = builder.nodes(named: row.segment, among: .only(kinds))
    if found.count != 1 {
      log.report(.unknownSegment(row.segment, count: found.count, at: row.place))
    }
    return found.count == 1 ? found[0] : nil
  }

  private func enterprise(
    _ name: String,
    _ origin: Origin,
    _ builder: inout ChainGraphBuilder,
    _ row: SurveyForm.Row,
    _ log: inout FaultLog
  ) -> NodeIndex? {
    let found = builder.nodes(named: name, among: .only([.enterprise]))
    if found.count > 1 {
      log.report(.unknownSegment(name, count: found.count, at: row.place))
      return nil
    }
    return found.first ?? builder.addNode(.enterprise, name: name, origin: origin)
  }

  /// The survey of a day and a surveyor, and the record that its facts cite.
  private func begin(
    _ visit: Visit,
    _ builder: inout ChainGraphBuilder
  ) -> (survey: NodeIndex, document: NodeIndex) {
    let who = visit.surveyor.isEmpty ? "" : "（\(visit.surveyor)）"
    let name = free("摸排记录 \(visit.date)\(who)", .document, builder)
    let document = builder.addNode(
      .document,
      name: name,
      attributes: [(.date, .date(visit.date))]
    )
    builder.setOrigin(.cited(document, place: "摸排"), of: document)
    let survey = builder.addNode(
      .survey,
      name: free("摸排 \(visit.date)\(who)", .survey, builder),
      attributes: [(.date, .date(visit.date))],
      origin: .cited(document, place: "摸排")
    )
    return (survey, document)
  }

  /// The name, or with a number behind it where an earlier survey has it.
  private func free(_ name: String, _ kind: NodeKind, _ builder: ChainGraphBuilder) -> String {
    var (candidate, number) = (name, 2)
    while !builder.nodes(named: candidate, among: .only([kind])).isEmpty {
      candidate = "\(name) \(number)"
      number += 1
    }
    return candidate
  }
}

extension ChainGraphBuilder {
  /// A builder that holds all of `graph`, its nodes under the same indices.
  init(copying graph: ChainGraph) {
    self.init(ontology: graph.ontology)
    for node in graph.nodes {
      _ = addNode(
        graph.kind(of: node),
        name: graph.name(of: node),
        id: graph.id(of: node),
        aliases: graph.aliases(of: node),
        attributes: graph.attributes(of: node).map { ($0.definition.name, $0.value) },
        origin: graph.origin(of: node)
      )
    }
    for relation in graph.allRelations() {
      addRelation(
        relation.kind,
        from: relation.source,
        to: relation.target,
        origin: relation.origin,
        isOpen: relation.isOpen
      )
    }
  }

  fileprivate mutating func addRelation(
    _ kind: String,
    from source: NodeIndex,
    to target: NodeIndex,
    origin: Origin
  ) {
    addRelation(RelationKind(kind), from: source, to: target, origin: origin)
  }
}
