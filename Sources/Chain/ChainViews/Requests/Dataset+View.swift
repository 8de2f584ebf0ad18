public import Bilingual
public import ChainModel
import ChainQueries
import GraphKernel

extension Dataset {
  /// The picture and the list that answer `request`.
  ///
  /// - Parameters:
  ///   - request: The view, with subjects of the kinds that its definition names.
  ///   - language: That of the picture; the list speaks both.
  /// - Throws: ``ViewFailure`` when the subjects do not fit or there is nothing to show.
  public func view(
    _ request: ViewRequest,
    language: Language
  ) throws(ViewFailure) -> ChainView {
    let definition = request.name.definition
    guard request.subjects.count >= definition.fewestSubjects else {
      throw .needsSubject(request.name)
    }
    guard request.subjects.count <= definition.mostSubjects else {
      throw .hasTooManySubjects(request.name)
    }
    let context = ViewContext(dataset: self, language: language, options: request.options)
    let subjects = request.subjects
    switch request.name {
    case .panorama: return PanoramaView(try context.chain(of: subjects[0]), context).view()
    case .gaps:
      guard let cluster = subjects.first else { return AllGapsView(context).view() }
      return GapsView(try context.chain(of: cluster), context).view()
    case .overview: return try OverviewView(context).view()
    case .responsibility: return try ResponsibilityView(of: subjects.first, context).view()
    case .duties:
      guard let party = subjects.first else { return try AllDutiesView(context).view() }
      return try DutiesView(of: party, context).view()
    case .alignment: return try AlignmentView(context).view()
    case .projects: return try ProjectsView(of: subjects.first, context).view()
    case .park, .region: return try PlaceView(of: subjects[0], request.name, context).view()
    case .upstream, .downstream:
      return ReachView(of: subjects[0], request.name, context).view()
    case .paths: return try PathsView(from: subjects[0], to: subjects[1], context).view()
    case .neighborhood: return NeighborhoodView(of: subjects[0], context).view()
    case .impact: return ImpactView(of: subjects, context).view()
    case .ontology: return OntologyView(context).view()
    }
  }
}

extension Dataset {
  /// The picture and the list that `words` ask for.
  ///
  /// - Throws: The first ``ViewFault`` of the words, or that there is nothing to show.
  public func view(_ words: ViewWords, language: Language) throws(ViewFault) -> ChainView {
    let request = try request(words)
    do {
      return try view(request, language: language)
    } catch {
      throw error.fault(in: graph)
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
