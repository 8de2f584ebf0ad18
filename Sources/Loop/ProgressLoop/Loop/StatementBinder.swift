/// A statement with the days on which it holds.
struct BoundStatement: Sendable {
  let role: LoopRole
  let party: Int
  let days: DaySpan
}

/// A succession with the items that it is for.
struct BoundSuccession: Sendable {
  let new: Int
  let from: Day
  /// Empty for all.
  let items: Set<Int>

  func isFor(_ item: Int) -> Bool { items.contains(item) }
}

/// Finds what statements and successions speak of, and how long editions let them hold.
struct StatementBinder {
  let world: LoopWorld
  let itemNames: NameFinder
  private let documents: [String: LoopDocument]

  init(world: LoopWorld, itemNames: NameFinder) {
    (self.world, self.itemNames) = (world, itemNames)
    documents = Dictionary(world.documents.map { ($0.name, $0) }) { first, _ in first }
  }

  private static func beginning(of document: LoopDocument) -> Day? {
    (document.effective ?? document.date).map(Day.init(firstOf:))
  }

  private func first(of statement: LoopStatement) -> Day {
    statement.from.map(Day.init(firstOf:))
      ?? statement.document.flatMap { documents[$0] }.flatMap(Self.beginning) ?? .distantPast
  }

  private struct Matter: Hashable {
    let item: Int
    let role: LoopRole
  }

  /// By item, in the order of the world.
  func statements(_ parties: inout PartyFinder) -> [[BoundStatement]] {
    var result: [[BoundStatement]] = Array(repeating: [], count: world.items.count)
    let found = world.statements.map { statement in
      (statement, try? itemNames.find(statement.item, on: first(of: statement)).get())
    }
    // When each document first states something anew of an item and role.
    var anew: [String: [Matter: Day]] = [:]
    for (statement, item) in found {
      guard let item, let document = statement.document else { continue }
      let matter = Matter(item: item, role: statement.role)
      let day = first(of: statement)
      anew[document, default: [:]][matter] = min(anew[document]?[matter] ?? day, day)
    }
    var ends: [String: Day] = [:]
    var amendments: [String: [String]] = [:]
    for document in world.documents {
      for old in document.amends { amendments[old, default: []].append(document.name) }
      guard let day = Self.beginning(of: document) else { continue }
      for old in document.replaces { ends[old] = min(ends[old] ?? day - 1, day - 1) }
    }
    for (statement, item) in found {
      guard let item else { continue }
      let start = first(of: statement)
      var last = statement.until.map(Day.init(lastOf:)) ?? .distantFuture
      if let name = statement.document {
        if let day = documents[name]?.expires { last = min(last, Day(lastOf: day)) }
        if let day = ends[name] { last = min(last, day) }
        let matter = Matter(item: item, role: statement.role)
        for amendment in amendments[name] ?? [] {
          if let day = anew[amendment]?[matter] { last = min(last, day - 1) }
        }
      }
      let party = parties.find(statement.party, on: max(start, .distantPast))
      result[item].append(
        BoundStatement(
          role: statement.role,
          party: party,
          days: DaySpan(first: start, last: last)
        )
      )
    }
    return result
  }

  /// By the party that is succeeded; those of items are not among them.
  func successions(_ parties: inout PartyFinder) -> [[BoundSuccession]] {
    var result: [Int: [BoundSuccession]] = [:]
    for succession in world.successions where item(succession.old, succession) == nil {
      let from = succession.from.map(Day.init(firstOf:))
      // A party ends before it is succeeded, and the new one begins that day.
      let old = parties.find(succession.old, on: (from ?? .distantFuture) - 1)
      let new = parties.find(succession.new, on: from ?? .distantFuture)
      let ended = parties.parties[old].until.map { Day(lastOf: $0) + 1 }
      result[old, default: []].append(
        BoundSuccession(
          new: new,
          from: from ?? ended ?? .distantPast,
          items: Set(
            succession.items.compactMap {
              try? itemNames.find($0, on: from ?? .distantPast).get()
            }
          )
        )
      )
    }
    return parties.parties.indices.map { result[$0] ?? [] }
  }

  /// By item, what it is a part of or was merged from.
  func parents() -> [[Int]] {
    var result: [[Int]] = Array(repeating: [], count: world.items.count)
    for succession in world.successions {
      guard let old = item(succession.old, succession), let new = item(succession.new, succession)
      else { continue }
      result[new].append(old)
    }
    return result
  }

  private func item(_ name: String, _ succession: LoopSuccession) -> Int? {
    let day = succession.from.map(Day.init(firstOf:)) ?? .distantFuture
    return try? itemNames.find(name, on: day).get()
  }
}
