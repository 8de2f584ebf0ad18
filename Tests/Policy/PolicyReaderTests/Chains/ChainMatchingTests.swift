import ChainFiles
import ChainModel
import Diagnostics
import TestSupport
import Testing

@testable import PolicyReader

/// Clusters matched to reference chains, and what the text says of their segments.
struct ChainMatchingTests {
  /// A library of two chains.
  private static let tea = """
    chain: [{id: tea, name: 茶叶, aliases: [茶产业链], edition: "2027.1", status: draft}]
    defaults:
      chain: {basis: industry-knowledge}
      segment: {partOf: 茶叶, basis: industry-knowledge, role: product}
      supplies: {basis: industry-knowledge, kind: material}
    segment:
      - {id: leaf, name: 茶鲜叶, aliases: [鲜叶], supplies: 精制茶}
      - {id: fine, name: 精制茶, covers: [抹茶]}
      - {id: tool, name: 茶叶机械, terms: [揉捻机]}
      - {id: box, name: 茶叶包装}
    """
  private static let salt = """
    chain: [{id: salt, name: 制盐, edition: "2027.1", status: draft}]
    defaults:
      chain: {basis: industry-knowledge}
      segment: {partOf: 制盐, basis: industry-knowledge, role: product}
    segment:
      - {id: raw, name: 原盐}
      - {id: fine, name: 精制盐}
      - {id: brine, name: 卤水}
    """

  private static let text = """
    海州市人民政府办公室关于培育产业链的方案
    海州市人民政府办公室
    2027年3月1日
    一、云山茶产业链
    依托鲜叶优势，做强精制茶，补齐茶叶机械、茶叶包装短板。发展茶多酚、茶籽油等产品，开发抹茶。（责任单位：市农业农村局）
    二、近海产业链
    扩大原盐规模，发展精制盐、卤水综合利用。（责任单位：市工信局）
    三、云石产业链
    发展石雕、石板等产品。（责任单位：市工信局）
    """

  private func lexicon() throws -> ChainLexicon {
    let folder = try DatasetFolder([
      "dataset.yaml": "title: 库\njurisdiction: 无\nlanguage: zh\ndate: 2027-01-01\n",
      "tea.yaml": Self.tea, "salt.yaml": Self.salt,
    ])
    let loaded = Dataset.load(folder: folder.path)
    return ChainLexicon(library: try #require(loaded.dataset, "\(loaded.diagnostics)").graph)
  }

  private func document(_ text: String = text) throws -> PolicyDocument {
    try PolicyDocument(
      bytes: Array(text.utf8),
      format: .txt,
      firms: .none,
      chains: try lexicon()
    )
  }

  @Test func `a cluster is matched by its name, or by the segments that its text names`() throws {
    let matching = try #require(document().matching)
    #expect(
      matching.uses.map {
        "\($0.chain)@\($0.edition) \($0.cluster) \($0.words.joined(separator: "、"))"
      }
        == ["tea@2027.1 0 茶产业链、鲜叶、精制茶、茶叶机械、茶叶包装、抹茶", "salt@2027.1 1 原盐、精制盐、卤水"]
    )
    let told = try document().review.filter { $0.reason == .unmatchedCluster }.map(\.about)
    #expect(told == ["云石产业链"])
  }

  @Test func `segments that the text names are cited, and what it says of them is testimony`()
    throws
  {
    let matching = try #require(document().matching)
    #expect(
      matching.uses[0].cites.map { "\($0.segment) \($0.place)" } == [
        "茶鲜叶 一", "精制茶 一", "茶叶机械 一", "茶叶包装 一",
      ]
    )
    #expect(
      matching.testimonies.map { "\($0.field) \($0.segment)" } == [
        "statesRunning 茶鲜叶", "statesRunning 精制茶", "statesShort 茶叶机械", "statesShort 茶叶包装",
        "statesRunning 原盐", "statesWanted 精制盐", "statesWanted 卤水",
      ]
    )
    // A word for a part of a segment says nothing of the whole.
    let near = try document().review.filter { $0.reason == .nearSegment }.map(\.about)
    #expect(near == ["抹茶 → 精制茶"])
    let proposed = try document().review.filter { $0.reason == .proposedSegment }.map(\.about)
    #expect(proposed == ["茶多酚", "茶籽油", "石雕", "石板"])
  }

  @Test func `what is said to lack an advantage is not said to be there`() throws {
    let text = "一、云山茶产业链\n缺少精制茶优势，发挥茶鲜叶优势，补齐茶叶机械空白。（责任单位：市科技局）"
    let told = try #require(document(text).matching).testimonies.map { "\($0.field) \($0.segment)" }
    #expect(told == ["statesLacking 精制茶", "statesRunning 茶鲜叶", "statesLacking 茶叶机械"])
  }

  @Test func `a longer word that goes on is another thing`() throws {
    let text = "一、云山茶产业链\n发展精制茶具、原盐浴场和小鲜叶子。（责任单位：市科技局）"
    let matching = try #require(document(text).matching)
    #expect(matching.uses.map(\.chain) == ["tea"] && matching.uses[0].cites.isEmpty)
    #expect(matching.testimonies.isEmpty)
  }

  @Test
  func `a document without clusters takes the industry of its title, where a chain is called so`()
    throws
  {
    let text = "海州市推进茶叶产业发展行动计划\n一、任务\n（一）建园。做强精制茶。（责任单位：市科技局）"
    let read = try document(text)
    #expect(read.clusters.map(\.name) == ["茶叶产业"])
    #expect(read.matching?.uses.map(\.chain) == ["tea"])
    #expect(try document(text.replacing("茶叶", with: "石材")).clusters.isEmpty)
  }

  @Test func `the draft uses the chains, and every segment has its verdict`() throws {
    let draft = PolicyDraft(of: try document(), path: "a.txt")
    var files = Dictionary(uniqueKeysWithValues: draft.files.map { ($0.name, $0.text) })
    (files["chains/tea.yaml"], files["chains/salt.yaml"]) = (Self.tea, Self.salt)
    let folder = try DatasetFolder(files)
    let loaded = Dataset.load(folder: folder.path)
    #expect(loaded.diagnostics.filter { $0.severity == .error }.map(\.message.zh) == [])
    let graph = try #require(loaded.dataset).graph
    #expect(graph.nodes(of: .segment).count == 7)
    let library = ChainLibrary(folders: [folder.path + "/chains"])
    let used = try #require(
      LockedChains(files: draft.files.filter { $0.name.hasSuffix(".yaml") }, library: library)
    )
    #expect(used.lock.lines.keys.sorted() == ["salt", "tea"])
  }
}
