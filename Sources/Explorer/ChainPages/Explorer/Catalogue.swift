import Bilingual
import ChainModel
import ChainQueries
import ChainViews
import GraphKernel

/// One view that has something to show.
struct CataloguePage: Sendable {
  let view: QuestionName
  /// Its page.
  let address: PageAddress
  /// What its picture is called.
  let title: BilingualText
  /// What its list is called.
  let listTitle: BilingualText
}

extension Edition {
  /// The views that have something to show: those of everything, those of each cluster, those of
  /// each party and each place; `address` says on which facts and in which language.
  ///
  /// - Complexity: that of all these views.
  func catalogue(_ address: PageAddress, _ language: Language) -> [CataloguePage] {
    var questions: [(QuestionName, NodeIndex?)] = [
      (.overview, nil), (.gaps, nil), (.responsibility, nil), (.duties, nil), (.alignment, nil),
      (.projects, nil),
    ]
    for name in [QuestionName.panorama, .gaps, .responsibility, .projects] {
      questions += clusters.map { (name, $0) }
    }
    questions += parties.map { (.duties, $0) }
    for name in [QuestionName.park, .region] {
      let kinds = name.definition.subjects[0].kinds(in: graph.ontology) ?? []
      let places = kinds.flatMap { graph.nodes(of: $0) }
      questions += places.filter { !graph.relations(of: $0, at: .target, .location).isEmpty }
        .map { (name, $0) }
    }
    questions.append((.ontology, nil))
    return questions.compactMap { name, subject in
      let subjects = subject.map { [graph.id(of: $0)] } ?? []
      let words = QuestionWords(name.rawValue, of: subjects)
      guard let view = try? dataset.view(words, language: language) else { return nil }
      return CataloguePage(
        view: name,
        address: address.moved(to: name == .overview ? .overview : .view(words)),
        title: view.title,
        listTitle: view.list.title ?? view.title
      )
    }
  }
}
