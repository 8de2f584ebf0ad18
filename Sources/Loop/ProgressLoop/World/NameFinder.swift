import ChainModel

/// Finds what had a name on a day; names are used again.
struct NameFinder: Sendable {
  /// Why nothing is found.
  enum Failure: Error, Hashable {
    case unknown
    case ambiguous
  }

  private struct Holding: Sendable {
    let owner: Int
    let days: DaySpan
    /// Whether the owner began with the name: before its days it may be spoken of already.
    let isFirst: Bool
    /// Whether the owner ended with the name: after its days it is still spoken of.
    let isLast: Bool
  }

  private var holdings: [String: [Holding]] = [:]
  /// Who has a name beside its own, or had one until nobody says when: meant where nothing else has it.
  private var undated: [String: [Int]] = [:]
  private var ids: [String: Int] = [:]
  /// Whether a former name goes on to mean what had it, as long as nothing else has it.
  private let isLenient: Bool

  init(isLenient: Bool) { self.isLenient = isLenient }

  mutating func add(
    _ owner: Int,
    id: String,
    name: String,
    days: DaySpan,
    formerly: [FormerName],
    aliases: [String] = []
  ) {
    if ids[id] == nil { ids[id] = owner }
    for alias in aliases { undated[alias, default: []].append(owner) }
    var first = days.first
    var isFirst = true
    for former in formerly where former.until == nil {
      undated[former.name, default: []].append(owner)
    }
    for (former, until) in NameOnDay.dated(formerly) {
      let last = Day(lastOf: until)
      holdings[former.name, default: []].append(
        Holding(
          owner: owner,
          days: DaySpan(first: first, last: last),
          isFirst: isFirst,
          isLast: false
        )
      )
      (first, isFirst) = (last + 1, false)
    }
    let own = DaySpan(first: first, last: days.last)
    holdings[name, default: []].append(
      Holding(owner: owner, days: own, isFirst: isFirst, isLast: true)
    )
  }

  var names: some Sequence<String> { holdings.keys.sorted() }

  /// Who has or had a name on some day.
  func owners(of name: String) -> [Int] { (holdings[name] ?? []).map(\.owner) }

  /// What a name means on every day; `nil` where that differs, or it means nothing.
  func steady(_ name: String) -> Int? {
    if let owners = undated[name] {
      return holdings[name] == nil && ids[name] == nil && Set(owners).count == 1 ? owners[0] : nil
    }
    guard let all = holdings[name] else { return ids[name] }
    guard let only = all.first, all.count == 1, only.isFirst || isLenient, only.isLast || isLenient,
      ids[name] ?? only.owner == only.owner
    else { return nil }
    return only.owner
  }

  /// What is meant by a name, or else an id, on a day.
  ///
  /// Before it began or after it ended it is still meant, as long as nothing else has the name.
  func find(_ name: String, on day: Day) -> Result<Int, Failure> {
    // Nearly every name has one owner all the time.
    let held = holdings[name]
    if let held, held.count == 1, held[0].days.contains(day) { return .success(held[0].owner) }
    if held == nil, let owner = ids[name] { return .success(owner) }
    let all = held ?? []
    let present = Set(all.filter { $0.days.contains(day) }.map(\.owner))
    if let only = present.first, present.count == 1 { return .success(only) }
    if let owner = ids[name], present.isEmpty || present.contains(owner) { return .success(owner) }
    guard present.isEmpty else { return .failure(.ambiguous) }
    let before = all.filter { $0.days.last < day && ($0.isLast || isLenient) }
    if let last = before.max(by: { $0.days.last < $1.days.last }) { return .success(last.owner) }
    let after = all.filter { $0.days.first > day && ($0.isFirst || isLenient) }
    if let next = after.min(by: { $0.days.first < $1.days.first }) { return .success(next.owner) }
    let owners = Set(undated[name] ?? [])
    if let only = owners.first, owners.count == 1 { return .success(only) }
    return .failure(owners.isEmpty ? .unknown : .ambiguous)
  }
}

/// The name of something on a day.
enum NameOnDay {
  static func name(_ name: String, formerly: [FormerName], on day: Day) -> String {
    dated(formerly).first { Day(lastOf: $0.until) >= day }?.former.name ?? name
  }

  /// The names of which the last day is known, by that day.
  static func dated(
    _ formerly: [FormerName]
  ) -> [(former: FormerName, until: CalendarDate)] {
    formerly.compactMap { former in former.until.map { (former, $0) } }.sorted { $0.1 < $1.1 }
  }
}
