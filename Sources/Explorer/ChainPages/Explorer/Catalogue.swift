import Bilingual
import ChainModel
import ChainQueries
import ChainViews
import GraphKernel

/// One view that has something to show, or a home.
struct CataloguePage: Sendable {
  /// What such lists are called.
  let sort: BilingualText
  /// Its page.
  let address: PageAddress
  /// What its picture is called.
  let title: BilingualText
  /// What its list is called.
  let listTitle: BilingualText
  var hasPicture = true
}

extension Edition {
  /// The views that have something to show: of everything, of each cluster, of each party and of each
  /// place, in the order of the table of questions; of a cluster that uses several reference chains,
  /// also of each of these; the overview first, the vocabulary last. How a net
  /// hangs together is a question for those who ask it, not a list to keep. `address` says on which
  /// facts and in which language.
  ///
  /// - Complexity: that of all these views.
  func catalogue(_ address: PageAddress, _ language: Language) -> [CataloguePage] {
    let middle = QuestionName.views.filter {
      ![.overview, .ontology].contains($0) && $0.definition.topic != .structure
    }
    let names = [.overview] + middle + [.ontology]
    let questions =
      names.filter { $0.definition.subjects.allSatisfy(\.isOptional) }.map { ($0, nil) }
      + names.flatMap { name in subjects(of: name).map { (name, Optional($0)) } }
    return questions.flatMap { name, subject -> [(QuestionName, QuestionWords)] in
      let whole = QuestionWords(name.rawValue, of: subject.map { [graph.id(of: $0)] } ?? [])
      guard name == .panorama, let subject else { return [(name, whole)] }
      return [(name, whole)]
        + chains(of: subject).map { chain in
          let options = [QuestionOption.chain: [chain.section.id]]
          return (name, QuestionWords(name.rawValue, of: whole.subjects, options: options))
        }
    }.compactMap { name, words in
      guard let view = try? dataset.view(words, language: language) else { return nil }
      return CataloguePage(
        sort: name.definition.listLabel,
        address: address.moved(to: name == .overview ? .overview : .view(words)),
        title: view.title,
        listTitle: view.list.title ?? view.title
      )
    }
  }

  /// The homes of those who answer for something, in the order of the data.
  func homePages(_ address: PageAddress) -> [CataloguePage] {
    parties.map { party in
      let title = BilingualText(same: graph.name(of: party))
      return CataloguePage(
        sort: BilingualText(zh: "责任主页", en: "home"),
        address: address.moved(to: .home(graph.id(of: party))),
        title: title,
        listTitle: BilingualText(zh: "\(title.zh) · 责任主页", en: "\(title.en): home"),
        hasPicture: false
      )
    }
  }

  /// What a list is kept of: each cluster, each who answers for something, each place where something
  /// is. Of each segment, or of several nodes at once, there would be no end.
  private func subjects(of name: QuestionName) -> [NodeIndex] {
    let subjects = name.definition.subjects
    guard subjects.count == 1, !subjects[0].isRepeated else { return [] }
    switch subjects[0].choice {
    case .kinds([.cluster]), .scope: return clusters
    case .party: return parties
    case .kinds, .region:
      let places = (subjects[0].kinds(in: graph.ontology) ?? [])
        .filter { graph.ontology.placeKinds.contains($0) }
      return places.flatMap { graph.nodes(of: $0) }
        .filter { !graph.relations(of: $0, at: .target, .location).isEmpty }
    case .flow, .removable, .any, .text, .expression: return []
    }
  }
}
