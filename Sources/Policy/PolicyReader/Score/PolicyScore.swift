package import Bilingual

/// How much of a key a reading found, and how much of what it found is right.
package struct PolicyScore: Sendable {
  /// What is measured.
  package enum Measure: String, CaseIterable, Sendable {
    /// A unit or leader with a role in a statement.
    case statements
    /// A value with its unit.
    case targets
    /// What a target measures, its comparator and its deadline, each where the key gives it.
    case targetDetails = "target-details"
    /// A name.
    case enterprises
    /// A name.
    case projects

    /// The measure in words.
    package var label: BilingualText {
      switch self {
      case .statements: BilingualText(zh: "责任（条目、单位、角色）", en: "statement, unit, role")
      case .targets: BilingualText(zh: "目标（数值、单位）", en: "target, unit")
      case .targetDetails:
        BilingualText(zh: "目标的指标、比较词、时限", en: "metric, comparator, deadline of targets")
      case .enterprises: BilingualText(zh: "企业", en: "enterprise")
      case .projects: BilingualText(zh: "项目", en: "project")
      }
    }
  }

  /// The figures of one measure.
  package struct Row: Sendable {
    /// What is measured.
    package let measure: Measure
    /// How many were found that the key holds.
    package let right: Int
    /// How many were found.
    package let found: Int
    /// How many the key holds.
    package let expected: Int
    /// What the key holds and was not found.
    package let missed: [String]
    /// What was found and the key does not hold.
    package let surplus: [String]

    /// The part of what was found that is right; `nil` when nothing was found.
    package var precision: Double? { found == 0 ? nil : Double(right) / Double(found) }
    /// The part of the key that was found; `nil` when it is empty.
    package var recall: Double? { expected == 0 ? nil : Double(right) / Double(expected) }
    /// The harmonic mean of both; `nil` when there is nothing on either side.
    package var f1: Double? {
      found + expected == 0 ? nil : 2 * Double(right) / Double(found + expected)
    }
  }

  /// One row for each measure that the key holds.
  package let rows: [Row]

  /// Measures `document` against `key`.
  package init(of document: PolicyDocument, against key: ScoreKey) {
    var rows: [Row] = []
    if let statements = key.statements { rows.append(document.score(statements)) }
    if let targets = key.targets { rows += document.score(targets) }
    if let names = key.enterprises {
      rows.append(Self.names(.enterprises, document.enterprises.map { [$0.name] }, names))
    }
    if let names = key.projects {
      rows.append(Self.names(.projects, document.projects.map { [$0.name] }, names))
    }
    self.rows = rows
  }

  /// Names without spaces and brackets' width, and projects without their last word.
  static func plain(_ name: String) -> String {
    var text = ""
    for line in PolicyLine.lines(of: name) { text += line.characters.filter { !$0.isSpace }.string }
    return text.hasSuffix("项目") ? String(text.dropLast(2)) : text
  }

  private static func names(
    _ measure: Measure,
    _ found: [[String]],
    _ expected: [ScoreKey.KeyEntity]
  ) -> Row {
    var open: [String: [Int]] = [:]
    for (position, entity) in expected.enumerated() {
      for name in entity.names { open[plain(name), default: []].append(position) }
    }
    var taken: Set<Int> = []
    var right = 0
    var surplus: [String] = []
    for names in found {
      let match = names.flatMap { open[plain($0)] ?? [] }.first { !taken.contains($0) }
      if let match {
        taken.insert(match)
        right += 1
      } else {
        surplus.append(names[0])
      }
    }
    let missed = expected.indices.filter { !taken.contains($0) }.map { expected[$0].names[0] }
    return Row(
      measure: measure,
      right: right,
      found: found.count,
      expected: expected.count,
      missed: missed,
      surplus: surplus
    )
  }
}

extension PolicyDocument {
  /// A fact of a statement: which statement of which item, who, in which role.
  private struct Fact: Hashable {
    let item: Int
    let ordinal: Int
    let name: String
    let role: Role
  }

  fileprivate func score(_ expected: [ScoreKey.KeyStatement]) -> PolicyScore.Row {
    var ordinals: [Int: Int] = [:]
    var facts: [Fact: String] = [:]
    for statement in statements {
      let ordinal = ordinals[statement.item, default: 0]
      ordinals[statement.item] = ordinal + 1
      let parties =
        statement.parties.map { ($0.role, $0.name) } + statement.leaders.map { ($0.role, $0.name) }
      for (role, name) in parties {
        let fact = Fact(
          item: statement.item,
          ordinal: ordinal,
          name: PolicyScore.plain(name),
          role: role
        )
        facts[fact] = "\(statement.place) \(role.rawValue) \(name)"
      }
    }
    let found = facts.count
    // 科技局 and 市科技局 are one where the document has that body of one level alone.
    var levelled: [String: Set<String>] = [:]
    for name in Set(statements.flatMap(\.parties).map(\.name)) {
      levelled[stem(PolicyScore.plain(name)), default: []].insert(name)
    }
    levelled = levelled.filter { $0.value.count == 1 }
    var missed: [String] = []
    var total = 0
    var expectedOrdinals: [Int: Int] = [:]
    for statement in expected {
      let item = item(at: statement.path)
      let ordinal = item.map { expectedOrdinals[$0, default: 0] } ?? 0
      if let item { expectedOrdinals[item] = ordinal + 1 }
      for (role, name) in statement.parties {
        total += 1
        let plain = PolicyScore.plain(name)
        let spellings = ([name, units.name(of: plain)] + (levelled[stem(plain)] ?? []))
          .map(PolicyScore.plain)
        let hit = item.flatMap { item in
          spellings.lazy
            .map { Fact(item: item, ordinal: ordinal, name: $0, role: role) }
            .first { facts[$0] != nil }
        }
        if let hit {
          facts[hit] = nil
        } else {
          missed.append("\(statement.path.joined(separator: "/")) \(role.rawValue) \(name)")
        }
      }
    }
    return PolicyScore.Row(
      measure: .statements,
      right: total - missed.count,
      found: found,
      expected: total,
      missed: missed,
      surplus: facts.values.sorted()
    )
  }

  /// A name without the level that it begins with.
  private func stem(_ name: String) -> String {
    let characters = Array(name.unicodeScalars)
    guard let level = UnitWords.level(of: characters[...]), level.count == 1 else { return name }
    return characters[level.count...].string
  }

  /// The item that a key's path of headings or numbers leads to; where the key leaves out what the last of them
  /// stands under, the only one that is meant.
  func item(at path: [String]) -> Int? {
    let wanted = path.map { PolicyScore.plain($0) }
    if wanted.isEmpty { return 0 }
    let exact = outline.items.indices.first { item in
      let headings = outline.path(to: item)
      guard headings.count == wanted.count else { return false }
      return zip(headings, wanted).allSatisfy { Self.isNamed($0, $1) }
    }
    if let exact { return exact }
    let meant = outline.items.indices.filter { item in
      var rest = outline.path(to: item)[...]
      guard let last = rest.popLast(), Self.isNamed(last, wanted[wanted.count - 1]) else {
        return false
      }
      return wanted.dropLast().allSatisfy { heading in
        guard let found = rest.firstIndex(where: { Self.isNamed($0, heading) }) else {
          return false
        }
        rest = rest[(found + 1)...]
        return true
      }
    }
    return meant.count == 1 ? meant[0] : nil
  }

  /// Whether a heading is meant by its number, its words, or both.
  private static func isNamed(_ item: OutlineItem, _ wanted: String) -> Bool {
    let title = PolicyScore.plain(item.title)
    if wanted == item.label || wanted == title { return true }
    let characters = Array(wanted.unicodeScalars)
    guard let marker = Marker(in: characters, at: 0) else { return false }
    let words = characters[marker.length...].string
    return marker.label == item.label
      && (item.isUntitled || title.hasPrefix(words) || words.hasPrefix(title))
  }
}
