package import ChainModel
import GraphKernel

/// The words by which a text names reference chains and their segments.
package struct ChainLexicon: Sendable {
  /// A chain of the library.
  struct Chain: Sendable {
    let id: String
    let edition: String
    /// Its name and its other names, in normal form.
    let names: [Characters]
  }

  /// A segment that is at home in a chain.
  struct Segment: Sendable {
    let name: String
    let chain: Int
  }

  /// What a word of the text stands for.
  struct Entry: Sendable {
    let segment: Int
    /// Whether it is a name of the segment, not only a word for what it makes.
    let isName: Bool
  }

  /// In the order of the library.
  let chains: [Chain]
  let segments: [Segment]
  /// Every name and alias of a segment.
  let names: Set<String>
  private let words: WordIndex<Entry>

  /// The words of a library.
  ///
  /// - Complexity: O(*n* log *n*) over the words.
  package init(library graph: ChainGraph) {
    var chains: [Chain] = []
    var segments: [Segment] = []
    var names: Set<String> = []
    var entries: [(word: Characters, value: Entry)] = []
    for node in graph.nodes(of: .chain) {
      let chain = chains.count
      chains.append(
        Chain(
          id: graph.id(of: node),
          edition: graph.texts(AttributeName("edition"), of: node).first ?? "",
          names: ([graph.name(of: node)] + graph.aliases(of: node)).map(Self.normal)
        )
      )
      for part in graph.relations(of: node, at: .target, .containment).map(\.source)
      where graph.kind(of: part) == .segment {
        let own = [graph.name(of: part)] + graph.aliases(of: part)
        names.formUnion(own)
        let segment = segments.count
        segments.append(Segment(name: own[0], chain: chain))
        let words =
          own.map { ($0, true) }
          + (graph.texts(.covers, of: part) + graph.texts(.terms, of: part))
          .map { ($0, false) }
        var seen: Set<String> = []
        for (text, isName) in words where seen.insert(text).inserted {
          entries.append((Self.normal(text), Entry(segment: segment, isName: isName)))
        }
      }
    }
    self.chains = chains
    self.segments = segments
    self.names = names
    // A name stands before a word of another segment.
    self.words = WordIndex(entries.filter(\.value.isName) + entries.filter { !$0.value.isName })
  }

  private static func normal(_ text: String) -> Characters {
    PolicyLine.lines(of: text).first?.characters ?? []
  }

  // MARK: Finding

  /// Whether a chain is called as a cluster is, what every cluster is called left out.
  func isNamed(_ cluster: String) -> Bool { !chains(of: cluster).isEmpty }

  /// The chains that a cluster's name leads to, each with the name that does.
  func chains(of cluster: String) -> [(chain: Int, name: String)] {
    let core = Self.core(of: Array(cluster.unicodeScalars))
    let parts = core.split { "、和与及".unicodeScalars.contains($0) }.map { Array($0) } + [core]
    return chains.indices.compactMap { position in
      let name = chains[position].names.first { name in
        let stem = Self.core(of: name)
        return parts.contains { part in
          guard part.count > 1, !Self.generic.contains(part.string) else { return false }
          // 云山茶 is of 茶.
          guard stem.count > 1 else { return !stem.isEmpty && part.suffix(1).elementsEqual(stem) }
          return Self.holds(part, stem) || Self.holds(stem, part)
        }
      }
      return name.map { (position, $0.string) }
    }
  }

  /// Words of which many chains' names are made, and which lead to none of them.
  private static let generic: Set<String> = [
    "装备", "材料", "设备", "制造", "技术", "能源", "加工", "生产", "高端", "先进", "新型", "应用", "重点", "特色", "工业", "产品",
    "农业", "海洋",
  ]

  /// A name without its tier and without what every cluster is called.
  private static func core(of name: Characters) -> Characters {
    var core = name[...]
    let endings: [Word] = ["产业集群", "产业链", "集群", "产业", "行业", "特色", "先进制造业"]
    while let word = core.ending(of: endings), core.count > word.characters.count {
      core = core.dropLast(word.characters.count)
    }
    return Array(core)
  }

  private static func holds(_ whole: Characters, _ part: Characters) -> Bool {
    guard let head = part.first, part.count <= whole.count else { return false }
    return whole.indices.contains { start in
      whole[start] == head && start + part.count <= whole.count
        && whole[start..<(start + part.count)].elementsEqual(part)
    }
  }

  /// What may follow a word that is whole: what else goes on makes another thing of it (锂电池 in 锂电池隔膜).
  private static let followers: [Word] = [
    "等", "和", "及", "与", "产业", "产品", "生产", "制造", "加工", "项目", "企业", "领域", "环节", "行业", "研发", "技术",
    "市场", "基地", "园区", "规模", "产能", "能力", "优势", "短板", "空白", "发展", "集群", "提质", "升级", "的", "为", "是",
    "向", "制品", "综合", "利用", "精深", "深加工", "扩能", "龙头", "重点", "供应", "配套", "设计", "以", "一体化", "全",
  ]
  /// What may stand before a word of two characters.
  private static let leads: [Word] = [
    "和", "及", "与", "依托", "开发", "发展", "生产", "引进", "引育", "招引", "培育", "补齐", "做强", "做优", "扩大", "巩固",
    "提升",
    "壮大", "延伸", "加工", "销售", "采购", "进口", "出口", "形成", "拥有", "建设", "推动", "推进", "促进", "突破", "布局", "制造",
    "新增",
  ]

  /// The word that stands at `position`, the longest; `nil` where none does, or a longer one goes on there.
  func entry(
    in characters: Characters,
    at position: Int,
    within end: Int
  ) -> (word: Characters, value: Entry)? {
    words.matches(in: characters, at: position, within: end).first { word, _ in
      let next = position + word.count
      let isWhole =
        next == end || !characters[next].isHan
        || characters[next..<end].prefix(4).beginning(of: Self.followers) != nil
      guard isWhole, word.count < 3, position > 0, characters[position - 1].isHan else {
        return isWhole
      }
      return characters[..<position].suffix(2).ending(of: Self.leads) != nil
    }
  }
}
