/// What a clause of running text says of who does what: 市环保局牵头, 副市长王某任链长, 牵头部门为市工信局.
struct ProseClause {
  private(set) var mentions: [Mention] = []
  private(set) var leaders: [LeaderMention] = []
  private(set) var openRoles: Set<Role> = []
  /// Whether a statement may begin with it: it names who leads, or a leader.
  private(set) var mayBegin = false

  /// The longest clause that is read.
  private static let longest = 80
  private static let leaderLabel = RoleLabel(Array("责任领导".unicodeScalars)[...])

  /// `nil` for a clause that gives nobody a role.
  init?(_ clause: ArraySlice<Unicode.Scalar>) {
    var clause = clause.trimmed
    guard clause.count >= 4, clause.count <= Self.longest, !clause.contains(":") else { return nil }
    if readsPost(clause) { return }
    let isPassive = clause.starts("由")
    if isPassive { clause = clause.dropFirst() }
    guard let verb = StatementVerb(endOf: clause), verb.start > clause.startIndex else {
      return nil
    }
    let core = clause[clause.startIndex..<verb.start].trimmed
    if isPassive, readsLeader(core) { return }
    let units = UnitList(clause, label: nil)
    guard units.hasVerb, units.isCertain, !units.mentions.isEmpty,
      units.mentions.allSatisfy({ Self.isNamed($0.name) })
    else { return nil }
    mentions = units.mentions
    openRoles = units.openRoles
    mayBegin = mentions.contains { $0.role == .lead }
  }

  /// Whether a name says itself that it is a body's: it has a level, or stands for several.
  private static func isNamed(_ name: String) -> Bool {
    let characters = Array(name.unicodeScalars)[...]
    return UnitWords.level(of: characters) != nil || UnitWords.isCollective(characters)
  }

  /// 王某副市长, before 负责 or 牵头.
  private mutating func readsLeader(_ core: ArraySlice<Unicode.Scalar>) -> Bool {
    guard let label = Self.leaderLabel, !UnitWords.mayBeUnit(core) else { return false }
    if let (name, title) = Self.deputy(core)
      ?? PersonWords.titleBeforeName(core).map({ ($0.name, $0.title) })
    {
      leaders = [LeaderMention(role: .accountable, name: name, titles: [title], isDeputy: false)]
      mayBegin = true
      return true
    }
    let people = LeaderList(core, label: label)
    guard !people.mentions.isEmpty, people.doubts.isEmpty else { return false }
    leaders = people.mentions
    mayBegin = true
    return true
  }

  /// 王某副市长: a name before a title that begins with 副 or 常务.
  private static func deputy(_ text: ArraySlice<Unicode.Scalar>) -> (String, String)? {
    for length in [2, 3, 4] where text.count > length + 2 {
      let (name, title) = (text.prefix(length), text.dropFirst(length))
      if title.beginning(of: ["副", "常务"]) != nil, PersonWords.isName(name),
        PersonWords.isTitle(title)
      {
        return (name.string, title.string)
      }
    }
    return nil
  }

  private static let holding: [Word] = ["担任", "任", "为", "是"]

  /// 链长由副市长王某担任, 副市长王某任链长; 牵头部门为市工信局, 市工信局为牵头部门.
  private mutating func readsPost(_ clause: ArraySlice<Unicode.Scalar>) -> Bool {
    if clause.ends("担任"), let by = clause.first("由"), by > clause.startIndex,
      let label = RoleLabel(clause[clause.startIndex..<by])
    {
      return take(clause[(by + 1)...].dropLast(2), label)
    }
    for word in Self.holding {
      guard let verb = clause.first(word), verb > clause.startIndex else { continue }
      let (left, right) = (
        clause[clause.startIndex..<verb], clause[(verb + word.characters.count)...]
      )
      if let label = RoleLabel(right) {
        return take(left.starts("由") ? left.dropFirst() : left, label)
      }
      if word.characters.count == 1, word.characters[0] != "任", let label = RoleLabel(left) {
        return take(right, label)
      }
    }
    return false
  }

  private mutating func take(_ list: ArraySlice<Unicode.Scalar>, _ label: RoleLabel) -> Bool {
    if label.namesPeople {
      let people = LeaderList(list, label: label)
      guard !people.mentions.isEmpty, people.doubts.allSatisfy({ $0.reason == .rosterRole }) else {
        return false
      }
      leaders = people.mentions
    } else {
      let units = UnitList(list, label: label)
      guard units.isCertain, !units.mentions.isEmpty else { return false }
      mentions = units.mentions
      openRoles = units.openRoles
    }
    mayBegin = true
    return true
  }
}
