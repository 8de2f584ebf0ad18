import ChainDrawing
import ChainFiles
import ChainModel
import ChainQueries
import GraphKernel
import TestSupport
import Testing

@testable import ChainTestSupport
@testable import ChainViews

/// The panorama of one reference chain among several that a cluster uses.
struct ChainSectionTests {
  private static let city = """
    uses:
      - {chain: salt, edition: "2026.1", for: 盐业集群}
      - {chain: soda, edition: "2026.1", for: 盐业集群}
    defaults:
      segment: {partOf: 盐业集群, basis: industry-knowledge}
      supplies: {basis: industry-knowledge}
    segment:
      - {name: 盐产品, parts: [精盐]}
      - {name: 洗涤剂, suppliedBy: 纯碱}
      - {name: 旁物}

    """

  private func dataset(_ city: String = city) throws -> Dataset {
    let loaded = try ChainSamples.folder(city).load()
    return try #require(loaded.dataset, "\(loaded.diagnostics.map(\.message.en))")
  }

  private func view(_ chains: [String], in dataset: Dataset) throws -> ChainView {
    let options: [QuestionOption: [String]] = chains.isEmpty ? [:] : [.chain: chains]
    return try dataset.view(
      QuestionWords(.panorama, of: ["盐业集群"], options: options),
      language: .zh
    )
  }

  private func names(_ view: ChainView) -> Set<String> { Set(view.picture.cards.map(\.heading)) }

  private func listed(_ view: ChainView) -> [String] {
    view.list.leaves.flatMap { leaf in
      let column = leaf.table.columns.firstIndex { $0.key == "name" }
      return leaf.table.rows.compactMap { row in column.map { row[$0].text(in: .zh) } }
    }
  }

  @Test func `a chain is shown alone, with what of the city's own belongs to it`() throws {
    let dataset = try dataset()
    let salt = try view(["salt"], in: dataset)
    #expect(names(salt) == ["卤水", "精盐", "蒸发装备", "食盐市场", "盐化工", "盐产品"])
    let soda = try view(["碱业"], in: dataset)
    // What is made from it goes with it; 旁物 is next to nothing and stands in the whole alone.
    #expect(names(soda) == ["纯碱", "洗涤剂"])
    let whole = try view([], in: dataset)
    #expect(names(whole) == names(salt).union(names(soda)).union(["旁物"]))
    #expect(names(try view(["碱"], in: dataset)) == names(soda))
    #expect(names(try view(["soda", "盐业"], in: dataset)) == names(salt).union(names(soda)))
  }

  @Test(arguments: [["salt"], ["soda"], ["salt", "soda"], []])
  func `picture and list are equal, and what is left out is counted`(_ chains: [String]) throws {
    let dataset = try dataset()
    let (part, whole) = (try view(chains, in: dataset), try view([], in: dataset))
    #expect(Set(listed(part)) == names(part) && listed(part).count == part.picture.cards.count)
    let ids = Set(part.picture.cards.map(\.id))
    let links = { (view: ChainView) in view.picture.links.map { [$0.from, $0.to] } }
    #expect(Set(links(part)) == Set(links(whole).filter { ids.isSuperset(of: $0) }))
    let left = whole.picture.cards.count - part.picture.cards.count
    let note = part.picture.footnotes.filter { $0.contains("其他参考链") }
    guard left > 0 else {
      #expect(note == [])
      return
    }
    let cut = links(whole).filter { link in link.count(where: ids.contains) == 1 }.count
    #expect(note == ["未画出：本集群其他参考链的环节 \(left) 个，与它们之间的供给和回用 \(cut) 条"])
    #expect(part.picture.subtitle != whole.picture.subtitle)
    #expect(part.title.zh.contains("（") && !whole.title.zh.contains("（"))
  }

  @Test func `a chain that is not used here is told`() throws {
    let dataset = try dataset()
    let fault = #expect(throws: QuestionFault.self) { try view(["sald"], in: dataset) }
    #expect(fault?.message.zh == "没有“sald”这种所用的参考链")
    #expect(fault?.help?.zh.contains("salt") == true)
    let two = try self.dataset(
      "  - {name: 碱业集群, source: 一}\n" + ChainSamples.use
        + "  - {chain: soda, edition: \"2026.1\", for: 碱业集群}\n"
    )
    let empty = #expect(throws: QuestionFault.self) { try view(["soda"], in: two) }
    #expect(empty?.message.zh == "“盐业集群”没有取自参考链 soda 的环节；它用的是 salt")
    #expect(empty?.category == .notFound)
    // Of one chain, it is the whole.
    #expect(try view(["salt"], in: two).picture == view([], in: two).picture)
  }
}
