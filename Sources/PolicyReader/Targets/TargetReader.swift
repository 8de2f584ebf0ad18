/// Finds the figures that a document wants to be reached, and passes over sums that are given away,
/// limits, conditions, sizes of projects, and what is so already.
struct TargetReader {
  private let outline: Outline
  private(set) var targets: [Target] = []
  private(set) var review: [ReviewEntry] = []

  // What holds for the sentence or the paragraph that is being read.
  private var deadline: String?
  private var baseline: String?
  private var ownBaseline: String?
  private var isStriven = false
  private var isAim = false
  private var subject = ""

  /// - Parameter ranges: Where each paragraph's statements stand.
  init(_ outline: Outline, besides ranges: [[Range<Int>]]) {
    self.outline = outline
    for (paragraph, ranges) in zip(outline.paragraphs, ranges) { read(paragraph, ranges) }
  }

  private mutating func read(_ paragraph: Paragraph, _ ranges: [Range<Int>]) {
    let letters = paragraph.line.letters
    guard !letters.contains("\t"),
      letters.contains(where: \.isDigit) || letters.contains("级")
        || letters.contains("番") || letters.contains("大产业")
    else { return }
    let titles = outline.path(to: paragraph.item).suffix(2).map(\.title)
    let isGoal = titles.contains { $0.contains("目标") || $0.contains("愿景") }
    deadline = nil
    baseline = nil
    isAim = isGoal
    isStriven = false
    var start = paragraph.start
    var position = start
    var range = 0
    var hasSubsidy = false
    subject = ""
    while position <= letters.count {
      let isEnd = position == letters.count
      if !isEnd, range < ranges.count, ranges[range].lowerBound == position {
        position = max(ranges[range].upperBound, position + 1)
        start = position
        range += 1
        continue
      }
      let letter = isEnd ? "。" : letters[position]
      guard letter == "," || letter.endsSentence || letter == ":" else {
        position += 1
        continue
      }
      if letter == ",", isGroupComma(letters, position) {
        position += 1
        continue
      }
      let clause = start..<min(position, letters.count)
      if !clause.isEmpty {
        hasSubsidy = hasSubsidy || letters[clause].containsAny(TargetWords.subsidies)
        readClause(letters, clause, paragraph, hasSubsidy: hasSubsidy)
      }
      if letter.endsSentence {
        if !isGoal {
          deadline = nil
          isAim = false
          baseline = nil
        }
        hasSubsidy = false
        subject = ""
        isStriven = false
      }
      position += 1
      start = position
    }
  }

  private func isGroupComma(_ letters: Letters, _ position: Int) -> Bool {
    position > 0 && position + 3 < letters.count && letters[position - 1].isDigit
      && letters[(position + 1)...(position + 3)].allSatisfy(\.isDigit)
      && !(position + 4 < letters.count && letters[position + 4].isDigit)
  }

  // MARK: A clause

  private mutating func readClause(
    _ letters: Letters,
    _ range: Range<Int>,
    _ paragraph: Paragraph,
    hasSubsidy: Bool
  ) {
    let clause = letters[range]
    ownBaseline = nil
    readYears(clause)
    if clause.contains("力争") { isStriven = true }
    if clause.containsAny(["力争", "每年", "目标", "确保"]) { isAim = true }
    guard !hasSubsidy, !clause.containsAny(TargetWords.states) else { return }
    var isCovered = false
    for part in parts(letters, range) {
      let found = readPart(letters, part, paragraph)
      isCovered = isCovered || found
    }
    if !isCovered { readWords(letters, range, paragraph) }
  }

  private mutating func readYears(_ clause: ArraySlice<Unicode.Scalar>) {
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
      if before.ends("比") || before.ends("较") {
        ownBaseline = year
      } else if before.ends("以"), after.containsAny(["为基", "基数", "基准"]) {
        baseline = year
      } else if before.ends("到") || before.ends("至") || before.ends("前") || before.isEmpty
        || after.containsAny(["底", "末", "前", "力争", "实现", "达到"])
      {
        let isEnd = after.first == "末" || after.first == "底"
        deadline = isEnd ? year + "-12" : year
        isAim = true
      }
    }
  }

  /// The clause, cut at 、 where each part has a number of its own.
  private func parts(_ letters: Letters, _ range: Range<Int>) -> [Range<Int>] {
    var cuts: [Range<Int>] = []
    var start = range.lowerBound
    var hasNumber = false
    var depth = 0
    for position in range {
      let letter = letters[position]
      if letter.closing != nil { depth += 1 }
      if letter.opening != nil { depth = max(0, depth - 1) }
      if letter.isDigit { hasNumber = true }
      if letter == "、", depth == 0, hasNumber {
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
    _ letters: Letters,
    _ part: Range<Int>,
    _ paragraph: Paragraph
  ) -> Bool {
    var position = part.lowerBound
    var metricStart = part.lowerBound
    var isFound = false
    while position < part.upperBound {
      guard letters[position].isDigit else {
        position += 1
        continue
      }
      let isMoney = letters[max(part.lowerBound, position - Self.farthest)..<position].containsAny(
        TargetWords.money
      )
      guard let quantity = QuantityText(in: letters, at: position, moneyIsMeant: isMoney),
        quantity.range.upperBound <= part.upperBound
      else {
        while position < part.upperBound, letters[position].isDigit { position += 1 }
        continue
      }
      let before = letters[max(metricStart, position - Self.farthest)..<position]
      let after = letters[quantity.range.upperBound..<part.upperBound].prefix(Self.farthest)
      if take(quantity, before, after, paragraph, at: position) {
        isFound = true
        metricStart = quantity.range.upperBound
      }
      position = quantity.range.upperBound
    }
    return isFound
  }

  private mutating func take(
    _ quantity: QuantityText,
    _ before: ArraySlice<Unicode.Scalar>,
    _ after: ArraySlice<Unicode.Scalar>,
    _ paragraph: Paragraph,
    at position: Int
  ) -> Bool {
    let near = before.suffix(8)
    let next = after.prefix(4)
    guard near.containsAny(TargetWords.atLeast) || !near.containsAny(TargetWords.caps),
      !next.containsAny(["以内", "以下", "及以下"]),
      near.last.map({ !"前第“".unicodeScalars.contains($0) }) ?? true
    else { return false }
    var tail = after
    var comparator: Target.Comparator?
    for (word, meaning) in [
      ("及以上", .atLeast), ("以上", .atLeast), ("左右", .about), ("余", .exceed), ("多", .exceed),
    ] as [(Word, Target.Comparator)] where tail.starts(word) {
      comparator = meaning
      tail = tail.dropFirst(word.letters.count)
      break
    }
    let isCounted = QuantityText.counted.contains(quantity.unit)
    let isObject = tail.first == "的"
    let hasMoreAfter = tail.contains(where: \.isDigit)
    if isObject, !isCounted || hasMoreAfter { return false }
    let hasComparator = comparator != nil
    if comparator == nil || comparator == .about {
      if before.ending(of: TargetWords.atLeast) != nil {
        comparator = .atLeast
      } else if before.ending(of: TargetWords.exceed) != nil {
        comparator = .exceed
      } else if before.suffix(6).containsAny(TargetWords.reach) {
        comparator = comparator ?? .reach
      } else if before.suffix(8).containsAny(TargetWords.growth) {
        comparator = .reach
      }
    }
    let isGrowth = before.suffix(8).containsAny(TargetWords.growth)
    let verb = before.ending(of: TargetWords.verbs)
    let hasVerb = before.containsAny(TargetWords.verbs)
    let isBare = comparator == nil
    if isBare {
      guard isCounted, hasVerb, isAim || verb != nil || !hasNoun(tail) else { return false }
      guard before.first != "以", before.first != "在", !tail.containsAny(["为平台", "基础上"]) else {
        return false
      }
    } else {
      guard
        isAim || hasComparator || hasVerb || isGrowth && (ownBaseline ?? baseline) != nil
          || !isGrowth
      else {
        return false
      }
      if !isAim, !hasVerb, !isCounted, comparator == .reach { return false }
    }
    let metric = metric(before, tail, verb, isGrowth: isGrowth)
    guard !metric.isEmpty else { return false }
    if quantity.isRange { note(paragraph, position, metric, .range) }
    if isBare { note(paragraph, position, metric, .bareTarget) }
    add(metric, comparator ?? .reach, quantity.value, quantity.unit, paragraph, at: position)
    return true
  }

  private func hasNoun(_ letters: ArraySlice<Unicode.Scalar>) -> Bool {
    letters.contains(where: \.isHan)
  }

  private mutating func add(
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

  private mutating func note(
    _ paragraph: Paragraph,
    _ offset: Int,
    _ about: String,
    _ reason: ReviewReason
  ) {
    review.note(paragraph, offset, about, reason, in: outline)
  }

  // MARK: What is measured

  private static let longestMetric = 24

  private mutating func metric(
    _ before: ArraySlice<Unicode.Scalar>,
    _ tail: ArraySlice<Unicode.Scalar>,
    _ verb: Word?,
    isGrowth: Bool
  ) -> String {
    var words = TargetWords.withoutYears(before)
    while let filler = words.ending(of: TargetWords.fillers), words.count > filler.letters.count {
      words = words.dropLast(filler.letters.count)
    }
    if words.ending(of: TargetWords.fillers)?.letters.count == words.count { words = [] }
    while let lead = words.beginning(of: TargetWords.leads) {
      words = words.dropFirst(lead.letters.count)
    }
    // 培育5个以上特色产业园区: what is counted stands behind.
    let isObject = words.isEmpty || words.ending(of: TargetWords.verbs) != nil && !isGrowth
    if isObject {
      var object = tail.drop { $0 == "的" || $0 == "个" }
      // 50个技术领先、前景广阔的项目: the noun stands behind its attributes.
      if object.contains("、") {
        let mark = object.lastIndex(of: "的") ?? object.lastIndex(of: "、")
        if let mark { object = object[(mark + 1)...] }
      }
      let noun = object.prefix {
        $0.isHan || $0.isLatin || $0.isDigit || "“”-()".unicodeScalars.contains($0)
      }
      if noun.count > 1 { return Heading.short(noun.prefix(Self.longestMetric)) }
    }
    var text = Heading.short(words.suffix(Self.longestMetric))
    let isBareGrowth = ["年均增长", "增长", "年均增速", "同比增长", "年均", "提高", "提升", "比增长"].contains(text)
    if isBareGrowth, !subject.isEmpty {
      text = subject + text
    } else if !isGrowth {
      subject = text
    }
    return text
  }

  // MARK: Figures in words

  /// Reads 翻一番, 双倍增, 一个千亿级产业集群, 八大产业集群.
  private mutating func readWords(
    _ letters: Letters,
    _ range: Range<Int>,
    _ paragraph: Paragraph
  ) {
    let clause = letters[range]
    for (word, value) in [("双倍增", "2"), ("倍增", "2"), ("翻一番", "2"), ("翻两番", "4"), ("翻番", "2")]
      as [(Word, String)]
    {
      guard isAim, let found = clause.first(word) else { continue }
      var words = TargetWords.withoutYears(clause[..<found])
      while let filler = words.ending(of: TargetWords.fillers) {
        words = words.dropLast(filler.letters.count)
      }
      for metric in words.split(whereSeparator: { $0 == "和" || $0 == "、" || $0 == "及" }) {
        let name = Heading.short(metric)
        if name.count > 1 { add(name, .reach, value, "倍", paragraph, at: found) }
      }
      return
    }
    var isListed = false
    for part in clause.split(separator: "、") {
      let verb = part.first { $0.isHan }.flatMap { _ in part.beginning(of: TargetWords.verbs) }
      let rest = verb.map { part.dropFirst($0.letters.count) } ?? part
      let number = rest.prefix { Marker.chinese($0) != nil }
      guard verb != nil || isListed, let value = Marker.numeral(number), value > 0 else {
        isListed = false
        continue
      }
      let noun = rest.dropFirst(number.count)
      let counts = noun.first == "个" && noun.prefix(8).contains("亿级")
      let names = noun.first == "大" && noun.count < 12 && noun.containsAny(["集群", "产业链"])
      guard counts || names else { continue }
      isListed = true
      let metric = Heading.short(noun.dropFirst().prefix(Self.longestMetric))
      add(metric, .reach, String(value), "个", paragraph, at: part.startIndex)
    }
  }
}
