public import Bilingual
import ChainModel
import ChainViews
import Escapes
import GraphKernel
import JSON

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension Explorer {
  /// All pages as one file that needs nothing else: pictures, lists, homes, panels, search, downloads. It
  /// holds no date of its making: the same data set gives the same bytes.
  ///
  /// ```swift
  /// let html = try await Explorer(dataset).report(
  ///   language: .en,
  ///   drawing: { String(decoding: try $0.picture.render(as: .svg), as: UTF8.self) }
  /// )
  /// ```
  ///
  /// Its switch for what documents state hides the rest; a report of such facts alone is one on
  /// `Dataset.statedByDocuments()`. A picture that cannot be drawn is told in its place.
  ///
  /// - Parameters:
  ///   - language: that of the report.
  ///   - drawing: draws the pictures, one after the other.
  ///   - progress: told before each page: how many are done, how many there are, and its title.
  /// - Throws: What `progress` throws, so that a wish to stop is heard.
  public func report(
    language: Language,
    drawing: PictureDrawing,
    progress: (Int, Int, String) throws -> Void = { _, _, _ in }
  ) async throws -> String {
    var writer = ReportWriter(explorer: self, language: language)
    let pages = writer.pages
    for (done, page) in pages.enumerated() {
      try progress(done, pages.count, page.title[language])
      await writer.add(page, drawing)
    }
    return writer.html()
  }
}

/// Puts a report together.
private struct ReportWriter {
  let explorer: Explorer
  let language: Language
  let pages: [CataloguePage]
  private var parts: [String] = []
  /// Of each page its address, its list as CSV, and as a workbook in Base64.
  private var files: [[String]] = []
  private var first: (content: Content, title: String)?

  init(explorer: Explorer, language: Language) {
    self.explorer = explorer
    self.language = language
    let edition = explorer.editions[false]
    let address = PageAddress(.overview)
    pages = edition.catalogue(address, language) + edition.homePages(address)
  }

  private func context(at address: PageAddress) -> PageContext {
    PageContext(
      edition: explorer.editions[address.isStatedAlone],
      address: address,
      language: language,
      isReport: true
    )
  }

  // MARK: Pages

  mutating func add(_ page: CataloguePage, _ drawing: PictureDrawing) async {
    guard let part = try? await explorer.part(context(at: page.address), drawing) else { return }
    append(part, at: page.address)
    var address = page.address
    address.language = language
    guard let list = try? explorer.list(at: address) else { return }
    let workbook = try? list.bytes(in: .xlsx, language: language, date: explorer.dataset.date)
    files.append(
      [
        page.address.href, list.text(in: .csv, language: language),
        Data(workbook ?? []).base64EncodedString(),
      ]
    )
  }

  private mutating func append(_ part: PagePart, at address: PageAddress) {
    let content = context(at: address)
      .frame(title: part.title, main: part.main, panel: Markup(html: ""))
    if first == nil { first = (content, part.title) }
    parts.append(
      Markup(
        "template",
        [("data-page", address.href), ("data-title", part.title)],
        Templates.render("inner", content)
      ).html
    )
  }

  private mutating func addLists() {
    let address = PageAddress(.lists)
    let context = context(at: address)
    let title = context.say("清单", "Lists") + " · " + explorer.dataset.title[language]
    let part = PagePart(title: title, main: context.catalogue(pages), panel: Markup(html: ""))
    append(part, at: address)
  }

  private mutating func addPanels() {
    let context = context(at: PageAddress(.overview))
    for node in context.graph.nodes {
      let attributes: [(String, String?)] = [("data-panel", context.mark(node))]
      parts.append(Markup("template", attributes, context.panel(node)).html)
    }
  }

  // MARK: Data

  /// What the search goes through, by the numbers of the nodes: identity, name, kind, aliases,
  /// initials of all names, address.
  private func names() -> String {
    let context = context(at: PageAddress(.overview))
    let graph = context.graph
    return Self.list { json in
      for node in graph.nodes {
        let aliases = graph.aliases(of: node)
        json.array(.compact) { json in
          json.value(graph.id(of: node))
          json.value(graph.name(of: node))
          json.value(context.kindLabel(node))
          Self.write(aliases, to: &json)
          Self.write(
            ([graph.name(of: node)] + aliases).map { ChainGraph.initials(of: $0) },
            to: &json
          )
          json.value(context.home(of: node).href)
        }
      }
    }
  }

  private static func list(_ items: (inout JSONWriter) -> Void) -> String {
    var json = JSONWriter(.scriptJSON)
    json.array(.compact, items)
    return json.text
  }

  private static func write(_ texts: [String], to json: inout JSONWriter) {
    json.array(.compact) { json in
      for text in texts { json.value(text) }
    }
  }

  private func data(_ id: String, _ json: String) -> String {
    "<script type=\"application/json\" id=\"\(id)\">\(json)</script>"
  }

  mutating func html() -> String {
    addLists()
    addPanels()
    let matches = Self.list { json in
      for match in NameMatch.allCases { json.value(match.label[language]) }
    }
    parts.append(data("names", names()))
    parts.append(data("matches", matches))
    let files = Self.list { json in
      for file in self.files { Self.write(file, to: &json) }
    }
    parts.append(data("files", files))
    let context = context(at: PageAddress(.overview))
    let title = explorer.dataset.title[language]
    var content =
      first?.content
      ?? context.frame(
        title: title,
        main: Markup(html: ""),
        panel: Markup(html: "")
      )
    let style = String(decoding: Explorer.styleSheet, as: UTF8.self)
    let script = String(decoding: Explorer.script, as: UTF8.self)
    content["title"] = .text(title)
    content["style"] = .markup(Markup(html: style))
    content["script"] = .markup(Markup(html: script))
    content["policy"] = .text(ReportPolicy.text)
    content["parts"] = .markup(Markup(html: parts.joined(separator: "\n")))
    content["needsScript"] = .text(
      context.say("浏览器须允许运行脚本", "The report needs a browser that runs scripts")
    )
    return Templates.render("report", content).html
  }
}
