import TestSupport
import Testing

@testable import RegisterMatching

@Suite struct ShortNameOracleTests {
  /// The least cost by trying every way to share the core out among the parts.
  private static func leastCost(
    _ name: ShortName,
    _ key: [UInt32],
    _ parts: ArraySlice<NamePart>,
    found: Int = 0,
    place: Bool = false
  ) -> Int {
    let left = Array(name.core[found...])
    guard let part = parts.first else { return left.isEmpty ? 0 : NameAlignment.never }
    let rest = parts.dropFirst()
    let role = part.role
    let word = Array(key[part.range].prefix(part.length))
    let seen = place || role == .place
    var costs: [Int] = []

    var skip: Int
    switch role {
    case .place: skip = found == 0 || left.isEmpty ? 0 : 5
    case .form: skip = 0
    case .trade: skip = left.isEmpty ? 0 : found == 0 ? 10 : 3
    case .own: skip = left.isEmpty ? 4 : 30
    }
    if name.isFull { skip = role == .place && found == 0 ? 0 : 30 }
    costs.append(skip + leastCost(name, key, rest, found: found, place: seen))
    if found == 0, role == .place, let whole = NameWords.abbreviations[left[0]],
      word.starts(with: whole)
    {
      costs.append(3 + leastCost(name, key, rest, found: 1, place: seen))
    }
    for count in 0..<left.count {
      let taken = Array(left[...count])
      guard var cost = fit(taken, word, role, name.isFull) else { continue }
      if found == 0, role == .trade, place { cost += 12 }
      costs.append(
        cost + leastCost(name, key, rest, found: found + taken.count, place: seen)
      )
    }
    return costs.min() ?? NameAlignment.never
  }

  private static func fit(
    _ taken: [UInt32],
    _ word: [UInt32],
    _ role: NamePart.Role,
    _ isFull: Bool
  ) -> Int? {
    if taken == word { return 0 }
    guard taken.count < word.count, NameAlignment.isSubsequence(taken, of: word) else { return nil }
    let isFront = Array(word.prefix(taken.count)) == taken
    let isWhole = (0...(word.count - taken.count)).contains {
      Array(word[$0..<($0 + taken.count)]) == taken
    }
    if isFull { return role == .form && Array(word.suffix(taken.count)) == taken ? 10 : nil }
    switch role {
    case .form: return 10
    case .place: return isFront ? 4 : 20
    case .trade: return isFront ? 3 : isWhole ? 18 : taken[0] == word[0] ? 6 : 18
    case .own:
      if isFront { return taken.count == 1 ? 11 : 4 }
      if isWhole { return taken.count == 1 ? 22 : taken.count == 2 ? 12 : 6 }
      return taken[0] == word[0] ? 14 : 22
    }
  }

  /// The least cost over all places where the name may begin anew.
  private static func weighedCost(_ name: ShortName, _ key: [UInt32], _ cutter: NameCutter) -> Int {
    let text = key[...].text
    if !name.tail.isEmpty, !text.contains(name.tail[...].text) { return NameAlignment.never }
    let parts = cutter.parts(of: key)
    var least = leastCost(name, key, parts[...])
    for start in parts.indices.dropFirst() where parts[start].role != .form {
      let before = parts[start - 1]
      let price = before.role == .form ? 3 : key[before.range].text == "集团" ? 6 : nil
      guard let price else { continue }
      let seen = parts[..<start].contains { $0.role == .place }
      least = min(least, price + leastCost(name, key, parts[start...], place: seen))
    }
    if name.isFull { return least <= 10 ? least : NameAlignment.never }
    return least >= NameAlignment.never ? NameAlignment.never : least * 60 / name.core.count
  }

  private static let own = ["宏达", "华新", "东", "宏", "石", "达"]

  private static func name(_ generator: inout SplitMix64, of own: [String]) -> String {
    func one(_ words: [String]) -> String { words[generator.number(below: words.count)] }
    var name = generator.oneIn(3) ? "" : one(["葫芦岛", "锦州市", "辽宁省锦州", "北京", "湖北"])
    for _ in 0..<(1 + generator.number(below: 2)) { name += one(own) }
    for _ in 0..<generator.number(below: 3) {
      name += one(["化工", "机械", "石化", "电力", "新材料", "集团", "科技"])
    }
    name += one(["有限公司", "股份有限公司", "有限责任公司", "厂", ""])
    if generator.oneIn(5) { name += one(own) + one(["分公司", "石化分公司"]) }
    return name
  }

  private static func query(_ generator: inout SplitMix64, _ names: [String]) -> String {
    let scalars = Array(names[generator.number(below: names.count)].unicodeScalars)
    if generator.oneIn(6) { return String(String.UnicodeScalarView(scalars)) }
    let kept = scalars.filter { _ in !generator.oneIn(2) }
    let text = String(String.UnicodeScalarView(kept.prefix(2 + generator.number(below: 5))))
    let front = ["", "", "", "ST", "鄂"][generator.number(below: 5)]
    return front + text + ["", "", "股份", "集团", "A", "有限公司"][generator.number(below: 6)]
  }

  @Test func `the index and the alignment answer as a slow search does`() {
    var proposed = 0
    var ambiguous = 0
    for seed in 0..<3_000 {
      var generator = SplitMix64(seed: UInt64(seed))
      // Few words, so that several firms share theirs.
      let own = Array(Self.own.shuffled(using: &generator).prefix(2))
      let names = (0..<(1 + generator.number(below: 12))).map { _ in
        Self.name(&generator, of: own)
      }
      let firms = FirmNames(names.map { KnownFirm(name: $0) })
      let cutter = NameCutter.country
      let text = Self.query(&generator, names)
      let key = FirmKey(text)
      let answer = firms.resolve(name: text)
      if names.contains(where: { FirmKey($0) == key }) { continue }
      if case .proposed(_, .branch) = answer { continue }
      if case .ambiguous(_, .branch, _) = answer { continue }

      var costs: [(cost: Int, firm: Int)] = []
      if let short = ShortName(key, cutter) {
        for (number, name) in names.enumerated() {
          let cost = Self.weighedCost(short, FirmKey(name).scalars, cutter)
          if cost < NameAlignment.never { costs.append((cost, number)) }
        }
      }
      costs.sort { $0 < $1 }
      let note: Comment = "seed \(seed): \(text) among \(names)"
      guard let first = costs.first, first.cost <= NameAlignment.limit else {
        #expect(answer == .none, note)
        continue
      }
      let near = costs.filter { $0.cost <= first.cost + NameAlignment.margin }
        .map { FirmNumber($0.firm) }
      #expect(answer.firms == Array(near.prefix(5)), note)
      #expect(!answer.isCertain, note)
      if near.count == 1 { proposed += 1 } else { ambiguous += 1 }
    }
    #expect(proposed > 200 && ambiguous > 50, "\(proposed) proposed, \(ambiguous) ambiguous")
  }

  @Test(arguments: [
    ("中国石油天然气股份有限公司锦西石化分公司", "中国|石油|天然气|股份有限公司|锦西|石化|分公司"),
    ("葫芦岛市连石化工有限责任公司", "葫芦岛市|连|石化|工|有限公司"), ("内蒙古自治区宏达机械厂", "内蒙古自治区|宏达|机械厂"),
    ("绥中宏达", "绥中|宏达"), ("", ""), ("宏达", "宏达"), ("有限公司", "有限公司"),
  ])
  func `a name is cut into places, words and its own`(_ name: String, _ parts: String) {
    let key = FirmKey(name).scalars
    let cut = NameCutter(places: ["绥中"]).parts(of: key)
    #expect(cut.map { key[$0.range].text }.joined(separator: "|") == parts)
  }

  @Test func `the parts of a name are the name`() {
    let cutter = NameCutter.country
    for seed in 0..<1_000 {
      var generator = SplitMix64(seed: UInt64(seed))
      let key = FirmKey(Self.name(&generator, of: Self.own)).scalars
      #expect(cutter.parts(of: key).flatMap { key[$0.range] } == key, "seed \(seed)")
    }
  }
}
