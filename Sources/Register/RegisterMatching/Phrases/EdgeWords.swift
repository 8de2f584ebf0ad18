/// The verbs and fillers at the edges of a phrase, found by their bytes.
///
/// They are the usual words of business scopes (经营范围) and of product lists; none names a thing.
struct EdgeWords: Sendable {
  struct Word: Sendable {
    let deeds: Deeds
    /// Whether it governs what follows it, as in 生产烧碱.
    let leads: Bool
  }

  /// What is left of a phrase between its edges.
  struct Core {
    var start: Int
    var end: Int
    var leading: Deeds
    var trailing: Deeds

    var isEmpty: Bool {
      start >= end
    }
  }

  static let usual = EdgeWords()

  private static let verbs: [(words: String, word: Word)] = [
    ("生产 制造 加工 研发 研制 开发 制作", Word(deeds: .production, leads: true)),
    ("产销", Word(deeds: [.production, .trade], leads: true)),
    ("销售 批发 零售 代理 贸易 经销 购销 代销 分销 采购 收购", Word(deeds: .trade, leads: true)),
    ("出口 进口 租赁 租售", Word(deeds: .trade, leads: true)),
    ("服务 咨询 维修 维护 安装 设计 检测 检验 转让 推广 运营 施工 技术", Word(deeds: .service, leads: false)),
    ("从事 经营 主营 兼营 自产", Word(deeds: [], leads: true)),
    ("系列 业务 产品 分部 项目 行业 产业 板块 收入", Word(deeds: [], leads: false)),
  ]
  private let fillers: [UInt64] = "业 类 等 的".split(separator: " ").map { Self.key($0) }
  /// What stands between two verbs: 生产和销售, 进出口.
  private let joints: [UInt64] = "和 及 与 或 并 兼 进 的".split(separator: " ").map { Self.key($0) }
  private static let twoCharacters = 6

  private let keys: [UInt64]
  private let words: [Word]

  private init() {
    let all = Self.verbs.flatMap { group in
      group.words.split(separator: " ").map { (key: Self.key($0), word: group.word) }
    }
    let sorted = all.sorted { $0.key < $1.key }
    keys = sorted.map(\.key)
    words = sorted.map(\.word)
  }

  /// The phrase `range` of `text` without its edges; empty where it is made of edges alone.
  ///
  /// Leading verbs go only where none trails, for the last verb governs: 加工中心制造.
  func core(of range: Range<Int>, in text: UnsafeBufferPointer<UInt8>) -> Core {
    var core = Core(start: range.lowerBound, end: range.upperBound, leading: [], trailing: [])
    trim(theEndOf: &core, in: text)
    guard core.trailing.isEmpty else { return core }
    while core.end - core.start >= 2 * Self.twoCharacters,
      let word = word(at: core.start, in: text), word.leads
    {
      core.leading.formUnion(word.deeds)
      core.start += Self.twoCharacters
    }
    return core
  }

  private func trim(theEndOf core: inout Core, in text: UnsafeBufferPointer<UInt8>) {
    var afterVerb = false
    while core.end - core.start >= 3 {
      if core.end - core.start >= Self.twoCharacters,
        let word = word(at: core.end - Self.twoCharacters, in: text)
      {
        core.trailing.formUnion(word.deeds)
        core.end -= Self.twoCharacters
        afterVerb = !word.deeds.isEmpty
        continue
      }
      let last = Self.key(text[(core.end - 3)..<core.end])
      guard last >= 0xE40000 else { return }
      let isFiller = core.end - core.start >= 9 && fillers.contains(last)
      guard isFiller || afterVerb && joints.contains(last) else { return }
      core.end -= 3
    }
  }

  private func word(at start: Int, in text: UnsafeBufferPointer<UInt8>) -> Word? {
    // All are of the block of unified ideographs, whose first byte is E4 to E9.
    guard text[start] >= 0xE4, text[start] <= 0xE9 else { return nil }
    let key = Self.key(text[start..<(start + Self.twoCharacters)])
    var (low, high) = (0, keys.count)
    while low < high {
      let middle = (low + high) / 2
      if keys[middle] < key { low = middle + 1 } else { high = middle }
    }
    return low < keys.count && keys[low] == key ? words[low] : nil
  }

  @inline(__always)
  private static func key(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> UInt64 {
    bytes.reduce(0) { $0 << 8 | UInt64($1) }
  }

  private static func key(_ word: Substring) -> UInt64 {
    word.utf8.reduce(0) { $0 << 8 | UInt64($1) }
  }
}
