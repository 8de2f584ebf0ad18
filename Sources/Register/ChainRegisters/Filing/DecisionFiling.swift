import Bilingual
import ChainFiles
package import ChainModel
package import Diagnostics
import GraphKernel
import RegisterReader

/// Takes the answers of a workbook of questions into a data set: a yes becomes an enterprise and what it
/// operates in, or could fill; every verdict is kept, so that it is not asked again.
///
/// ```swift
/// let filed = DecisionFiling(form, into: dataset, path: "review.xlsx").filed()
/// ```
package struct DecisionFiling {
  /// What comes of it.
  package struct Filed: Sendable {
    /// The data set with the answers; `nil` where one of them cannot be taken in.
    package let dataset: Dataset?
    /// The files of decisions that change, by their names below the folder.
    package let files: [(name: String, text: String)]
    /// Errors, and what to look at though all answers can be taken in.
    package let diagnostics: [Diagnostic]
    /// How many answers of each verdict are filed.
    package let counts: [FirmDecision.Verdict: Int]
    /// How many names were compared, and how many words approved or refused.
    package let nameCount: Int
    package let termCount: Int
    /// How many questions are left open.
    package let open: Int
  }

  private let dataset: Dataset
  private let form: ReviewForm
  private let known: KnownDecisions
  private var log: FaultLog
  private var warnings: [Diagnostic] = []
  private var edit: GraphEdit
  private var firms: FirmNodes
  private var lookup: SegmentLookup
  private let register: NodeIndex

  /// - Parameter path: by which messages name the workbook.
  package init(_ form: ReviewForm, into dataset: Dataset, path: String) {
    (self.form, self.dataset) = (form, dataset)
    log = FaultLog(path: path, cells: form.source)
    known = KnownDecisions(of: dataset, isOutside: form.isOutside)
    lookup = SegmentLookup(dataset.graph)
    edit = GraphEdit(dataset.graph)
    register = edit.register(form.register, date: form.readOn)
    firms = FirmNodes(dataset.graph)
  }

  /// Takes the answers in.
  ///
  /// - Complexity: O(*v* + *e*) of the data set, and O(*n*) over the answers.
  package consuming func filed() -> Filed {
    let whole = Diagnostic.Location(path: log.path, range: nil)
    let titles = [dataset.title.zh, dataset.title.en]
    if !form.datasetTitle.isEmpty, !titles.contains(form.datasetTitle) {
      log.report(.otherDataset(form.datasetTitle, here: dataset.title, at: whole))
      return result(nil, [], [])
    }
    for name in form.names { compare(name) }
    for term in form.terms where lookup.segment(term.segment) == nil {
      log.report(.decisionOnNothing(term.segment, at: term.place))
    }
    let resolved = form.answered.compactMap { segment(of: $0) }
    for (answer, segment) in resolved { take(answer, on: segment) }
    guard log.diagnostics.isEmpty else { return result(nil, [], resolved) }
    let attached = AttachedDecisions(
      dataset,
      form,
      resolved.map { answer, segment in (decision(answer, on: segment), segment) }
    )
    do throws(GraphFaults) {
      return result(
        dataset.replacing(graph: try edit.graph(), attachments: attached.after),
        attached.files,
        resolved
      )
    } catch {
      let reason = BilingualText(same: "\(error.faults.first.map { "\($0)" } ?? "")")
      log.report(.filingDoesNotFit(reason, at: whole))
      return result(nil, [], resolved)
    }
  }

  private func result(
    _ after: Dataset?,
    _ files: [(name: String, text: String)],
    _ resolved: [(answer: ReviewForm.Answered, segment: NodeIndex)]
  ) -> Filed {
    Filed(
      dataset: after,
      files: files,
      diagnostics: log.diagnostics + warnings,
      counts: Dictionary(grouping: resolved, by: \.answer.decision.verdict).mapValues(\.count),
      nameCount: form.names.count,
      termCount: form.terms.count,
      open: form.open.count
    )
  }

  /// The answer with what the chain says of the segment now.
  private func decision(_ answer: ReviewForm.Answered, on segment: NodeIndex) -> FirmDecision {
    let decision = answer.decision
    return FirmDecision(
      creditCode: decision.creditCode,
      firm: decision.firm,
      segment: dataset.graph.id(of: segment),
      verdict: decision.verdict,
      by: decision.by,
      date: decision.date,
      evidence: decision.evidence,
      pending: dataset.graph.texts(.pending, of: segment).first ?? ""
    )
  }

  // MARK: Answers

  /// The segment that an answer is on: the one that was asked about, whatever its name is now.
  private mutating func segment(
    of answer: ReviewForm.Answered
  ) -> (answer: ReviewForm.Answered, segment: NodeIndex)? {
    guard let segment = lookup.segment(answer.decision.segment) else {
      log.report(.decisionOnNothing(answer.segmentName, at: answer.place))
      return nil
    }
    if let shown = lookup.segment(answer.segmentName), shown != segment {
      log.report(
        .segmentMoved(answer.segmentName, dataset.graph.name(of: segment), at: answer.place)
      )
      return nil
    }
    return (answer, segment)
  }

  /// An enterprise of the data set that is a firm of the register, or is not.
  private mutating func compare(_ name: ReviewForm.ComparedName) {
    let found = dataset.graph.bearers(of: name.enterprise, among: [.enterprise])
    guard found.count == 1 else {
      return log.report(.unknownEnterprise(name.enterprise, at: name.place))
    }
    switch name.verdict {
    case .yes:
      firms.bind(name.firm, to: found[0])
      describe(found[0], by: name.firm, at: name.place)
    case .no: firms.part(name.firm, from: found[0])
    case .unsure: break
    }
  }

  private mutating func take(_ answer: ReviewForm.Answered, on segment: NodeIndex) {
    let decision = answer.decision
    let (place, name) = (answer.place, dataset.graph.name(of: segment))
    guard let firm = form.firms[decision.evidence.row] else {
      return log.report(.strangeFirm(decision.firm, at: place))
    }
    if let old = known.decisions(on: firm, code: firm.code).first(where: { $0.segment == segment }),
      old.decision.verdict != decision.verdict
    {
      let before = old.decision
      guard !decision.date.isBefore(before.date) else {
        let date = before.date.description
        let (word, by) = (before.verdict.label, before.by)
        return log.report(
          .decidedLater(decision.firm, name, word, by: by, on: date, at: place)
        )
      }
      let words = (before.verdict.label, decision.verdict.label)
      warnings.append(
        .decidedAnew(decision.firm, name, from: words.0, to: words.1, at: place)
      )
    }
    let nodes = firms.nodes(of: firm)
    let kind: RelationKind = form.isOutside ? .couldFill : .operatesIn
    guard decision.verdict == .yes else {
      // What an earlier yes wrote goes with it; what a document states stays.
      for node in nodes {
        edit.withdraw(kind, from: node, to: segment)
        if decision.verdict == .no, edit.isStated(kind, from: node, to: segment) {
          warnings.append(.documentSays(decision.firm, name, at: place))
        }
      }
      return
    }
    if nodes.count > 1 {
      let names = nodes.map { dataset.graph.name(of: $0) }
      return log.report(.severalEnterprises(firm.name, names, at: place))
    }
    let origin = Origin.confirmed(in: register, place: "\(form.readOn) 行 \(firm.number)")
    let node = nodes.first ?? edit.add(firm, origin, isExternal: form.isOutside)
    if form.isOutside, edit.isLocal(node) {
      return warnings.append(.firmIsHere(firm.name, at: place))
    }
    firms.bind(firm, to: node)
    describe(node, by: firm, at: place)
    edit.state(kind, from: node, to: segment, origin)
  }

  /// Adds what the register says of a firm to what the data says.
  private mutating func describe(
    _ node: NodeIndex,
    by firm: RegisterRow,
    at place: Diagnostic.Location
  ) {
    guard let description = edit.describe(node, by: firm, isLocal: !form.isOutside) else { return }
    if let old = description.otherName {
      warnings.append(.firmRenamed(old, to: firm.name, at: place))
    }
    if description.wasExternal { warnings.append(.firmIsLocalNow(firm.name, at: place)) }
    if let output = description.unreadOutput {
      warnings.append(.unreadOutput(output, of: firm.name, at: place))
    }
    if !description.differing.isEmpty {
      let labels = description.differing.compactMap { name in
        dataset.graph.ontology[.enterprise]?.attributes.first { $0.name == name }?.label
      }
      let words = BilingualText(
        zh: labels.map(\.zh).joined(separator: "、"),
        en: labels.map(\.en).joined(separator: ", ")
      )
      warnings.append(.differsFromData(firm.name, words, at: place))
    }
    guard !firm.controlledBy.isEmpty else { return }
    let owners = dataset.graph.bearers(of: firm.controlledBy, among: [.enterprise])
    if owners.count == 1, owners[0] != node {
      let origin = Origin.confirmed(in: register, place: "\(form.readOn) 行 \(firm.number)")
      edit.state(.controlledBy, from: node, to: owners[0], origin)
    } else if firm.controlledBy != firm.name {
      warnings.append(.unknownController(firm.controlledBy, of: firm.name, at: place))
    }
  }
}
