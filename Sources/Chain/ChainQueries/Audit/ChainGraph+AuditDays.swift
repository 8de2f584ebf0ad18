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

  /// What is written of successions and editions and changes nothing.
  func idleSuccessions() -> [Finding] {
    let relations = digraph(.succession).arcs.map { relation($0, .succession) }
    let successions = relations.compactMap { relation -> Finding? in
      let words: BilingualText?
      switch relation.kind {
      case .succeeds: words = idleness(ofSuccession: relation)
      case .takesOver: words = idleness(ofTaking: relation)
      case .replaces, .amends: words = idleness(ofEdition: relation)
      default: words = nil
      }
      return words.map { (relation.source, $0) }
    }
    return successions + backwardEditions()
  }

  private func idleness(ofSuccession relation: Relation) -> BilingualText? {
    let (new, old) = (relation.source, relation.target)
    guard kind(of: new) == kind(of: old) else { return nil }
    let handsOver = ontology.partyKinds + [.project, .task, .target, .document]
    if !handsOver.contains(kind(of: new)) {
      return BilingualText(
        zh: "“\(name(of: new))”承接“\(name(of: old))”：这一类的承接不移交责任，也不改变别的；"
          + "起止写 from、until",
        en:
          "'\(name(of: new))' succeeds '\(name(of: old))': of this kind nothing is handed over; when each is "
          + "there says from and until"
      )
    }
    guard ontology.partyKinds.contains(kind(of: new)), succeeds(old, new) else { return nil }
    return BilingualText(
      zh: "“\(name(of: new))”承接“\(name(of: old))”，而后者又承接前者：承接成了圈，谁也不算承接",
      en:
        "'\(name(of: new))' succeeds '\(name(of: old))', which succeeds it in turn: in a circle nobody stands "
        + "for anybody"
    )
  }

  /// Whether `new` is `old`, or came after it by whatever steps.
  private func succeeds(_ new: NodeIndex, _ old: NodeIndex) -> Bool {
    var open = [new]
    var seen: Set<NodeIndex> = []
    while let node = open.popLast() {
      if node == old { return true }
      guard seen.insert(node).inserted else { continue }
      open += relations(of: node, at: .source, .succeeds).map(\.target)
    }
    return false
  }

  private func idleness(ofTaking relation: Relation) -> BilingualText? {
    let (taker, item) = (relation.source, relation.target)
    let own = relations(of: item, at: .target, .responsibility)
    guard !own.contains(where: { kind(of: $0.source) == kind(of: taker) }) else { return nil }
    let label = definition(of: taker).label
    return BilingualText(
      zh: "“\(name(of: taker))”接办“\(name(of: item))”，而它自己没有写明由哪个\(label.zh)负责：接办不起作用；"
        + "在它名下直接写明，如 lead: {to: \(name(of: taker)), from: …}",
      en:
        "'\(name(of: taker))' takes over '\(name(of: item))', which itself names no \(label.en): it has no "
        + "effect; name it on the item, as lead: {to: \(name(of: taker)), from: …}"
    )
  }

  private func idleness(ofEdition relation: Relation) -> BilingualText? {
    guard relation.period.from == nil, beginning(of: relation.source) == nil else { return nil }
    let (new, old) = (name(of: relation.source), name(of: relation.target))
    return BilingualText(
      zh: "“\(new)”没有施行日（effective）也没有日期，因此还没有取代或调整“\(old)”",
      en:
        "'\(new)' has neither a day on which it takes effect (effective) nor a date: it does not yet replace "
        + "or amend '\(old)'"
    )
  }

  /// Documents that end before they take effect, so that what they state never holds.
  private func backwardEditions() -> [Finding] {
    nodes(of: .document).compactMap { document in
      guard let begins = beginning(of: document), let ends = date(.expires, of: document),
        ends.lastDay < begins
      else { return nil }
      return (
        document,
        BilingualText(
          zh: "“\(name(of: document))”有效期至 \(ends)，早于施行日 \(begins)：其中的责任从不成立",
          en:
            "'\(name(of: document))' expires on \(ends), before it takes effect on \(begins): what it states "
            + "never holds"
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
