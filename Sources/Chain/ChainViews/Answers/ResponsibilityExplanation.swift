import Bilingual
import ChainModel
import ChainQueries
import GraphKernel

/// Says why somebody answers for something, as a sentence.
struct ResponsibilityExplanation {
  let graph: ChainGraph

  func sentence(for owner: Ownership) -> BilingualText {
    BilingualText(zh: sentence(for: owner, .zh), en: sentence(for: owner, .en))
  }

  func sentence(for duty: Duty, of party: NodeIndex) -> BilingualText {
    BilingualText(zh: sentence(for: duty, of: party, .zh), en: sentence(for: duty, of: party, .en))
  }

  private func sentence(for owner: Ownership, _ language: Language) -> String {
    let statement = stated(owner.relation, language)
    guard let item = owner.path.first, owner.isInherited else { return statement }
    let way = containment(owner.path, language)
    let nearest =
      language == .zh
      ? "“\(graph.name(of: item))”没有更近的指定"
      : "no nearer statement stands between"
    return [way, statement, nearest].joined(separator: language == .zh ? "；" : "; ")
  }

  private func sentence(for duty: Duty, of party: NodeIndex, _ language: Language) -> String {
    var parts: [String] = []
    if let collective = duty.through {
      let member = graph.name(of: party)
      let whole = graph.name(of: collective)
      let isSure = duty.certainty == .certain
      parts.append(
        language == .zh
          ? "\(member)是“\(whole)”的成员，\(isSure ? "全体成员均有责任" : "只指部分成员，是否包括它未写明")"
          : "\(member) is a member of '\(whole)', which means "
            + (isSure ? "all of its members" : "some members without saying which")
      )
    }
    parts.append(stated(duty.relation, language))
    if duty.isInherited {
      let item = graph.name(of: duty.item)
      let from = graph.name(of: duty.from)
      parts.append(
        language == .zh
          ? "“\(item)”在“\(from)”之内，没有更近的指定"
          : "'\(item)' lies within '\(from)', and no nearer statement stands between"
      )
    }
    return parts.joined(separator: language == .zh ? "；" : "; ")
  }

  /// "泳装产业集群的牵头单位是市工业和信息化局〔附件/二/(六)〕".
  private func stated(_ relation: Relation, _ language: Language) -> String {
    let item = graph.name(of: relation.target)
    let party = graph.name(of: relation.source)
    let role = graph.roleLabel(relation.kind)[language]
    let place = graph.citation(relation.origin, language)
    let stated =
      language == .zh
      ? "“\(item)”的\(role)是\(party)\(place)" : "the \(role) of '\(item)' is \(party) \(place)"
    guard let handover = graph.handover(relation) else { return stated }
    let name = graph.name(of: handover.predecessor)
    return stated
      + (language == .zh
        ? "；原文写的是\(name)，由\(party)承接" : "; the text names \(name), which \(party) succeeded")
  }

  private func containment(_ path: [NodeIndex], _ language: Language) -> String {
    let names = path.map { "“\(graph.name(of: $0))”" }
    let english = path.map { "'\(graph.name(of: $0))'" }
    return language == .zh
      ? names.joined(separator: "属于") : english.joined(separator: ", part of ")
  }
}
