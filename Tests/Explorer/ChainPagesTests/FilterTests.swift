import ChainModel
import ChainPages
import ChainQueries
import ChainViews
import Testing

@Suite("Switches of a page")
struct FilterTests {
  @Test(arguments: Coverage.allCases)
  func `a switch hides rows that the download leaves out`(_ state: Coverage) async throws {
    let explorer = try Samples.large()
    let graph = explorer.dataset.graph
    for cluster in graph.clustersWithChain().prefix(2) {
      let chain = graph.chain(of: cluster)
      var address = PageAddress(.panorama, of: [graph.id(of: cluster)])
      address.filter.coverages = [state]
      let expected = chain.segments.filter { graph.coverage(of: $0) == state }.map {
        graph.id(of: $0)
      }
      let site = try await explorer.read(address.href)
      let rows = site.tables[0].dropFirst()
      #expect(rows.count == chain.segments.count)
      #expect(Set(rows.filter { !$0.isHidden }.compactMap(\.node)) == Set(expected))
      #expect(try explorer.view(at: address).list.rowCount == expected.count)
    }
  }

  @Test func `a switch speaks of what has its property alone`() throws {
    let explorer = try Samples.large()
    var address = PageAddress(.projects)
    let whole = try explorer.view(at: address).list.rowCount
    address.filter.stages = [.upstream]
    #expect(try explorer.view(at: address).list.rowCount == whole)
    address.filter.kinds = [.enterprise]
    #expect(try explorer.view(at: address).list.rowCount == 0)
  }

  @Test func `documents alone give another page, and keep the address`() async throws {
    let explorer = try Samples.large()
    let whole = try await explorer.read("/view/gaps")
    let stated = try await explorer.read("/view/gaps?basis=document")
    #expect(stated.tables[0].count < whole.tables[0].count)
    let links = stated.links.filter { $0.href.hasPrefix("/view/responsibility") && !$0.isDownload }
    #expect(!links.isEmpty && links.allSatisfy { $0.href.contains("basis=document") })
  }
}
