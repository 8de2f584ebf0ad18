import Bilingual
import ChainModel
import GraphKernel

/// What the days of entries, of relations and of successions leave open.
extension ChainGraph {
  /// Entries whose last day comes before their first.
  func emptyPeriods() -> [Finding] {
    guard isDated else { return [] }
    return nodes.compactMap { node in
      guard let from = date(.from, of: node), let until = date(.until, of: node),
        Origin.Period(from: from, until: until) == nil
      else { return nil }
      return (
        node,
        BilingualText(
          zh: "“\(name(of: node))”止于 \(until)，早于起日 \(from)，按一直都在处理",
          en:
            "'\(name(of: node))' ends on \(until), before it begins on \(from): it is taken to be always "
            + "there"
        )
      )
    }
  }

  /// What succeeds something of another kind.
  func unlikeSuccessors() -> [Finding] {
    digraph(.succession).arcs.compactMap { arc in
      let relation = relation(arc, .succession)
      guard relation.kind == .succeeds, kind(of: relation.source) != kind(of: relation.target)
      else { return nil }
      let (new, old) = (name(of: relation.source), name(of: relation.target))
      return (
        relation.source,
        BilingualText(
          zh: "“\(new)”承接的“\(old)”与它不是同一类，不计承接；接办某一事项用 takesOver",
          en:
            "'\(new)' succeeds '\(old)', which is of another kind: nothing is handed over; who takes over one "
            + "item says takesOver"
        )
      )
    }
  }

  /// Posts that stand empty on the day that is asked about.
  func vacantPosts() -> [Finding] {
    nodes.flatMap { item in
      vacancies(of: item).map { vacancy in
        let party = name(of: vacancy.predecessor)
        let role = ontology[vacancy.role]?.inverse ?? BilingualText(same: vacancy.role.name)
        return (
          item,
          BilingualText(
            zh: "“\(name(of: item))”的\(role.zh)“\(party)”已经终止，没有写明由谁承接",
            en:
              "the \(role.en) of '\(name(of: item))', '\(party)', has ended, and nothing says who succeeded it"
          )
        )
      }
    }
  }
}
