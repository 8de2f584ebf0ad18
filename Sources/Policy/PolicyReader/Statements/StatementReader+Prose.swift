/// What sentences of the text say, and which of them could not be read.
extension StatementReader {
  static let stops = Set(",。;:!?".unicodeScalars)

  /// Reads 由…统筹, 由…牵头 in the text; where they stand.
  mutating func proseStatements(
    in paragraph: Paragraph,
    besides ranges: [Range<Int>]
  ) -> [Range<Int>] {
    let characters = paragraph.line.characters
    var found: [Range<Int>] = []
    var position = paragraph.start
    var range = 0
    while let start = characters.first("由", from: position) {
      position = start + 1
      while range < ranges.count, ranges[range].upperBound <= start { range += 1 }
      if range < ranges.count, ranges[range].contains(start) { continue }
      guard start == paragraph.start || Self.stops.contains(characters[start - 1]) else { continue }
      let end =
        characters[position...].prefix(80).firstIndex { Self.stops.contains($0) }
        ?? characters.count
      let clause = characters[position..<min(end, position + 80)]
      let verbs: [(word: Word, role: Role)] = [("统筹", .coordinate), ("牵头", .lead)]
      for (word, role) in verbs {
        guard let verb = clause.first(word) else { continue }
        let units = UnitList(clause[..<verb], label: nil)
        guard units.isCertain, !units.mentions.isEmpty else { continue }
        let helpers = Self.helpers(characters, behind: clause.endIndex)
        found.append(start..<(helpers.isEmpty ? clause.endIndex : helpers.end))
        statements.append(
          Open(
            item: owner(of: paragraph),
            line: paragraph.line.line(at: start),
            mentions: units.mentions.map { Mention(role: role, name: $0.name) }
              + helpers.mentions,
            leaders: [],
            openRoles: units.openRoles.isEmpty ? [] : [role],
            labels: [],
            isProse: true
          )
        )
        isBlock = false
        break
      }
    }
    return found
  }

  /// Reads clauses that say who leads, and those behind them that say who helps: 市环保局牵头，市发改委配合; where
  /// they stand.
  mutating func clauseStatements(
    in paragraph: Paragraph,
    besides ranges: [Range<Int>]
  ) -> [Range<Int>] {
    let characters = paragraph.line.characters
    guard characters.containsAny(["牵头", "负责", "任", "为", "是"]) else { return [] }
    var found: [Range<Int>] = []
    var passed = PassedRanges(ranges)
    var isOpen = false
    var start = paragraph.start
    for end in characters.indices.dropFirst(start)
    where Self.stops.contains(characters[end]) || end == characters.count - 1 {
      let isMark = Self.stops.contains(characters[end])
      let range = start..<(isMark ? end : end + 1)
      start = end + 1
      defer { if isMark, characters[end] == "。" || characters[end] == ";" { isOpen = false } }
      guard !passed.overlaps(range) else { continue }
      if let duty = NamedDuty(characters[range]) {
        namedDuties.append((duty, paragraph, range.lowerBound))
        found.append(range)
        namedCount += duty.objects.count
        isOpen = false
        continue
      }
      guard let clause = ProseClause(characters[range]), isOpen || clause.mayBegin else {
        continue
      }
      found.append(range)
      if isOpen {
        statements[statements.count - 1].mentions += clause.mentions
        statements[statements.count - 1].leaders += clause.leaders
        statements[statements.count - 1].openRoles.formUnion(clause.openRoles)
        continue
      }
      statements.append(
        Open(
          item: owner(of: paragraph),
          line: paragraph.line.line(at: range.lowerBound),
          mentions: clause.mentions,
          leaders: clause.leaders,
          openRoles: clause.openRoles,
          labels: [],
          isProse: true
        )
      )
      isBlock = false
      isOpen = true
    }
    return found
  }

  /// The units of the clause behind a comma whose verb gives them a role: ，市财政局配合.
  private static func helpers(_ characters: Characters, behind comma: Int) -> Helpers {
    guard comma < characters.count, characters[comma] == "," else { return Helpers() }
    let rest = characters[(comma + 1)...].prefix(200).prefix { !stops.contains($0) }
    let units = UnitList(rest, label: nil)
    return units.hasVerb && units.isCertain
      ? Helpers(mentions: units.mentions, end: rest.endIndex) : Helpers()
  }

  private struct Helpers {
    var mentions: [Mention] = []
    /// Where their clause ends.
    var end = 0
    var isEmpty: Bool { mentions.isEmpty }
  }

  /// Ranges that are passed from the first to the last.
  private struct PassedRanges {
    private let ranges: [Range<Int>]
    private var next = 0

    init(_ ranges: [Range<Int>]) { self.ranges = ranges.sorted { $0.lowerBound < $1.lowerBound } }

    /// Whether any of them overlaps `range`, which never comes before the one asked about last.
    mutating func overlaps(_ range: Range<Int>) -> Bool {
      while next < ranges.count, ranges[next].upperBound <= range.lowerBound { next += 1 }
      return next < ranges.count && ranges[next].lowerBound < range.upperBound
    }
  }

  /// Words that speak of who answers for something.
  private static let telling: [Word] = [
    "负责", "牵头", "责任单位", "配合单位", "责任部门", "责任领导", "责任人", "链长", "组长", "主办", "协办",
  ]
  /// How much of an unread place stands in the review.
  private static let quoted = 40

  /// Notes every sentence that speaks of who answers for something, and of which nothing was read.
  mutating func noteUnread(in paragraph: Paragraph, besides ranges: [Range<Int>]) {
    let characters = paragraph.line.characters
    guard characters.containsAny(Self.telling) else { return }
    var passed = PassedRanges(ranges)
    var start = paragraph.start
    for end in characters.indices.dropFirst(start)
    where characters[end].endsSentence || end == characters.count - 1 {
      let sentence = start..<(end + 1)
      start = end + 1
      guard !passed.overlaps(sentence) else { continue }
      let text = characters[sentence]
      guard !Conventions.declares(text), !Self.isTitle(text), let word = Self.told(in: text) else {
        continue
      }
      placesUnread += 1
      let from = max(sentence.lowerBound, word - Self.quoted / 2)
      let quote = characters[from..<min(sentence.upperBound, from + Self.quoted)].trimmed
      note(paragraph, word, quote.string, .unreadStatement)
    }
  }

  /// Whether a line is the title of a table or a list, which says nothing itself.
  private static func isTitle(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
    text.count <= 24 && text.ending(of: ["表", "名单", "清单", "方案", "安排", "一览"]) != nil
      && !text.contains(where: { ",:。".unicodeScalars.contains($0) })
  }

  /// Where a sentence first speaks of who answers; 链长制 and 链长名单 name no one.
  private static func told(in text: ArraySlice<Unicode.Scalar>) -> Int? {
    telling.compactMap { word in
      var next = text.first(word)
      while let found = next {
        let behind = text[(found + word.characters.count)...]
        if behind.beginning(of: ["制", "名单", "办公室", "会议", "联席", "职责"]) == nil { return found }
        next = text.first(word, from: found + 1)
      }
      return nil
    }.min()
  }

  /// Words that begin what is said of the item above, and are no item of their own.
  private static let remarks: Set<String> = [
    "工作要求", "工作措施", "进度要求", "有关要求", "备注", "要求",
  ]

  /// The item that a paragraph speaks of: of a remark the one that it stands under.
  func owner(of paragraph: Paragraph) -> Int {
    let item = outline.items[paragraph.item]
    guard item.isLeadIn, let parent = item.parent, Self.remarks.contains(item.title) else {
      return paragraph.item
    }
    return parent
  }

  /// Where a sentence says who leads of those that the item's own statement lists, that one leads.
  mutating func appointLeads() {
    let stated = Dictionary(
      grouping: statements.indices.filter { !statements[$0].isProse },
      by: { statements[$0].item }
    )
    for (position, prose) in statements.enumerated() where prose.isProse {
      guard let own = stated[prose.item] else { continue }
      for lead in prose.mentions where lead.role == .lead {
        for statement in own {
          let listed = statements[statement].mentions.firstIndex {
            $0.name == lead.name && $0.role == .responsible
          }
          guard let listed else { continue }
          statements[statement].mentions[listed].role = .lead
          statements[position].mentions.removeAll { $0.name == lead.name && $0.role == .lead }
        }
      }
    }
  }
}
