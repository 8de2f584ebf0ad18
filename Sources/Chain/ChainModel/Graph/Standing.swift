package import Bilingual
package import GraphKernel

/// How things stand in a graph on the day for which it was asked: who is not there, and who stands where
/// another was stated.
package struct Standing: Sendable {
  /// A statement that went to others, or to nobody.
  package struct Handover: Hashable, Sendable {
    /// The item of the statement.
    package let item: NodeIndex
    package let role: RelationKind
    /// Whom the statement names.
    package let predecessor: NodeIndex
    /// Who stands there now; `nil` where nobody does.
    package let party: NodeIndex?
    /// Whether it is this one for sure: of several successors of one party each is possible.
    package let isCertain: Bool
    /// Since when, where somebody says.
    package let since: CalendarDate?
  }

  struct Key: Hashable {
    let item: NodeIndex
    let role: RelationKind
    let party: NodeIndex
  }

  /// Nodes that have ended by the day, or have not begun.
  package private(set) var absent: Set<NodeIndex> = []
  /// Statements for which nobody stands any more, by item, in the order of the data.
  package private(set) var vacancies: [NodeIndex: [Handover]] = [:]
  private(set) var handovers: [Key: Handover] = [:]
  /// Relations that do not hold on the day: of those how many ended before it, how many begin after it.
  package var endedCount = 0
  package var laterCount = 0

  /// The day.
  package let day: CalendarDate

  init(on day: CalendarDate, absent: Set<NodeIndex>) { (self.day, self.absent) = (day, absent) }

  mutating func add(_ handover: Handover) {
    guard let party = handover.party else {
      vacancies[handover.item, default: []].append(handover)
      return
    }
    let key = Key(item: handover.item, role: handover.role, party: party)
    if let known = handovers[key], known.isCertain || !handover.isCertain { return }
    handovers[key] = handover
  }

  /// How much of the data does not count on the day; `nil` where all does.
  package var remark: BilingualText? {
    let counts = [
      (endedCount, BilingualText(zh: "条关系已经结束", en: "relation(s) ended")),
      (laterCount, BilingualText(zh: "条关系尚未开始", en: "relation(s) yet to begin")),
      (absent.count, BilingualText(zh: "个条目已结束或未开始", en: "entry or entries ended or yet to begin")),
    ].filter { $0.0 > 0 }
    guard !counts.isEmpty else { return nil }
    let zh = counts.map { "\($0.0) \($0.1.zh)" }.joined(separator: "，")
    let en = counts.map { "\($0.0) \($0.1.en)" }.joined(separator: ", ")
    return BilingualText(
      zh: "\(day) 当天 \(zh)，不计在内；问别的日子用 --at",
      en: "on \(day): \(en), not counted; --at asks for another day"
    )
  }

  /// The same where nodes have other numbers, and some are gone.
  func renumbering(_ renumbered: (NodeIndex) -> NodeIndex?) -> Standing {
    var moved = Standing(on: day, absent: Set(absent.compactMap(renumbered)))
    (moved.endedCount, moved.laterCount) = (endedCount, laterCount)
    for handover in vacancies.values.joined() + Array(handovers.values) {
      guard let item = renumbered(handover.item),
        let predecessor = renumbered(handover.predecessor)
      else { continue }
      moved.add(
        Handover(
          item: item,
          role: handover.role,
          predecessor: predecessor,
          party: handover.party.flatMap(renumbered),
          isCertain: handover.isCertain,
          since: handover.since
        )
      )
    }
    return moved
  }
}

extension ChainGraph {
  /// How a party came to stand in a statement that names another; `nil` where it is named itself.
  package func handover(_ relation: Relation) -> Standing.Handover? {
    standing?.handovers[
      Standing.Key(item: relation.target, role: relation.kind, party: relation.source)
    ]
  }

  /// The statements on `item` for which nobody stands any more.
  package func vacancies(of item: NodeIndex) -> [Standing.Handover] {
    standing?.vacancies[item] ?? []
  }
}
