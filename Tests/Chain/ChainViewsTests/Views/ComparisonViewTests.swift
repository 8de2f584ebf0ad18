import Bilingual
import ChainDrawing
import ChainFiles
import ChainModel
import ChainQueries
import GraphKernel
import TestSupport
import Testing

@testable import ChainTestSupport
@testable import ChainViews

/// Two clusters side by side.
struct ComparisonViewTests {
  private static let left =
    ChainSamples.use + """
      segment:
        - {name: 精盐, source: 一/1}
        - {name: 井盐, source: 一/1, partOf: 盐业集群}
      enterprise:
        - {name: 甲盐厂, source: 一/1, operatesIn: {to: 精盐, source: 一/1}}

      """
  private static let right = """
    uses:
      - {chain: salt, edition: "2026.1", for: 盐业集群, rename: {盐化工: 氯碱化工}, except: 蒸发装备, because: 无}
    enterprise:
      - {name: 乙盐厂, source: 一/1, operatesIn: {to: 精盐, source: 一/1}}
      - {name: 乙碱厂, source: 一/2, operatesIn: {to: 氯碱化工, source: 一/2}}

    """

  private func dataset(_ city: String) throws -> Dataset {
    let loaded = try ChainSamples.folder(city).load()
    return try #require(loaded.dataset, "\(loaded.diagnostics.map(\.message.en))")
  }

  private func cells(_ view: ChainView) -> [String] {
    view.list.leaves.flatMap(\.table.rows).map { row in
      row.dropFirst().map { $0.text(in: .zh) }.joined(separator: "|")
    }
  }

  @Test func `segments of the library are one, whatever the cities call them`() throws {
    let (one, two) = (try dataset(Self.left), try dataset(Self.right))
    let view = ComparisonView(
      try #require(one.graph.nodes(of: .cluster).first),
      of: one,
      with: try #require(two.graph.nodes(of: .cluster).first),
      of: two,
      language: .zh
    ).view()
    #expect(
      cells(view) == [
        "蒸发装备|上游|未见有|未查|||—||", "井盐|中游|未见有|未查|||—||",
        "精盐|中游|两方有|单一企业|甲盐厂||单一企业|乙盐厂|", "盐化工|下游|乙有|未查|||单一企业|乙碱厂|",
      ]
    )
    // The picture holds what the list does: a card for each row, with its number, word and actors.
    let cards = view.picture.cards
    #expect(cards.map(\.heading) == ["蒸发装备", "井盐", "精盐", "盐化工"])
    #expect(cards.map(\.badge) == ["1", "2", "3", "4"])
    #expect(cards.map(\.tag) == ["未见有", "未见有", "两方有", "乙有"])
    #expect(cards[2].lines.map(\.text) == ["甲 单一企业：甲盐厂", "乙 单一企业：乙盐厂"])
    #expect(cards[0].lines.map(\.text) == ["甲 未查", "乙 —"])
    let notes = view.list.notes.map(\.zh)
    #expect(notes.contains("两方有 1 · 甲有 0 · 乙有 1 · 未见有 2；未见有不等于没有"))
    #expect(notes.contains("未列：资源、市场、公共环节 2 个"))
    #expect(notes.contains("只在甲的链上：2 个环节；只在乙的链上：0 个（记作 —）"))
    _ = try view.picture.render(as: .svg)
  }

  @Test func `two clusters of one data set count their own`() throws {
    let both = try dataset(
      """
        - {name: 碱业集群, source: 二}
      uses:
        - {chain: salt, edition: "2026.1", for: [盐业集群, 碱业集群]}
      enterprise:
        - {name: 甲厂, source: 一/1, operatesIn: {to: 精盐, source: 一/1}, partOf: 盐业集群}
        - {name: 乙厂, source: 二/1, operatesIn: {to: 盐化工, source: 二/1}, partOf: 碱业集群}
        - {name: 丙厂, source: 二/1, operatesIn: {to: 蒸发装备, source: 二/1}}

      """
    )
    let clusters = both.graph.nodes(of: .cluster)
    let view = ComparisonView(
      clusters[0],
      of: both,
      with: clusters[1],
      of: nil,
      language: .zh
    ).view()
    #expect(
      cells(view) == [
        "蒸发装备|上游|两方有|单一企业|丙厂||单一企业|丙厂|", "精盐|中游|甲有|单一企业|甲厂||未查||",
        "盐化工|下游|乙有|未查|||单一企业|乙厂|",
      ]
    )
  }

  @Test
  func `a city with chains of its own compares by names, and what has nothing in common says so`()
    throws
  {
    let one = try dataset(Self.left)
    func notes(_ segment: String) throws -> (cells: [String], notes: [String]) {
      let two = try dataset("segment:\n  - {name: \(segment), source: 一/1, partOf: 盐业集群}\n")
      let view = ComparisonView(
        try #require(one.graph.nodes(of: .cluster).first),
        of: one,
        with: try #require(two.graph.nodes(of: .cluster).first),
        of: two,
        language: .zh
      ).view()
      return (cells(view), view.list.notes.map(\.zh))
    }
    let common = try notes("精盐")
    #expect(common.cells.contains("精盐|中游|甲有|单一企业|甲盐厂||未查||"), "\(common.cells)")
    #expect(!common.notes.contains { $0.hasPrefix("两条链没有共同的环节") })
    #expect(try notes("海盐").notes.contains { $0.hasPrefix("两条链没有共同的环节") })
  }
}
