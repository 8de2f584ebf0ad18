/// The clause of a text in which a segment is named, and what it says of it.
struct ChainClause {
  private let characters: Characters
  private let start: Int
  private let end: Int
  private let offset: Int

  /// The longest clause that is looked at, to each side.
  private static let longest = 80
  private static let stops = Set(",。;:!?".unicodeScalars)

  init(_ characters: Characters, around offset: Int) {
    var start = offset
    while start > 0, offset - start < Self.longest, !Self.stops.contains(characters[start - 1]) {
      start -= 1
    }
    var end = offset
    while end < characters.count, end - offset < Self.longest, !Self.stops.contains(characters[end])
    {
      end += 1
    }
    self.characters = characters
    self.start = start
    self.end = end
    self.offset = offset
  }

  /// The clause, cut where it is long.
  var quote: String { characters[start..<min(end, start + 40)].string }

  /// What says it before the segment, and what it says.
  private static let before: [(words: [Word], field: String)] = [
    (["引育", "招引", "引进", "引入", "补齐", "补足", "填补", "补上", "补强", "缺少", "缺乏", "突破"], "statesLacking"),
    (["依托", "巩固", "做强", "做优", "现有", "已有", "已建成", "已形成", "扩大", "提升", "发挥"], "statesRunning"),
    (
      [
        "培育", "壮大", "延伸", "谋划", "发展", "打造", "布局", "拓展", "开发", "新增", "建设", "推进",
      ], "statesWanted"
    ),
  ]
  /// What says it behind the segment, before all that stands ahead.
  private static let behind: [(words: [Word], field: String)] = [
    (["空白", "缺失", "缺口", "瓶颈"], "statesLacking"), (["短板", "薄弱", "不足", "偏弱"], "statesShort"),
    (["优势", "提质", "扩能", "升级", "增效"], "statesRunning"),
  ]

  /// The field of a document that tells of a segment whose word has `length` characters; `nil` where the clause
  /// only names it.
  func testimony(of length: Int) -> String? {
    let tail = characters[min(end, offset + length)..<end]
    let told = Self.behind.first { tail.containsAny($0.words) }?.field
    if let told, told != "statesRunning" { return told }
    let head = characters[start..<offset]
    var best: (position: Int, field: String)?
    for (words, field) in Self.before {
      for word in words {
        var next = head.first(word)
        while let found = next {
          if best.map({ $0.position < found }) ?? true { best = (found, field) }
          next = head.first(word, from: found + 1)
        }
      }
    }
    // 缺少…优势 does not say that it is there.
    return best?.field == "statesLacking" ? best?.field : told ?? best?.field
  }

  // MARK: Products

  private static let verbs: [Word] = [
    "发展", "生产", "培育", "引育", "引进", "补齐", "做强", "延伸", "布局", "重点发展", "开发", "壮大",
  ]
  private static let endings: [Word] = [
    "等", "等产品", "等产业", "等领域", "等环节", "产业", "产品", "环节", "制造", "加工", "生产",
  ]
  private static let strangers: [Word] = [
    "企业", "项目", "人才", "集群", "平台", "体系", "模式", "服务", "市场", "技术", "能力", "水平", "机制", "品牌", "环境", "园区",
    "基地", "政策", "产业链", "经济", "业态", "主体", "中心", "龙头", "规模",
  ]

  /// The names of a list behind a verb that tells of making: 发展钢结构、船用阀门.
  static func products(
    in characters: Characters,
    from body: Int
  ) -> [(name: String, offset: Int)] {
    var products: [(name: String, offset: Int)] = []
    var start = min(body, characters.count)
    for end in start...characters.count
    where end == characters.count || stops.contains(characters[end]) {
      let clause = characters[start..<end]
      start = min(end + 1, characters.count)
      guard clause.count < longest * 2, clause.contains("、"),
        let verb = clause.indices.last(where: { clause[$0...].beginning(of: verbs) != nil }),
        let word = clause[verb...].beginning(of: verbs)
      else { continue }
      let list = clause[(verb + word.characters.count)...]
      for piece in list.split(separator: "、") {
        var name = piece
        while let ending = name.ending(of: endings), name.count > ending.characters.count + 1 {
          name = name.dropLast(ending.characters.count)
        }
        guard (2...10).contains(name.count), name.allSatisfy({ $0.isHan || $0.isLatin }),
          !name.containsAny(strangers),
          !name.contains(where: { EntityWords.strangers.contains($0) }),
          !UnitWords.isUnit(name)
        else { continue }
        products.append((name.string, name.startIndex))
      }
    }
    return products
  }
}
