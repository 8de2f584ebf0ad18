/// Reads the statements of a whole outline.
struct StatementReader {
  /// A statement while its lines are read.
  struct Open {
    let item: Int
    let line: Int
    var mentions: [Mention]
    var leaders: [LeaderMention]
    var openRoles: Set<Role>
    var labels: Set<Role>
    /// The last day, month or year that it names.
    var deadline: String?
    /// A sentence of the text says it (由…统筹), so it stands beside the item's own statement.
    var isProse = false
  }

  private(set) var outline: Outline
  private let conventions: Conventions
  var statements: [Open] = []
  /// Units that answer for every statement from one on.
  private(set) var everywhere: [(mention: Mention, from: Int)] = []
  private(set) var forDocument: [Open] = []
  private(set) var review: [ReviewEntry] = []
  /// How many places speak of who answers for something: of which it was read, and of which it was not.
  private(set) var placesRead = 0
  var placesUnread = 0
  /// Where each paragraph's statements stand, so that later stages pass over them.
  private(set) var ranges: [[Range<Int>]] = []
  /// The label of people whose list the next line may go on with.
  private var roster: RoleLabel?
  /// How many items the clauses of the paragraph name themselves.
  var namedCount = 0
  /// Whether nothing but label lines has come since the newest statement began.
  var isBlock = false

  init(_ outline: Outline, _ conventions: Conventions) {
    self.outline = outline
    self.conventions = conventions
    ranges.reserveCapacity(outline.paragraphs.count)
    for paragraph in outline.paragraphs { read(paragraph) }
    addNamedDuties()
    appointLeads()
    for position in statements.indices { finish(position) }
    for (mention, first) in everywhere { addEverywhere(mention, from: first) }
    statements.removeAll { $0.mentions.isEmpty && $0.leaders.isEmpty }
  }

  // MARK: A paragraph

  private mutating func read(_ paragraph: Paragraph) {
    let characters = paragraph.line.characters
    guard !characters.contains("\t") else {
      noteUnread(in: paragraph, besides: [])
      ranges.append([])
      return
    }
    if goesOn(with: paragraph) {
      ranges.append([0..<characters.count])
      return
    }
    let found = StatementText.statements(in: characters, from: paragraph.start)
    var end = paragraph.start
    var last: RoleLabel?
    for statement in found {
      let gap = characters[
        max(end, min(paragraph.body, statement.range.lowerBound))..<statement.range.lowerBound
      ]
      let isGap = gap.contains { $0.isHan }
      if isGap || paragraph.start > 0 && end == paragraph.start { isBlock = false }
      add(statement, in: paragraph)
      end = statement.range.upperBound
      isBlock = true
      last = statement.isBracketed ? nil : lastLabel(characters, statement.range)
    }
    let rest = characters[end...]
    if rest.contains(where: \.isHan) {
      isBlock = false
      last = nil
    }
    roster = last?.namesPeople == true || last?.isDeputy == true ? last : nil
    let before = statements.count
    let prose = proseStatements(in: paragraph, besides: found.map(\.range))
    let clauses = clauseStatements(in: paragraph, besides: found.map(\.range) + prose)
    let declared = everywhere.count + forDocument.count
    readDefaults(in: paragraph, besides: found.filter { !$0.rule.isEmpty }.map(\.range))
    if declared == everywhere.count + forDocument.count {
      noteUnread(in: paragraph, besides: found.map(\.range) + prose + clauses)
    }
    placesRead += found.count + statements.count - before + namedCount
    namedCount = 0
    ranges.append((found.map(\.range) + clauses).sorted { $0.lowerBound < $1.lowerBound })
  }

  private func lastLabel(_ characters: Characters, _ range: Range<Int>) -> RoleLabel? {
    guard let colon = characters[range].lastIndex(of: ":") else { return nil }
    // A label may be set apart by spaces (副 组 长), or stand behind one.
    for stops in [";,。", ";,。 "] {
      var start = colon
      while start > range.lowerBound, !stops.unicodeScalars.contains(characters[start - 1]) {
        start -= 1
      }
      if let label = RoleLabel(characters[start..<colon]) { return label }
    }
    return nil
  }

  /// What clauses say of items that they name themselves, kept until all items are known.
  var namedDuties: [(duty: NamedDuty, paragraph: Paragraph, offset: Int)] = []

  /// Adds what clauses say of items that they name; one that the outline does not have is opened.
  private mutating func addNamedDuties() {
    var known: [String: Int] = [:]
    for (item, heading) in outline.items.enumerated() where !heading.isRoot {
      if known[heading.title] == nil { known[heading.title] = item }
    }
    for (duty, paragraph, offset) in namedDuties {
      for object in duty.objects {
        statements.append(
          Open(
            item: outline.item(named: object, beside: paragraph, known: &known),
            line: paragraph.line.line(at: offset),
            mentions: duty.mentions,
            leaders: [],
            openRoles: [],
            labels: [],
            isProse: true
          )
        )
      }
    }
    namedDuties = []
  }

  /// Adds a line of people to the roster that the line before began.
  private mutating func goesOn(with paragraph: Paragraph) -> Bool {
    let characters = paragraph.line.characters
    guard let roster, paragraph.start == 0, characters.count <= 60, !characters.contains(":"),
      !characters.contains("。"), statements.last?.item == paragraph.item
    else { return false }
    let people = LeaderList(characters[...], label: roster)
    guard !people.mentions.isEmpty, people.doubts.allSatisfy({ $0.reason == .rosterRole }) else {
      return false
    }
    statements[statements.count - 1].leaders += people.mentions
    for doubt in people.doubts { note(paragraph, 0, doubt.about, doubt.reason) }
    return true
  }

  private mutating func add(
    _ text: StatementText,
    in paragraph: Paragraph
  ) {
    for doubt in text.doubts {
      note(paragraph, text.range.lowerBound, doubt.about, doubt.reason)
    }
    let last = statements.count - 1
    var text = text
    if isBlock, last >= 0, statements[last].item == paragraph.item,
      !statements[last].leaders.isEmpty
    {
      // Beside a leader, 责任人 are the people of the units, and no leaders.
      leaveOutPeopleOfUnits(of: &text, in: paragraph)
    } else if text.leaders.contains(where: { !$0.isOfUnit }) {
      leaveOutPeopleOfUnits(of: &text, in: paragraph)
    }
    let deadline = deadline(of: text, in: paragraph)
    guard !text.mentions.isEmpty || !text.leaders.isEmpty else {
      // 完成时限 alone, of the statement above.
      if isBlock, last >= 0, statements[last].item == paragraph.item, let deadline {
        statements[last].deadline = deadline
      }
      return
    }
    let labels = Set(text.labels)
    let isLeaderAgain = text.mentions.isEmpty && labels.isSubset(of: [.accountable, .support])
    if isBlock, last >= 0, statements[last].item == paragraph.item, !statements[last].isProse,
      !labels.isEmpty,
      isLeaderAgain || statements[last].labels.isDisjoint(with: labels)
        || !text.isBracketed && labels == [.liaison]
    {
      statements[last].mentions += text.mentions
      statements[last].leaders += text.leaders
      statements[last].openRoles.formUnion(text.openRoles)
      statements[last].labels.formUnion(labels)
      statements[last].deadline = deadline ?? statements[last].deadline
      return
    }
    statements.append(
      Open(
        item: paragraph.item,
        line: paragraph.line.line(at: text.range.lowerBound),
        mentions: text.mentions,
        leaders: text.leaders,
        openRoles: text.openRoles,
        labels: labels,
        deadline: deadline
      )
    )
    if !text.rule.isEmpty { declare(text, in: paragraph) }
  }

  private mutating func leaveOutPeopleOfUnits(
    of text: inout StatementText,
    in paragraph: Paragraph
  ) {
    let own = text.leaders.filter(\.isOfUnit)
    text.leaders.removeAll(where: \.isOfUnit)
    for person in own { note(paragraph, text.range.lowerBound, person.name, .personOfUnit) }
  }

  /// Until when, by what a statement says of it; what names no day, month or year is noted.
  private mutating func deadline(of text: StatementText, in paragraph: Paragraph) -> String? {
    var deadline: String?
    for term in text.terms {
      if let date = Term.date(in: Array(term.unicodeScalars)[...]) {
        deadline = date
      } else {
        note(paragraph, text.range.lowerBound, term, .unreadTerm)
      }
    }
    return deadline
  }

  /// Adds what the newest statement declares of those behind it.
  private mutating func declare(_ text: StatementText, in paragraph: Paragraph) {
    let units = Self.units(ofRule: text.rule, among: text.mentions)
    guard !units.isEmpty else {
      return note(paragraph, text.range.lowerBound, "", .unreadStatement)
    }
    let names = units.map(\.name).joined(separator: "、")
    note(paragraph, text.range.lowerBound, names, .documentWide)
    everywhere += units.map { (mention: $0, from: statements.count - 1) }
  }

  mutating func note(
    _ paragraph: Paragraph,
    _ offset: Int,
    _ about: String,
    _ reason: ReviewReason
  ) {
    review.note(paragraph, offset, about, reason, in: outline)
  }

  // MARK: Rules for all

  /// Reads what is said once for all items: 以下均需各县(市、区)政府负责，不再列出.
  ///
  /// - Parameter ranges: Statements that declare something themselves.
  private mutating func readDefaults(in paragraph: Paragraph, besides ranges: [Range<Int>]) {
    let characters = paragraph.line.characters
    guard characters.containsAny(["不再", "各项任务", "均由", "均为责任单位", "所有任务", "各任务"]) else { return }
    var start = 0
    for end in characters.indices where characters[end] == "。" || end == characters.count - 1 {
      let sentence = characters[start...end]
      start = end + 1
      guard sentence.count < 400, !ranges.contains(where: { $0.overlaps(sentence.indices) }) else {
        continue
      }
      let isAdded = sentence.contains("不再") && sentence.containsAny(["列", "赘", "注明", "标注"])
      let isGeneral =
        sentence.containsAny(["均由", "均为", "均需", "都由"])
        && sentence.containsAny(["各项", "所有", "以下", "上述", "任务", "未注明", "未明确"])
      guard isAdded || isGeneral else { continue }
      let mentions = Self.units(ofRule: sentence)
      guard !mentions.isEmpty else { continue }
      note(paragraph, end, mentions.map(\.name).joined(separator: "、"), .documentWide)
      if isAdded {
        let first = sentence.contains("以下") ? statements.count : 0
        everywhere += mentions.map { (mention: $0, from: first) }
      } else {
        forDocument.append(
          Open(
            item: 0,
            line: paragraph.line.line(at: end),
            mentions: mentions,
            leaders: [],
            openRoles: [],
            labels: []
          )
        )
      }
    }
  }

  /// - Parameter own: The units of the statement that declares the rule, which may name them in
  ///   short (以下均涉及各县区).
  private static func units(
    ofRule sentence: ArraySlice<Unicode.Scalar>,
    among own: [Mention] = []
  ) -> [Mention] {
    var mentions: [Mention] = []
    let clauses = sentence.split { $0 == "," || $0 == ";" || $0 == "。" }
    for clause in clauses {
      var part = clause.trimmed
      for word in ["均需由", "均须由", "均由", "均需", "均须", "都由", "需由", "涉及", "均包括", "由", "责任单位为"] as [Word]
      {
        guard let found = part.first(word) else { continue }
        part = part[(found + word.characters.count)...]
        break
      }
      for word in ["为各", "均为", "为责任", "作为"] as [Word] {
        guard let found = part.first(word), found > part.startIndex else { continue }
        part = part[..<found]
        break
      }
      let named = part.split(separator: "、").map { short in
        let core = short.trimmed.drop { $0 == "各" }
        return own.first { core.count > 1 && $0.name.contains(core.string) }
      }
      let units = UnitList(part, label: nil)
      if !named.isEmpty, !named.contains(where: { $0 == nil }) {
        mentions += named.compactMap { $0 }
      } else if units.isCertain {
        mentions += units.mentions
      }
    }
    return mentions
  }

  // MARK: Finishing

  private mutating func finish(_ position: Int) {
    let statement = statements[position]
    guard !statement.isProse else { return }
    for doubt in conventions.apply(to: &statements[position].mentions) {
      review.append(
        ReviewEntry(
          line: statement.line,
          place: outline.items[statement.item].place,
          about: doubt.about,
          reason: doubt.reason
        )
      )
    }
  }

  private mutating func addEverywhere(_ mention: Mention, from first: Int) {
    for position in statements.indices.dropFirst(first) where !statements[position].isProse {
      let isThere = statements[position].mentions.contains { $0.name == mention.name }
      if !isThere { statements[position].mentions.append(mention) }
    }
  }
}
