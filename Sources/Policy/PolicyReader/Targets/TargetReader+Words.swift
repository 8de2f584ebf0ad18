extension TargetReader {
  private static let longestNoun = 24

  /// Reads figures in words: 翻一番, 双倍增, 一个千亿级产业集群, 八大产业集群.
  mutating func readWords(_ characters: Characters, _ range: Range<Int>, _ paragraph: Paragraph) {
    let clause = characters[range]
    for (word, value) in [("双倍增", "2"), ("倍增", "2"), ("翻一番", "2"), ("翻两番", "4"), ("翻番", "2")]
      as [(Word, String)]
    {
      guard isAim, let found = clause.first(word) else { continue }
      var words = TargetWords.withoutYears(clause[..<found])
      while let filler = words.ending(of: TargetWords.fillers) {
        words = words.dropLast(filler.characters.count)
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
      let rest = verb.map { part.dropFirst($0.characters.count) } ?? part
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
      let metric = Heading.short(noun.dropFirst().prefix(Self.longestNoun))
      add(metric, .reach, String(value), "个", paragraph, at: part.startIndex)
    }
  }
}
