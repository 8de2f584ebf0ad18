import Bilingual
import ChainModel
import ChainPages
import ChainQueries
import ChainViews
import Foundation
import Testing

@Suite("The report")
struct ReportTests {
  @Test(arguments: Language.allCases)
  func `one file holds every page, every panel and every download`(_ language: Language)
    async throws
  {
    let explorer = try Samples.tiny()
    let graph = explorer.dataset.graph
    let html = try await explorer.report(language: language, drawing: drawn)
    let site = try ReadSite(html)
    #expect(site.faults.isEmpty && site.unnamed.isEmpty, "\(site.faults) \(site.unnamed)")
    #expect(!html.contains("http:") && !html.contains("https:"))
    let pages = site.templates.compactMap(\.page)
    let views = try await explorer.pageAddresses().map { address in
      var address = address
      address.language = nil
      return address
    }
    #expect(Set(pages) == Set(views.map(\.href) + ["/lists"]))
    #expect(Set(site.templates.compactMap(\.panel)) == Set(graph.nodes.map { "n\($0.position)" }))

    let names = try #require(site.scripts.first { $0.id == "names" })
    let nodes = try #require(
      try JSONSerialization.jsonObject(with: Data(names.text.utf8)) as? [[Any]]
    )
    #expect(nodes.map { $0[0] as? String } == graph.nodes.map { graph.id(of: $0) })
    for node in nodes {
      let home = try PageAddress(href: try #require(node[5] as? String))
      #expect(pages.contains(home.key.href), "\(home.href)")
    }
    for link in site.links where !link.isDownload && link.href != "#main" {
      if link.href.hasPrefix("#n"), let number = Int(link.href.dropFirst(2)) {
        #expect(number < nodes.count)
      } else {
        let address = try PageAddress(href: String(link.href.dropFirst()))
        #expect(link.href.hasPrefix("#/") && pages.contains(address.key.href), "\(link.href)")
      }
    }

    let files = try #require(site.scripts.first { $0.id == "files" })
    let listed = try #require(
      try JSONSerialization.jsonObject(with: Data(files.text.utf8)) as? [[String]]
    )
    #expect(listed.map { $0[0] }.sorted() == views.map(\.href).sorted())
    for file in listed {
      var address = try PageAddress(href: file[0])
      address.language = language
      let list = try explorer.list(at: address)
      #expect(file[1] == list.text(in: .csv, language: language))
      let book = try list.bytes(in: .xlsx, language: language, date: explorer.dataset.date)
      #expect(file[2] == Data(book).base64EncodedString())
    }
  }

  @Test func `the script knows every option that needs no value, as the table has them`() {
    let script = String(decoding: Explorer.script, as: UTF8.self)
    let line = script.split(separator: "\n").first { $0.contains("const flags = ") } ?? ""
    let named = line.split(separator: "'").enumerated().filter { $0.offset % 2 == 1 }
      .map { String($0.element) }
    #expect(named == QuestionOption.allCases.filter(\.isSwitch).map(\.rawValue))
  }

  @Test func `its policy knows its script and its style sheet, and nothing else`() async throws {
    let site = try ReadSite(try await Samples.tiny().report(language: .zh, drawing: blank))
    let policy = try #require(site.policies.first)
    let script = try #require(site.scripts.first { $0.type == nil })
    #expect(site.scripts.count { $0.type == nil } == 1 && site.styles.count == 1)
    #expect(policy.contains("script-src 'sha256-\(script.hash)';"))
    #expect(policy.contains("style-src 'sha256-\(site.styles[0].hash)';"))
    #expect(policy.hasPrefix("default-src 'none';") && !policy.contains("unsafe"))
    #expect(script.text == String(decoding: Explorer.script, as: UTF8.self))
  }

  @Test func `the same data gives the same bytes, and a wish to stop is heard`() async throws {
    struct Stop: Error {}
    let explorer = try Samples.tiny()
    var steps: [Int] = []
    let first = try await explorer.report(language: .en, drawing: drawn) { done, total, title in
      steps.append(done)
      #expect(done < total && !title.isEmpty)
    }
    #expect(steps == Array(steps.indices) && !steps.isEmpty)
    #expect(first == (try await explorer.report(language: .en, drawing: drawn)))
    await #expect(throws: Stop.self) {
      try await explorer.report(language: .en, drawing: blank) { done, _, _ in
        if done == 2 { throw Stop() }
      }
    }
  }

  @Test func `a report of what documents state holds nothing else`() async throws {
    let stated = Explorer(try Samples.large().dataset.statedByDocuments())
    let site = try ReadSite(try await stated.report(language: .zh, drawing: blank))
    #expect(site.faults.isEmpty)
    #expect(!site.attributes.isEmpty && site.templates.count > 20)
  }
}
