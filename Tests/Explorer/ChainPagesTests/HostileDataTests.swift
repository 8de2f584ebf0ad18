import Bilingual
import ChainModel
import ChainPages
import ChainViews
import Foundation
import GraphKernel
import Testing

/// What people write stays text, in every field, on every page and in the report.
@Suite("Mischief in the data")
struct HostileDataTests {
  private static let names = [
    "\"><script>alert(1)</script>", "'><img src=x onerror=alert(1)>", "</script><b>", "</template>",
    "\"\u{301} onclick=\"alert(1)", "<\u{338}b onload=x>", "a\r\nb", "tab\tc", "\u{202E}abc",
    "&lt;&#60;", "{{{main}}}", "{{#rows}}", "javascript:alert(1)", "%00%", "#?&=+ /",
    "\u{0}\u{FFFF}",
    "\u{2028}x", "]]>", "<!--", "锂😀电", "``", "\\u003c", "-",
  ]

  private static func dataset() throws -> Dataset {
    var builder = ChainGraphBuilder(ontology: .builtIn)
    var nodes: [NodeKind: [NodeIndex]] = [:]
    let document = builder.addNode(.document, name: names[0], id: "document\"><i>")
    builder.setOrigin(.cited(document, place: names[1]), of: document)
    for kind in builder.ontology.kinds where kind.kind != .document {
      nodes[kind.kind] = names.enumerated().map { number, name in
        let texts = kind.attributes.compactMap { attribute -> (AttributeName, AttributeValue)? in
          guard attribute.type == .text else { return nil }
          return (attribute.name, attribute.isList ? .list([.text(name)]) : .text(name))
        }
        return builder.addNode(
          kind.kind,
          name: name,
          id: "\(kind.kind.name)\(number):\(name)",
          aliases: ["又" + name],
          attributes: texts.map { (name: $0.0, value: $0.1) },
          origin: .cited(document, place: name)
        )
      }
    }
    func relate(_ relation: String, _ from: NodeKind, _ to: NodeKind) {
      for (number, source) in (nodes[from] ?? []).enumerated() {
        guard let targets = nodes[to] else { continue }
        let place = (number + (from == to ? 1 : 0)) % targets.count
        builder.addRelation(
          RelationKind(relation),
          from: source,
          to: targets[place],
          origin: .cited(document, place: names[number])
        )
      }
    }
    for (number, segment) in (nodes[.segment] ?? []).enumerated() {
      builder.addRelation(
        RelationKind(number % 2 == 0 ? "statesLacking" : "statesWanted"),
        from: document,
        to: segment,
        origin: .cited(document, place: names[number])
      )
    }
    relate("supplies", .segment, .segment)
    relate("operatesIn", .enterprise, .segment)
    relate("fills", .project, .segment)
    relate("evidences", NodeKind("platform"), .segment)
    relate("statesShort", .survey, .segment)
    relate("surveys", .survey, .segment)
    relate("accountable", .leader, .cluster)
    relate("lead", .department, .project)
    relate("locatedIn", .enterprise, .park)
    for part in nodes[.segment] ?? [] {
      guard let cluster = nodes[.cluster]?.first else { continue }
      builder.addRelation(
        RelationKind("partOf"),
        from: part,
        to: cluster,
        origin: .cited(document, place: "x")
      )
    }
    return Dataset(
      title: BilingualText(same: names[0]),
      jurisdiction: names[1],
      language: .zh,
      date: try #require(CalendarDate(parsing: "2024")),
      documents: [document],
      graph: try builder.finish()
    )
  }

  private static let tags: Set<String> = [
    "a", "article", "aside", "b", "body", "br", "button", "circle", "dd", "details", "div", "dl",
    "dt", "ellipse", "fieldset", "footer", "form", "g", "h1", "h2", "h3", "head", "header", "html",
    "i", "input", "label", "legend", "li", "link", "main", "meta", "nav", "noscript", "option", "p",
    "path", "polygon", "polyline", "rect", "script", "section", "select", "small", "span", "style",
    "summary", "svg", "table", "tbody", "td", "template", "text", "th", "thead", "title", "tr",
    "ul",
  ]

  private func check(_ html: String, _ place: String) throws -> ReadSite {
    let site = try ReadSite(html)
    #expect(
      Set(site.tags).isSubset(of: Self.tags),
      "\(place): \(Set(site.tags).subtracting(Self.tags))"
    )
    #expect(site.faults.isEmpty, "\(place): \(site.faults.prefix(3))")
    let active = site.attributes.filter {
      $0.hasPrefix("on") || ["style", "src", "srcdoc"].contains($0)
    }
    #expect(Set(active).isSubset(of: ["src"]), "\(place): \(active)")
    for link in site.links {
      #expect(link.href.hasPrefix("/") || link.href.hasPrefix("#"), "\(place): \(link.href)")
      #expect(!link.href.hasPrefix("//"))
    }
    return site
  }

  @Test(arguments: Language.allCases)
  func `pages stay what they are`(_ language: Language) async throws {
    let explorer = Explorer(try Self.dataset())
    let addresses = try await explorer.viewAddresses(language)
    #expect(addresses.count > 20)
    for (number, address) in addresses.enumerated() where number % 7 == 0 || number < 8 {
      let drawing = number < 8 ? drawn : blank
      let page = await explorer.page(at: address, drawing: drawing)
      #expect(page.status == 200 && page.isWhole, "\(address.href)")
      let site = try check(page.html, address.href)
      #expect(site.scripts.map(\.src) == ["/explorer.js"])
    }
    let graph = explorer.dataset.graph
    for (number, node) in graph.nodes.enumerated() where number % 5 == 0 {
      var address = PageAddress(.panel(graph.id(of: node)))
      address.language = language
      #expect(try PageAddress(href: address.href) == address)
      let page = await explorer.page(at: address, drawing: blank)
      #expect(page.status == 200)
      _ = try check(page.html, address.href)
    }
    for name in Self.names {
      let page = await explorer.page(at: PageAddress(.search(name)), drawing: blank)
      _ = try check(page.html, name)
      let json = explorer.suggestions(at: PageAddress(.suggestions(name)))
      #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(json.utf8)) }
      let fault = PageFault(status: 404, BilingualText(same: name))
      _ = try check(explorer.page(for: fault).html, name)
    }
  }

  @Test func `the report stays what it is`() async throws {
    let explorer = Explorer(try Self.dataset())
    let site = try check(try await explorer.report(language: .zh, drawing: blank), "the report")
    #expect(site.scripts.map(\.type) == [nil] + Array(repeating: "application/json", count: 3))
    for script in site.scripts.dropFirst() {
      #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(script.text.utf8)) }
    }
    let panels = site.templates.compactMap(\.panel)
    #expect(panels.count == explorer.dataset.graph.nodes.count)
  }
}
