public import Bilingual
public import ChainModel
public import ChainQueries
import GraphKernel

extension Dataset {
  /// The answer to `words`: the same whichever way the words came.
  ///
  /// ```swift
  /// let gaps = try dataset.answer(QuestionWords(.gaps, of: ["泳装"]), language: .zh)
  /// print(gaps.text(in: .table, language: .zh))
  /// ```
  ///
  /// - Parameters:
  ///   - words: The question, with names as people write them.
  ///   - language: That of a view's texts; an answer itself speaks both.
  /// - Throws: The first word that means nothing here, or all faults of an expression.
  public func answer(
    _ words: QuestionWords,
    language: Language
  ) throws(QuestionFault) -> Answer {
    let request = try request(words)
    do {
      return try answer(request, language: language)
    } catch {
      throw error.fault(in: graph)
    }
  }

  /// The answer to `request`.
  ///
  /// - Throws: ``ViewFailure`` when the subjects do not fit, or there is nothing to say.
  public func answer(
    _ request: QuestionRequest,
    language: Language
  ) throws(ViewFailure) -> Answer {
    let asked = asOneDay
    let lack = asked.lack(for: request).map { [$0] } ?? []
    let absences = asked.graph.absences(of: request.subjects)
    do {
      return try asked.outcome(of: request, language: language).answer
        .noting(lack + absences + asked.conditions)
    } catch {
      throw error.explained(by: absences, in: graph)
    }
  }

  /// The picture and the list that `words` ask for.
  ///
  /// - Throws: The first `QuestionFault` of the words, or that there is nothing to show.
  public func view(
    _ words: QuestionWords,
    language: Language
  ) throws(QuestionFault) -> ChainView {
    let request = try request(words)
    do {
      return try view(request, language: language)
    } catch {
      throw error.fault(in: graph)
    }
  }

  /// The picture and the list that answer `request`.
  ///
  /// - Parameters:
  ///   - request: The question, with subjects of the kinds that its definition names.
  ///   - language: That of the picture; the list speaks both.
  /// - Throws: ``ViewFailure`` when the subjects do not fit, the question has no picture, or there is
  ///   nothing to show.
  public func view(
    _ request: QuestionRequest,
    language: Language
  ) throws(ViewFailure) -> ChainView {
    let asked = asOneDay
    if request.name.definition.hasPicture, let lack = asked.lack(for: request) {
      throw .isEmpty(lack)
    }
    guard request.name.definition.hasPicture else { throw .hasNoPicture(request.name) }
    let absences = asked.graph.absences(of: request.subjects)
    let drawn: ChainView?
    do {
      drawn = try asked.outcome(of: request, language: language).view()
    } catch {
      throw error.explained(by: absences, in: graph)
    }
    guard let view = drawn else { throw .hasNoPicture(request.name) }
    return ChainView(
      title: view.title,
      picture: view.picture,
      list: view.list.noting(absences + asked.conditions)
    )
  }

  /// What answers are told under, where it is not what the data set itself says: the day that is
  /// asked about, and that general knowledge is left out.
  package var conditions: [BilingualText] {
    (day == date ? [] : [dayNote])
      + (graph.standing?.remark.map { [$0] } ?? [])
      + (isStatedAlone
        ? [
          BilingualText(
            zh: "只含文件和名录所载的事实，行业常识（包括多数供给关系）未计",
            en: "stated facts alone: general knowledge, and with it most flows, is left out"
          )
        ] : [])
  }

  /// The day that answers are of; of a month or a year the last is meant.
  package var dayNote: BilingualText {
    let last = day.lastDay
    return last == day
      ? BilingualText(zh: "按 \(day) 的情形", en: "as things stand on \(day)")
      : BilingualText(
        zh: "按 \(last)（\(day) 的最后一天）的情形",
        en: "as things stand on \(last), the last day of \(day)"
      )
  }

  /// What `request` comes to: the row that each question of the table has here.
  private func outcome(
    of request: QuestionRequest,
    language: Language
  ) throws(ViewFailure) -> Outcome {
    try Self.check(request)
    let context = ViewContext(dataset: self, language: language, options: request.options)
    let (subjects, options) = (request.subjects, request.options)
    switch request.name {
    // Chains
    case .panorama: return try PanoramaView(try context.chain(of: subjects[0]), context).outcome()
    case .gaps, .weak, .wanted, .unknown:
      guard let cluster = subjects.first else {
        return AllGapsView(request.name, context).outcome()
      }
      return GapsView(request.name, try context.chain(of: cluster), context).outcome()
    case .attached:
      if let cluster = subjects.first { _ = try context.chain(of: cluster) }
      return AttachmentView(of: subjects.first, context).outcome()
    case .enterprises: return EnterprisesView(of: subjects.first, context).outcome()
    case .layers:
      let chain = try context.chain(of: subjects[0])
      return Outcome(.layers(of: chain, isExplaining: options.isExplaining))
    case .upstream, .downstream:
      return ReachView(of: subjects[0], request.name, context).outcome()
    case .paths: return PathsView(from: subjects[0], to: subjects[1], context).outcome()
    case .impact: return ImpactView(of: subjects, context).outcome()
    // Structure
    case .chokepoints: return ChokepointsView(context: context, scope: subjects.first).outcome()
    case .betweenness: return BetweennessView(of: subjects.first, context).outcome()
    case .core: return CoreView(context: context, scope: subjects.first).outcome()
    case .components: return ComponentsView(context: context, scope: subjects.first).outcome()
    // People
    case .responsibility: return try ResponsibilityView(of: subjects.first, context).outcome()
    case .owners:
      return Outcome(.owners(of: subjects[0], in: graph, isExplaining: options.isExplaining))
    case .duties:
      guard let party = subjects.first else { return try AllDutiesView(context).outcome() }
      return DutiesView(of: party, context).outcome()
    case .alignment: return AlignmentView(context).outcome()
    case .workload: return Outcome(.workload(in: graph))
    // Places
    case .overview: return try OverviewView(context).outcome()
    case .projects: return try ProjectsView(of: subjects.first, context).outcome()
    case .park, .region: return try PlaceView(of: subjects[0], request.name, context).outcome()
    case .neighborhood: return NeighborhoodView(of: subjects[0], context).outcome()
    // Data
    case .find:
      let kinds = options.kinds.isEmpty ? nil : options.kinds
      return Outcome(.found(graph.find(request.text, among: kinds), in: graph))
    case .show: return Outcome(.show(subjects[0], in: graph))
    case .query: return try SetView.outcome(of: request.text, context)
    case .audit:
      let rules = options.rules.isEmpty ? AuditRule.allCases : options.rules
      return Outcome(.audit(graph.audit(rules: rules), in: graph))
    case .stats: return Outcome(.statistics(of: graph))
    case .ontology: return OntologyView(context).outcome()
    default: preconditionFailure("nothing answers '\(request.name.rawValue)'")
    }
  }

  /// Whether as many subjects are named as the question wants; a text is none of them.
  private static func check(_ request: QuestionRequest) throws(ViewFailure) {
    let definition = request.name.definition
    let texts = definition.subjects.count { !$0.isNode }
    guard request.subjects.count + texts >= definition.fewestSubjects else {
      throw .needsSubject(request.name)
    }
    guard request.subjects.count + texts <= definition.mostSubjects else {
      throw .hasTooManySubjects(request.name)
    }
  }
}

extension ViewContext {
  /// The chain of `cluster`, which must have segments.
  func chain(of cluster: NodeIndex) throws(ViewFailure) -> Chain {
    let chain = graph.chain(of: cluster)
    guard !chain.segments.isEmpty else { throw .hasNoSegments(cluster) }
    return chain
  }
}
