/// A least-cost alignment of a name's characters with the parts of a full name.
///
/// Each part is left out, or takes the next characters: all of it, its front, or some of it in
/// order. What people do when they shorten a name costs little: the place, the legal form and the
/// last words of the trade go for nothing, a word keeps its first character. What makes another
/// firm of it costs much: the firm's own word left out or begun in its middle. Costs are tenths;
/// the weighed cost is that of sixty characters, so that two characters must fit better than four.
///
/// The costs were set on names of listed firms and their short names.
struct NameAlignment {
  /// A cost no name is accepted with.
  static let never = 1_000
  /// The highest weighed cost of a name that is proposed.
  static let limit = 350
  /// How much dearer a second firm must be for the first to be proposed alone.
  static let margin = 200

  let name: ShortName

  /// The weighed cost of finding the name in `key`, cut into `parts`; `never` or more where it is
  /// not there.
  ///
  /// - Complexity: O(*n* *m*) for *n* characters of the name and *m* of the key.
  func weighedCost(in key: [UInt32], _ parts: [NamePart]) -> Int {
    if !name.tail.isEmpty, !Self.contains(key, name.tail) { return Self.never }
    let core = name.core
    // By how many characters are found so far: the least cost.
    var costs = [Int](repeating: Self.never, count: core.count + 1)
    costs[0] = 0
    var place = false
    for (number, part) in parts.enumerated() {
      if number > 0, part.role != .form, let again = restart(behind: parts[number - 1], key) {
        costs[0] = min(costs[0], again)
      }
      var next = [Int](repeating: Self.never, count: core.count + 1)
      for found in 0...core.count where costs[found] < Self.never {
        let skipped = costs[found] + skipping(part, found: found)
        next[found] = min(next[found], skipped)
        guard found < core.count else { continue }
        if found == 0, part.role == .place, isAbbreviated(key[part.range]) {
          next[1] = min(next[1], costs[0] + 3)
        }
        let word = key[part.range.lowerBound..<(part.range.lowerBound + part.length)]
        for count in 1...max(1, min(word.count, core.count - found)) {
          let taken = core[found..<(found + count)]
          guard let cost = taking(taken, of: word, part.role) else { continue }
          // Trades alone, where the place before them goes unsaid, are any firm of the trade.
          let vague = found == 0 && part.role == .trade && place ? 12 : 0
          next[found + count] = min(next[found + count], costs[found] + cost + vague)
        }
      }
      place = place || part.role == .place
      costs = next
    }
    let cost = costs[core.count]
    if name.isFull { return cost <= 10 ? cost : Self.never }
    return cost >= Self.never ? Self.never : cost * 60 / core.count
  }

  /// What it costs to leave all before this part unsaid: a parent before its branch, a group before
  /// its firm.
  private func restart(behind part: NamePart, _ key: [UInt32]) -> Int? {
    if part.role == .form { return 3 }
    return key[part.range].elementsEqual(Self.group) ? 6 : nil
  }

  private func skipping(_ part: NamePart, found: Int) -> Int {
    let isStarted = found > 0
    let isDone = found == name.core.count
    // A full name leaves out nothing but the place at its front.
    if name.isFull { return part.role == .place && !isStarted ? 0 : 30 }
    return switch part.role {
    case .place: isStarted && !isDone ? 5 : 0
    case .form: 0
    case .trade: isDone ? 0 : isStarted ? 3 : 10
    case .own: isDone ? 4 : 30
    }
  }

  /// What it costs that `taken` stands for `word`; `nil` where it does not lie in it.
  private func taking(
    _ taken: ArraySlice<UInt32>,
    of word: ArraySlice<UInt32>,
    _ role: NamePart.Role
  ) -> Int? {
    if taken.count == word.count { return taken == word ? 0 : nil }
    if name.isFull { return role == .form && word.suffix(taken.count) == taken ? 10 : nil }
    if word.starts(with: taken) {
      return switch role {
      case .place: 4
      case .trade: 3
      case .form: 10
      case .own: taken.count == 1 ? 11 : 4
      }
    }
    if Self.contains(word, taken) {
      return switch role {
      case .place: 20
      case .trade: 18
      case .form: 10
      case .own: taken.count == 1 ? 22 : taken.count == 2 ? 12 : 6
      }
    }
    guard Self.isSubsequence(taken, of: word) else { return nil }
    let keepsFront = taken.first == word.first
    return switch role {
    case .place: 20
    case .trade: keepsFront ? 6 : 18
    case .form: 10
    case .own: keepsFront ? 14 : 22
    }
  }

  /// Whether the name begins with the one character that stands for the place.
  private func isAbbreviated(_ place: ArraySlice<UInt32>) -> Bool {
    guard let word = NameWords.abbreviations[name.core[0]] else { return false }
    return place.starts(with: word)
  }

  private static let group = "集团".unicodeScalars.map(\.value)

  static func isSubsequence(
    _ some: some Collection<UInt32>,
    of all: some Collection<UInt32>
  ) -> Bool {
    var rest = some[...]
    for scalar in all where scalar == rest.first { rest = rest.dropFirst() }
    return rest.isEmpty
  }

  private static func contains(
    _ all: some RandomAccessCollection<UInt32>,
    _ some: some Collection<UInt32>
  ) -> Bool {
    var rest = all[...]
    while rest.count >= some.count {
      if rest.starts(with: some) { return true }
      rest = rest.dropFirst()
    }
    return false
  }
}
