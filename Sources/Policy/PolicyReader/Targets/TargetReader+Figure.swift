extension TargetReader {
  /// Takes a figure for a target where its words say that it is one.
  mutating func take(_ figure: Figure, _ paragraph: Paragraph, at position: Int) -> Bool {
    let quantity = figure.quantity
    let before = figure.before
    if figure.isKeptWithin {
      let metric = metric(before, [], nil, isGrowth: false)
      guard !metric.isEmpty else { return false }
      note(paragraph, position, metric, .limitTarget)
      add(metric, .atMost, quantity.value, quantity.unit, paragraph, at: position)
      return true
    }
    let next = figure.after.prefix(4)
    guard !figure.isLimit, !next.containsAny(["以内", "以下", "及以下"]) else { return false }
    let (behind, tail) = figure.comparatorBehind()
    guard !figure.isAttribute(of: tail) else { return false }
    if figure.isListed, before.isEmpty, tail.isEmpty, let last = targets.last {
      // 分别达到10亿元、20亿元: the words stand before the first.
      add(
        last.metric,
        behind ?? last.comparator,
        quantity.value,
        quantity.unit,
        paragraph,
        at: position
      )
      return true
    }
    let isGrowth = before.suffix(8).containsAny(TargetWords.growth)
    var comparator = behind
    if comparator == nil || comparator == .about {
      if before.ending(of: TargetWords.atLeast) != nil {
        comparator = .atLeast
      } else if before.ending(of: TargetWords.exceed) != nil {
        comparator = .exceed
      } else if before.suffix(6).containsAny(TargetWords.reach) || isGrowth {
        comparator = comparator ?? .reach
      }
    }
    let verb = before.ending(of: TargetWords.verbs)
    if let comparator {
      guard isWanted(figure, comparator, hasComparator: behind != nil, isGrowth: isGrowth) else {
        return false
      }
    } else {
      guard isWantedBare(figure, tail, verb) else { return false }
    }
    let metric = metric(before, tail, verb, isGrowth: isGrowth)
    guard !metric.isEmpty else { return false }
    if quantity.isRange { note(paragraph, position, metric, .range) }
    if comparator == nil { note(paragraph, position, metric, .bareTarget) }
    add(metric, comparator ?? .reach, quantity.value, quantity.unit, paragraph, at: position)
    return true
  }

  private func isWanted(
    _ figure: Figure,
    _ comparator: Target.Comparator,
    hasComparator: Bool,
    isGrowth: Bool
  ) -> Bool {
    let hasVerb = figure.before.containsAny(TargetWords.verbs)
    guard
      isAim || hasComparator || hasVerb || taken > 0 || !isGrowth
        || (ownBaseline ?? baseline) != nil
    else { return false }
    return isAim || hasVerb || taken > 0 || figure.isCounted || comparator != .reach
  }

  /// Whether a figure without any comparator is wanted.
  private func isWantedBare(
    _ figure: Figure,
    _ tail: ArraySlice<Unicode.Scalar>,
    _ verb: Word?
  ) -> Bool {
    let before = figure.before
    let isLast = !tail.contains(where: \.isHan)
    let isGoing = taken > 0 || isDivided
    if figure.isCounted {
      guard before.containsAny(TargetWords.verbs) || isLast && (isGoing || isPlanned) else {
        return false
      }
      guard isAim || isGoing || verb != nil || isLast else { return false }
      return before.first != "以" && before.first != "在"
        && !tail.containsAny(["为平台", "基础上"])
    }
    guard isLast, before.contains(where: \.isHan) else { return false }
    if figure.isMoney {
      if isDivided { return true }
      return before.suffix(6).containsAny(TargetWords.sums) && (isAim || isGoing || isPlanned)
    }
    return before.containsAny(TargetWords.fulfilling)
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
    while let filler = words.ending(of: TargetWords.fillers), words.count > filler.characters.count
    {
      words = words.dropLast(filler.characters.count)
    }
    if words.ending(of: TargetWords.fillers)?.characters.count == words.count { words = [] }
    while let lead = words.beginning(of: TargetWords.leads) {
      words = words.dropFirst(lead.characters.count)
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
}
