/// How sure an answer is.
package enum Certainty: String, Sendable, Hashable {
  case certain
  case possible
}

/// Who answers for an item on a day, or that nobody does.
package struct Owner: Sendable, Hashable {
  /// Why it is this one.
  package enum Basis: Sendable, Hashable, CustomStringConvertible {
    case statement
    case succession
    /// The post has stood empty since a day.
    case vacant(since: Day)

    package var description: String {
      switch self {
      case .statement: "statement"
      case .succession: "succession"
      case .vacant(let day): "vacant since \(day)"
      }
    }
  }

  /// `nil` where the post is vacant.
  package let party: Int?
  package let basis: Basis
  package let certainty: Certainty

  package init(party: Int?, basis: Basis, certainty: Certainty) {
    (self.party, self.basis, self.certainty) = (party, basis, certainty)
  }
}

extension ClosedLoop {
  /// Who answers for an item on a day, in the order of the statements, each once.
  ///
  /// A statement that still holds of a party that ended or was succeeded goes to its successors: to the one
  /// for the item, or the only one, for certain; to several possibly; where there is none, the post is
  /// vacant. An item of which nothing is stated has nobody.
  ///
  /// - Complexity: O(*s* · *c*) over the statements of the item and their chains of successors.
  package func owners(of item: Int, as role: LoopRole, at day: Day) -> [Owner] {
    var owners: [Owner] = []
    for statement in statements[item]
    where statement.role == role && statement.days.contains(day) {
      for owner in holders(of: statement.party, item, on: day, since: statement.days.first) {
        guard let party = owner.party else {
          if !owners.contains(owner) { owners.append(owner) }
          continue
        }
        if let place = owners.firstIndex(where: { $0.party == party }) {
          let isBetter = owner.certainty == .certain && owners[place].certainty == .possible
          if isBetter || (owner.basis == .statement && owner.certainty == .certain) {
            owners[place] = owner
          }
        } else {
          owners.append(owner)
        }
      }
    }
    return owners
  }

  /// Who stands on a day where a party was stated.
  func holders(of party: Int, _ item: Int, on day: Day, since start: Day = .distantPast) -> [Owner]
  {
    // Nearly every party stands for itself.
    if party >= successions.count || successions[party].isEmpty {
      return [holder(party, on: day, since: start, isCertain: true, isFirst: true)]
    }
    var result: [Owner] = []
    var open = [(party: party, isCertain: true, isFirst: true)]
    var seen: Set<Int> = [party]
    while let next = open.popLast() {
      let heirs = heirs(of: next.party, item, on: day)
      if heirs.isEmpty {
        result.append(
          holder(
            next.party,
            on: day,
            since: start,
            isCertain: next.isCertain,
            isFirst: next.isFirst
          )
        )
      }
      for heir in heirs.reversed() where seen.insert(heir).inserted {
        open.append((heir, next.isCertain && heirs.count == 1, false))
      }
    }
    return result
  }

  /// A party that has no successor on a day, or the empty place that it left.
  private func holder(
    _ party: Int,
    on day: Day,
    since start: Day,
    isCertain: Bool,
    isFirst: Bool
  ) -> Owner {
    let until = lastDay(of: party)
    let isVacant = until < day
    return Owner(
      party: isVacant ? nil : party,
      basis: isVacant
        ? .vacant(since: max(until + 1, start)) : isFirst ? .statement : .succession,
      certainty: isCertain ? .certain : .possible
    )
  }

  /// Those that have succeeded a party until a day for an item: those named for it, or else those for all.
  private func heirs(of party: Int, _ item: Int, on day: Day) -> [Int] {
    guard party < successions.count, !successions[party].isEmpty else { return [] }
    let begun = successions[party].filter { $0.from <= day }
    guard !begun.isEmpty else { return [] }
    let special = begun.filter { $0.isFor(item) }
    var heirs: [Int] = []
    for heir in special.isEmpty ? begun.filter(\.items.isEmpty) : special
    where heir.new != party && !heirs.contains(heir.new) {
      heirs.append(heir.new)
    }
    return heirs
  }

  /// The last day of a party.
  func lastDay(of party: Int) -> Day {
    parties[party].until.map(Day.init(lastOf:)) ?? .distantFuture
  }

  /// The last day on which a party answers for an item: its own last, or the one before it was succeeded by
  /// one for all.
  func lastDay(of party: Int, _ item: Int) -> Day {
    guard party < successions.count else { return lastDay(of: party) }
    let succeeded = successions[party].filter(\.items.isEmpty).map { $0.from - 1 }.min()
    return min(lastDay(of: party), succeeded ?? .distantFuture)
  }

  /// The party that certainly stands where another was stated; `nil` where none or several may.
  func certainHolder(of party: Int, _ item: Int, on day: Day) -> Int? {
    let holders = holders(of: party, item, on: day)
    guard let only = holders.first, holders.count == 1 else { return nil }
    return only.certainty == .certain ? only.party : nil
  }
}
