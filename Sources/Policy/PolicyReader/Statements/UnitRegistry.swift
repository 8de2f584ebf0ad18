/// The units of a document, one name for all spellings of each.
struct UnitRegistry {
  /// The other spellings of a name, in the order of the document.
  private(set) var aliases: [String: [String]] = [:]
  private(set) var merges: [(kept: String, other: String)] = []
  private var canonical: [String: String] = [:]
  private var order: [String] = []
  private var counts: [String: Int] = [:]

  /// The most names of one level and ending that are compared with each other.
  private static let mostRivals = 300

  mutating func add(_ mention: Mention) {
    add(mention.name)
    if let alias = mention.alias, alias.count > 1 { canonical[alias] = mention.name }
  }

  private mutating func add(_ name: String) {
    if counts.updateValue((counts[name] ?? 0) + 1, forKey: name) == nil { order.append(name) }
  }

  /// The name under which a spelling is kept.
  func name(of spelling: String) -> String { canonical[spelling] ?? spelling }

  /// Finds which spellings are of one unit.
  mutating func merge() {
    bracketedNames()
    elisions()
    abbreviations()
    for (other, kept) in canonical.sorted(by: { $0.key < $1.key }) {
      let kept = name(of: kept)
      canonical[other] = kept
      if other != kept { aliases[kept, default: []].append(other) }
    }
  }

  /// 市营商局(市大数据局): the name in the bracket is another of the same unit.
  private mutating func bracketedNames() {
    for name in order {
      let characters = Array(name.unicodeScalars)
      let base = UnitWords.base(characters[...])
      guard base.count < characters.count, characters[base.endIndex] == "(" else { continue }
      let inner = characters[(base.endIndex + 1)..<(characters.count - 1)]
      guard UnitWords.level(of: inner) != nil, UnitWords.isUnit(inner), UnitWords.isUnit(base)
      else {
        continue
      }
      canonical[name] = base.string
      if counts[inner.string] == nil { canonical[inner.string] = base.string }
    }
  }

  /// 科技局 beside 市科技局: the level is left out, where the document has that body of one level alone.
  private mutating func elisions() {
    var levelled: [String: [String]] = [:]
    for name in order where canonical[name] == nil {
      let characters = Array(name.unicodeScalars)
      guard let level = UnitWords.level(of: characters[...]), level.count == 1,
        !UnitWords.isCollective(characters[...])
      else { continue }
      levelled[characters[level.count...].string, default: []].append(name)
    }
    for name in order where canonical[name] == nil {
      guard let whole = levelled[name], whole.count == 1, name.unicodeScalars.count > 2,
        UnitWords.isUnit(Array(name.unicodeScalars)[...])
      else { continue }
      canonical[name] = whole[0]
      merges.append((whole[0], name))
    }
  }

  private struct Shape: Hashable {
    let level: String
    let ending: Unicode.Scalar
  }

  /// 市工信局 and 市工业和信息化局: the characters of the shorter stand in the longer in their order.
  private mutating func abbreviations() {
    var groups: [Shape: [Characters]] = [:]
    for name in order where canonical[name] == nil {
      let characters = Array(name.unicodeScalars)
      guard let level = UnitWords.level(of: characters[...]), var last = characters.last,
        !UnitWords.isCollective(characters[...]), characters.count >= level.count + 3, last.isHan
      else { continue }
      // 发改委 is short for 发展和改革委员会.
      if characters.ends("委员会") { last = "委" }
      let core = characters[level.count...]
      guard core.beginning(of: ["政府", "委"]) == nil || core.ends("部") else { continue }
      groups[Shape(level: level.string, ending: last), default: []].append(characters)
    }
    for names in groups.values where names.count > 1 && names.count <= Self.mostRivals {
      for short in names {
        let longer = names.filter { $0.count > short.count && Self.isShort(short, for: $0) }
        guard let long = longer.first, longer.count == 1 else { continue }
        unite(short.string, long.string)
      }
    }
  }

  private mutating func unite(_ short: String, _ long: String) {
    let keepsLong = (counts[long] ?? 0) >= (counts[short] ?? 0)
    let (kept, other) = keepsLong ? (long, short) : (short, long)
    guard canonical[kept] == nil, canonical[other] == nil else { return }
    canonical[other] = kept
    merges.append((kept, other))
  }

  private static func isShort(_ short: Characters, for long: Characters) -> Bool {
    var long = long[...]
    if long.ends("委员会"), !short.ends("委员会") { long = long.dropLast(2) }
    var position = 0
    for character in long where position < short.count && character == short[position] {
      position += 1
    }
    guard position == short.count else { return false }
    // The first character of what it does must be the same: 市文旅局 is not 市农业文旅局.
    let level = UnitWords.level(of: short[...])?.count ?? 1
    return short[level] == long[level] || short[level...].dropFirst().starts("场")
      || long.holds("市场", at: level)
  }
}
