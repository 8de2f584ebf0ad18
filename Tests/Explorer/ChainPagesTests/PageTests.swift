import Bilingual
import ChainModel
import ChainPages
import ChainViews
import Foundation
import Testing

@Suite("Pages")
struct PageTests {
  @Test(arguments: Language.allCases)
  func `every view's page holds the rows of the view's list`(_ language: Language) async throws {
    for (explorer, stride) in [(try Samples.tiny(), 1), (try Samples.large(), 9)] {
      let addresses = try await explorer.viewAddresses(language)
      #expect(addresses.count > 10)
      for (number, address) in addresses.enumerated() where number % stride == 0 {
        let view = try explorer.view(at: address)
        let site = try await explorer.read(address.href)
        #expect(site.headings == [view.title[language]])
        #expect(site.language == (language == .zh ? "zh-CN" : "en"))
        let tables = view.list.sections.compactMap { section -> Answer.Table? in
          guard case .table(let table) = section.content else { return nil }
          return table
        }
        let expected = tables.map { table in
          let shown = table.shownColumns(in: language)
          return [shown.map { table.columns[$0].title[language] }]
            + table.rows.map { row in shown.map { row[$0].text(in: language) } }
        }
        let found = site.tables.map { $0.map(\.cells) }
        #expect(found == expected.filter { $0.count > 1 }, "\(address.href)")
      }
    }
  }

  @Test func `every link of the pages leads somewhere`() async throws {
    let explorer = try Samples.tiny()
    var seen: Set<String> = []
    var waiting = ["/", "/lists?lang=en", "/?basis=document", "/search?q=a"]
    var pages = 0
    while let href = waiting.popLast() {
      let address = try PageAddress(href: href)
      // Of the pages that differ in the chosen node alone, a few are enough.
      guard seen.insert(address.href).inserted, pages < 90 else { continue }
      pages += 1
      if let download = address.download {
        #expect(throws: Never.self, "\(href)") { try explorer.list(at: address) }
        #expect(PageAddress.Download.allCases.contains(download))
        continue
      }
      let page = await explorer.page(at: address, drawing: blank)
      #expect(page.status == 200, "\(href)")
      let site = try ReadSite(page.html)
      #expect(site.faults.isEmpty, "\(href): \(site.faults)")
      for link in site.links where link.href != "#main" {
        #expect(link.href.hasPrefix("/"), "\(link.href)")
        waiting.append(link.href)
      }
    }
    #expect(pages > 60)
  }

  @Test(arguments: Language.allCases)
  func `a page can be used without eyes and without a mouse`(_ language: Language) async throws {
    let explorer = try Samples.large()
    let cluster = "cluster:%E6%B3%B3%E8%A3%85%E4%BA%A7%E4%B8%9A%E9%9B%86%E7%BE%A4"
    for href in ["/?", "/lists?", "/search?q=a&", "/view/panorama?of=\(cluster)&node=\(cluster)&"] {
      let site = try await explorer.read(href + "lang=\(language.rawValue)", drawn)
      #expect(site.unnamed.isEmpty, "\(href): \(site.unnamed)")
      #expect(site.headings.count == 1)
      #expect(Set(site.ids).count == site.ids.count)
      for landmark in ["main", "nav", "header", "search", "footer", "aside"] {
        #expect(site.landmarks.contains(landmark), "\(href): \(landmark)")
      }
      #expect(site.landmarks.count { $0 == "main" } == 1)
      #expect(site.title.hasSuffix(explorer.dataset.title[language]))
    }
  }

  @Test func `nothing is fetched from elsewhere, and no script or style stands in a page`()
    async throws
  {
    let explorer = try Samples.tiny()
    for address in try await explorer.viewAddresses().prefix(12) {
      let page = await explorer.page(at: address, drawing: drawn)
      #expect(!page.html.contains("http"), "\(address.href)")
      let site = try ReadSite(page.html)
      #expect(site.styles.isEmpty)
      #expect(site.scripts.map(\.src) == ["/explorer.js"])
      #expect(site.scripts.allSatisfy { $0.text.isEmpty })
      #expect(!site.attributes.contains("style"))
    }
    for asset in [Explorer.script, Explorer.styleSheet] {
      #expect(!String(decoding: asset, as: UTF8.self).contains("http"))
    }
  }

  @Test func `a card knows its node, a link its ends, and the chosen one is marked`() async throws {
    let explorer = try Samples.large()
    let graph = explorer.dataset.graph
    let cluster = try #require(graph.clustersWithChain().first)
    var address = PageAddress(.panorama, of: [graph.id(of: cluster)])
    let view = try explorer.view(at: address)
    let segment = try #require(graph.chain(of: cluster).segments.first)
    address.node = graph.id(of: segment)
    let site = try await explorer.read(address.href, drawn)
    #expect(site.cards.map(\.number).sorted() == Array(view.picture.cards.indices))
    for card in site.cards {
      #expect(card.node == view.picture.cards[card.number].link.map { String($0.dropFirst()) })
    }
    #expect(site.links_drawn == view.picture.links.count)
    let chosen = site.cards.filter { $0.classes.contains("chosen") }
    #expect(chosen.map(\.node) == [address.node])
  }

  @Test func `a picture that fails is told in its place, and the list stays`() async throws {
    let explorer = try Samples.tiny()
    let failing: PictureDrawing = { _ in
      throw PageFault(status: 503, BilingualText(zh: "画图超时", en: "drawing took too long"))
    }
    let addresses = try await explorer.viewAddresses()
    let listed = addresses.filter { ((try? explorer.view(at: $0))?.list.rowCount ?? 0) > 0 }
    #expect(listed.count >= 3)
    for address in listed.prefix(3) {
      let page = await explorer.page(at: address, drawing: failing)
      #expect(page.status == 200 && !page.isWhole)
      let site = try ReadSite(page.html)
      #expect(site.text == "画图超时")
      #expect(!site.tables.isEmpty)
    }
    let odd = await explorer.page(at: PageAddress(.overview), drawing: { _ in "no picture" })
    #expect(try !ReadSite(odd.html).text.isEmpty)
  }

  @Test(arguments: Language.allCases)
  func `a fault has a page in the same dress`(_ language: Language) async throws {
    let explorer = try Samples.tiny()
    for (href, status) in [
      ("/view/panorama", 404), ("/view/panorama?of=nothing", 404), ("/node/nothing", 404),
      ("/view/gaps?depth=2", 400), ("/view/neighborhood?of=nothing", 404), ("/?node=nothing", 404),
    ] {
      var address = try PageAddress(href: href)
      address.language = language
      let page = await explorer.page(at: address, drawing: blank)
      if href != "/view/panorama" { #expect(page.status == status, "\(href)") }
      let site = try ReadSite(page.html)
      #expect(!site.text.isEmpty && site.landmarks.contains("search"), "\(href)")
    }
  }
}
