/// Finds the figures that a document wants to be reached, and passes over sums that are given away,
/// limits, conditions, sizes of projects, and what is so already.
struct TargetReader {
  let outline: Outline
  var targets: [Target] = []
  private(set) var review: [ReviewEntry] = []

  // What holds for the sentence or the paragraph that is being read.
  var deadline: String?
  var baseline: String?
  var ownBaseline: String?
  var isStriven = false
  var isAim = false
  /// What the newest figure measures, for growth that names nothing itself.
  var subject = ""
  /// How many figures the sentence has given.
  var taken = 0
  /// Whether the sentence has begun to divide a figure (其中).
  var isDivided = false
  /// Whether a verb of the sentence plans something.
  var isPlanned = false
  /// Whether the sentence tells what is so already.
  var isState = false

  /// - Parameter ranges: Where each paragraph's statements stand.
  init(_ outline: Outline, besides ranges: [[Range<Int>]]) {
    self.outline = outline
    for (paragraph, ranges) in zip(outline.paragraphs, ranges) { read(paragraph, ranges) }
  }

  private mutating func read(_ paragraph: Paragraph, _ ranges: [Range<Int>]) {
    let characters = paragraph.line.characters
    guard !characters.contains("\t"),
      characters.contains(where: \.isDigit) || characters.contains("级")
        || characters.contains("番") || characters.contains("大产业")
    else { return }
    let titles = outline.path(to: paragraph.item).suffix(2).map(\.title)
    let isGoal = titles.contains { $0.contains("目标") || $0.contains("愿景") }
    deadline = nil
    baseline = nil
    isAim = isGoal
    beginSentence()
    var start = paragraph.start
    var position = start
    var range = 0
    var hasSubsidy = false
    while position <= characters.count {
      let isEnd = position == characters.count
      if !isEnd, range < ranges.count, ranges[range].lowerBound == position {
        position = max(ranges[range].upperBound, position + 1)
        start = position
        range += 1
        continue
      }
      let character = isEnd ? "。" : characters[position]
      guard character == "," || character.endsSentence || character == ":" else {
        position += 1
        continue
      }
      if character == ",", isGroupComma(characters, position) {
        position += 1
        continue
      }
      let clause = start..<min(position, characters.count)
      if !clause.isEmpty {
        hasSubsidy = hasSubsidy || characters[clause].containsAny(TargetWords.subsidies)
        readClause(characters, clause, paragraph, hasSubsidy: hasSubsidy)
      }
      if character.endsSentence {
        hasSubsidy = false
        if character != ";" {
          if !isGoal {
            deadline = nil
            isAim = false
            baseline = nil
          }
          beginSentence()
        }
        subject = ""
      }
      position += 1
      start = position
    }
  }

  private mutating func beginSentence() {
    // 其中 may begin the next sentence and divide the figure of this one.
    if taken == 0 { isPlanned = false }
    taken = 0
    isDivided = false
    isState = false
    isStriven = false
    subject = ""
  }

  private func isGroupComma(_ characters: Characters, _ position: Int) -> Bool {
    position > 0 && position + 3 < characters.count && characters[position - 1].isDigit
      && characters[(position + 1)...(position + 3)].allSatisfy(\.isDigit)
      && !(position + 4 < characters.count && characters[position + 4].isDigit)
  }

  // MARK: A clause

  private mutating func readClause(
    _ characters: Characters,
    _ range: Range<Int>,
    _ paragraph: Paragraph,
    hasSubsidy: Bool
  ) {
    let clause = characters[range]
    ownBaseline = nil
    let isForeseen = readYears(clause)
    if clause.contains("力争") { isStriven = true }
    if clause.containsAny(["力争", "每年", "目标", "确保"]) {
      isAim = true
      isState = false
    }
    if isForeseen { isState = false }
    if clause.containsAny(TargetWords.states) { isState = true }
    if clause.starts("其中") { isDivided = true }
    if clause.containsAny(TargetWords.plans) || clause.containsAny(TargetWords.verbs) {
      isPlanned = true
    }
    guard !hasSubsidy, !isState else { return }
    var isCovered = false
    for part in parts(characters, range) {
      let found = readPart(characters, part, paragraph, isListed: isCovered)
      isCovered = isCovered || found
    }
    if !isCovered { readWords(characters, range, paragraph) }
  }

  /// Reads deadlines and baselines, and says whether there was a deadline.
  private mutating func readYears(_ clause: ArraySlice<Unicode.Scalar>) -> Bool {
    var isForeseen = false
    var position = clause.startIndex
    while position < clause.endIndex {
      guard clause[position].isDigit else {
        position += 1
        continue
      }
      var end = position
      while end < clause.endIndex, clause[end].isDigit { end += 1 }
      defer { position = end }
      guard end - position == 4, clause.holds("年", at: end) else { continue }
      let year = clause[position..<end].string
      guard let value = Int(year), (1990...2100).contains(value) else { continue }
      let before = clause[..<position].suffix(3)
      let after = clause[(end + 1)...].prefix(6)
      let isSpan = before.last.map { "-—~".unicodeScalars.contains($0) } ?? false
      if before.ends("比") || before.ends("较") || before.ends("在") && after.contains("基础上") {
        ownBaseline = year
      } else if before.ends("以"), after.containsAny(["为基", "基数", "基准"]) {
        baseline = year
      } else if isSpan || before.ends("到") || before.ends("至") || before.ends("前")
        || before.isEmpty || after.containsAny(["底", "末", "前", "力争", "实现", "达到"])
      {
        let isEnd = after.first == "末" || after.first == "底"
        deadline = isEnd ? year + "-12" : year
        isAim = true
        isForeseen = true
      }
    }
    return isForeseen
  }

  /// The clause, cut at 、 where each part has a number of its own.
  private func parts(_ characters: Characters, _ range: Range<Int>) -> [Range<Int>] {
    var cuts: [Range<Int>] = []
    var start = range.lowerBound
    var hasNumber = false
    var depth = 0
    for position in range {
      let character = characters[position]
      if character.closing != nil { depth += 1 }
      if character.opening != nil { depth = max(0, depth - 1) }
      if character.isDigit { hasNumber = true }
      if character == "、", depth == 0, hasNumber {
        cuts.append(start..<position)
        start = position + 1
        hasNumber = false
      }
    }
    if hasNumber || cuts.isEmpty {
      cuts.append(start..<range.upperBound)
    } else if let last = cuts.last {
      cuts[cuts.count - 1] = last.lowerBound..<range.upperBound
    }
    return cuts
  }

  /// How far from a number its words are looked for.
  private static let farthest = 80

  private mutating func readPart(
    _ characters: Characters,
    _ part: Range<Int>,
    _ paragraph: Paragraph,
    isListed: Bool
  ) -> Bool {
    var position = part.lowerBound
    var metricStart = part.lowerBound
    var isFound = false
    while position < part.upperBound {
      guard characters[position].isDigit else {
        position += 1
        continue
      }
      let isMoney =
        isListed && targets.last?.unit == "亿元"
        || characters[max(part.lowerBound, position - Self.farthest)..<position].containsAny(
          TargetWords.money
        )
      guard let quantity = QuantityText(in: characters, at: position, moneyIsMeant: isMoney),
        quantity.range.upperBound <= part.upperBound
      else {
        while position < part.upperBound, characters[position].isDigit { position += 1 }
        continue
      }
      let figure = Figure(
        quantity: quantity,
        before: characters[max(metricStart, position - Self.farthest)..<position].trimmed,
        after: characters[quantity.range.upperBound..<part.upperBound].prefix(Self.farthest)
          .trimmed,
        isListed: isListed
      )
      if take(figure, paragraph, at: position) {
        isFound = true
        taken += 1
        metricStart = quantity.range.upperBound
      }
      position = quantity.range.upperBound
    }
    return isFound
  }

  // MARK: Keeping one

  mutating func add(
    _ metric: String,
    _ comparator: Target.Comparator,
    _ value: String,
    _ unit: String,
    _ paragraph: Paragraph,
    at position: Int
  ) {
    targets.append(
      Target(
        metric: metric,
        comparator: comparator,
        value: value,
        unit: unit,
        isStriven: isStriven,
        baseline: ownBaseline ?? baseline,
        deadline: deadline,
        place: outline.items[paragraph.item].place,
        line: paragraph.line.line(at: position),
        item: paragraph.item
      )
    )
  }

  mutating func note(
    _ paragraph: Paragraph,
    _ offset: Int,
    _ about: String,
    _ reason: ReviewReason
  ) {
    review.note(paragraph, offset, about, reason, in: outline)
  }
}
