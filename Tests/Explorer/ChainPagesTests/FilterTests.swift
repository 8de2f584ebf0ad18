import Bilingual
import ChainModel
import ChainPages
import ChainQueries
import ChainViews
import Testing

@Suite("Switches of a page")
struct FilterTests {
  @Test(arguments: Verdict.allCases)
  func `a switch hides rows that the download leaves out`(_ verdict: Verdict) async throws {
    let explorer = try Samples.large()
    let graph = explorer.dataset.graph
    for cluster in graph.clustersWithChain().prefix(2) {
      let chain = graph.chain(of: cluster)
      var address = PageAddress(.panorama, of: [graph.id(of: cluster)])
      address.filter.verdicts = [verdict]
      let expected = chain.segments.filter { graph.verdict(of: $0) == verdict }.map {
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

  @Test(arguments: Language.allCases)
  func `the verdicts that a page has can be switched, by name, and no others`(_ language: Language)
    async throws
  {
    let explorer = try Samples.large()
    let graph = explorer.dataset.graph
    for cluster in graph.clustersWithChain().prefix(3) {
      var address = PageAddress(.panorama, of: [graph.id(of: cluster)])
      address.language = language
      let page = await explorer.page(at: address, drawing: blank)
      let offered = page.html.matches(
        of: /name="verdict" value="([a-z]+)"><span>([^<]+)<\/span>/
      ).map { [String($0.1), String($0.2)] }
      let there = Set(graph.chain(of: cluster).segments.map { graph.verdict(of: $0) })
      #expect(there.count > 3)
      #expect(
        offered
          == Verdict.allCases.filter(there.contains).map { [$0.rawValue, $0.label[language]] }
      )
    }
  }

  @Test func `documents alone give another page, and keep the address`() async throws {
    let explorer = try Samples.large()
    let whole = try await explorer.read("/view/gaps?state=unknown")
    let stated = try await explorer.read("/view/gaps?state=unknown&basis=document")
    #expect(stated.tables[0].count < whole.tables[0].count)
    let links = stated.links.filter { $0.href.hasPrefix("/view/responsibility") && !$0.isDownload }
    #expect(!links.isEmpty && links.allSatisfy { $0.href.contains("basis=document") })
  }

  @Test func `documents alone change no verdict of the segments that stay`() async throws {
    let explorer = try Samples.large()
    let graph = explorer.dataset.graph
    for cluster in graph.clustersWithChain() {
      let address = PageAddress(.panorama, of: [graph.id(of: cluster)])
      var alone = address
      alone.isStatedAlone = true
      let (whole, stated) = (
        try await explorer.verdicts(at: address), try await explorer.verdicts(at: alone)
      )
      #expect(!stated.isEmpty && stated.count < whole.count, "\(address.href)")
      for (node, verdict) in stated { #expect(whole[node] == verdict, "\(node)") }
    }
  }
}

extension Explorer {
  /// The words in the column of verdicts of a page's first list, by the nodes of its rows.
  fileprivate func verdicts(at address: PageAddress) async throws -> [String: String] {
    let rows = try await read(address.href).tables[0]
    let column = try #require(rows[0].cells.firstIndex(of: "结论"))
    let words = rows.dropFirst().compactMap { row in
      row.node.map { ($0, row.cells[column]) }
    }
    return Dictionary(words) { first, _ in first }
  }
}
