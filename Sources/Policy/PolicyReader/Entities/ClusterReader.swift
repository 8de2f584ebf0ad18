/// Finds clusters and chains by headings that name one.
struct ClusterReader {
  private(set) var clusters: [ClusterEntity] = []
  /// The cluster of each item that is a heading of one.
  private(set) var ofItem: [Int: Int] = [:]

  private static let tiers: [Word] = [
    "万亿级", "五千亿级", "三千亿级", "两千亿级", "千亿级", "五百亿级", "三百亿级", "两百亿级", "百亿级", "五十亿级",
    "十亿级",
  ]

  /// - Parameter stated: The items with a statement, whose place a cluster takes before others.
  init(_ outline: Outline, stated: Set<Int>) {
    var known: [String: Int] = [:]
    for (item, heading) in outline.items.enumerated() where !heading.isRoot && !heading.isUntitled {
      guard let (name, tier) = Self.cluster(heading.title) else { continue }
      let place = heading.place
      if let cluster = known[name] {
        clusters[cluster].items.append(item)
        ofItem[item] = cluster
        if stated.contains(item) { clusters[cluster].place = place }
      } else {
        known[name] = clusters.count
        ofItem[item] = clusters.count
        clusters.append(
          ClusterEntity(name: name, tier: tier, place: place, line: heading.line, items: [item])
        )
      }
    }
  }

  /// The cluster of a document that has none but whose title names an industry: 机器人产业 of 海州市机器人产业行动计划.
  ///
  /// - Parameter isKnown: Whether a reference chain is called so.
  static func cluster(ofTitle title: String, isKnown: (String) -> Bool) -> ClusterEntity? {
    let characters = Array(title.unicodeScalars)
    guard let end = characters.first("产业") ?? characters.first("行业") else { return nil }
    let leads: [Word] = ["关于", "推进", "促进", "加快", "培育", "发展", "支持", "推动", "做强", "壮大", "打造"]
    var start = end
    while start > 0, end - start < 12, characters[start - 1].isHan,
      !"市县区省州旗".unicodeScalars.contains(characters[start - 1]),
      characters[..<start].ending(of: leads) == nil
    {
      start -= 1
    }
    let name = characters[start..<(end + 2)].string
    guard end - start > 1, isKnown(name) else { return nil }
    return ClusterEntity(name: name, tier: nil, place: "序言", line: 1, items: [])
  }

  private static func cluster(_ title: String) -> (name: String, tier: String?)? {
    var characters = Array(title.unicodeScalars)[...]
    guard characters.ending(of: ["产业集群", "产业链", "集群"]) != nil, characters.count <= 30 else {
      return nil
    }
    for verb in ["培育", "打造", "发展", "建设", "做强", "做大", "壮大", "做优"] as [Word] {
      if characters.starts(verb) { characters = characters.dropFirst(verb.characters.count) }
    }
    var tier: String?
    if let word = characters.beginning(of: tiers) {
      tier = word.characters.string
      characters = characters.dropFirst(word.characters.count)
    }
    let generic: [Word] = ["产业集群", "产业链", "集群", "先进制造业集群", "重点产业链", "特色产业集群", "战略性新兴产业集群"]
    let isPlural = characters.containsAny([
      "大产业", "市场竞争", "责任", "分工", "各", "相关", "有关", "重点产业集群", "重点产业链", "完善", "推动", "加快", "强化", "不再",
      "取消", "撤销", "退出",
    ])
    guard characters.count > 3, !isPlural, !characters.containsAny(["的", "和部门"]) else { return nil }
    let isGeneric = generic.contains { $0.characters.elementsEqual(characters) }
    guard !isGeneric || tier != nil else { return nil }
    return (characters.string, tier)
  }
}
