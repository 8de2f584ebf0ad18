/// A party of a statement as the text has it.
struct Mention: Sendable {
  var role: Role
  var name: String
  /// Whether a mark (*) stands before it.
  var isMarked = false
  /// How many commas and semicolons stand before it in its list.
  var group = 0
  /// Whether it is one of several to whom a label gives one role, so that a convention may tell
  /// which of them leads.
  var isRanked = false
  /// The short name that the text gives it (以下简称…).
  var alias: String?
}

/// What a list of units holds.
struct UnitList {
  private(set) var mentions: [Mention] = []
  /// The roles whose lists say that there are others (等).
  private(set) var openRoles: Set<Role> = []
  /// Whether a verb in the list gives roles.
  private(set) var hasVerb = false
  private(set) var doubts: [(about: String, reason: ReviewReason)] = []
  /// What says until when: 2024年12月底前完成.
  private(set) var terms: [ArraySlice<Unicode.Scalar>] = []
  /// Whether all names are units for certain.
  private(set) var isCertain = true
  /// Whether some are, and the others may well be.
  private(set) var isLikely = false

  private struct Entry {
    var name: ArraySlice<Unicode.Scalar>
    var prefix: Characters = []
    var suffix: Characters = []
    var isMarked = false
    let group: Int
    let run: Int
    var role: Role?
    var alias: String?
    /// Whether 等 stands behind it.
    var isOpen = false

    var text: String { prefix.string + name.string + suffix.string }
  }

  private var entries: [Entry] = []
  private var run = 0
  private var group = 0
  /// The first entry that no verb has given a role yet.
  private var pending = 0

  /// Reads the list in `characters`; `label` is what stands before its colon.
  init(_ characters: ArraySlice<Unicode.Scalar>, label: RoleLabel?) {
    for (piece, mark) in Self.pieces(characters) {
      add(piece)
      if mark != "、" { run += 1 }
      if mark == "," || mark == ";" { group += 1 }
    }
    shareSuffixes()
    sharePrefixes()
    finish(label)
  }

  // MARK: Cutting

  /// The parts between separators that stand in no bracket, each with the separator behind it.
  private static func pieces(
    _ characters: ArraySlice<Unicode.Scalar>
  ) -> [(piece: ArraySlice<Unicode.Scalar>, mark: Unicode.Scalar)] {
    var pieces: [(ArraySlice<Unicode.Scalar>, Unicode.Scalar)] = []
    var start = characters.startIndex
    let closings = StatementText.closings(of: Array(characters))
    var position = characters.startIndex
    while position < characters.endIndex {
      let character = characters[position]
      let closing = closings[position - characters.startIndex]
      if closing > 0 {
        position = characters.startIndex + closing + 1
        continue
      }
      switch character {
      case "、", ",", ";", "。", " ", "\t", "/", ":", "+":
        pieces.append((characters[start..<position].trimmed, character == " " ? "、" : character))
        start = position + 1
      default: break
      }
      position += 1
    }
    pieces.append((characters[start...].trimmed, "。"))
    return joined(pieces.filter { !$0.0.isEmpty }, in: characters)
  }

  /// What 各 may stand before when the rest of a collective follows: 各区、县(市)政府.
  private static let regions: [Word] = ["区", "县", "市", "镇", "乡", "旗", "州", "盟", "街道", "地"]
  private static let parks: [Word] = ["开发区", "新区", "园区", "功能区", "示范区", "管理区", "高新区", "经开区"]

  /// The pieces, those of one collective put together.
  private static func joined(
    _ pieces: [(piece: ArraySlice<Unicode.Scalar>, mark: Unicode.Scalar)],
    in characters: ArraySlice<Unicode.Scalar>
  ) -> [(piece: ArraySlice<Unicode.Scalar>, mark: Unicode.Scalar)] {
    var joined: [(piece: ArraySlice<Unicode.Scalar>, mark: Unicode.Scalar)] = []
    for next in pieces {
      if let last = joined.last, last.mark == "、",
        [regions, parks].contains(where: { goesOn(last.piece, with: next.piece, of: $0) })
      {
        joined[joined.count - 1] = (
          characters[last.piece.startIndex..<next.piece.endIndex], next.mark
        )
      } else {
        joined.append(next)
      }
    }
    return joined
  }

  /// Whether nothing but 各 and `kinds` stands in `piece`, and `next` goes on with one of them.
  private static func goesOn(
    _ piece: ArraySlice<Unicode.Scalar>,
    with next: ArraySlice<Unicode.Scalar>,
    of kinds: [Word]
  ) -> Bool {
    guard let each = piece.prefix(2).firstIndex(of: "各") else { return false }
    var rest = piece[(each + 1)...]
    while let kind = rest.beginning(of: kinds + ["、"]) {
      rest = rest.dropFirst(kind.characters.count)
    }
    guard rest.isEmpty, let kind = next.beginning(of: kinds) else { return false }
    var tail = next.dropFirst(kind.characters.count)
    if tail.first?.closing != nil { tail = tail.drop { $0 != ")" }.dropFirst() }
    return tail.isEmpty || tail.beginning(of: UnitWords.governmentEndings) != nil
  }

  private static let terms: [Word] = [
    "持续推进", "长期推进", "长期坚持", "持续实施", "持续开展", "长期实施", "常态化推进", "长期任务", "立即开展", "适时推进",
  ]

  /// Whether a piece says until when, not who: 2024年12月底前完成, 持续推进.
  private static func isTerm(_ piece: ArraySlice<Unicode.Scalar>) -> Bool {
    if terms.contains(where: { piece.elementsEqual($0.characters) }) { return true }
    guard piece.contains(where: \.isDigit), piece.containsAny(["年", "月", "季度"]) else {
      return false
    }
    return piece.ending(of: ["前完成", "完成", "前", "底", "启动", "建成", "落实", "取得实效", "见效", "推进", "实施"])
      != nil
      && !piece.containsAny(["局", "委", "厅", "政府"])
  }

  private static let marks = Set("*★☆▲△※#●◆".unicodeScalars)
  private static let conventions: [Word] = ["下同", "第一位", "首位", "第一个", "为牵头", "是牵头"]
  private static let joints: [Word] = ["以及", "和", "及", "与", "暨"]

  private mutating func add(_ piece: ArraySlice<Unicode.Scalar>) {
    var piece = piece
    guard !UnitWords.base(piece).containsAny(Self.conventions) else { return }
    guard !Self.isTerm(piece) else { return terms.append(piece) }
    if let unit = UnitWords.unit(ofPost: piece) {
      doubts.append((piece.string, .postOfUnit))
      piece = unit
    }
    var isMarked = false
    while let first = piece.first, Self.marks.contains(first) {
      isMarked = true
      piece = piece.dropFirst().trimmed
    }
    if piece.starts("由"), piece.count > 2 { piece = piece.dropFirst() }
    for joint in ["会同", "联合", "协同"] as [Word] {
      guard let position = piece.first(joint), position > piece.startIndex else { continue }
      let left = piece[..<position]
      guard UnitWords.mayBeUnit(left) || StatementVerb(endOf: left) != nil else { continue }
      addClause(left, isMarked: isMarked, fallback: .lead)
      return add(piece[(position + joint.characters.count)...])
    }
    if let position = UnitWords.base(piece).first("牵头"), position > piece.startIndex {
      let end = position + 2
      let rest = piece[end...]
      if !rest.isEmpty, StatementVerb.isVerbs(rest) == false {
        addClause(piece[..<end], isMarked: isMarked, fallback: nil)
        var tail = rest
        while let word = tail.beginning(of: ["组织", "协调", "会", "负责", "、", "推进", "落实"]) {
          tail = tail.dropFirst(word.characters.count)
        }
        if !tail.isEmpty { add(tail) }
        return
      }
    }
    addClause(piece, isMarked: isMarked, fallback: nil)
  }

  /// Adds the units of a clause, and gives the role of the verb at its end to all that wait for one.
  private mutating func addClause(
    _ clause: ArraySlice<Unicode.Scalar>,
    isMarked: Bool,
    fallback: Role?
  ) {
    let verb = StatementVerb(endOf: clause)
    let core = (verb.map { clause[..<$0.start] } ?? clause).trimmed
    if !core.isEmpty { addUnits(core, isMarked: isMarked) }
    guard let role = verb?.role ?? fallback else { return }
    hasVerb = true
    for position in pending..<entries.count where entries[position].role == nil {
      entries[position].role = role
    }
    pending = entries.count
  }

  private mutating func addUnits(_ core: ArraySlice<Unicode.Scalar>, isMarked: Bool) {
    var core = core
    if let open = Self.openEnd(of: core) {
      let rest = open.rest
      core = open.core
      if !core.isEmpty { addUnits(core, isMarked: isMarked) }
      if !entries.isEmpty { entries[entries.count - 1].isOpen = true }
      if let rest { addUnits(rest, isMarked: false) }
      return
    }
    if !UnitWords.isCollective(core) {
      for joint in Self.joints {
        guard let position = core.first(joint), position > core.startIndex else { continue }
        let (left, right) = (core[..<position], core[(position + joint.characters.count)...])
        guard UnitWords.mayBeUnit(left), UnitWords.mayBeUnit(right),
          joint.characters.count > 1 || UnitWords.mayStandAlone(left),
          UnitWords.level(of: right) != nil || UnitWords.isCollective(right)
            || joint.characters.count > 1
            || UnitWords.isUnit(right)
        else { continue }
        addUnits(left, isMarked: isMarked)
        return addUnits(right, isMarked: false)
      }
    }
    if let bracket = Self.unclosedBracket(in: core), bracket > core.startIndex {
      doubts.append((core.string, .openBracket))
      core = core[..<bracket]
    }
    // 市工信局(牵头): the bracket says what the unit does.
    let plain = UnitWords.base(core)
    let isLead = core[plain.endIndex...].dropFirst().starts("牵头") && !plain.isEmpty
    let (name, alias) = isLead ? (plain, nil) : Self.withoutNote(core)
    entries.append(
      Entry(name: name, isMarked: isMarked, group: group, run: run, alias: alias)
    )
    if isLead { entries[entries.count - 1].role = .lead }
  }

  /// The first bracket that is never closed.
  private static func unclosedBracket(in name: ArraySlice<Unicode.Scalar>) -> Int? {
    guard name.contains(where: { $0.closing != nil }) else { return nil }
    let closings = StatementText.closings(of: Array(name))
    return name.indices.first { position in
      name[position].closing != nil && closings[position - name.startIndex] < 0
    }
  }

  /// The name without a bracket that explains it (〈含开发区，下同〉), and the short name that the
  /// bracket gives.
  private static func withoutNote(
    _ name: ArraySlice<Unicode.Scalar>
  ) -> (name: ArraySlice<Unicode.Scalar>, alias: String?) {
    let base = UnitWords.base(name)
    let bracket = name[base.endIndex...].dropFirst()
    if let word = bracket.first("简称") {
      let alias = bracket[(word + 2)...].filter { $0.isHan || $0.isLatin }
      return (base, alias.string)
    }
    let isNote = bracket.beginning(of: ["含", "包括", "不含"]) != nil || bracket.contains("下同")
    return (isNote ? base : name, nil)
  }

  private static let openTails: [Word] = [
    "各", "相关", "有关", "市直", "市级", "省直", "省级", "县直", "区直", "成员", "部门", "单位", "机构", "按",
  ]

  /// What stands before and behind the 等 at the end of a list; `nil` where none stands.
  private static func openEnd(
    of core: ArraySlice<Unicode.Scalar>
  ) -> (core: ArraySlice<Unicode.Scalar>, rest: ArraySlice<Unicode.Scalar>?)? {
    guard let position = core.lastIndex(of: "等") else { return nil }
    let (left, right) = (core[..<position], core[(position + 1)...])
    guard !left.isEmpty else { return (left, right.isEmpty ? nil : right) }
    if right.isEmpty { return (left, nil) }
    var tail = right
    while let word = tail.beginning(of: openTails) { tail = tail.dropFirst(word.characters.count) }
    if tail.isEmpty {
      // 财政等部门: the ending belongs to the name.
      guard UnitWords.mayBeUnit(left) else { return nil }
      return (left, nil)
    }
    guard UnitWords.mayBeUnit(left), UnitWords.isCollective(right) else { return nil }
    return (left, right)
  }

  // MARK: What a list shares

  /// 东城区、西城区人民政府; 财政、教育等部门.
  private mutating func shareSuffixes() {
    for position in entries.indices {
      let last = entries[position].name
      if let open = last.lastIndex(of: "等"), last.ends("部门"), open > last.startIndex {
        entries[position].isOpen = true
        let tail = last[(open + 1)...]
        entries[position].name = last[..<open]
        entries[position].suffix = Array(last.ends("主管部门") ? tail.suffix(4) : tail.suffix(2))
        spread(Array(tail.suffix(2)), before: position) {
          UnitWords.base($0).ending(of: UnitWords.endings) == nil
        }
        continue
      }
      guard !UnitWords.isCollective(last),
        let ending = last.ending(of: UnitWords.governmentEndings),
        last.count > ending.characters.count + 1
      else { continue }
      let isPark = ending.characters.contains("管")
      spread(ending.characters, before: position) { name in
        guard !UnitWords.isCollective(name) else { return false }
        if isPark { return name.ending(of: ["开发区", "高新区", "新区", "示范区", "园区", "经开区"]) != nil }
        return name.ending(of: ["区", "县", "市", "镇", "乡", "旗", "州"]) != nil
      }
    }
  }

  private mutating func spread(
    _ suffix: Characters,
    before position: Int,
    to takes: (ArraySlice<Unicode.Scalar>) -> Bool
  ) {
    var next = position - 1
    while next >= 0, entries[next].run == entries[position].run, entries[next].suffix.isEmpty,
      takes(entries[next].name)
    {
      entries[next].suffix = suffix
      doubts.append((entries[next].text, .sharedSuffix))
      next -= 1
    }
  }

  private static let sharing: [Word] = ["局", "厅", "委", "办", "部", "中心"]

  /// 省科技厅、教育厅: the others of a run take the level of its first when none has one of its own.
  private mutating func sharePrefixes() {
    var start = 0
    while start < entries.count {
      var end = start + 1
      while end < entries.count, entries[end].run == entries[start].run { end += 1 }
      defer { start = end }
      guard end - start > 1, let level = UnitWords.level(of: entries[start].name) else { continue }
      let others = (start + 1)..<end
      guard others.allSatisfy({ UnitWords.level(of: entries[$0].name) == nil }) else { continue }
      for position in others {
        let name = UnitWords.base(entries[position].name)
        guard name.ending(of: Self.sharing) != nil, !UnitWords.isCollective(name),
          name.beginning(of: ["国家", "人民", "人行", "团", "驻", "中国", "港"]) == nil
        else { continue }
        // 市委组织部、宣传部 share the committee, 市委组织部、财政局 the city.
        let isCommittee = level.last == "委"
        let shared = isCommittee && !name.ends("部") ? level.dropLast() : level
        entries[position].prefix = Array(shared)
        doubts.append((entries[position].text, .sharedPrefix))
      }
    }
  }

  // MARK: Roles

  private mutating func finish(_ label: RoleLabel?) {
    var isUnlikely = false
    for (position, entry) in entries.enumerated() {
      let name = Array(entry.text.unicodeScalars)
      let isUnit = UnitWords.mayBeUnit(name[...])
      let isSure = UnitWords.isUnit(name[...])
      if !isSure { isCertain = false }
      if isSure { isLikely = true }
      if !UnitWords.mayBeName(name[...]) { isUnlikely = true }
      if !isUnit { doubts.append((entry.text, .strangeUnit)) }
      if ["待定", "待明确", "空缺", "暂缺", "无"].contains(entry.text) { continue }
      // A figure or a date answers for nothing.
      if !isUnit, !name.contains(where: \.isHan) || name.contains(where: \.isDigit) { continue }
      let stated = entry.role
      var role = stated ?? label?.role ?? .responsible
      if entry.isOpen { openRoles.insert(role == .accountable ? .responsible : role) }
      if stated == nil, label?.firstLeads == true, position == 0 { role = .lead }
      mentions.append(
        Mention(
          role: role,
          name: entry.text,
          isMarked: entry.isMarked,
          group: entry.group,
          isRanked: role == .responsible,
          alias: entry.alias
        )
      )
    }
    if isUnlikely { isLikely = false }
    entries = []
  }
}
